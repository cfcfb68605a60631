//! `/desk/people/{id}/data`: for somebody who asks by letter.

use axum::{extract::Path, http::StatusCode, response::Response};

use super::person::Known;
use crate::{
    desks::own_data::{self, view},
    privacy::data,
    web::{Ctx, WebError, html},
};

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let known = Known::find(&ctx, &mut tx, &id).await?;
    let sections = data::of(&mut tx, known.id).await?;
    tx.commit().await?;
    let whose = view::Whose {
        back: known.back(),
        base: known.base(),
        erasable: known.erasure.is_none(),
        name: known.name,
    };
    Ok(html(StatusCode::OK, &view::page(&ctx, &sections, Some(whose))))
}

pub async fn file(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let known = Known::find(&ctx, &mut tx, &id).await?;
    tx.commit().await?;
    own_data::download(&ctx, known.id).await
}
