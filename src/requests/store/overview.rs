//! An institution's requests, page by page: what is to come first, or the newest of what is over.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use uuid::Uuid;

use super::super::RequestId;
use crate::{
    database::{DbError, Tx, Value},
    institutions::{ContactId, InstitutionId, SiteId},
    q, row,
};

/// How far a request is, as lists sort it. The request's own status says more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Somebody comes.
    Coming,
    /// Nobody comes yet, and its time is not over.
    Waiting,
    /// Over, or called off.
    Past,
}

impl Phase {
    pub const ALL: [Self; 3] = [Self::Coming, Self::Waiting, Self::Past];

    pub fn code(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::Waiting => "waiting",
            Self::Past => "past",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| phase.code() == code)
    }
}

/// Which requests: of these institutions, and of each list that is not empty only those.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub institutions: Vec<InstitutionId>,
    pub phases: Vec<Phase>,
    pub sites: Vec<SiteId>,
    pub languages: Vec<String>,
    pub contacts: Vec<ContactId>,
}

/// Where a page ends: the next one begins after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub starts_at: DateTime<Utc>,
    pub request: RequestId,
}

row! {
    /// What a line of a list or a day of a calendar needs.
    #[derive(Clone, Debug)]
    pub struct Listed {
        pub id: RequestId,
        pub starts_at: DateTime<Utc>,
        pub phase: String,
        /// Or refused: it takes no time.
        pub called_off: bool,
        pub language: String,
        pub local_date: String,
        pub start_time: String,
        pub end_time: String,
    }
}

impl Listed {
    pub fn position(&self) -> Position {
        Position {
            starts_at: self.starts_at,
            request: self.id,
        }
    }
}

/// The next first.
pub async fn ahead(
    tx: &mut Tx,
    wanted: &Wanted,
    after: Option<Position>,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Listed>, DbError> {
    let after = after.unwrap_or(Position {
        starts_at: DateTime::UNIX_EPOCH,
        request: RequestId(Uuid::nil()),
    });
    let lists = Lists::of(wanted);
    q!(
        "SELECT id, starts_at, phase, called_off, language, local_date, start_time, end_time FROM (
           SELECT l.id, l.starts_at, l.language, l.called_off, l.local_date, l.start_time, l.end_time,
                  CASE WHEN l.called_off OR l.open_until <= $1 THEN 'past' WHEN l.taken THEN 'coming'
                       ELSE 'waiting' END AS phase
           FROM request_listed l
           WHERE l.institution_id IN (UUIDS($2)) AND ($3 = FALSE OR l.site_id IN (UUIDS($4)))
             AND ($5 = FALSE OR l.language IN (TEXTS($6))) AND ($7 = FALSE OR l.contact_id IN (UUIDS($8)))) found
         WHERE phase IN (TEXTS($9)) AND (starts_at > $10 OR (starts_at = $10 AND id > $11))
         ORDER BY starts_at, id LIMIT $12",
        now,
        lists.institutions,
        !wanted.sites.is_empty(),
        lists.sites,
        !wanted.languages.is_empty(),
        lists.languages,
        !wanted.contacts.is_empty(),
        lists.contacts,
        lists.phases,
        after.starts_at,
        after.request,
        limit
    )
    .all(tx)
    .await
}

