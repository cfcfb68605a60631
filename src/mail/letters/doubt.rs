//! About an appointment whose volunteer wrote in the last hours that they cannot come.

use super::{facts, parts};
use crate::{
    database::{DbError, Tx},
    links::Purpose,
    mail::{
        letter::{Button, Row},
        render::{Desk, Draft, Reader},
    },
    requests::AssignmentId,
};

/// To the contact: plan without, and whom to call.
pub async fn may_not_come(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: AssignmentId) -> Result<Draft, DbError> {
    let assignment = facts::assignment(tx, id).await?;
    if assignment.ended_at.is_some() {
        return Ok(Draft::NoLongerOwed("assignment_ended"));
    }
    if assignment.withdrawal_asked_at.is_none() {
        return Ok(Draft::NoLongerOwed("settled"));
    }
    let request = facts::request(tx, assignment.request_id).await?;
    let slot = assignment.slot()?;
    let l = &reader.locale;
    let bubble = parts::bubble_with_reference(desk, reader, &request, &[slot]);
    let mut letter = parts::about(desk, reader, "may-not-come", &request, &[slot], bubble);
    let name = assignment.volunteer_name.as_str();
    letter.lead = vec![
        l.with("mail-may-not-come-lead", &[("volunteer", name.into())]),
        l.t("mail-may-not-come-plan"),
    ];
    let pool = desk.rules.pool();
    letter.details = vec![Row::phone(l.t("mail-closed-phone"), &pool.desk_phone)];
    let hours = pool.desk_phone_hours.or_code(l.code(), "");
    if !hours.is_empty() {
        letter.details.push(Row::new(l.t("mail-may-not-come-hours"), hours));
    }
    letter.button = Some(parts::request_button(desk, l, &request));
    letter.after = vec![l.t("mail-may-not-come-after")];
    Ok(Draft::owed(letter))
}

/// To each side: a person has spoken with the volunteer, and the appointment stands.
pub async fn comes_after_all(
    tx: &mut Tx,
    desk: &Desk<'_>,
    reader: &Reader,
    id: AssignmentId,
    volunteer: bool,
) -> Result<Draft, DbError> {
    let assignment = facts::assignment(tx, id).await?;
    if assignment.ended_at.is_some() {
        return Ok(Draft::NoLongerOwed("assignment_ended"));
    }
    if assignment.withdrawal_asked_at.is_some() {
        return Ok(Draft::NoLongerOwed("asked_again"));
    }
    let request = facts::request(tx, assignment.request_id).await?;
    let slot = assignment.slot()?;
    let l = &reader.locale;
    let bubble = parts::bubble_with_reference(desk, reader, &request, &[slot]);
    let mut letter = parts::about(desk, reader, "comes-after-all", &request, &[slot], bubble);
    if volunteer {
        letter.lead = vec![l.t("mail-comes-after-all-lead-own")];
        if let Some(url) = parts::link(tx, desk, Purpose::Assignment, id.0).await? {
            letter.button = Some(Button {
                label: l.t("mail-assigned-button"),
                url,
            });
            letter.footer = vec![l.t("mail-footer-private")];
        }
        letter.pause = parts::pause(tx, desk, l, assignment.volunteer_id).await?;
    } else {
        let name = assignment.volunteer_name.as_str();
        letter.lead = vec![l.with("mail-comes-after-all-lead", &[("volunteer", name.into())])];
        letter.button = Some(parts::request_button(desk, l, &request));
    }
    letter.after = vec![l.t("mail-comes-after-all-after")];
    Ok(Draft::owed(letter))
}
