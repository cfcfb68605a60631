//! What a volunteer got and took lately.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::Asking;
use crate::{
    database::{DbError, Tx, Value},
    matching::Candidate,
    q, row,
};

row! {
    pub struct Lately {
        id: Uuid,
        offer_cap: Option<i64>,
        /// Handed over in the last seven days.
        received: i64,
        on_their_way: i64,
        last_offer_at: Option<DateTime<Utc>>,
        recent_assignments: i64,
    }
}

pub async fn lately(
    tx: &mut Tx,
    asking: &Asking,
    volunteers: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Lately>, DbError> {
    let rows = q!(
        "SELECT v.id, v.offer_cap,
                (SELECT COUNT(*) FROM offer o WHERE o.volunteer_id = v.id AND o.sent_at > $2) AS received,
                (SELECT COUNT(*) FROM offer o WHERE o.volunteer_id = v.id AND o.state = 'queued'
                   AND o.sent_at IS NULL) AS on_their_way,
                (SELECT MAX(o.created_at) FROM offer o WHERE o.volunteer_id = v.id AND o.created_at > $3
                   AND o.created_at <= $4) AS last_offer_at,
                (SELECT COUNT(*) FROM assignment a WHERE a.volunteer_id = v.id AND a.accepted_at > $3
                   AND a.accepted_at <= $4) AS recent_assignments
         FROM volunteer v WHERE v.id IN (UUIDS($1))",
        Value::uuids(volunteers),
        asking.now - Duration::days(7),
        asking.now - Duration::days(56),
        asking.now
    )
    .all::<Lately>(tx)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

impl Lately {
    /// Completes what is known of them.
    pub fn tell(&self, candidate: &mut Candidate) {
        candidate.offer_cap = self.offer_cap.and_then(|cap| u32::try_from(cap).ok());
        // Counted from the hand-over, and what is still on its way: so no seven days ever hold more than the cap.
        candidate.offers_last_7_days = u32::try_from(self.received + self.on_their_way).unwrap_or(u32::MAX);
        candidate.last_offer_at = self.last_offer_at;
        candidate.recent_assignments = u32::try_from(self.recent_assignments).unwrap_or(u32::MAX);
    }
}
