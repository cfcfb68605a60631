//! The week and the absences of one volunteer.

use axum::{extract::Path, http::StatusCode, response::Response};

use super::open;
use crate::{
    desks::{
        coordinator::undo,
        schedule::{Whose, absences, times},
    },
    web::{Ctx, Fields, WebError, see_other},
};

pub async fn times(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    times::show(&ctx, &whose(&ctx, &id).await?).await
}

pub async fn take_times(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    times::take(&ctx, &whose(&ctx, &id).await?, &fields).await
}

pub async fn absences(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    absences::show(&ctx, &whose(&ctx, &id).await?).await
}

pub async fn add_absence(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let whose = whose(&ctx, &id).await?;
    let answer = absences::add(&ctx, &whose, &fields).await?;
    may_be_undone(&ctx, &whose, answer).await
}

pub async fn remove_absence(
    ctx: Ctx,
    Path((id, absence)): Path<(String, String)>,
    _fields: Fields,
) -> Result<Response, WebError> {
    let whose = whose(&ctx, &id).await?;
    let answer = absences::remove(&ctx, &whose, &absence).await?;
    may_be_undone(&ctx, &whose, answer).await
}

/// What was saved offers the desk to take it back; a form that came back is left as it is.
async fn may_be_undone(ctx: &Ctx, whose: &Whose, answer: Response) -> Result<Response, WebError> {
    if answer.status() != StatusCode::SEE_OTHER {
        return Ok(answer);
    }
    let mut tx = ctx.app.db.read().await?;
    let path = format!("{}/absences", whose.base);
    let there = undo::saved(&mut tx, &ctx.act()?, whose.volunteer.0, &path).await?;
    tx.commit().await?;
    Ok(see_other(&there))
}

async fn whose(ctx: &Ctx, id: &str) -> Result<Whose, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let volunteer = open::present(ctx, &mut tx, id).await?;
    tx.commit().await?;
    Ok(Whose {
        volunteer: volunteer.id,
        name: Some(volunteer.name),
        base: open::path(volunteer.id),
    })
}
