//! From a token to its link, and the page of a link that is dead.

use axum::{http::StatusCode, response::Response};
use chrono::{DateTime, Utc};

use super::message::Message;
use crate::{
    database::Tx,
    links::{self, Link, Purpose},
    web::{Ctx, WebError, html},
};

/// Unknown, forged or for another purpose: all one plain 404.
pub async fn find(tx: &mut Tx, purpose: Purpose, token: &str) -> Result<Link, WebError> {
    links::find(tx, purpose, token).await?.ok_or(WebError::NotFound)
}

/// Expired or taken back: its page may say why, but it opens and changes nothing.
pub fn is_dead(link: &Link, now: DateTime<Utc>) -> bool {
    link.revoked_at.is_some() || link.expires_at <= now
}

/// 410, with whom to call.
pub fn gone(ctx: &Ctx) -> Response {
    html(StatusCode::GONE, &Message::new(ctx, "link-gone", &["link-gone-more"]))
}

/// What the page of a link is answered with.
pub fn status(dead: bool) -> StatusCode {
    if dead { StatusCode::GONE } else { StatusCode::OK }
}
