//! How many a change of the rules would touch. Whoever is gone does not count.

use crate::{
    database::{DbError, Tx},
    q,
};

pub async fn in_sector(tx: &mut Tx, sector: &str) -> Result<i64, DbError> {
    let (count,) = q!(
        "SELECT COUNT(*) FROM institution WHERE sector = $1 AND state <> 'retired'",
        sector
    )
    .one::<(i64,)>(tx)
    .await?;
    Ok(count)
}

pub async fn of_kind(tx: &mut Tx, kind: &str) -> Result<i64, DbError> {
    let (count,) = q!(
        "SELECT COUNT(*) FROM institution WHERE kind = $1 AND state <> 'retired'",
        kind
    )
    .one::<(i64,)>(tx)
    .await?;
    Ok(count)
}

pub async fn sites_in(tx: &mut Tx, district: &str) -> Result<i64, DbError> {
    let (count,) = q!(
        "SELECT COUNT(*) FROM site s JOIN institution i ON i.id = s.institution_id
         WHERE s.district = $1 AND s.active AND i.state <> 'retired'",
        district
    )
    .one::<(i64,)>(tx)
    .await?;
    Ok(count)
}
