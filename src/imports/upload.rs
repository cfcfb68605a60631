use chrono::{DateTime, Duration, Utc};
use serde_json::json;

use super::{
    ImportId, Kind, Policy,
    columns::{self, Mapping, Problem},
    reading, store,
    table::Opened,
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    settings::Rules,
    timers,
};

/// A file that nobody confirms is kept no longer.
const KEPT: Duration = Duration::days(7);

/// When it goes by itself.
pub fn kept_until(uploaded: DateTime<Utc>) -> DateTime<Utc> {
    uploaded + KEPT
}

/// Takes a file in; nothing of the pool changes. Its columns are proposed, or remembered from the last such table.
pub async fn upload(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    (kind, name, bytes): (Kind, &str, &[u8]),
    opened: &Opened,
) -> Result<ImportId, DbError> {
    let sheet = opened.likely_sheet(kind, rules);
    let headers = opened
        .table(kind, rules, sheet)
        .map(|table| table.headers)
        .unwrap_or_default();
    let mapping = propose(tx, kind, rules, &headers).await?;
    let id = store::insert(tx, act, (kind, name, bytes), (sheet, &mapping)).await?;
    timers::set(tx, act, timers::Kind::ImportEnds, id.0, act.now + KEPT).await?;
    act.audit(tx, "import_uploaded", ("import", id.0), json!({ "kind": kind.code() }))
        .await?;
    Ok(id)
}

/// For the command line, where everything is asked before: to be written in this transaction.
pub async fn upload_confirmed(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    file: (Kind, &str, &[u8]),
    opened: &Opened,
    policy: Policy,
) -> Result<ImportId, DbError> {
    let id = upload(tx, act, rules, file, opened).await?;
    store::set_policy(tx, id, policy).await?;
    store::change(tx, act, id, &["uploaded"], "running").await?;
    Ok(id)
}

/// What columns with these headers meant the last time, else what they look like.
pub(super) async fn propose(tx: &mut Tx, kind: Kind, rules: &Rules, headers: &[String]) -> Result<Mapping, DbError> {
    let remembered = store::remembered(tx, kind, &columns::signature(headers)).await?;
    Ok(remembered
        .filter(|known| known.0.len() == headers.len())
        .unwrap_or_else(|| columns::propose(kind, rules, headers)))
}

#[derive(Debug, thiserror::Error)]
pub enum ColumnsError {
    #[error("the columns do not make a table: {0:?}")]
    Wrong(Vec<Problem>),
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Says what the columns are, and lets the table be checked. `Ok(false)`: it is being written, or is over.
pub async fn choose_columns(
    tx: &mut Tx,
    act: &Act<'_>,
    import: ImportId,
    (sheet, table): (i64, &reading::Table<'_>),
    mapping: &Mapping,
    policy: Policy,
) -> Result<bool, ColumnsError> {
    let Some(known) = store::lock(tx, import).await? else {
        return Ok(false);
    };
    let problems = columns::problems(known.kind(), mapping);
    if !problems.is_empty() {
        return Err(ColumnsError::Wrong(problems));
    }
    let from = ["uploaded", "checking", "checked"];
    if !store::change(tx, act, import, &from, "checking").await? {
        return Ok(false);
    }
    let headers = columns::signature(&table.headers);
    store::set_columns(tx, import, sheet, mapping).await?;
    store::set_policy(tx, import, policy).await?;
    store::remember(tx, act, (known.kind(), &headers), mapping).await?;
    store::clear_doubts(tx, import).await?;
    store::clear_changes(tx, import).await?;
    timers::set(tx, act, timers::Kind::Import, import.0, act.now).await?;
    Ok(true)
}

/// Everything is answered: let it be written. `false`: something is open, or it is over.
pub async fn confirm(tx: &mut Tx, act: &Act<'_>, import: ImportId) -> Result<bool, DbError> {
    store::lock(tx, import).await?;
    let (_, open) = store::count_doubts(tx, import).await?;
    if open > 0 || !store::change(tx, act, import, &["checked"], "running").await? {
        return Ok(false);
    }
    timers::set(tx, act, timers::Kind::Import, import.0, act.now).await?;
    act.audit(tx, "import_confirmed", ("import", import.0), json!({}))
        .await?;
    Ok(true)
}

/// It is not wanted after all; file and doubts go. `false`: it is written, or on its way.
pub async fn throw_away(tx: &mut Tx, act: &Act<'_>, import: ImportId) -> Result<bool, DbError> {
    store::lock(tx, import).await?;
    let from = ["uploaded", "checking", "checked", "failed"];
    if !store::change(tx, act, import, &from, "ended").await? {
        return Ok(false);
    }
    store::forget(tx, import).await?;
    store::clear_changes(tx, import).await?;
    timers::clear(tx, timers::Kind::Import, import.0).await?;
    timers::clear(tx, timers::Kind::ImportEnds, import.0).await?;
    act.audit(tx, "import_thrown_away", ("import", import.0), json!({}))
        .await?;
    Ok(true)
}

/// Nobody has confirmed it in time.
pub async fn expire(tx: &mut Tx, act: &Act<'_>, import: ImportId) -> Result<(), DbError> {
    throw_away(tx, act, import).await?;
    timers::clear(tx, timers::Kind::ImportEnds, import.0).await
}
