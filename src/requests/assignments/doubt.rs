//! In the last hours a volunteer says that they cannot come, and nobody has spoken with them yet: until a person
//! at the desk has, neither side counts on the appointment.

use serde_json::json;

use super::GiveBackError;
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{Mail, outbox},
    q,
    requests::{
        AssignmentId, RequestId, search,
        store::{self, AssignmentRow},
    },
    tasks, timers,
};

/// The desk gets an urgent task, and the institution hears it at once, whatever the hour: it may have to do without.
pub(super) async fn begin(tx: &mut Tx, act: &Act<'_>, assignment: &AssignmentRow) -> Result<(), GiveBackError> {
    let about = tasks::About {
        request: Some(assignment.request_id),
        volunteer: Some(assignment.volunteer_id),
        assignment: Some(assignment.id),
        ..Default::default()
    };
    tasks::create(tx, act, tasks::Kind::WithdrawalInLock, about, json!({}), act.now).await?;
    if assignment.withdrawal_asked_at.is_some() {
        return Ok(());
    }
    set(tx, assignment.id, Some(act.now)).await?;
    let params = json!({"assignment": assignment.id, "volunteer": assignment.volunteer_id});
    act.audit(tx, "withdrawal_asked", ("request", assignment.request_id.0), params)
        .await?;
    let request = store::get(tx, assignment.request_id)
        .await?
        .ok_or(GiveBackError::NotFound)?;
    let contact = search::contact(tx, &request).await?;
    let mail = Mail::MayNotCome {
        assignment: assignment.id,
    };
    outbox::owe(tx, act, contact, &mail, act.now).await?;
    Ok(())
}

/// A coordinator has spoken with the volunteer: they come, or they came. Twice the same is done once.
pub async fn comes_after_all(
    tx: &mut Tx,
    act: &Act<'_>,
    request: RequestId,
    assignment: AssignmentId,
) -> Result<(), GiveBackError> {
    store::lock(tx, request).await?;
    let assignment = store::assignment(tx, assignment)
        .await?
        .filter(|one| one.request_id == request)
        .ok_or(GiveBackError::NotFound)?;
    if assignment.ended_at.is_some() {
        return Err(GiveBackError::Ended);
    }
    if assignment.withdrawal_asked_at.is_none() {
        return Ok(());
    }
    set(tx, assignment.id, None).await?;
    tasks::settle_assignment(tx, act, assignment.id, &[tasks::Kind::WithdrawalInLock]).await?;
    // Nobody asked how it was while nobody knew whether they come.
    let over = assignment.ends_at.max(act.now);
    timers::set(tx, act, timers::Kind::Proof, assignment.id.0, over).await?;
    let params = json!({"assignment": assignment.id, "volunteer": assignment.volunteer_id});
    act.audit(tx, "assignment_stays", ("request", request.0), params)
        .await?;
    if assignment.starts_at <= act.now {
        return Ok(());
    }
    let whole = store::get(tx, request).await?.ok_or(GiveBackError::NotFound)?;
    let contact = search::contact(tx, &whole).await?;
    let volunteer = search::recipient(tx, assignment.volunteer_id).await?;
    for (to, of_volunteer) in [(contact, false), (volunteer, true)] {
        let mail = Mail::ComesAfterAll {
            assignment: assignment.id,
            volunteer: of_volunteer,
        };
        outbox::owe(tx, act, to, &mail, act.now).await?;
    }
    Ok(())
}

async fn set(
    tx: &mut Tx,
    assignment: AssignmentId,
    since: Option<chrono::DateTime<chrono::Utc>>,
) -> Result<(), DbError> {
    q!(
        "UPDATE assignment SET withdrawal_asked_at = $1 WHERE id = $2",
        since,
        assignment
    )
    .execute(tx)
    .await?;
    Ok(())
}
