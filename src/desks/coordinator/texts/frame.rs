//! The HTML part of a mail with other words in it, for the frame on the page of a text: it runs nothing and leads
//! nowhere. Mails carry inline styles, so its own policy allows these.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};

use super::{Place, preview};
use crate::{
    l10n::texts::{check, tidy},
    web::{Ctx, WebError},
};

const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

pub async fn show(ctx: Ctx, Path((locale, key)): Path<(String, String)>) -> Result<Response, WebError> {
    let place = Place::find(&ctx, &locale, &key)?;
    let typed = tidy(&ctx.query("text"));
    let text = if typed.is_empty() { place.current(&ctx) } else { typed };
    if check(&place.original, &text).is_err() {
        return Err(WebError::NotFound);
    }
    let mut tx = ctx.app.db.read().await?;
    let html = preview::html_part(&ctx, &mut tx, &place, &text).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
    ];
    Ok((headers, html.ok_or(WebError::NotFound)?).into_response())
}
