//! Imports, their doubts and what they have made.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    ImportId, Kind,
    answers::{Answer, Answers, Group},
    columns::Mapping,
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    people::PersonId,
    q, row,
};

pub const PAGE: i64 = 25;

row! {
    #[derive(Clone, Debug)]
    pub struct Import {
        pub id: ImportId,
        /// A code of [`Kind`].
        pub kind: String,
        /// `uploaded`, `checking`, `checked`, `running`, `done`, `undone`, `failed` or `ended`.
        pub state: String,
        pub file_name: String,
        pub sheet: i64,
        pub mapping: Option<String>,
        pub row_count: i64,
        pub problem: Option<String>,
        pub result: Option<String>,
        pub created_at: DateTime<Utc>,
        pub created_by: Option<PersonId>,
        pub changed_at: DateTime<Utc>,
        pub finished_at: Option<DateTime<Utc>>,
        pub undone_at: Option<DateTime<Utc>>,
    }
}

impl Import {
    pub fn kind(&self) -> Kind {
        self.kind.parse().unwrap_or(Kind::Volunteers)
    }

    pub fn mapping(&self) -> Mapping {
        let read = self.mapping.as_deref().and_then(|text| serde_json::from_str(text).ok());
        read.unwrap_or_default()
    }
}

row! {
    #[derive(Clone, Debug)]
    pub struct StoredDoubt {
        pub position: i64,
        pub key: String,
        pub field: String,
        pub code: String,
        pub cell: String,
        pub row_numbers: String,
        pub row_count: i64,
        pub proposal: Option<String>,
        pub choices: String,
        pub may_be_empty: bool,
        pub answer: Option<String>,
    }
}

impl StoredDoubt {
    pub fn rows(&self) -> Vec<u32> {
        serde_json::from_str(&self.row_numbers).unwrap_or_default()
    }

    pub fn choices(&self) -> Vec<String> {
        serde_json::from_str(&self.choices).unwrap_or_default()
    }

    pub fn answer(&self) -> Option<Answer> {
        serde_json::from_str(self.answer.as_deref()?).ok()
    }
}

/// The newest first.
pub async fn all(tx: &mut Tx) -> Result<Vec<Import>, DbError> {
    q!(
        "SELECT id, kind, state, file_name, sheet, mapping, row_count, problem, result, created_at, created_by,
                changed_at, finished_at, undone_at
         FROM import ORDER BY created_at DESC, id DESC LIMIT 100"
    )
    .all(tx)
    .await
}

pub async fn get(tx: &mut Tx, import: ImportId) -> Result<Option<Import>, DbError> {
    q!(
        "SELECT id, kind, state, file_name, sheet, mapping, row_count, problem, result, created_at, created_by,
                changed_at, finished_at, undone_at
         FROM import WHERE id = $1",
        import
    )
    .optional(tx)
    .await
}

/// Holds the row until the transaction ends.
pub(super) async fn lock(tx: &mut Tx, import: ImportId) -> Result<Option<Import>, DbError> {
    q!("UPDATE import SET state = state WHERE id = $1", import)
        .execute(tx)
        .await?;
    get(tx, import).await
}

/// The uploaded file, while it is kept.
pub async fn file(tx: &mut Tx, import: ImportId) -> Result<Option<Vec<u8>>, DbError> {
    let row = q!("SELECT file FROM import WHERE id = $1", import)
        .optional::<(Option<String>,)>(tx)
        .await?;
    Ok(row.and_then(|(file,)| STANDARD.decode(file?).ok()))
}

pub(super) async fn insert(
    tx: &mut Tx,
    act: &Act<'_>,
    (kind, name, bytes): (Kind, &str, &[u8]),
    (sheet, mapping): (usize, &Mapping),
) -> Result<ImportId, DbError> {
    let id = ImportId(act.uuid());
    q!(
        "INSERT INTO import (id, kind, state, file_name, file, sheet, mapping, row_count, created_at, created_by,
             changed_at)
         VALUES ($1, $2, 'uploaded', $3, $4, $5, $6, 0, $7, $8, $9)",
        id,
        kind.code(),
        name,
        STANDARD.encode(bytes),
        sheet as i64,
        json(mapping),
        act.now,
        act.person(),
        act.now
    )
    .execute(tx)
    .await?;
    Ok(id)
}

/// From one of several states to another. `false`: it was in none of them.
pub(super) async fn change(
    tx: &mut Tx,
    act: &Act<'_>,
    import: ImportId,
    from: &[&str],
    to: &str,
) -> Result<bool, DbError> {
    let rows = q!(
        "UPDATE import SET state = $1, changed_at = $2 WHERE id = $3 AND state IN (TEXTS($4))",
        to,
        act.now,
        import,
        crate::database::Value::texts(from)
    )
    .execute(tx)
    .await?;
    Ok(rows == 1)
}

