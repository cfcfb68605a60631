//! How many a change of the rules would touch: counted before it is made. Whoever has left does not count.

use crate::{
    database::{DbError, Query, Tx},
    q,
};

pub async fn speaking(tx: &mut Tx, language: &str) -> Result<i64, DbError> {
    let speakers = q!(
        "SELECT COUNT(*) FROM volunteer_language s JOIN volunteer v ON v.id = s.volunteer_id
         WHERE s.language = $1 AND v.state <> 'retired'",
        language
    );
    count(tx, speakers).await
}

pub async fn living_in(tx: &mut Tx, district: &str) -> Result<i64, DbError> {
    let at_home = q!(
        "SELECT COUNT(*) FROM volunteer WHERE home_district = $1 AND state <> 'retired'",
        district
    );
    count(tx, at_home).await
}

/// Who works in some districts only, this one among them.
pub async fn choosing_district(tx: &mut Tx, district: &str) -> Result<i64, DbError> {
    let choosing = q!(
        "SELECT COUNT(*) FROM volunteer_district d JOIN volunteer v ON v.id = d.volunteer_id
         WHERE d.district = $1 AND v.state <> 'retired'",
        district
    );
    count(tx, choosing).await
}

/// Who works in some sectors only, this one among them.
pub async fn choosing_sector(tx: &mut Tx, sector: &str) -> Result<i64, DbError> {
    let choosing = q!(
        "SELECT COUNT(*) FROM volunteer_sector s JOIN volunteer v ON v.id = s.volunteer_id
         WHERE s.sector = $1 AND v.state <> 'retired'",
        sector
    );
    count(tx, choosing).await
}

/// For whom the pool's greatest travel time counts.
pub async fn without_own_travel_limit(tx: &mut Tx) -> Result<i64, DbError> {
    let without = q!("SELECT COUNT(*) FROM volunteer WHERE max_travel_minutes IS NULL AND state <> 'retired'");
    count(tx, without).await
}

async fn count(tx: &mut Tx, query: Query) -> Result<i64, DbError> {
    query.one::<(i64,)>(tx).await.map(|(count,)| count)
}
