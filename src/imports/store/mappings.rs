//! What columns meant the last time.

use super::json;
use crate::{
    act::Act,
    database::{DbError, Tx},
    imports::{Kind, columns::Mapping},
    q,
};

/// What the columns meant when a table had these headers the last time.
pub(in crate::imports) async fn remembered(tx: &mut Tx, kind: Kind, headers: &str) -> Result<Option<Mapping>, DbError> {
    let row = q!(
        "SELECT mapping FROM import_mapping WHERE kind = $1 AND headers = $2",
        kind.code(),
        headers
    )
    .optional::<(String,)>(tx)
    .await?;
    Ok(row.and_then(|(text,)| serde_json::from_str(&text).ok()))
}

pub(in crate::imports) async fn remember(
    tx: &mut Tx,
    act: &Act<'_>,
    (kind, headers): (Kind, &str),
    mapping: &Mapping,
) -> Result<(), DbError> {
    q!(
        "INSERT INTO import_mapping (kind, headers, mapping, changed_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (kind, headers) DO UPDATE SET mapping = excluded.mapping, changed_at = excluded.changed_at",
        kind.code(),
        headers,
        json(mapping),
        act.now
    )
    .execute(tx)
    .await?;
    Ok(())
}
