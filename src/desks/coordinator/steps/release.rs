//! `POST /desk/requests/{id}/assignments/{assignment}/release`: the volunteer cannot come after all, said by phone.
//! `…/stay`: they wrote that they cannot come, and come after all.

use axum::{extract::Path, response::Response};

use super::find;
use crate::{
    requests::{
        AssignmentId,
        assignments::{self, GiveBackError},
    },
    web::{Ctx, Done, Fields, WebError, done, see_other},
};

pub async fn release(
    ctx: Ctx,
    Path((id, assignment)): Path<(String, String)>,
    _fields: Fields,
) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let request = find::request(&ctx, &mut tx, &id).await?;
    let assignment: AssignmentId = assignment.parse().map_err(|_| WebError::NotFound)?;
    match assignments::release(&mut tx, &ctx.act()?, &ctx.rules, request.id, assignment).await {
        Ok(()) => {
            ctx.app.commit(tx).await?;
            return Ok(see_other(&done(&find::path(&request), Done::Released)));
        }
        // A double click, or the volunteer was faster: the page says what is true.
        Err(GiveBackError::Ended | GiveBackError::Over) => {}
        Err(GiveBackError::NotFound) => return Err(WebError::NotFound),
        Err(GiveBackError::Database(error)) => return Err(error.into()),
    }
    Ok(find::unchanged(&request))
}

pub async fn stay(
    ctx: Ctx,
    Path((id, assignment)): Path<(String, String)>,
    _fields: Fields,
) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let request = find::request(&ctx, &mut tx, &id).await?;
    let assignment: AssignmentId = assignment.parse().map_err(|_| WebError::NotFound)?;
    match assignments::comes_after_all(&mut tx, &ctx.act()?, request.id, assignment).await {
        Ok(()) => {
            ctx.app.commit(tx).await?;
            return Ok(see_other(&done(&find::path(&request), Done::Stays)));
        }
        Err(GiveBackError::Ended) => {}
        Err(GiveBackError::Over) => return Err(WebError::Conflict),
        Err(GiveBackError::NotFound) => return Err(WebError::NotFound),
        Err(GiveBackError::Database(error)) => return Err(error.into()),
    }
    Ok(see_other(&find::path(&request)))
}
