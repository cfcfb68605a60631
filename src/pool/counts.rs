use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use crate::{
    database::{DbError, Tx, Value},
    q, row,
};

/// A language that so many speak is not rare, however many more there are: nobody has to count them.
const NOT_RARE: i64 = 100;

/// How many speak each of these languages, up to [`NOT_RARE`].
pub async fn speakers(tx: &mut Tx, languages: &BTreeSet<&str>) -> Result<HashMap<String, u32>, DbError> {
    let rows = q!(
        "WITH spoken (language) AS (TEXTS($1))
         SELECT spoken.language, (SELECT COUNT(*) FROM
             (SELECT 1 FROM speaker s WHERE s.language = spoken.language LIMIT $2) counted) AS speakers
         FROM spoken",
        Value::texts(languages),
        NOT_RARE
    )
    .all::<(String, i64)>(tx)
    .await?;
    let number = |(language, speakers)| (language, u32::try_from(speakers).unwrap_or(u32::MAX));
    Ok(rows.into_iter().map(number).collect())
}

row! {
    /// What somebody has got, and how much of it they want.
    #[derive(Clone, Copy, Debug)]
    pub struct OffersThisWeek {
        /// Offers of the last seven days, counted from the hand-over, and those still on their way.
        pub counted: i64,
        pub own_cap: Option<i64>,
    }
}

pub async fn offers_this_week(tx: &mut Tx, volunteer: Uuid, now: DateTime<Utc>) -> Result<OffersThisWeek, DbError> {
    q!(
        "SELECT v.offer_cap AS own_cap,
                (SELECT COUNT(*) FROM offer o
                 WHERE o.volunteer_id = v.id AND (o.sent_at > $2 OR (o.sent_at IS NULL AND o.state = 'queued')))
                AS counted
         FROM volunteer v WHERE v.id = $1",
        volunteer,
        now - Duration::days(7)
    )
    .one(tx)
    .await
}
