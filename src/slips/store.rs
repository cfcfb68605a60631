//! All SQL that reads slips and their words.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Says, SlipId, WordingId};
use crate::{
    database::{DbError, Tx},
    people::PersonId,
    q,
    requests::RequestId,
    row,
};

row! {
    /// One version of a text's sentences.
    #[derive(Clone, Debug)]
    pub struct Version {
        pub id: WordingId,
        pub text_code: String,
        /// JSON; none: as they were shipped.
        pub says: Option<String>,
        pub checked_on: Option<String>,
        pub recorded_at: DateTime<Utc>,
        pub recorded_by: Option<PersonId>,
    }
}

impl Version {
    pub fn says(&self) -> Says {
        let stored = self.says.as_deref().unwrap_or("{}");
        // What nobody can read any more counts as shipped.
        serde_json::from_str(stored).unwrap_or_default()
    }

    pub fn checked_on(&self) -> Option<NaiveDate> {
        self.checked_on.as_deref().and_then(|day| day.parse().ok())
    }
}

row! {
    /// A link that was sent to a family.
    #[derive(Clone, Debug)]
    pub struct Slip {
        pub id: SlipId,
        pub request_id: RequestId,
        pub text_code: String,
        /// A digest of what it said then.
        pub shown: String,
        pub created_at: DateTime<Utc>,
        pub revoked_at: Option<DateTime<Utc>>,
    }
}

pub async fn newest(tx: &mut Tx, code: &str) -> Result<Option<Version>, DbError> {
    q!(
        "SELECT id, text_code, says, checked_on, recorded_at, recorded_by FROM slip_wording
         WHERE text_code = $1 ORDER BY recorded_at DESC, id DESC LIMIT 1",
        code
    )
    .optional(tx)
    .await
}

/// The newest first.
pub async fn history(tx: &mut Tx, code: &str) -> Result<Vec<Version>, DbError> {
    q!(
        "SELECT id, text_code, says, checked_on, recorded_at, recorded_by FROM slip_wording
         WHERE text_code = $1 ORDER BY recorded_at DESC, id DESC LIMIT 50",
        code
    )
    .all(tx)
    .await
}

/// The newest version of each text that has one.
pub async fn all_newest(tx: &mut Tx) -> Result<Vec<Version>, DbError> {
    q!(
        "SELECT w.id, w.text_code, w.says, w.checked_on, w.recorded_at, w.recorded_by FROM slip_wording w
         WHERE w.id = (SELECT n.id FROM slip_wording n WHERE n.text_code = w.text_code
                       ORDER BY n.recorded_at DESC, n.id DESC LIMIT 1) ORDER BY w.text_code"
    )
    .all(tx)
    .await
}

pub async fn slip(tx: &mut Tx, id: SlipId) -> Result<Option<Slip>, DbError> {
    q!(
        "SELECT id, request_id, text_code, shown, created_at, revoked_at FROM slip WHERE id = $1",
        id
    )
    .optional(tx)
    .await
}

/// Those of a request that work, the oldest first.
pub async fn living(tx: &mut Tx, request: RequestId) -> Result<Vec<Slip>, DbError> {
    q!(
        "SELECT id, request_id, text_code, shown, created_at, revoked_at FROM slip
         WHERE request_id = $1 AND revoked_at IS NULL ORDER BY created_at, id",
        request
    )
    .all(tx)
    .await
}
