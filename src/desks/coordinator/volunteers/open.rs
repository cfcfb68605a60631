//! The volunteer of a page. Whoever has left can be looked at, but not changed.

use crate::{
    database::Tx,
    volunteers::{
        VolunteerId,
        store::{self, Volunteer},
    },
    web::{Ctx, Problems, WebError},
};

pub async fn any(ctx: &Ctx, tx: &mut Tx, id: &str) -> Result<Volunteer, WebError> {
    ctx.coordinator()?;
    let id: VolunteerId = id.parse().map_err(|_| WebError::NotFound)?;
    store::get(tx, id).await?.ok_or(WebError::NotFound)
}

/// Somebody who is still with the pool.
pub async fn present(ctx: &Ctx, tx: &mut Tx, id: &str) -> Result<Volunteer, WebError> {
    let volunteer = any(ctx, tx, id).await?;
    if volunteer.is_retired() {
        return Err(WebError::Conflict);
    }
    Ok(volunteer)
}

pub fn path(id: VolunteerId) -> String {
    format!("/desk/volunteers/{id}")
}

/// The title that a browser's tab shows while something is wrong.
pub fn title(ctx: &Ctx, title: String, problems: &Problems) -> String {
    if problems.is_empty() {
        title
    } else {
        ctx.l.with("title-with-error", &[("title", title.into())])
    }
}
