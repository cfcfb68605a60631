//! "What do you have about me?" `/my-data` for everybody who is signed in: a page to read, a file for machines.
//! The coordinator's desk shows the same about anybody who asks by letter.

pub mod view;
mod words;

use axum::{Router, http::StatusCode, http::header, response::IntoResponse, response::Response, routing::get};

use crate::{
    app::Shared,
    people::PersonId,
    privacy::data,
    web::{Ctx, WebError, html},
};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/my-data", get(show))
        .route("/my-data.json", get(file))
}

async fn show(ctx: Ctx) -> Result<Response, WebError> {
    let person = myself(&ctx)?;
    let mut tx = ctx.app.db.read().await?;
    let sections = data::of(&mut tx, person).await?;
    tx.commit().await?;
    Ok(html(StatusCode::OK, &view::page(&ctx, &sections, None)))
}

async fn file(ctx: Ctx) -> Result<Response, WebError> {
    let person = myself(&ctx)?;
    download(&ctx, person).await
}

/// Who runs the pool shows the second factor also for this: their own trail tells of others' requests.
fn myself(ctx: &Ctx) -> Result<PersonId, WebError> {
    let signed_in = ctx.signed_in()?;
    if signed_in.second_factor_missing {
        return Err(WebError::SecondFactor(ctx.path.clone()));
    }
    Ok(signed_in.person)
}

pub async fn download(ctx: &Ctx, person: PersonId) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let sections = data::of(&mut tx, person).await?;
    tx.commit().await?;
    let text = serde_json::to_string_pretty(&data::json(&sections, ctx.now))
        .map_err(|error| WebError::Internal(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, "application/json; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"sprachpool.json\""),
    ];
    Ok((headers, text).into_response())
}
