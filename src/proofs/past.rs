//! What happened at an appointment that was over before this pool was here.

use uuid::Uuid;

use super::{Outcome, Said};
use crate::{
    act::Act,
    database::{DbError, Tx, Value, cells},
    q,
    requests::AssignmentId,
};

/// Known and settled at once: nobody is asked. No side has said a word here, so no version is made up for one.
pub async fn record_past(tx: &mut Tx, act: &Act<'_>, all: &[(AssignmentId, Said)]) -> Result<(), DbError> {
    let rows = all.iter().map(|(assignment, said)| {
        let (times, outcome): (_, Outcome) = (said.times(), said.outcome());
        cells([
            (*assignment).into(),
            outcome.code().into(),
            times.map(|(from, _)| from).into(),
            times.map(|(_, until)| until).into(),
        ])
    });
    q!(
        "INSERT INTO proof (assignment_id, state, outcome, started_at, ended_at, volunteer_reminders,
             institution_reminders, created_at, closed_at)
         SELECT ID_OF(r.value ->> 0), 'done', r.value ->> 1, TIME_OF(r.value ->> 2), TIME_OF(r.value ->> 3), 0, 0, $2, $3
         FROM ROWS($1) AS r",
        Value::rows(rows.collect()),
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
