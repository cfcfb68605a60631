//! `/me` of who has left the pool: calm words, the way back in, and what is still to be reported.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::me::{self, Item};
use crate::{
    volunteers::store,
    web::{Ctx, Page, WebError, html},
};

#[derive(Template)]
#[template(path = "volunteer/left.html")]
struct LeftPage {
    page: Page,
    reports: Vec<Item>,
}

/// Whoever never was a volunteer finds nothing here.
pub async fn show(ctx: &Ctx) -> Result<Response, WebError> {
    let person = ctx.signed_in()?.person;
    let mut tx = ctx.app.db.read().await?;
    let id = store::of_person(&mut tx, person).await?.ok_or(WebError::NotFound)?;
    let volunteer = store::get(&mut tx, id).await?.ok_or(WebError::NotFound)?;
    let reports = me::reports(ctx, &mut tx, &volunteer).await?;
    tx.commit().await?;
    let page = ctx.page("offer-left-title");
    Ok(html(StatusCode::OK, &LeftPage { page, reports }))
}
