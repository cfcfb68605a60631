//! The list of all requests: page by page, continued after a row and not at a number, so that a new request never
//! shifts a row to another page, and the thousandth page costs what the first does.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use super::list_few;
use crate::{
    database::{
        DbError, Tx, Value,
        paging::{self, Paged, Position},
    },
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

/// Rows looked at together where a filter has to look at each.
const CHUNK: usize = 200;
/// A filter that fits hardly anything looks no further than this; the next page goes on from there.
const FURTHEST: usize = 25;

/// What the address asks for; anything unknown in it counts as not said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub state: Option<&'static str>,
    pub language: Option<String>,
    pub day: Option<NaiveDate>,
    pub institution: Option<InstitutionId>,
    /// Those filed first come first.
    pub oldest_first: bool,
    pub at: Position<Key>,
}

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub filed_at: DateTime<Utc>,
    pub id: RequestId,
}

row! {
    #[derive(Clone, Debug)]
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

    pub fn key(&self) -> Key {
        Key {
            filed_at: self.filed_at,
            id: self.id,
        }
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

impl Filter {
    fn fits(&self, row: &Row) -> bool {
        self.state.is_none_or(|state| row.state == state)
    }
}

/// One page. Where few requests come into question, those are read; else the list is followed along its index.
pub async fn read(tx: &mut Tx, filter: &Filter, now: DateTime<Utc>) -> Result<Paged<Row, Key>, DbError> {
    let Some(ids) = list_few::few(tx, filter, now).await? else {
        return follow(tx, filter, now).await;
    };
    let mut rows = rows(tx, &ids, filter, now).await?;
    rows.sort_by_key(Row::key);
    if !filter.oldest_first {
        rows.reverse();
    }
    let before = |a: &Key, b: &Key| if filter.oldest_first { a < b } else { a > b };
    Ok(paging::cut(rows, &filter.at, PAGE, Row::key, before))
}

async fn follow(tx: &mut Tx, filter: &Filter, now: DateTime<Utc>) -> Result<Paged<Row, Key>, DbError> {
    let backwards = matches!(filter.at, Position::Before(_));
    let upwards = filter.oldest_first != backwards;
    let mut key = match filter.at {
        Position::After(key) | Position::Before(key) => Some(key),
        Position::Start => None,
    };
    // Without a filter that has to look at each row, none is read in vain.
    let looks = filter.state.is_some() || filter.day.is_some();
    let most = if looks { CHUNK } else { PAGE + 1 };
    let mut found = Vec::new();
    for _ in 0..FURTHEST {
        let keys = following(tx, filter, key, upwards, (most, now)).await?;
        let ids: Vec<RequestId> = keys.iter().map(|key| key.id).collect();
        let mut chunk = rows(tx, &ids, filter, now).await?;
        chunk.sort_by_key(Row::key);
        if !upwards {
            chunk.reverse();
        }
        found.extend(chunk);
        key = keys.last().copied().filter(|_| keys.len() == most);
        if found.len() > PAGE || key.is_none() {
            break;
        }
    }
    Ok(paging::followed(found, &filter.at, PAGE, Row::key, key))
}

/// The next rows of the index, whatever their state.
async fn following(
    tx: &mut Tx,
    filter: &Filter,
    after: Option<Key>,
    upwards: bool,
    (most, now): (usize, DateTime<Utc>),
) -> Result<Vec<Key>, DbError> {
    let language = filter.language.clone().unwrap_or_default();
    let found = if upwards {
        let after = after.unwrap_or(Key {
            filed_at: DateTime::UNIX_EPOCH,
            id: RequestId(uuid::Uuid::nil()),
        });
        q!(
            "SELECT filed_at, id FROM request WHERE filed_at >= $1 AND (filed_at > $1 OR id > $2)
               AND ($3 = '' OR language = $3) AND (institution_id = $4 OR $4 IS NULL)
             ORDER BY filed_at, id LIMIT $5",
            after.filed_at,
            after.id,
            language,
            filter.institution,
            most as i64
        )
    } else {
        // Nothing is filed in the future.
        let before = after.unwrap_or(Key {
            filed_at: now + chrono::Duration::days(36_500),
            id: RequestId(uuid::Uuid::max()),
        });
        q!(
            "SELECT filed_at, id FROM request WHERE filed_at <= $1 AND (filed_at < $1 OR id < $2)
               AND ($3 = '' OR language = $3) AND (institution_id = $4 OR $4 IS NULL)
             ORDER BY filed_at DESC, id DESC LIMIT $5",
            before.filed_at,
            before.id,
            language,
            filter.institution,
            most as i64
        )
    };
    let found = found.all::<(DateTime<Utc>, RequestId)>(tx).await?;
    Ok(found.into_iter().map(|(filed_at, id)| Key { filed_at, id }).collect())
}

/// Those of them that fit the whole filter, in no order.
async fn rows(tx: &mut Tx, ids: &[RequestId], filter: &Filter, now: DateTime<Utc>) -> Result<Vec<Row>, DbError> {
    let mut rows: Vec<Row> = q!(
        "SELECT r.id, r.reference, r.filed_at, i.name AS institution, r.language,
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
         WHERE r.id IN (UUIDS($2)) AND ($3 = '' OR r.language = $3) AND (r.institution_id = $4 OR $4 IS NULL)
           AND ($5 = '' OR EXISTS (SELECT 1 FROM slot s WHERE s.request_id = r.id AND s.local_date = $5))",
        now,
        Value::uuids(ids.iter().map(|id| id.0)),
        filter.language.as_deref().unwrap_or_default(),
        filter.institution,
        filter.day.map(|day| day.to_string()).unwrap_or_default()
    )
    .all(tx)
    .await?;
    rows.retain(|row| filter.fits(row));
    Ok(rows)
}
