//! The start page: what this is, and the way in.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use crate::web::{Ctx, Page, WebError, html};

#[derive(Template)]
#[template(path = "public/start.html")]
struct Start {
    page: Page,
    /// Where the one filled button leads, and what it says.
    enter: &'static str,
    enter_text: String,
    city: String,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    let (enter, text) = match &ctx.session {
        Some(session) if session.coordinator || session.second_factor_missing => ("/desk", "start-enter-desk"),
        Some(session) if !session.contact_of.is_empty() => ("/requests", "start-enter-requests"),
        Some(session) if session.volunteer.is_some() => ("/me", "start-enter-volunteer"),
        _ => ("/sign-in", "start-enter"),
    };
    let page = Start {
        page: ctx.page("start-title"),
        enter,
        enter_text: ctx.l.t(text),
        city: ctx.rules.pool().city.clone(),
    };
    Ok(html(StatusCode::OK, &page))
}
