//! To the contact, about a request.

use super::{
    check,
    facts::{self, RequestFacts},
    moved, parts,
};
use crate::{
    database::{DbError, Tx},
    mail::{
        calendar::Method,
        letter::Row,
        render::{Desk, Draft, Reader},
    },
    requests::RequestId,
};

pub async fn received(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: RequestId) -> Result<Draft, DbError> {
    let request = facts::request(tx, id).await?;
    if request.cancelled_at.is_some() {
        return Ok(Draft::NoLongerOwed("request_cancelled"));
    }
    let search = facts::search(tx, id).await?;
    if let Some(search) = search.as_ref().filter(|_| !desk.only_to_look) {
        if search.has_not_looked(tx, desk.now).await? {
            return Ok(Draft::NotYet);
        }
        // One mail thanks and says so.
        if search.found_nobody_at_once() && !search.after_withdrawal {
            return Ok(Draft::NoLongerOwed("nobody_fits"));
        }
    }
    let slots = facts::slots(tx, id).await?;
    let l = &reader.locale;
    let bubble = parts::bubble_with_reference(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "received", &request, &slots, bubble);
    let reference = ("reference", request.reference.as_str().into());
    letter.lead = vec![match facts::filed_for_contact(tx, id).await? {
        Some(name) => l.with("callers-mail-lead", &[("name", name.into()), reference]),
        None => l.with("mail-received-lead", &[reference]),
    }];
    if let Some(search) = search.filter(|search| search.ended_at.is_none()) {
        let when = l.moment(search.heard_by(desk.now), facts::zone_of(&slots, desk.rules));
        letter.lead.push(l.t("mail-received-next"));
        letter.by = Some(l.with("mail-received-by", &[("when", when.into())]));
    } else if let Some(heard_by) = check::waits(tx, id).await? {
        let when = l.moment(heard_by, facts::zone_of(&slots, desk.rules));
        letter.lead.push(l.t("mail-received-check"));
        letter.by = Some(l.with("mail-received-by", &[("when", when.into())]));
    }
    letter.button = Some(parts::request_button(desk, l, &request));
    letter.after = vec![l.t("mail-received-after")];
    Ok(Draft::owed(letter))
}

pub async fn cancelled(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: RequestId) -> Result<Draft, DbError> {
    let request = facts::request(tx, id).await?;
    if let Some(new) = facts::moved_to(tx, id).await? {
        return moved::to_contact(tx, desk, reader, (&request, new)).await;
    }
    let off = facts::cancelled_assignments(tx, id).await?;
    // Somebody had said yes to one of its dates: the others were off before.
    let slots = match off.first() {
        Some(assignment) => vec![assignment.slot()?],
        None => facts::slots(tx, id).await?,
    };
    let l = &reader.locale;
    let bubble = parts::bubble_with_reference(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "request-cancelled", &request, &slots, bubble);
    letter.lead = vec![l.t(&format!("mail-request-cancelled-lead{}", request.by_pool()))];
    letter.button = Some(parts::request_button(desk, l, &request));
    letter.after = vec![l.t("mail-request-cancelled-after")];
    let mut draft = Draft::owed(letter);
    for assignment in off {
        draft = draft.with_invite(parts::invite(desk, reader, Method::Cancel, &request, &assignment)?);
    }
    Ok(draft)
}

pub async fn nobody_found(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: RequestId) -> Result<Draft, DbError> {
    let request = facts::request(tx, id).await?;
    if request.cancelled_at.is_some() {
        return Ok(Draft::NoLongerOwed("request_cancelled"));
    }
    if request.closed_at.is_some() {
        return Ok(Draft::NoLongerOwed("request_closed"));
    }
    let search = facts::search(tx, id).await?;
    // A new round has begun since, or somebody was found after all.
    if search.as_ref().is_some_and(|search| search.ended_at.is_none()) {
        return Ok(Draft::NoLongerOwed("search_running"));
    }
    let at_once = search.as_ref().is_some_and(facts::SearchFacts::found_nobody_at_once);
    // The mail about who gave back says it, too.
    if at_once && search.is_some_and(|search| search.after_withdrawal) && !desk.only_to_look {
        return Ok(Draft::NoLongerOwed("said_at_once"));
    }
    let slots = facts::slots(tx, id).await?;
    let l = &reader.locale;
    let bubble = parts::bubble_with_reference(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "nobody", &request, &slots, bubble);
    let person = desk.rules.pool().desk_person.as_str();
    let lead = if at_once {
        let reference = request.reference.as_str();
        l.with("mail-nobody-fits-lead", &[("reference", reference.into())])
    } else {
        l.t("mail-nobody-lead")
    };
    letter.lead = vec![lead, l.with("mail-nobody-next", &[("desk", person.into())])];
    letter.button = Some(parts::request_button(desk, l, &request));
    letter.after = vec![l.t("mail-nobody-helps"), l.t("mail-nobody-after")];
    Ok(Draft::owed(letter))
}

