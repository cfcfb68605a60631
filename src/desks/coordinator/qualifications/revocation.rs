//! `POST /desk/volunteers/{id}/qualifications/{qualification}/revocation`: it counts no more; the row stays.

use axum::{extract::Path, response::Response};

use super::shown;
use crate::{
    desks::coordinator::undo,
    qualifications::{self, QualificationId, RevokeError, Why},
    web::{Ctx, Fields, WebError, see_other},
};

pub async fn revoke(
    ctx: Ctx,
    Path((id, qualification)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let qualification: QualificationId = qualification.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = ctx.app.db.begin().await?;
    let holder = shown::holder(&mut tx, &id).await?;
    let Some(why) = Why::from_code(&fields.get("why")) else {
        let known = qualifications::store::get_of(&mut tx, holder.volunteer, qualification).await?;
        known.ok_or(WebError::NotFound)?;
        return shown::without_reason(&ctx, &mut tx, &holder, qualification).await;
    };
    let act = ctx.act()?;
    match qualifications::revoke(&mut tx, &act, &ctx.rules, holder.volunteer, qualification, why).await {
        Ok(()) => {}
        Err(RevokeError::NotFound) => return Err(WebError::NotFound),
        Err(RevokeError::Database(error)) => return Err(error.into()),
    }
    let there = shown::path(holder.volunteer);
    let there = undo::saved(&mut tx, &act, holder.volunteer.0, &there).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&there))
}
