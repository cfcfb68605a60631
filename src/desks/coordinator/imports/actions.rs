//! What the buttons of an import do.

use axum::{extract::Path, response::Response};

use super::show;
use crate::{
    database::Tx,
    imports::{self, AnswerError, ImportId, UndoError, store},
    web::{Ctx, Done, Fields, Problems, WebError, done, see_other, unprocessable},
};

fn known(id: &str) -> Result<ImportId, WebError> {
    id.parse().map_err(|_| WebError::NotFound)
}

fn back(id: ImportId) -> Response {
    see_other(&format!("/desk/imports/{id}"))
}

impl From<AnswerError> for WebError {
    fn from(error: AnswerError) -> Self {
        match error {
            AnswerError::NotFound => Self::NotFound,
            AnswerError::NoAnswer => Self::Bad,
            AnswerError::Database(error) => error.into(),
        }
    }
}

/// Commits the answers. Where they were the last, the table is read again with them.
pub(super) async fn answered(ctx: &Ctx, mut tx: Tx, id: ImportId) -> Result<(), WebError> {
    let act = ctx.act()?;
    let short = imports::review(&mut tx, &act, id).await?;
    ctx.app.commit(tx).await?;
    if short {
        imports::check(&ctx.app.db, &act, &ctx.rules, id).await?;
    }
    Ok(())
}

/// Every proposal at once.
pub async fn proposals(ctx: Ctx, Path(id): Path<String>, _: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let id = known(&id)?;
    let mut tx = ctx.app.db.begin().await?;
    imports::answer_all(&mut tx, id, None).await?;
    answered(&ctx, tx, id).await?;
    Ok(back(id))
}

/// Every row with a doubt of one sort.
pub async fn leave_out(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let id = known(&id)?;
    let (field, code) = (fields.get("field"), fields.get("code"));
    let mut tx = ctx.app.db.begin().await?;
    imports::answer_all(&mut tx, id, Some((&field, &code))).await?;
    answered(&ctx, tx, id).await?;
    Ok(back(id))
}

pub async fn confirm(ctx: Ctx, Path(id): Path<String>, _: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let id = known(&id)?;
    let act = ctx.act()?;
    let mut tx = ctx.app.db.begin().await?;
    if imports::confirm(&mut tx, &act, id).await? {
        ctx.app.commit(tx).await?;
        return Ok(back(id));
    }
    let import = store::get(&mut tx, id).await?.ok_or(WebError::NotFound)?;
    tx.rollback().await?;
    // In another window it was confirmed a moment ago: its page says how far it is.
    if matches!(import.stage(), "running" | "done" | "undoing" | "undone") {
        return Ok(see_other(&done(&format!("/desk/imports/{id}"), Done::TakenOver)));
    }
    let mut problems = Problems::default();
    problems.add("confirmation", ctx.l.t("imports-problem-open"));
    Ok(unprocessable(&show::page(&ctx, id, problems).await?))
}

pub async fn throw_away(ctx: Ctx, Path(id): Path<String>, _: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let id = known(&id)?;
    let act = ctx.act()?;
    let mut tx = ctx.app.db.begin().await?;
    if imports::throw_away(&mut tx, &act, id).await? {
        ctx.app.commit(tx).await?;
        return Ok(see_other("/desk/imports"));
    }
    // There is none; or it is written, and its page says so.
    tx.rollback().await?;
    show::page(&ctx, id, Problems::default()).await?;
    Ok(back(id))
}

pub async fn undo(ctx: Ctx, Path(id): Path<String>, _: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let id = known(&id)?;
    let act = ctx.act()?;
    let mut tx = ctx.app.db.begin().await?;
    match imports::ask_undo(&mut tx, &act, id).await {
        Ok(()) => {
            ctx.app.commit(tx).await?;
            Ok(back(id))
        }
        Err(UndoError::Database(error)) => Err(error.into()),
        Err(UndoError::NotDone) => {
            tx.rollback().await?;
            show::page(&ctx, id, Problems::default()).await?;
            Ok(back(id))
        }
        Err(UndoError::InUse(_)) => {
            tx.rollback().await?;
            let mut problems = Problems::default();
            problems.add("undoing", ctx.l.t("imports-problem-in-use"));
            Ok(unprocessable(&show::page(&ctx, id, problems).await?))
        }
    }
}
