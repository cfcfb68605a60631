//! How proofs of appointments stand.

use chrono::{DateTime, Utc};

use crate::{
    database::{DbError, Tx},
    q,
    requests::AssignmentId,
    row,
};

row! {
    /// What one side says, or what counts.
    pub struct ProofWord {
        pub outcome: String,
        pub started_at: Option<DateTime<Utc>>,
        pub ended_at: Option<DateTime<Utc>>,
    }
}

/// How a proof stands, and what counts once it is done.
pub async fn proof(tx: &mut Tx, id: AssignmentId) -> Result<(String, Option<ProofWord>), DbError> {
    let (state,) = q!("SELECT state FROM proof WHERE assignment_id = $1", id)
        .one(tx)
        .await?;
    let counts = q!(
        "SELECT CASE WHEN absent = 'volunteer' THEN 'volunteer_absent' ELSE outcome END AS outcome, started_at, ended_at
         FROM proof WHERE assignment_id = $1 AND outcome IS NOT NULL",
        id
    )
    .optional(tx)
    .await?;
    Ok((state, counts))
}

/// The newest word of a side.
pub async fn proof_word(tx: &mut Tx, id: AssignmentId, side: &str) -> Result<Option<ProofWord>, DbError> {
    q!(
        "SELECT CASE WHEN absent = 'volunteer' THEN 'volunteer_absent' ELSE outcome END AS outcome, started_at, ended_at
         FROM proof_version WHERE assignment_id = $1 AND side = $2
         ORDER BY recorded_at DESC, id DESC LIMIT 1",
        id,
        side
    )
    .optional(tx)
    .await
}