pub(super) async fn set_columns(tx: &mut Tx, import: ImportId, sheet: i64, mapping: &Mapping) -> Result<(), DbError> {
    q!(
        "UPDATE import SET sheet = $1, mapping = $2 WHERE id = $3",
        sheet,
        json(mapping),
        import
    )
    .execute(tx)
    .await?;
    Ok(())
}

pub(super) async fn set_problem(tx: &mut Tx, import: ImportId, problem: &str) -> Result<(), DbError> {
    q!("UPDATE import SET problem = $1 WHERE id = $2", problem, import)
        .execute(tx)
        .await?;
    Ok(())
}

pub(super) async fn set_rows(tx: &mut Tx, import: ImportId, rows: usize) -> Result<(), DbError> {
    q!("UPDATE import SET row_count = $1 WHERE id = $2", rows as i64, import)
        .execute(tx)
        .await?;
    Ok(())
}

/// It is written: the file and what was asked about it are not needed any more.
pub(super) async fn finish(tx: &mut Tx, act: &Act<'_>, import: ImportId, result: &str) -> Result<(), DbError> {
    q!(
        "UPDATE import SET result = $1, finished_at = $2 WHERE id = $3",
        result,
        act.now,
        import
    )
    .execute(tx)
    .await?;
    forget(tx, import).await
}

pub(super) async fn set_undone(tx: &mut Tx, act: &Act<'_>, import: ImportId) -> Result<(), DbError> {
    q!("UPDATE import SET undone_at = $1 WHERE id = $2", act.now, import)
        .execute(tx)
        .await?;
    q!("DELETE FROM import_item WHERE import_id = $1", import)
        .execute(tx)
        .await?;
    Ok(())
}

/// The file and its doubts hold personal data.
pub(super) async fn forget(tx: &mut Tx, import: ImportId) -> Result<(), DbError> {
    q!("UPDATE import SET file = NULL WHERE id = $1", import)
        .execute(tx)
        .await?;
    q!("DELETE FROM import_doubt WHERE import_id = $1", import)
        .execute(tx)
        .await?;
    Ok(())
}

/// What the columns meant when a table had these headers the last time.
pub(super) async fn remembered(tx: &mut Tx, kind: Kind, headers: &str) -> Result<Option<Mapping>, DbError> {
    let row = q!(
        "SELECT mapping FROM import_mapping WHERE kind = $1 AND headers = $2",
        kind.code(),
        headers
    )
    .optional::<(String,)>(tx)
    .await?;
    Ok(row.and_then(|(text,)| serde_json::from_str(&text).ok()))
}

pub(super) async fn remember(
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

pub(super) async fn clear_doubts(tx: &mut Tx, import: ImportId) -> Result<(), DbError> {
    q!("DELETE FROM import_doubt WHERE import_id = $1", import)
        .execute(tx)
        .await?;
    Ok(())
}

/// Adds those that are new; an answer that did not help is asked again.
pub(super) async fn add_doubts(tx: &mut Tx, import: ImportId, groups: &[Group]) -> Result<(), DbError> {
    let known = q!("SELECT key, position FROM import_doubt WHERE import_id = $1", import)
        .all::<(String, i64)>(tx)
        .await?;
    let known: std::collections::HashMap<String, i64> = known.into_iter().collect();
    let mut position = known.values().copied().max().unwrap_or(0);
    for group in groups {
        if let Some(at) = known.get(&group.key) {
            q!(
                "UPDATE import_doubt SET answer = NULL WHERE import_id = $1 AND position = $2",
                import,
                *at
            )
            .execute(tx)
            .await?;
            continue;
        }
        position += 1;
        q!(
            "INSERT INTO import_doubt (import_id, position, key, field, code, cell, row_numbers, row_count, proposal,
                 choices, may_be_empty)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            import,
            position,
            &group.key,
            &group.field,
            group.doubt.code.code(),
            &group.doubt.cell,
            json(&group.rows),
            group.rows.len() as i64,
            group.doubt.proposal.clone(),
            json(&group.doubt.choices),
            group.doubt.may_be_empty
        )
        .execute(tx)
        .await?;
    }
    Ok(())
}

/// A page of doubts, after a position: those that are open, or all.
pub async fn doubts(tx: &mut Tx, import: ImportId, after: i64, only_open: bool) -> Result<Vec<StoredDoubt>, DbError> {
    q!(
        "SELECT position, key, field, code, cell, row_numbers, row_count, proposal, choices, may_be_empty, answer
         FROM import_doubt WHERE import_id = $1 AND position > $2 AND ($3 = 0 OR answer IS NULL)
         ORDER BY position LIMIT $4",
        import,
        after,
        i64::from(only_open),
        PAGE + 1
    )
    .all(tx)
    .await
}

