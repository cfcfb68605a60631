//! Changes of state that need nothing but a button. Pressed twice, or after a colleague, they change nothing:
//! the page then says what is true.

use axum::{extract::Path, response::Response};

use crate::{
    desks::coordinator::undo,
    institutions,
    web::{Ctx, Done, Fields, WebError, done, see_other},
};

pub async fn approve(ctx: Ctx, Path(id): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let id = super::find(&ctx, &mut tx, &id).await?.id;
    institutions::approve(&mut tx, &ctx.act()?, id).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&super::path(id), Done::InstitutionApproved)))
}

pub async fn pause(ctx: Ctx, Path(id): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let id = super::find(&ctx, &mut tx, &id).await?.id;
    let act = ctx.act()?;
    institutions::pause(&mut tx, &act, id).await?;
    let there = undo::saved(&mut tx, &act, id.0, &super::path(id)).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&there))
}

pub async fn resume(ctx: Ctx, Path(id): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let id = super::find(&ctx, &mut tx, &id).await?.id;
    let act = ctx.act()?;
    institutions::resume(&mut tx, &act, id).await?;
    let there = undo::saved(&mut tx, &act, id.0, &super::path(id)).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&there))
}

pub async fn trust(ctx: Ctx, Path(id): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let id = super::find(&ctx, &mut tx, &id).await?.id;
    let act = ctx.act()?;
    institutions::trust(&mut tx, &act, id).await?;
    let there = undo::saved(&mut tx, &act, id.0, &super::path(id)).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&there))
}

pub async fn distrust(ctx: Ctx, Path(id): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let id = super::find(&ctx, &mut tx, &id).await?.id;
    let act = ctx.act()?;
    institutions::distrust(&mut tx, &act, id).await?;
    let there = undo::saved(&mut tx, &act, id.0, &super::path(id)).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&there))
}
