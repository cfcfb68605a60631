use axum::response::Response;

use super::carry;
use crate::{
    people::session,
    web::{Ctx, Fields, WebError, see_other},
};

/// The form's token has been checked by [`Fields`].
pub async fn sign_out(ctx: Ctx, _fields: Fields) -> Result<Response, WebError> {
    if let Some(signed_in) = &ctx.session {
        let mut tx = ctx.app.db.begin().await?;
        session::end(&mut tx, &ctx.act()?, signed_in.session).await?;
        ctx.app.commit(tx).await?;
    }
    let mut response = see_other("/");
    carry::end_session(&ctx, &mut response);
    Ok(response)
}
