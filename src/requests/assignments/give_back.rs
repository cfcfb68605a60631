use chrono::Duration;
use serde_json::json;

use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{Mail, outbox},
    q,
    requests::{AssignmentId, search, store},
    settings::Rules,
    tasks, timers, volunteers,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenBack {
    /// The search restarts under the same reference.
    SearchRestarted,
    /// Too near for a link: nothing changed but an urgent task; the page shows the phone number.
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
    if assignment.starts_at <= act.now {
        return Err(GiveBackError::Over);
    }
    let about = tasks::About {
        request: Some(assignment.request_id),
        volunteer: Some(assignment.volunteer_id),
        assignment: Some(assignment.id),
        ..Default::default()
    };
    if assignment.starts_at - act.now < Duration::hours(rules.numbers().volunteer_lock_hours) {
        tasks::create(tx, act, tasks::Kind::WithdrawalInLock, about, json!({}), act.now).await?;
        return Ok(GivenBack::CallTheDesk);
    }
    volunteers::lock(tx, assignment.volunteer_id).await?;
    super::end(tx, act, assignment.id, "given_back").await?;
    q!(
        "UPDATE opening SET state = 'open', changed_at = $1 WHERE id = $2",
        act.now,
        assignment.opening_id
    )
    .execute(tx)
    .await?;
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
    Ok(GivenBack::SearchRestarted)
}
