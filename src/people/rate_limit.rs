//! How often something may be tried: counted in fixed windows under a pseudonym.

use chrono::{DateTime, Duration, Utc};

use crate::{
    database::{DbError, Tx},
    q,
};

pub const WINDOW: Duration = Duration::minutes(15);

/// Counts one hit; `false` when the window already held `most` of them.
pub async fn allows(tx: &mut Tx, key: &str, now: DateTime<Utc>, most: i64) -> Result<bool, DbError> {
    let (hits,) = q!(
        "INSERT INTO rate_limit (key, window_start, hits) VALUES ($1, $2, 1)
         ON CONFLICT (key, window_start) DO UPDATE SET hits = rate_limit.hits + 1 RETURNING hits",
        key,
        window_start(now)
    )
    .one::<(i64,)>(tx)
    .await?;
    Ok(hits <= most)
}

/// How many hits the window holds so far.
pub async fn hits(tx: &mut Tx, key: &str, now: DateTime<Utc>) -> Result<i64, DbError> {
    let row = q!(
        "SELECT hits FROM rate_limit WHERE key = $1 AND window_start = $2",
        key,
        window_start(now)
    )
    .optional::<(i64,)>(tx)
    .await?;
    Ok(row.map_or(0, |(hits,)| hits))
}

/// Windows that are over say nothing any more.
pub async fn forget_old(tx: &mut Tx, now: DateTime<Utc>) -> Result<(), DbError> {
    q!(
        "DELETE FROM rate_limit WHERE window_start < $1",
        now - Duration::days(1)
    )
    .execute(tx)
    .await?;
    Ok(())
}

fn window_start(now: DateTime<Utc>) -> DateTime<Utc> {
    let seconds = now.timestamp();
    DateTime::from_timestamp(seconds - seconds.rem_euclid(WINDOW.num_seconds()), 0).unwrap_or(now)
}
