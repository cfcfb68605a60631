//! What an import has made, so that it can be undone.

use uuid::Uuid;

use crate::{
    database::{DbError, Tx, Value, cells},
    imports::ImportId,
    q,
};

/// Each with the row that it comes from; one that is there already stays.
pub(in crate::imports) async fn add_items(
    tx: &mut Tx,
    import: ImportId,
    kind: &str,
    items: Vec<(Uuid, u32)>,
) -> Result<(), DbError> {
    let rows = items
        .into_iter()
        .map(|(id, row)| cells([id.into(), i64::from(row).into()]))
        .collect();
    q!(
        "INSERT INTO import_item (import_id, object_kind, object_id, row_number)
         SELECT $2, $3, ID_OF(r.value ->> 0), CAST(r.value ->> 1 AS BIGINT) FROM ROWS($1) AS r WHERE 1 = 1
         ON CONFLICT (import_id, object_kind, object_id) DO NOTHING",
        Value::rows(rows),
        import,
        kind
    )
    .execute(tx)
    .await?;
    Ok(())
}

pub(in crate::imports) async fn count_items(tx: &mut Tx, import: ImportId) -> Result<usize, DbError> {
    let (count,) = q!("SELECT COUNT(*) FROM import_item WHERE import_id = $1", import)
        .one::<(i64,)>(tx)
        .await?;
    Ok(usize::try_from(count).unwrap_or(0))
}

pub async fn items(tx: &mut Tx, import: ImportId) -> Result<Vec<(String, Uuid)>, DbError> {
    q!(
        "SELECT object_kind, object_id FROM import_item WHERE import_id = $1 ORDER BY row_number, object_id",
        import
    )
    .all(tx)
    .await
}
