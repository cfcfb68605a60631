//! `POST /desk/requests/{id}/check/approval`: the search begins.

use axum::{extract::Path, response::Response};

use super::find;
use crate::{
    requests::check,
    web::{Ctx, Done, Fields, WebError, done, see_other},
};

pub async fn approve(ctx: Ctx, Path(id): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let (request, _) = super::request(&ctx, &mut tx, &id).await?;
    super::settled(check::approve(&mut tx, &ctx.act()?, &ctx.rules, request.id).await)?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&find::path(&request), Done::Approved)))
}
