//! A topic that the pool does not help with: why, and where to go instead (S41).

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{
    drafts,
    writer::{Form, Frame},
};
use crate::web::{Page, WebError, html, see_other};

#[derive(Template)]
#[template(path = "institution/referral.html")]
struct Referral {
    page: Page,
    frame: Frame,
    topic: String,
    /// Why, and where to go: the pool's own words.
    text: String,
}

pub async fn show(form: Form) -> Result<Response, WebError> {
    let ctx = &form.ctx;
    let mut tx = ctx.app.db.read().await?;
    let writing = match drafts::open(&form, &mut tx).await? {
        Ok(writing) => writing,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let code = drafts::refused_topic(&writing, &ctx.rules);
    let Some(topic) = code.and_then(|code| ctx.rules.topic(&code)) else {
        return Ok(see_other(&writing.path("conversation")));
    };
    let locale = ctx.l.code();
    let page = Referral {
        page: ctx.page("referral-title"),
        frame: writing.frame(ctx),
        topic: topic.name.or_code(locale, &topic.code).to_owned(),
        text: topic.referral.get(locale).unwrap_or_default().to_owned(),
    };
    Ok(html(StatusCode::OK, &page))
}
