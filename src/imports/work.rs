//! What a timer does for an import: checking its table, writing what was confirmed, or taking it back.

use super::{
    ImportId, RunError, UndoError,
    fields::Context,
    plan::{self, Known, Plan},
    progress::Counter,
    run, store, table, undo,
};
use crate::{
    act::Act,
    database::{Db, DbError},
    settings::Rules,
};

/// After so many tries a person has to look.
const MOST_ATTEMPTS: i64 = 4;

/// Called twice it does no harm: the state says what is still to be done. Given up in the middle it has written nothing.
pub async fn work(db: &Db, act: &Act<'_>, rules: &Rules, import: ImportId, attempts: i64) -> Result<(), DbError> {
    let mut tx = db.read().await?;
    let known = store::get(&mut tx, import).await?;
    tx.commit().await?;
    let done = match known.as_ref().map(store::Import::stage) {
        Some("undoing") if attempts > MOST_ATTEMPTS => refuse_undo(db, import, "undo-gave-up").await,
        _ if attempts > MOST_ATTEMPTS => fail(db, act, import, "gave_up").await,
        Some("checking") => check(db, act, rules, import).await.map(|_| ()),
        Some("running") => write(db, act, rules, import).await,
        Some("undoing") => take_back(db, act, import).await,
        _ => Ok(()),
    };
    if let Err(error) = &done {
        tracing::error!(import = %import, %error, "an import failed and is tried again");
    }
    done
}

/// Reads the whole table with the answers that there are, and keeps what has to be answered and what would be written.
pub async fn check(db: &Db, act: &Act<'_>, rules: &Rules, import: ImportId) -> Result<Option<Plan>, DbError> {
    let Some((plan, read)) = planned(db, act, rules, import, 1).await? else {
        fail(db, act, import, "broken").await?;
        return Ok(None);
    };
    let mut tx = db.begin().await?;
    let now = store::lock(&mut tx, import).await?.ok_or(DbError::RowNotFound)?;
    // Somebody may have chosen columns meanwhile: their timer does it anew.
    let asks = |one: &store::Import| (one.sheet, one.mapping.clone(), one.known.clone(), one.changed_at);
    let same = asks(&now) == asks(&read);
    if same && store::change(&mut tx, act, import, &["checking"], "checked").await? {
        store::add_doubts(&mut tx, import, &plan.doubts).await?;
        store::set_rows(&mut tx, import, plan.rows, &run::Result::planned(&plan)).await?;
        store::set_changes(&mut tx, import, &plan.changes).await?;
    }
    tx.commit().await?;
    Ok(Some(plan))
}

async fn write(db: &Db, act: &Act<'_>, rules: &Rules, import: ImportId) -> Result<(), DbError> {
    let Some((plan, known)) = planned(db, act, rules, import, 2).await? else {
        return fail(db, act, import, "broken").await;
    };
    if !plan.doubts.is_empty() {
        // An answer has raised another question.
        let mut tx = db.begin().await?;
        if store::change(&mut tx, act, import, &["running"], "checked").await? {
            store::add_doubts(&mut tx, import, &plan.doubts).await?;
        }
        return tx.commit().await;
    }
    // Whoever has confirmed it has written it; the service only did the work.
    let act = act.for_person(known.created_by);
    let mut numbers = run::take_numbers(db, rules, &plan).await?;
    // The second half of the way: the first was reading it again.
    let mut counter = Counter::new(import, plan.rows, plan.rows * 2);
    let mut tx = db.begin().await?;
    match run::write(&mut tx, &act, rules, import, (&plan, &mut numbers), &mut |rows| {
        counter.step(rows)
    })
    .await
    {
        Ok(_) => tx.commit().await,
        Err(RunError::Over) => tx.rollback().await,
        Err(RunError::Database(error)) if is_conflict(&error) => {
            // The pool has changed since the check: look again.
            tracing::warn!(import = %import, %error, "an import is checked again");
            tx.rollback().await?;
            let mut tx = db.begin().await?;
            store::change(&mut tx, &act, import, &["running"], "checking").await?;
            tx.commit().await?;
            check(db, &act, rules, import).await.map(|_| ())
        }
        Err(RunError::Database(error)) => {
            tx.rollback().await?;
            Err(error)
        }
    }
}

async fn take_back(db: &Db, act: &Act<'_>, import: ImportId) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let known = store::get(&mut tx, import).await?.ok_or(DbError::RowNotFound)?;
    let act = act.for_person(known.undo_asked_by);
    let mut counter = Counter::new(import, 0, store::count_items(&mut tx, import).await?);
    match undo::undo(&mut tx, &act, import, &mut |things| counter.step(things)).await {
        Ok(()) => tx.commit().await,
        // Somebody has begun to use a part of it meanwhile.
        Err(UndoError::InUse(_)) => {
            tx.rollback().await?;
            refuse_undo(db, import, "in-use").await
        }
        Err(UndoError::NotDone) => tx.rollback().await,
        Err(UndoError::Database(error)) => {
            tx.rollback().await?;
            Err(error)
        }
    }
}

async fn refuse_undo(db: &Db, import: ImportId, problem: &str) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    store::refuse_undo(&mut tx, import, problem).await?;
    tx.commit().await
}

fn is_conflict(error: &DbError) -> bool {
    matches!(error, DbError::Database(error) if error.is_unique_violation() || error.message().contains("overlap"))
}

/// The plan, and the import as it was read. `None`: the file cannot be read (any more). Reading is one of so many
/// `parts` of the way.
async fn planned(
    db: &Db,
    act: &Act<'_>,
    rules: &Rules,
    import: ImportId,
    parts: usize,
) -> Result<Option<(Plan, store::Import)>, DbError> {
    let mut tx = db.read().await?;
    let import_row = store::get(&mut tx, import).await?.ok_or(DbError::RowNotFound)?;
    let Some(bytes) = store::file(&mut tx, import).await? else {
        return Ok(None);
    };
    let answers = store::answers(&mut tx, import).await?;
    let known = Known::read(&mut tx, import_row.kind(), import_row.policy()).await?;
    tx.commit().await?;
    let (kind, mapping) = (import_row.kind(), import_row.mapping());
    let sheet = usize::try_from(import_row.sheet).unwrap_or(0);
    let today = rules.local(act.now).date();
    let rules = rules.clone();
    // Seconds of work for a long file: not on a thread that answers others.
    let work = move || {
        let opened = table::open(&bytes).ok()?;
        let table = opened.table(kind, &rules, sheet)?;
        let context = Context { rules: &rules, today };
        let mut counter = Counter::new(import, 0, table.rows.len() * parts);
        Some(plan::plan(
            kind,
            table.rows,
            &mapping,
            (context, &known, &answers),
            &mut || counter.step(1),
        ))
    };
    let done = tokio::task::spawn_blocking(work).await;
    let done = done.map_err(|error| DbError::Protocol(format!("an import's plan: {error}")))?;
    Ok(done.map(|plan| (plan, import_row)))
}

async fn fail(db: &Db, act: &Act<'_>, import: ImportId, problem: &str) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    if store::change(&mut tx, act, import, &["checking", "running"], "failed").await? {
        store::set_problem(&mut tx, import, problem).await?;
    }
    tx.commit().await
}
