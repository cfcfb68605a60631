//! The list of all requests: one page, newest first, continued after a key and not at a number,
//! so that a new request never shifts a row to the next page.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use crate::{
    database::{DbError, Tx},
    institutions::InstitutionId,
    q,
    requests::RequestId,
    row,
};

pub const PAGE: usize = 50;
/// As [`crate::requests::Status`] has them.
pub const STATES: [&str; 7] = [
    "checking",
    "searching",
    "confirmed",
    "unfilled",
    "refused",
    "cancelled",
    "past",
];

/// What the address asks for; anything unknown in it counts as not said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub state: Option<&'static str>,
    pub language: Option<String>,
    pub day: Option<NaiveDate>,
    pub institution: Option<InstitutionId>,
    pub after: Option<Key>,
}

/// The last row of the page before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    pub filed_at: DateTime<Utc>,
    pub id: RequestId,
}

row! {
    pub struct Row {
        pub id: RequestId,
        pub reference: String,
        pub filed_at: DateTime<Utc>,
        pub institution: String,
        pub language: String,
        pub state: String,
        /// "2027-03-16T09:00", wall time: the date that somebody accepted, else the first wish.
        pub appointment: Option<String>,
    }
}

impl Row {
    pub fn appointment(&self) -> Option<NaiveDateTime> {
        NaiveDateTime::parse_from_str(self.appointment.as_deref()?, "%Y-%m-%dT%H:%M").ok()
    }
}

impl Key {
    pub fn parse(text: &str) -> Option<Self> {
        let (micros, id) = text.split_once('.')?;
        let filed_at = DateTime::from_timestamp_micros(micros.parse().ok()?)?;
        Some(Self {
            filed_at,
            id: id.parse().ok()?,
        })
    }

    pub fn text(&self) -> String {
        format!("{}.{}", self.filed_at.timestamp_micros(), self.id)
    }
}

/// The rows, and whether there are more.
pub async fn read(tx: &mut Tx, filter: &Filter, now: DateTime<Utc>) -> Result<(Vec<Row>, bool), DbError> {
    // Nothing is filed in the future: before the first page everything is "older".
    let after = filter.after.unwrap_or(Key {
        filed_at: now + chrono::Duration::days(36_500),
        id: RequestId(uuid::Uuid::max()),
    });
    let mut rows: Vec<Row> = q!(
        "SELECT x.id, x.reference, x.filed_at, x.institution, x.language, x.state, x.appointment FROM (
           SELECT r.id, r.reference, r.filed_at, i.name AS institution, r.language,
             CASE WHEN r.cancelled_at IS NOT NULL THEN 'cancelled'
               WHEN r.check_state = 'refused' THEN 'refused'
               WHEN COALESCE(
                   (SELECT MIN(s.ends_at) FROM assignment a JOIN slot s ON s.id = a.slot_id
                    WHERE a.request_id = r.id AND a.ended_at IS NULL),
                   (SELECT MAX(s.ends_at) FROM slot s WHERE s.request_id = r.id)) <= $1 THEN 'past'
               WHEN r.check_state IN ('waiting', 'asked') AND r.closed_at IS NULL THEN 'checking'
               WHEN EXISTS (SELECT 1 FROM opening o WHERE o.request_id = r.id AND o.state = 'open')
                AND EXISTS (SELECT 1 FROM search e WHERE e.request_id = r.id AND e.ended_at IS NULL) THEN 'searching'
               WHEN EXISTS (SELECT 1 FROM opening o WHERE o.request_id = r.id AND o.state IN ('open', 'unfilled'))
                 THEN 'unfilled'
               ELSE 'confirmed' END AS state,
             COALESCE(
               (SELECT MIN(s.local_date || 'T' || s.start_time) FROM assignment a JOIN slot s ON s.id = a.slot_id
                WHERE a.request_id = r.id AND a.ended_at IS NULL),
               (SELECT s.local_date || 'T' || s.start_time FROM slot s
                WHERE s.request_id = r.id ORDER BY s.position LIMIT 1)) AS appointment
           FROM request r JOIN institution i ON i.id = r.institution_id
           WHERE (r.filed_at < $2 OR (r.filed_at = $2 AND r.id < $3)) AND ($4 = '' OR r.language = $4)
             AND ($5 = '' OR EXISTS (SELECT 1 FROM slot s WHERE s.request_id = r.id AND s.local_date = $5))
             AND (r.institution_id = $6 OR $6 IS NULL)) x
         WHERE $7 = '' OR x.state = $7
         ORDER BY x.filed_at DESC, x.id DESC LIMIT $8",
        now,
        after.filed_at,
        after.id,
        filter.language.as_deref().unwrap_or_default(),
        filter.day.map(|day| day.to_string()).unwrap_or_default(),
        filter.institution,
        filter.state.unwrap_or_default(),
        PAGE as i64 + 1
    )
    .all(tx)
    .await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    Ok((rows, more))
}
