//! `/s/{token}`: what a family was sent. Opens without sign-in, changes nothing, and says what is true now.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{Stand, of_request, reader};
use crate::{
    requests::store,
    slips::{
        self,
        sheet::{Line, Reader, Sheet},
    },
    web::{Ctx, WebError, assets, html},
};

#[derive(Template)]
#[template(path = "slips/family.html")]
struct Family {
    reader: Reader,
    title: String,
    pool: String,
    operator: String,
    style_version: String,
    /// Says that the appointment is another one now than when the link was sent.
    changed: Option<Line>,
    sheet: Option<Sheet>,
    /// Instead of a slip.
    notice: Line,
}

pub async fn show(ctx: Ctx, Path(token): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let (link, slip) = slips::of_token(&mut tx, &token).await?.ok_or(WebError::NotFound)?;
    let request = store::get(&mut tx, slip.request_id).await?.ok_or(WebError::NotFound)?;
    let found = of_request(&ctx, &mut tx, &request).await?;
    let choice = slips::choose(&request.language);
    let other = choice.text == slip.text_code && choice.other;
    let reader = reader(&mut tx, &slip.text_code, other)
        .await?
        .ok_or(WebError::NotFound)?;
    tx.commit().await?;

    let revoked = link.revoked_at.is_some() || slip.revoked_at.is_some();
    let (status, notice) = match found.stand {
        _ if revoked => (StatusCode::GONE, Some("ended")),
        Stand::Cancelled => (StatusCode::GONE, Some("cancelled")),
        Stand::Over => (StatusCode::GONE, Some("over")),
        _ if link.expires_at <= ctx.now => (StatusCode::GONE, Some("ended")),
        Stand::Open => (StatusCode::OK, Some("open")),
        Stand::Ready => (StatusCode::OK, None),
    };
    let sheet = notice.is_none().then(|| reader.sheet(&found.facts));
    let changed = sheet.is_some() && !slips::is_as_shown(&slip.shown, &found.facts);
    let notice = notice.map(|code| reader.line(code, &found.facts)).unwrap_or_default();
    let template = Family {
        title: sheet
            .as_ref()
            .map_or_else(|| notice.plain(), |sheet| sheet.title.plain()),
        pool: ctx.rules.pool().name.clone(),
        operator: ctx.rules.pool().operator.clone(),
        style_version: assets::style_version(),
        changed: changed.then(|| reader.line("changed", &found.facts)),
        reader,
        sheet,
        notice,
    };
    Ok(html(status, &template))
}
