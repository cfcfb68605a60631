//! A request with a volunteer who accepted.

mod assign;
pub(super) mod book;
mod doubt;
mod give_back;
mod standing;

pub use assign::{AssignError, ByHand, assign};
pub use doubt::comes_after_all;
pub use give_back::{GiveBackError, GivenBack, give_back, release};
pub use standing::{Standing, standing, standing_of_all};

use crate::{
    act::Act,
    database::{DbError, Tx},
    q,
    requests::AssignmentId,
    tasks, timers,
};

/// What is settled when its assignment has ended, however.
const SETTLED: [tasks::Kind; 4] = [
    tasks::Kind::WithdrawalInLock,
    tasks::Kind::AssignmentUnqualified,
    tasks::Kind::AssignmentBanned,
    tasks::Kind::AssignmentAbsent,
];

/// Ends an assignment; calendars learn it by the next sequence number.
pub(super) async fn end(tx: &mut Tx, act: &Act<'_>, assignment: AssignmentId, how: &str) -> Result<(), DbError> {
    q!(
        "UPDATE assignment SET ended_at = $1, ended_how = $2, calendar_sequence = calendar_sequence + 1
         WHERE id = $3 AND ended_at IS NULL",
        act.now,
        how,
        assignment
    )
    .execute(tx)
    .await?;
    timers::clear(tx, timers::Kind::Proof, assignment.0).await?;
    tasks::settle_assignment(tx, act, assignment, &SETTLED).await
}
