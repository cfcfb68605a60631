//! The appointments of a week, each once: on the date that somebody accepted, else on the first one wished for.

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    filter::Filter,
    state::{self, Known, State},
};
use crate::{
    database::{DbError, Tx, Value},
    q,
    requests::{RequestId, SlotId},
    row,
};

/// A week with more is read as far as this; the page says so.
const MOST: i64 = 1500;

row! {
    #[derive(Clone, Debug)]
    pub struct Row {
        pub request: RequestId,
        pub slot: SlotId,
        pub day: String,
        pub start: String,
        pub ends_at: DateTime<Utc>,
        pub language: String,
        pub institution: String,
        pub cancelled: bool,
        pub closed: bool,
        pub refused: bool,
        pub places: i64,
        pub here: i64,
        pub coming: i64,
        pub searching: bool,
        pub searched: bool,
        pub task: bool,
    }
}

impl Row {
    pub fn day(&self) -> Option<NaiveDate> {
        self.day.parse().ok()
    }

    /// What was called off or refused is no appointment any more: it is shown, and not counted.
    pub fn counts(&self) -> bool {
        !self.cancelled && !self.refused
    }

    /// There is a place without anybody.
    pub fn lacks_somebody(&self) -> bool {
        self.coming < self.places
    }

    pub fn state(&self, now: DateTime<Utc>) -> State {
        State::of(Known {
            cancelled: self.cancelled,
            closed: self.closed,
            refused: self.refused,
            over: state::over(self.ends_at, now),
            missing: self.lacks_somebody(),
            somebody: self.here > 0,
            searching: self.searching,
            searched: self.searched,
            task: self.task,
        })
    }
}

/// By day and time.
pub async fn week(tx: &mut Tx, filter: &Filter) -> Result<Vec<Row>, DbError> {
    q!(
        "SELECT x.request, x.slot, x.day, x.start, x.ends_at, x.language, x.institution, x.cancelled, x.closed, x.refused,
                x.places, x.here, x.coming, x.searching, x.searched, x.task FROM (
           SELECT r.id AS request, s.id AS slot, s.local_date AS day, s.start_time AS start, s.ends_at, r.language,
             i.name AS institution, r.cancelled_at IS NOT NULL AS cancelled, r.closed_at IS NOT NULL AS closed,
             COALESCE(r.check_state, '') = 'refused' AS refused,
             (SELECT COUNT(*) FROM opening o WHERE o.request_id = r.id) AS places,
             (SELECT COUNT(*) FROM assignment a
              WHERE a.request_id = r.id AND a.slot_id = s.id AND a.ended_at IS NULL) AS here,
             (SELECT COUNT(*) FROM assignment a WHERE a.request_id = r.id AND a.ended_at IS NULL) AS coming,
             EXISTS (SELECT 1 FROM search e WHERE e.request_id = r.id AND e.ended_at IS NULL) AS searching,
             EXISTS (SELECT 1 FROM search e WHERE e.request_id = r.id) AS searched,
             EXISTS (SELECT 1 FROM task t WHERE t.request_id = r.id AND t.done_at IS NULL) AS task,
             NOT EXISTS (SELECT 1 FROM slot e WHERE e.request_id = r.id AND e.position < s.position) AS is_first
           FROM slot s JOIN request r ON r.id = s.request_id JOIN institution i ON i.id = r.institution_id
           WHERE s.local_date >= $1 AND s.local_date <= $2 AND ($3 = '' OR r.language = $3)) x
         WHERE x.here > 0 OR (x.coming = 0 AND x.is_first)
         ORDER BY x.day, x.start, x.request LIMIT $4",
        filter.monday,
        filter.sunday(),
        filter.language.as_deref().unwrap_or_default(),
        MOST
    )
    .all(tx)
    .await
}

/// Who comes, for each of these dates.
pub async fn who_comes(tx: &mut Tx, rows: &[Row]) -> Result<Vec<(SlotId, String)>, DbError> {
    q!(
        "SELECT a.slot_id, p.name FROM assignment a JOIN volunteer v ON v.id = a.volunteer_id
         JOIN person p ON p.id = v.person_id
         WHERE a.request_id IN (UUIDS($1)) AND a.ended_at IS NULL ORDER BY p.name_sort, a.id",
        Value::uuids(rows.iter().map(|row| row.request.0))
    )
    .all(tx)
    .await
}
