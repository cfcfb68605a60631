//! To both sides, about an assignment: each learns what it may now know.

use super::{
    facts,
    facts::{AssignmentFacts, RequestFacts, Slot},
    joining, moved, parts,
};
use crate::{
    database::{DbError, Tx},
    links::Purpose,
    mail::{
        calendar::Method,
        letter::{Button, Letter, Row},
        render::{Desk, Draft, Reader},
    },
    requests::AssignmentId,
};

struct Facts {
    id: AssignmentId,
    assignment: AssignmentFacts,
    request: RequestFacts,
    slot: Slot,
}

async fn load(tx: &mut Tx, id: AssignmentId) -> Result<Facts, DbError> {
    let assignment = facts::assignment(tx, id).await?;
    let request = facts::request(tx, assignment.request_id).await?;
    let slot = assignment.slot()?;
    Ok(Facts {
        id,
        assignment,
        request,
        slot,
    })
}

/// To the volunteer who said yes.
pub async fn confirmed(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: AssignmentId) -> Result<Draft, DbError> {
    let facts = load(tx, id).await?;
    let l = &reader.locale;
    let hours = desk.rules.numbers().volunteer_lock_hours;
    let mut cannot = l.t("mail-assigned-after") + " " + &l.with("mail-assigned-lock", &[("hours", hours.into())]);
    let phone = facts.request.contact_phone.as_deref();
    if phone.is_some_and(|phone| !phone.is_empty()) {
        cannot = cannot + " " + &l.t("mail-assigned-nobody-there");
    }
    let after = vec![cannot, l.t("mail-assigned-secret")];
    whole(
        tx,
        (desk, reader),
        facts,
        ("assigned", l.t("mail-assigned-lead"), after),
    )
    .await
}

/// To the volunteer who comes: what is new, and then everything as it is now.
pub async fn details_changed(
    tx: &mut Tx,
    desk: &Desk<'_>,
    reader: &Reader,
    id: AssignmentId,
    changed: (bool, bool),
) -> Result<Draft, DbError> {
    let facts = load(tx, id).await?;
    let l = &reader.locale;
    let (place, hint) = (l.t("mail-row-meeting-point"), l.t("mail-row-remarks"));
    let (about, first) = match changed {
        (true, false) => ("place-changed", vec![place]),
        (false, true) => ("hint-changed", vec![hint]),
        _ => ("details-changed", vec![place, hint]),
    };
    let after = vec![l.t("mail-details-changed-after")];
    let joining = facts.request.mode == "video" && !facts.request.joining.is_empty();
    let lead = if joining && changed == (false, false) {
        l.t("mail-joining-said")
    } else {
        l.t(&format!("mail-{about}-lead"))
    };
    let mut draft = whole(tx, (desk, reader), facts, (about, lead, after)).await?;
    if let Draft::Owed { letter, .. } = &mut draft {
        letter.details.sort_by_key(|row| !first.contains(&row.label));
    }
    Ok(draft)
}

