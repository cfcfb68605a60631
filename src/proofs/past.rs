//! What happened at an appointment that was over before this pool was here.

use uuid::Uuid;

use super::{Outcome, Said};
use crate::{
    act::Act,
    database::{DbError, Tx, Value},
    q,
    requests::AssignmentId,
};

/// Known and settled at once: nobody is asked. No side has said a word here, so no version is made up for one.
pub async fn record_past(tx: &mut Tx, act: &Act<'_>, assignment: AssignmentId, said: Said) -> Result<(), DbError> {
    let times = said.times();
    let outcome: Outcome = said.outcome();
    q!(
        "INSERT INTO proof (assignment_id, state, outcome, started_at, ended_at, volunteer_reminders,
             institution_reminders, created_at, closed_at)
         VALUES ($1, 'done', $2, $3, $4, 0, 0, $5, $6)",
        assignment,
        outcome.code(),
        times.map(|(from, _)| from),
        times.map(|(_, until)| until),
        act.now,
        act.now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Of requests that an import had brought.
pub async fn unmake_past(tx: &mut Tx, requests: &[Uuid]) -> Result<(), DbError> {
    q!(
        "DELETE FROM proof WHERE assignment_id IN (
             SELECT id FROM assignment WHERE request_id IN (UUIDS($1)))",
        Value::uuids(requests.iter().copied())
    )
    .execute(tx)
    .await?;
    Ok(())
}