pub async fn doubt(tx: &mut Tx, import: ImportId, position: i64) -> Result<Option<StoredDoubt>, DbError> {
    q!(
        "SELECT position, key, field, code, cell, row_numbers, row_count, proposal, choices, may_be_empty, answer
         FROM import_doubt WHERE import_id = $1 AND position = $2",
        import,
        position
    )
    .optional(tx)
    .await
}

row! {
    /// Open doubts of one sort: how many, of how many rows, how many with a proposal.
    #[derive(Clone, Debug)]
    pub struct Sort {
        pub field: String,
        pub code: String,
        pub doubts: i64,
        pub row_count: i64,
        pub proposals: i64,
    }
}

pub async fn open_sorts(tx: &mut Tx, import: ImportId) -> Result<Vec<Sort>, DbError> {
    q!(
        "SELECT field, code, COUNT(*) AS doubts, CAST(SUM(row_count) AS BIGINT) AS row_count, COUNT(proposal) AS proposals
         FROM import_doubt WHERE import_id = $1 AND answer IS NULL GROUP BY field, code ORDER BY field, code",
        import
    )
    .all(tx)
    .await
}

/// How many doubts there are, and how many are open.
pub async fn count_doubts(tx: &mut Tx, import: ImportId) -> Result<(i64, i64), DbError> {
    q!(
        "SELECT COUNT(*) AS total, COUNT(*) - COUNT(answer) AS open FROM import_doubt WHERE import_id = $1",
        import
    )
    .one::<(i64, i64)>(tx)
    .await
}

pub async fn answers(tx: &mut Tx, import: ImportId) -> Result<Answers, DbError> {
    let rows = q!(
        "SELECT key, answer FROM import_doubt WHERE import_id = $1 AND answer IS NOT NULL",
        import
    )
    .all::<(String, String)>(tx)
    .await?;
    let read = |(key, text): (String, String)| Some((key, serde_json::from_str(&text).ok()?));
    Ok(rows.into_iter().filter_map(read).collect())
}

pub(super) async fn set_answer(tx: &mut Tx, import: ImportId, position: i64, answer: &Answer) -> Result<(), DbError> {
    q!(
        "UPDATE import_doubt SET answer = $1 WHERE import_id = $2 AND position = $3",
        json(answer),
        import,
        position
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The open ones, without their rows: for answering many at once.
pub(super) async fn open_doubts(tx: &mut Tx, import: ImportId) -> Result<Vec<StoredDoubt>, DbError> {
    q!(
        "SELECT position, key, field, code, cell, row_numbers, row_count, proposal, choices, may_be_empty, answer
         FROM import_doubt WHERE import_id = $1 AND answer IS NULL ORDER BY position",
        import
    )
    .all(tx)
    .await
}

/// The rows that an answer leaves out.
pub(super) async fn left_out(tx: &mut Tx, import: ImportId) -> Result<std::collections::HashSet<u32>, DbError> {
    let rows = q!(
        "SELECT row_numbers FROM import_doubt WHERE import_id = $1 AND answer LIKE '%leave_out%'",
        import
    )
    .all::<(String,)>(tx)
    .await?;
    let read = |(text,): (String,)| serde_json::from_str::<Vec<u32>>(&text).unwrap_or_default();
    Ok(rows.into_iter().flat_map(read).collect())
}

pub(super) async fn add_item(tx: &mut Tx, import: ImportId, (kind, id): (&str, Uuid), row: u32) -> Result<(), DbError> {
    q!(
        "INSERT INTO import_item (import_id, object_kind, object_id, row_number) VALUES ($1, $2, $3, $4)
         ON CONFLICT (import_id, object_kind, object_id) DO NOTHING",
        import,
        kind,
        id,
        i64::from(row)
    )
    .execute(tx)
    .await?;
    Ok(())
}

pub async fn items(tx: &mut Tx, import: ImportId) -> Result<Vec<(String, Uuid)>, DbError> {
    q!(
        "SELECT object_kind, object_id FROM import_item WHERE import_id = $1 ORDER BY row_number, object_id",
        import
    )
    .all(tx)
    .await
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("plain structs")
}

/// People put names into the names of files. How many were emptied.
pub async fn forget_names_before(tx: &mut Tx, before: DateTime<Utc>, at_most: i64) -> Result<u64, DbError> {
    q!(
        "UPDATE import SET file_name = '' WHERE id IN
             (SELECT id FROM import WHERE created_at < $1 AND file_name <> '' AND file IS NULL
              ORDER BY created_at LIMIT $2)",
        before,
        at_most
    )
    .execute(tx)
    .await
}
