//! The week and the absences of one volunteer.

use axum::{extract::Path, response::Response};

use super::open;
use crate::{
    desks::schedule::{Whose, absences, times},
    web::{Ctx, Fields, WebError},
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
    absences::add(&ctx, &whose(&ctx, &id).await?, &fields).await
}

pub async fn remove_absence(
    ctx: Ctx,
    Path((id, absence)): Path<(String, String)>,
    _fields: Fields,
) -> Result<Response, WebError> {
    absences::remove(&ctx, &whose(&ctx, &id).await?, &absence).await
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
