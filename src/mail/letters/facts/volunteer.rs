//! What mails tell volunteers of themselves.

use chrono::{DateTime, Utc};

use crate::{
    database::{DbError, Tx},
    q,
    qualifications::QualificationId,
    row,
    volunteers::VolunteerId,
};

row! {
    pub struct VolunteerFacts {
        pub state: String,
        pub paused_until: Option<DateTime<Utc>>,
    }
}

row! {
    pub struct QualificationFacts {
        pub kind: String,
        pub valid_until: Option<String>,
        pub revoked_at: Option<DateTime<Utc>>,
        pub volunteer_state: String,
        /// Others of its kind that count longer.
        pub longer: i64,
    }
}

impl VolunteerFacts {
    pub fn is_paused(&self, now: DateTime<Utc>) -> bool {
        is_paused(&self.state, self.paused_until, now)
    }
}

pub fn is_paused(state: &str, paused_until: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    state == "paused" && paused_until.is_none_or(|until| now < until)
}

pub async fn volunteer(tx: &mut Tx, id: VolunteerId) -> Result<VolunteerFacts, DbError> {
    q!("SELECT state, paused_until FROM volunteer WHERE id = $1", id)
        .one(tx)
        .await
}

row! {
    pub struct LeftFacts {
        pub retired_at: Option<DateTime<Utc>>,
        /// How many open tasks ask to delete what is known, soon.
        pub asks_for_erasure: i64,
    }
}

pub async fn left(tx: &mut Tx, id: VolunteerId) -> Result<LeftFacts, DbError> {
    q!(
        "SELECT v.retired_at,
                (SELECT COUNT(*) FROM task t
                 WHERE t.volunteer_id = v.id AND t.kind = 'erasure_asked' AND t.done_at IS NULL) AS asks_for_erasure
         FROM volunteer v WHERE v.id = $1",
        id
    )
    .one(tx)
    .await
}

row! {
    pub struct WishesFacts {
        pub offer_cap: Option<i64>,
        pub institutions: i64,
        pub occasions: i64,
    }
}

/// How much somebody wants to be asked, and of how many they do not.
pub async fn wishes(tx: &mut Tx, id: VolunteerId) -> Result<WishesFacts, DbError> {
    q!(
        "SELECT v.offer_cap,
                (SELECT COUNT(*) FROM refusal r
                 WHERE r.volunteer_id = v.id AND r.ended_at IS NULL AND r.kind = 'institution') AS institutions,
                (SELECT COUNT(*) FROM refusal r
                 WHERE r.volunteer_id = v.id AND r.ended_at IS NULL AND r.kind = 'occasion') AS occasions
         FROM volunteer v WHERE v.id = $1",
        id
    )
    .one(tx)
    .await
}

pub async fn qualification(tx: &mut Tx, id: QualificationId) -> Result<QualificationFacts, DbError> {
    q!(
        "SELECT x.kind, x.valid_until, x.revoked_at, v.state AS volunteer_state,
                (SELECT COUNT(*) FROM qualification n WHERE n.volunteer_id = x.volunteer_id AND n.kind = x.kind
                   AND n.revoked_at IS NULL
                   AND (n.valid_until IS NULL OR n.valid_until > x.valid_until)) AS longer
         FROM qualification x JOIN volunteer v ON v.id = x.volunteer_id WHERE x.id = $1",
        id
    )
    .one(tx)
    .await
}
