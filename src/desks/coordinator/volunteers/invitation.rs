//! The welcome mail, sent when the coordinator thinks that everything is entered.

use axum::{extract::Path, response::Response};

use super::open;
use crate::{
    volunteers,
    web::{Ctx, Done, Fields, WebError, done, see_other},
};

pub async fn send(ctx: Ctx, Path(id): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let volunteer = open::present(&ctx, &mut tx, &id).await?;
    volunteers::invite(&mut tx, &ctx.act()?, &ctx.app.keys, volunteer.id).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&open::path(volunteer.id), Done::Invited)))
}