/// The latest first.
pub async fn back(
    tx: &mut Tx,
    wanted: &Wanted,
    after: Option<Position>,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Listed>, DbError> {
    let after = after.unwrap_or(Position {
        starts_at: Utc.with_ymd_and_hms(9999, 1, 1, 0, 0, 0).single().unwrap_or(now),
        request: RequestId(Uuid::max()),
    });
    let lists = Lists::of(wanted);
    q!(
        "SELECT id, starts_at, phase, called_off, language, local_date, start_time, end_time FROM (
           SELECT l.id, l.starts_at, l.language, l.called_off, l.local_date, l.start_time, l.end_time,
                  CASE WHEN l.called_off OR l.open_until <= $1 THEN 'past' WHEN l.taken THEN 'coming'
                       ELSE 'waiting' END AS phase
           FROM request_listed l
           WHERE l.institution_id IN (UUIDS($2)) AND ($3 = FALSE OR l.site_id IN (UUIDS($4)))
             AND ($5 = FALSE OR l.language IN (TEXTS($6))) AND ($7 = FALSE OR l.contact_id IN (UUIDS($8)))) found
         WHERE phase IN (TEXTS($9)) AND (starts_at < $10 OR (starts_at = $10 AND id < $11))
         ORDER BY starts_at DESC, id DESC LIMIT $12",
        now,
        lists.institutions,
        !wanted.sites.is_empty(),
        lists.sites,
        !wanted.languages.is_empty(),
        lists.languages,
        !wanted.contacts.is_empty(),
        lists.contacts,
        lists.phases,
        after.starts_at,
        after.request,
        limit
    )
    .all(tx)
    .await
}

row! {
    /// A date on which an appointment may be: nobody has said yes yet.
    #[derive(Clone, Debug)]
    pub struct Possible {
        pub id: RequestId,
        pub language: String,
        pub local_date: String,
        pub start_time: String,
        pub end_time: String,
        /// How many dates of this request would do.
        pub dates: i64,
    }
}

/// Every date, from that day to before the other, on which an open request may still be. One that is not searched for
/// any more stands on its first.
pub async fn possible(
    tx: &mut Tx,
    wanted: &Wanted,
    (from, before): (NaiveDate, NaiveDate),
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Possible>, DbError> {
    let lists = Lists::of(wanted);
    q!(
        "SELECT l.id, l.language, s.local_date, s.start_time, s.end_time,
                CASE WHEN r.closed_at IS NULL
                     THEN (SELECT COUNT(*) FROM slot o WHERE o.request_id = l.id AND o.ends_at > $1)
                     ELSE 1 END AS dates
         FROM request_listed l JOIN request r ON r.id = l.id JOIN slot s ON s.request_id = l.id
         WHERE l.institution_id IN (UUIDS($2)) AND ($3 = FALSE OR l.site_id IN (UUIDS($4)))
           AND ($5 = FALSE OR l.language IN (TEXTS($6))) AND ($7 = FALSE OR l.contact_id IN (UUIDS($8)))
           AND l.taken = FALSE AND l.called_off = FALSE AND l.open_until > $1
           AND (r.closed_at IS NULL AND s.ends_at > $1 OR r.closed_at IS NOT NULL AND s.starts_at = l.starts_at)
           AND s.local_date >= $9 AND s.local_date < $10
         ORDER BY s.starts_at, l.id LIMIT $11",
        now,
        lists.institutions,
        !wanted.sites.is_empty(),
        lists.sites,
        !wanted.languages.is_empty(),
        lists.languages,
        !wanted.contacts.is_empty(),
        lists.contacts,
        from,
        before,
        limit
    )
    .all(tx)
    .await
}

/// The languages that these institutions have asked for.
pub async fn languages_of(tx: &mut Tx, institutions: &[InstitutionId]) -> Result<Vec<String>, DbError> {
    let rows = q!(
        "SELECT DISTINCT language FROM request WHERE institution_id IN (UUIDS($1)) ORDER BY language",
        Value::uuids(institutions.iter().map(|id| id.0))
    )
    .all::<(String,)>(tx)
    .await?;
    Ok(rows.into_iter().map(|(code,)| code).collect())
}

struct Lists {
    institutions: Value,
    sites: Value,
    languages: Value,
    contacts: Value,
    phases: Value,
}

impl Lists {
    fn of(wanted: &Wanted) -> Self {
        Self {
            institutions: Value::uuids(wanted.institutions.iter().map(|id| id.0)),
            sites: Value::uuids(wanted.sites.iter().map(|id| id.0)),
            languages: Value::texts(&wanted.languages),
            contacts: Value::uuids(wanted.contacts.iter().map(|id| id.0)),
            phases: Value::texts(wanted.phases.iter().map(|phase| phase.code())),
        }
    }
}
