//! Somebody else of the institution looks after a request now: to them, and to whoever comes.

use super::{facts, facts::Slot, parts};
use crate::{
    database::{DbError, Tx},
    links::Purpose,
    mail::{
        calendar::Method,
        letter::{Button, Letter, Row},
        render::{Desk, Draft, Reader},
    },
    requests::{AssignmentId, RequestId},
};

/// So many are named; the rest is on the page.
const NAMED: usize = 10;

/// To the volunteer: whom to ask for, and whom to call.
pub async fn contact_changed(
    tx: &mut Tx,
    desk: &Desk<'_>,
    reader: &Reader,
    id: AssignmentId,
) -> Result<Draft, DbError> {
    let assignment = facts::assignment(tx, id).await?;
    if assignment.ended_at.is_some() {
        return Ok(Draft::NoLongerOwed("assignment_ended"));
    }
    let request = facts::request(tx, assignment.request_id).await?;
    let slot = assignment.slot()?;
    let l = &reader.locale;
    let bubble = parts::bubble_with_reference(desk, reader, &request, &[slot]);
    let mut letter = parts::about(desk, reader, "contact-changed", &request, &[slot], bubble);
    letter.lead = vec![l.t("mail-contact-changed-lead")];
    letter.details = vec![Row::new(l.t("mail-row-contact"), &request.contact_name)];
    if let Some(phone) = &request.contact_phone {
        letter.details.push(Row::phone(l.t("mail-row-phone"), phone));
    }
    if let Some(url) = parts::link(tx, desk, Purpose::Assignment, id.0).await? {
        letter.button = Some(Button {
            label: l.t("mail-assigned-button"),
            url,
        });
        letter.footer = vec![l.t("mail-footer-private")];
    }
    letter.after = vec![l.t("mail-contact-changed-after")];
    letter.pause = parts::pause(tx, desk, l, assignment.volunteer_id).await?;
    Ok(Draft::owed(letter))
}

/// To the colleague: what is theirs now.
pub async fn handed_over(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, ids: &[RequestId]) -> Result<Draft, DbError> {
    let l = &reader.locale;
    let mut rows = Vec::new();
    let mut invites = Vec::new();
    let mut institution = String::new();
    for id in ids {
        let request = facts::request(tx, *id).await?;
        if request.cancelled_at.is_some() {
            continue;
        }
        let standing = facts::standing_assignments(tx, *id).await?;
        let slot = match standing.first() {
            Some(assignment) => assignment.slot()?,
            None => facts::slots(tx, *id).await?[0],
        };
        rows.push(Row::new(
            request.reference.clone(),
            line(desk, reader, &request.language, slot),
        ));
        for assignment in standing.iter().filter(|one| one.slot_starts_at > desk.now) {
            invites.push(parts::invite(desk, reader, Method::Request, &request, assignment)?);
        }
        institution = request.institution;
    }
    if rows.is_empty() {
        return Ok(Draft::NoLongerOwed("request_cancelled"));
    }
    let count = rows.len();
    let args = [("count", count.into()), ("institution", institution.into())];
    let mut letter = Letter {
        subject: l.with("mail-handed-over-subject", &[("count", count.into())]),
        title: l.with("mail-handed-over-title", &[("count", count.into())]),
        greeting: reader.greeting(),
        lead: vec![l.with("mail-handed-over-lead", &args)],
        button: Some(Button {
            label: l.t("mail-handed-over-button"),
            url: desk.settings.url("/requests"),
        }),
        after: vec![l.t("mail-handed-over-after")],
        footer: vec![l.t("mail-footer-automatic")],
        ..Letter::default()
    };
    if !invites.is_empty() {
        letter.after.insert(0, l.t("mail-handed-over-coming"));
    }
    if let Some(more) = count.checked_sub(NAMED).filter(|more| *more > 0) {
        letter
            .after
            .insert(0, l.with("mail-handed-over-more", &[("count", more.into())]));
        rows.truncate(NAMED);
    }
    letter.details = rows;
    Ok(invites.into_iter().fold(Draft::owed(letter), Draft::with_invite))
}

/// "Dienstag, 16. März, 9:00 Uhr, Dari"
fn line(desk: &Desk<'_>, reader: &Reader, language: &str, slot: Slot) -> String {
    let l = &reader.locale;
    let language = desk.rules.language_name(language, l.code());
    l.with(
        "mail-handed-over-row",
        &[
            ("when", l.moment(slot.starts_at, slot.zone).into()),
            ("language", language.into()),
        ],
    )
}
