use chrono::Duration;
use serde_json::json;

use super::doubt;
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{Mail, outbox},
    q,
    requests::{
        AssignmentId, RequestId, search,
        store::{self, AssignmentRow},
    },
    settings::Rules,
    timers, volunteers,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenBack {
    /// The search restarts under the same reference.
    SearchRestarted,
    /// Too near for a link: a person has to act, both sides know, and the page shows the phone number.
    CallTheDesk,
}

#[derive(Debug, thiserror::Error)]
pub enum GiveBackError {
    #[error("the appointment has begun")]
    Over,
    #[error("the assignment ended before")]
    Ended,
    #[error("no such assignment")]
    NotFound,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// The volunteer cannot come. Outside the lock the search restarts without them and the institution is told;
/// inside it a person has to act (S31, S32).
pub async fn give_back(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    assignment: AssignmentId,
) -> Result<GivenBack, GiveBackError> {
    let assignment = hold(tx, assignment).await?;
    if assignment.starts_at <= act.now {
        return Err(GiveBackError::Over);
    }
    if assignment.starts_at - act.now < Duration::hours(rules.numbers().volunteer_lock_hours) {
        doubt::begin(tx, act, &assignment).await?;
        return Ok(GivenBack::CallTheDesk);
    }
    free(tx, act, rules, &assignment).await?;
    Ok(GivenBack::SearchRestarted)
}

/// The volunteer called, or a coordinator takes the assignment back for them: also inside the lock. After
/// the start only where they had said before that they cannot come.
pub async fn release(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    request: RequestId,
    assignment: AssignmentId,
) -> Result<(), GiveBackError> {
    let assignment = hold(tx, assignment).await?;
    if assignment.request_id != request {
        return Err(GiveBackError::NotFound);
    }
    if assignment.starts_at <= act.now {
        return missed(tx, act, &assignment).await;
    }
    free(tx, act, rules, &assignment).await
}

/// Locks the request; the assignment stands.
async fn hold(tx: &mut Tx, assignment: AssignmentId) -> Result<AssignmentRow, GiveBackError> {
    let found = store::assignment(tx, assignment)
        .await?
        .ok_or(GiveBackError::NotFound)?;
    store::lock(tx, found.request_id).await?;
    let assignment = store::assignment(tx, assignment)
        .await?
        .ok_or(GiveBackError::NotFound)?;
    if assignment.ended_at.is_some() {
        return Err(GiveBackError::Ended);
    }
    Ok(assignment)
}

/// Too late for anybody else: nobody is looked for, nobody is asked how it was.
async fn missed(tx: &mut Tx, act: &Act<'_>, assignment: &AssignmentRow) -> Result<(), GiveBackError> {
    if assignment.withdrawal_asked_at.is_none() {
        return Err(GiveBackError::Over);
    }
    super::end(tx, act, assignment.id, "given_back").await?;
    q!(
        "UPDATE opening SET state = 'unfilled', changed_at = $1 WHERE id = $2",
        act.now,
        assignment.opening_id
    )
    .execute(tx)
    .await?;
    let params = json!({"assignment": assignment.id, "volunteer": assignment.volunteer_id});
    let request = ("request", assignment.request_id.0);
    act.audit(tx, "assignment_given_back", request, params).await?;
    Ok(())
}

/// The place is open again, and the search goes on under the same reference.
async fn free(tx: &mut Tx, act: &Act<'_>, rules: &Rules, assignment: &AssignmentRow) -> Result<(), GiveBackError> {
    volunteers::lock(tx, assignment.volunteer_id).await?;
    super::end(tx, act, assignment.id, "given_back").await?;
    q!(
        "UPDATE opening SET state = 'open', changed_at = $1 WHERE id = $2",
        act.now,
        assignment.opening_id
    )
    .execute(tx)
    .await?;
    reopen(tx, act, assignment.request_id).await?;
    let params = json!({"assignment": assignment.id, "volunteer": assignment.volunteer_id});
    act.audit(
        tx,
        "assignment_given_back",
        ("request", assignment.request_id.0),
        params,
    )
    .await?;
    let request = store::get(tx, assignment.request_id)
        .await?
        .ok_or(GiveBackError::NotFound)?;
    match request.search.as_ref().filter(|search| search.ended_at.is_none()) {
        Some(running) => timers::set(tx, act, timers::Kind::Search, running.id.0, act.now).await?,
        None => search::start(tx, act, rules, &request).await?,
    }
    let volunteer = search::recipient(tx, assignment.volunteer_id).await?;
    outbox::owe(
        tx,
        act,
        volunteer,
        &Mail::AssignmentGivenBack {
            assignment: assignment.id,
        },
        act.now,
    )
    .await?;
    let contact = search::contact(tx, &request).await?;
    outbox::owe(
        tx,
        act,
        contact,
        &Mail::SearchRestarted {
            assignment: assignment.id,
        },
        act.now,
    )
    .await?;
    Ok(())
}

/// A request that was closed with a place unfilled is looked for again, whole.
async fn reopen(tx: &mut Tx, act: &Act<'_>, request: RequestId) -> Result<(), DbError> {
    let reopened = q!(
        "UPDATE request SET closed_at = NULL, closed_by = NULL, closed_reason = NULL, closed_note = NULL
         WHERE id = $1 AND closed_at IS NOT NULL",
        request
    )
    .execute(tx)
    .await?;
    if reopened == 1 {
        q!(
            "UPDATE opening SET state = 'open', changed_at = $1 WHERE request_id = $2 AND state = 'unfilled'",
            act.now,
            request
        )
        .execute(tx)
        .await?;
    }
    Ok(())
}
