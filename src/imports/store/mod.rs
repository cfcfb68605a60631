//! Imports: from the upload to the end. Beside them their doubts, what they have made, and what columns mean.

mod changes;
mod doubts;
mod items;
mod mappings;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};

pub use changes::{NamedChange, changes_after, count_changes, forget_changes_of};
pub(super) use changes::{changes, clear_changes, set_changes};
pub use doubts::{PAGE, Sort, StoredDoubt, answers, count_doubts, doubt, doubts, open_sorts};
pub(super) use doubts::{add_doubts, clear_doubts, left_out, open_doubts, set_answers};
pub use items::items;
pub(super) use items::{add_items, count_items};
pub(super) use mappings::{remember, remembered};

use super::{Counts, ImportId, Kind, Policy, columns::Mapping};
use crate::{
    act::Act,
    database::{DbError, Tx},
    people::PersonId,
    q, row,
};

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
        /// What was written; before that, what would be.
        pub result: Option<String>,
        pub created_at: DateTime<Utc>,
        pub created_by: Option<PersonId>,
        pub changed_at: DateTime<Utc>,
        pub finished_at: Option<DateTime<Utc>>,
        pub undone_at: Option<DateTime<Utc>>,
        pub undo_asked_at: Option<DateTime<Utc>>,
        pub undo_asked_by: Option<PersonId>,
        /// A code of [`Policy`].
        pub known: String,
    }
}

impl Import {
    /// Written, and somebody wants it taken back: that is on its way.
    pub fn is_undoing(&self) -> bool {
        self.state == "done" && self.undo_asked_at.is_some()
    }

    /// The state as people see it.
    pub fn stage(&self) -> &str {
        if self.is_undoing() { "undoing" } else { &self.state }
    }

    pub fn kind(&self) -> Kind {
        self.kind.parse().unwrap_or(Kind::Volunteers)
    }

    pub fn policy(&self) -> Policy {
        self.known.parse().unwrap_or_default()
    }

    pub fn counts(&self) -> Option<Counts> {
        serde_json::from_str(self.result.as_deref()?).ok()
    }

    pub fn mapping(&self) -> Mapping {
        let read = self.mapping.as_deref().and_then(|text| serde_json::from_str(text).ok());
        read.unwrap_or_default()
    }
}

/// The newest first.
pub async fn all(tx: &mut Tx) -> Result<Vec<Import>, DbError> {
    q!(
        "SELECT id, kind, state, file_name, sheet, mapping, row_count, problem, result, created_at, created_by,
                changed_at, finished_at, undone_at, undo_asked_at, undo_asked_by, known
         FROM import ORDER BY created_at DESC, id DESC LIMIT 100"
    )
    .all(tx)
    .await
}

pub async fn get(tx: &mut Tx, import: ImportId) -> Result<Option<Import>, DbError> {
    q!(
        "SELECT id, kind, state, file_name, sheet, mapping, row_count, problem, result, created_at, created_by,
                changed_at, finished_at, undone_at, undo_asked_at, undo_asked_by, known
         FROM import WHERE id = $1",
        import
    )
    .optional(tx)
    .await
}

/// Holds the row until the transaction ends.
pub(in crate::imports) async fn lock(tx: &mut Tx, import: ImportId) -> Result<Option<Import>, DbError> {
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

pub(in crate::imports) async fn insert(
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
pub(in crate::imports) async fn change(
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

pub(in crate::imports) async fn set_columns(
    tx: &mut Tx,
    import: ImportId,
    sheet: i64,
    mapping: &Mapping,
) -> Result<(), DbError> {
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

pub(in crate::imports) async fn set_problem(tx: &mut Tx, import: ImportId, problem: &str) -> Result<(), DbError> {
    q!("UPDATE import SET problem = $1 WHERE id = $2", problem, import)
        .execute(tx)
        .await?;
    Ok(())
}

/// How many there are, and what would be written of them.
pub(in crate::imports) async fn set_rows(
    tx: &mut Tx,
    import: ImportId,
    rows: usize,
    planned: &Counts,
) -> Result<(), DbError> {
    q!(
        "UPDATE import SET row_count = $1, result = $2 WHERE id = $3",
        rows as i64,
        json(planned),
        import
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// It is written: the file and what was asked about it are not needed any more.
pub(in crate::imports) async fn finish(
    tx: &mut Tx,
    act: &Act<'_>,
    import: ImportId,
    result: &str,
) -> Result<(), DbError> {
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

/// `false`: it is not written, or already on its way back.
pub(in crate::imports) async fn ask_undo(tx: &mut Tx, act: &Act<'_>, import: ImportId) -> Result<bool, DbError> {
    let rows = q!(
        "UPDATE import SET undo_asked_at = $1, undo_asked_by = $2, problem = NULL
         WHERE id = $3 AND state = 'done' AND undo_asked_at IS NULL",
        act.now,
        act.person(),
        import
    )
    .execute(tx)
    .await?;
    Ok(rows == 1)
}

/// It stays as it is, and the page says why.
pub(in crate::imports) async fn refuse_undo(tx: &mut Tx, import: ImportId, problem: &str) -> Result<(), DbError> {
    q!(
        "UPDATE import SET undo_asked_at = NULL, undo_asked_by = NULL, problem = $1 WHERE id = $2 AND state = 'done'",
        problem,
        import
    )
    .execute(tx)
    .await?;
    Ok(())
}

pub(in crate::imports) async fn set_undone(tx: &mut Tx, act: &Act<'_>, import: ImportId) -> Result<(), DbError> {
    q!("UPDATE import SET undone_at = $1 WHERE id = $2", act.now, import)
        .execute(tx)
        .await?;
    q!("DELETE FROM import_item WHERE import_id = $1", import)
        .execute(tx)
        .await?;
    Ok(())
}

/// The file and its doubts hold personal data.
pub(in crate::imports) async fn forget(tx: &mut Tx, import: ImportId) -> Result<(), DbError> {
    q!("UPDATE import SET file = NULL WHERE id = $1", import)
        .execute(tx)
        .await?;
    q!("DELETE FROM import_doubt WHERE import_id = $1", import)
        .execute(tx)
        .await?;
    Ok(())
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("plain structs")
}

/// What may change about people who are known.
pub(in crate::imports) async fn set_policy(tx: &mut Tx, import: ImportId, policy: Policy) -> Result<(), DbError> {
    q!("UPDATE import SET known = $1 WHERE id = $2", policy.code(), import)
        .execute(tx)
        .await?;
    Ok(())
}

/// People put names into the names of files; and what was known about somebody before an import goes with them.
/// How many were emptied.
pub async fn forget_names_before(tx: &mut Tx, before: DateTime<Utc>, at_most: i64) -> Result<u64, DbError> {
    q!(
        "DELETE FROM import_change WHERE import_id IN
             (SELECT id FROM import WHERE created_at < $1 AND file_name <> '' AND file IS NULL
              ORDER BY created_at LIMIT $2)",
        before,
        at_most
    )
    .execute(tx)
    .await?;
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