/// A coordinator has given it up.
pub async fn closed(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: RequestId) -> Result<Draft, DbError> {
    let request = facts::request(tx, id).await?;
    if request.cancelled_at.is_some() {
        return Ok(Draft::NoLongerOwed("request_cancelled"));
    }
    if request.closed_at.is_none() {
        return Ok(Draft::NoLongerOwed("search_running"));
    }
    let slots = facts::slots(tx, id).await?;
    let l = &reader.locale;
    let bubble = parts::bubble_with_reference(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "closed", &request, &slots, bubble);
    // Nobody has decided in time: then nobody was asked either.
    let lead = match check::waits(tx, id).await? {
        Some(_) => "mail-closed-undecided",
        None => "mail-closed-lead",
    };
    letter.lead = vec![l.t(lead)];
    if facts::coming(tx, id).await? > 0 {
        letter.lead.push(l.t("mail-closed-some-come"));
    }
    let pool = desk.rules.pool();
    letter.details = vec![Row::phone(l.t("mail-closed-phone"), &pool.desk_phone)];
    letter.button = Some(parts::request_button(desk, l, &request));
    letter.after = vec![l.t("mail-closed-after")];
    Ok(Draft::owed(letter))
}

/// What a coordinator changed about a search.
pub struct Changed {
    pub mode: bool,
    pub gender: bool,
    pub language: bool,
    pub dates: bool,
}

/// The search goes on, differently.
pub async fn changed(
    tx: &mut Tx,
    desk: &Desk<'_>,
    reader: &Reader,
    id: RequestId,
    what: &Changed,
) -> Result<Draft, DbError> {
    let request = facts::request(tx, id).await?;
    if request.cancelled_at.is_some() {
        return Ok(Draft::NoLongerOwed("request_cancelled"));
    }
    let Some(search) = facts::search(tx, id).await?.filter(|search| search.ended_at.is_none()) else {
        return Ok(Draft::NoLongerOwed("search_ended"));
    };
    let slots = facts::slots(tx, id).await?;
    let slots: Vec<_> = slots.into_iter().filter(|slot| slot.starts_at > desk.now).collect();
    if slots.is_empty() {
        return Ok(Draft::NoLongerOwed("past"));
    }
    let l = &reader.locale;
    let bubble = parts::bubble_with_reference(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "changed", &request, &slots, bubble);
    letter.lead = vec![l.t("mail-changed-lead")];
    letter.lead.extend(changes(desk, reader, &request, what));
    let when = l.moment(search.heard_by(desk.now), facts::zone_of(&slots, desk.rules));
    letter.by = Some(l.with("mail-received-by", &[("when", when.into())]));
    letter.button = Some(parts::request_button(desk, l, &request));
    letter.after = vec![l.t("mail-changed-after")];
    Ok(Draft::owed(letter))
}

/// One sentence each.
fn changes(desk: &Desk<'_>, reader: &Reader, request: &RequestFacts, what: &Changed) -> Vec<String> {
    let l = &reader.locale;
    let mut lines = Vec::new();
    if what.mode {
        let mode = l.t(&format!("mode-{}", request.mode));
        lines.push(l.with("mail-changed-mode", &[("mode", mode.into())]));
    }
    if what.dates {
        lines.push(l.t("mail-changed-dates"));
    }
    if what.gender {
        lines.push(l.t("mail-changed-gender"));
    }
    if what.language {
        let stored = request.also_accept.as_deref().unwrap_or_default();
        let codes: Vec<String> = serde_json::from_str(stored).unwrap_or_default();
        let names: Vec<_> = codes
            .iter()
            .map(|code| desk.rules.language_name(code, l.code()))
            .collect();
        lines.push(l.with("mail-changed-language", &[("languages", names.join(", ").into())]));
    }
    if lines.is_empty() {
        lines.push(l.t("mail-changed-same"));
    }
    lines
}