/// All that the volunteer has to know, with the appointment for their calendar.
async fn whole(
    tx: &mut Tx,
    (desk, reader): (&Desk<'_>, &Reader),
    facts: Facts,
    (about, lead, after): (&str, String, Vec<String>),
) -> Result<Draft, DbError> {
    let Facts {
        id,
        assignment,
        request,
        slot,
    } = facts;
    if assignment.ended_at.is_some() {
        return Ok(Draft::NoLongerOwed("assignment_ended"));
    }
    let l = &reader.locale;
    let bubble = parts::bubble_beside_details(desk, reader, &request, &[slot]);
    let mut letter = parts::about(desk, reader, about, &request, &[slot], bubble);
    letter.lead = vec![lead];
    letter.lead.extend(dropped(tx, reader, (&request, slot)).await?);
    letter.details = whole_truth(reader, &request);
    if let Some(url) = parts::link(tx, desk, Purpose::Assignment, id.0).await? {
        letter.button = Some(Button {
            label: l.t("mail-assigned-button"),
            url,
        });
    }
    letter.after = after;
    letter.footer = vec![l.t("mail-footer-private")];
    letter.pause = parts::pause(tx, desk, l, assignment.volunteer_id).await?;
    let invite = parts::invite(desk, reader, Method::Request, &request, &assignment)?;
    Ok(Draft::owed(letter).with_invite(invite))
}

/// What only the volunteer who comes may know.
fn whole_truth(reader: &Reader, request: &RequestFacts) -> Vec<Row> {
    let l = &reader.locale;
    let mut rows = vec![Row::new(l.t("mail-row-institution"), &request.institution)];
    if request.mode == "on_site" {
        if request.site != request.institution {
            rows.push(Row::new(l.t("mail-row-place"), &request.site));
        }
        rows.push(Row::new(l.t("mail-row-address"), parts::address(request)));
    }
    rows.extend(joining::row(l, request));
    if !request.meeting_point.trim().is_empty() {
        rows.push(Row::new(l.t("mail-row-meeting-point"), &request.meeting_point));
    }
    rows.push(Row::new(l.t("mail-row-contact"), &request.contact_name));
    if let Some(phone) = &request.contact_phone {
        rows.push(Row::phone(l.t("mail-row-phone"), phone));
    }
    if !request.remarks.trim().is_empty() {
        rows.push(Row::new(l.t("mail-row-remarks"), &request.remarks));
    }
    rows
}

/// The other dates that were asked for: they fall away with the yes to one of them.
async fn dropped(tx: &mut Tx, reader: &Reader, (request, slot): (&RequestFacts, Slot)) -> Result<Vec<String>, DbError> {
    let l = &reader.locale;
    let slots = facts::slots(tx, request.id).await?;
    let others = slots.iter().filter(|other| other.starts_at != slot.starts_at);
    let words = others.map(|other| {
        let time = l.time_range(other.from, other.until);
        let args = [("date", l.date(other.date).into()), ("time", time.into())];
        l.with("mail-date-dropped", &args)
    });
    Ok(words.collect())
}

/// To the contact: somebody comes.
pub async fn request_confirmed(
    tx: &mut Tx,
    desk: &Desk<'_>,
    reader: &Reader,
    id: AssignmentId,
) -> Result<Draft, DbError> {
    let Facts {
        assignment,
        request,
        slot,
        ..
    } = load(tx, id).await?;
    if assignment.ended_at.is_some() {
        return Ok(Draft::NoLongerOwed("assignment_ended"));
    }
    let l = &reader.locale;
    let mut letter = to_contact(desk, reader, "confirmed", &request, slot);
    letter.lead = vec![l.t("mail-confirmed-lead")];
    letter.lead.extend(dropped(tx, reader, (&request, slot)).await?);
    if joining::lacks(&request) {
        letter.by = Some(l.t("mail-joining-please"));
    }
    letter.details = vec![Row::new(l.t("mail-row-volunteer"), &assignment.volunteer_name)];
    // The volunteer's own switch.
    match assignment
        .volunteer_phone
        .as_deref()
        .filter(|_| assignment.phone_consent)
    {
        Some(phone) => {
            letter.details.push(Row::phone(l.t("mail-row-phone"), phone));
            letter.after.push(l.t("mail-confirmed-private-phone"));
        }
        None => letter.after.push(l.t("mail-confirmed-no-phone")),
    }
    letter.after.push(l.t("mail-confirmed-slip"));
    letter.after.push(l.t("mail-confirmed-after"));
    let invite = parts::invite(desk, reader, Method::Request, &request, &assignment)?;
    Ok(Draft::owed(letter).with_invite(invite))
}

/// To the volunteer who gave back.
pub async fn given_back(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: AssignmentId) -> Result<Draft, DbError> {
    let Facts {
        assignment,
        request,
        slot,
        ..
    } = load(tx, id).await?;
    let mut letter = to_volunteer(desk, reader, "given-back", &request, slot);
    letter.lead = vec![reader.locale.t("mail-given-back-lead")];
    letter.pause = parts::pause(tx, desk, &reader.locale, assignment.volunteer_id).await?;
    let invite = parts::invite(desk, reader, Method::Cancel, &request, &assignment)?;
    Ok(Draft::owed(letter).with_invite(invite))
}

/// To the volunteer of a cancelled request.
pub async fn cancelled(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: AssignmentId) -> Result<Draft, DbError> {
    let Facts {
        assignment,
        request,
        slot,
        ..
    } = load(tx, id).await?;
    if let Some(new) = facts::moved_to(tx, assignment.request_id).await? {
        return moved::to_volunteer(tx, desk, reader, (id, new)).await;
    }
    let l = &reader.locale;
    let mut letter = to_volunteer(desk, reader, "assignment-cancelled", &request, slot);
    letter.lead = vec![l.t(&format!("mail-assignment-cancelled-lead{}", request.by_pool()))];
    letter.after.push(l.t("mail-assignment-cancelled-after"));
    letter.pause = parts::pause(tx, desk, l, assignment.volunteer_id).await?;
    let invite = parts::invite(desk, reader, Method::Cancel, &request, &assignment)?;
    Ok(Draft::owed(letter).with_invite(invite))
}

/// To the contact: the volunteer dropped out.
pub async fn restarted(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: AssignmentId) -> Result<Draft, DbError> {
    let Facts {
        assignment,
        request,
        slot,
        ..
    } = load(tx, id).await?;
    if request.cancelled_at.is_some() {
        // The mail about the cancellation takes the calendar's entry back.
        return Ok(Draft::NoLongerOwed("request_cancelled"));
    }
    let search = facts::search(tx, request.id).await?;
    if let Some(search) = search.as_ref().filter(|_| !desk.only_to_look)
        && search.has_not_looked(tx, desk.now).await?
    {
        return Ok(Draft::NotYet);
    }
    let l = &reader.locale;
    let nobody = search.as_ref().is_some_and(facts::SearchFacts::found_nobody_at_once);
    let family = if nobody { "restarted-nobody" } else { "restarted" };
    let mut letter = to_contact(desk, reader, family, &request, slot);
    letter.lead = vec![l.t(&format!("mail-{family}-lead"))];
    if nobody {
        let person = desk.rules.pool().desk_person.as_str();
        letter.lead.push(l.with("mail-nobody-next", &[("desk", person.into())]));
        letter.after = vec![l.t("mail-nobody-helps"), l.t("mail-nobody-after")];
    } else {
        letter.after = vec![l.t("mail-restarted-after")];
    }
    if let Some(search) = search.filter(|search| search.ended_at.is_none()) {
        let when = l.moment(search.heard_by(desk.now), slot.zone);
        letter.by = Some(l.with("mail-restarted-by", &[("when", when.into())]));
    }
    let invite = parts::invite(desk, reader, Method::Cancel, &request, &assignment)?;
    Ok(Draft::owed(letter).with_invite(invite))
}

fn to_contact(desk: &Desk<'_>, reader: &Reader, family: &str, request: &RequestFacts, slot: Slot) -> Letter {
    let bubble = parts::bubble_with_reference(desk, reader, request, &[slot]);
    let mut letter = parts::about(desk, reader, family, request, &[slot], bubble);
    letter.button = Some(parts::request_button(desk, &reader.locale, request));
    letter
}

fn to_volunteer(desk: &Desk<'_>, reader: &Reader, family: &str, request: &RequestFacts, slot: Slot) -> Letter {
    let bubble = parts::bubble_with_reference(desk, reader, request, &[slot]);
    parts::about(desk, reader, family, request, &[slot], bubble)
}
