//! What a change of the rules would touch: requests that still look for somebody, appointments that lie ahead.

use chrono::{DateTime, Duration, NaiveDate, Utc};

use super::RequestId;
use crate::{
    database::{DbError, Tx},
    institutions::SiteId,
    q, row,
    volunteers::VolunteerId,
};

row! {
    /// What it asks for, by the codes of the rules.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Touched {
        pub id: RequestId,
        pub language: String,
        pub sector: String,
        pub district: String,
        pub mode: String,
        pub occasion: String,
        pub topic: String,
    }
}

/// Somebody is still looked for.
pub async fn searching(tx: &mut Tx, now: DateTime<Utc>) -> Result<Vec<Touched>, DbError> {
    q!(
        "SELECT r.id, r.language, r.sector, r.district, r.mode, r.occasion, r.topic FROM request r
         WHERE r.cancelled_at IS NULL AND r.closed_at IS NULL
           AND EXISTS (SELECT 1 FROM opening o WHERE o.request_id = r.id AND o.state = 'open')
           AND EXISTS (SELECT 1 FROM slot s WHERE s.request_id = r.id AND s.starts_at > $1)",
        now
    )
    .all(tx)
    .await
}

/// One row for each appointment that somebody has accepted and that lies ahead.
pub async fn accepted(tx: &mut Tx, now: DateTime<Utc>) -> Result<Vec<Touched>, DbError> {
    q!(
        "SELECT r.id, r.language, r.sector, r.district, r.mode, r.occasion, r.topic
         FROM assignment a JOIN request r ON r.id = a.request_id
         WHERE a.ended_at IS NULL AND a.starts_at > $1",
        now
    )
    .all(tx)
    .await
}

/// Appointments ahead on these days, and requests that may still get one on them.
pub async fn on_days(
    tx: &mut Tx,
    now: DateTime<Utc>,
    (first, last): (NaiveDate, NaiveDate),
) -> Result<(i64, i64), DbError> {
    let (appointments,) = q!(
        "SELECT COUNT(*) FROM assignment a JOIN slot s ON s.id = a.slot_id
         WHERE a.ended_at IS NULL AND a.starts_at > $1 AND s.local_date BETWEEN $2 AND $3",
        now,
        first,
        last
    )
    .one::<(i64,)>(tx)
    .await?;
    let (searching,) = q!(
        "SELECT COUNT(*) FROM request r WHERE r.cancelled_at IS NULL AND r.closed_at IS NULL
           AND EXISTS (SELECT 1 FROM opening o WHERE o.request_id = r.id AND o.state = 'open')
           AND EXISTS (SELECT 1 FROM slot s WHERE s.request_id = r.id AND s.starts_at > $1
                       AND s.local_date BETWEEN $2 AND $3)",
        now,
        first,
        last
    )
    .one::<(i64,)>(tx)
    .await?;
    Ok((appointments, searching))
}

/// Volunteers who got that many offers or more in the last seven days.
pub async fn asked_so_often(tx: &mut Tx, now: DateTime<Utc>, offers: i64) -> Result<i64, DbError> {
    let (volunteers,) = q!(
        "SELECT COUNT(*) FROM (SELECT o.volunteer_id FROM offer o WHERE o.sent_at > $1
                               GROUP BY o.volunteer_id HAVING COUNT(*) >= $2) asked",
        now - Duration::days(7),
        offers
    )
    .one::<(i64,)>(tx)
    .await?;
    Ok(volunteers)
}

row! {
    /// An appointment that somebody has accepted: when, and where they have to be.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Held {
        pub volunteer_id: VolunteerId,
        pub starts_at: DateTime<Utc>,
        pub ends_at: DateTime<Utc>,
        pub site_id: SiteId,
        pub district: String,
        pub mode: String,
    }
}

/// Everything accepted that lies ahead, for each volunteer in order.
pub async fn held(tx: &mut Tx, now: DateTime<Utc>) -> Result<Vec<Held>, DbError> {
    q!(
        "SELECT a.volunteer_id, a.starts_at, a.ends_at, r.site_id, r.district, r.mode
         FROM assignment a JOIN request r ON r.id = a.request_id
         WHERE a.ended_at IS NULL AND a.starts_at > $1 ORDER BY a.volunteer_id, a.starts_at",
        now
    )
    .all(tx)
    .await
}

/// When requests came in since then, and when their first date was to begin.
pub async fn filed_since(tx: &mut Tx, since: DateTime<Utc>) -> Result<Vec<(DateTime<Utc>, DateTime<Utc>)>, DbError> {
    q!(
        "SELECT r.filed_at, s.starts_at FROM request r JOIN slot s ON s.request_id = r.id
         WHERE r.filed_at > $1 AND s.starts_at > r.filed_at
           AND s.position = (SELECT MIN(o.position) FROM slot o WHERE o.request_id = r.id)",
        since
    )
    .all(tx)
    .await
}
