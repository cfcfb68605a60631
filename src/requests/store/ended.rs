use chrono::{DateTime, Utc};

use crate::{
    database::{DbError, Tx},
    q,
    requests::RequestId,
    row,
    volunteers::VolunteerId,
};

row! {
    /// Somebody had said yes, and does not come any more.
    #[derive(Clone, Debug)]
    pub struct EndedRow {
        pub volunteer_id: VolunteerId,
        pub accepted_at: DateTime<Utc>,
        pub ended_at: DateTime<Utc>,
        /// "given_back" or "cancelled".
        pub ended_how: String,
    }
}

/// Assignments of a request that ended before their time, the newest first.
pub async fn ended_of(tx: &mut Tx, request: RequestId) -> Result<Vec<EndedRow>, DbError> {
    q!(
        "SELECT volunteer_id, accepted_at, ended_at, ended_how FROM assignment
         WHERE request_id = $1 AND ended_at IS NOT NULL AND ended_how IS NOT NULL ORDER BY ended_at DESC, id",
        request
    )
    .all(tx)
    .await
}
