//! What a handler answers when it cannot do what was asked. Nothing internal reaches the page.

use axum::{
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{Ctx, html, render::ErrorTemplate};
use crate::{app::Shared, database::DbError, settings::LoadError};

#[derive(Debug)]
pub enum WebError {
    /// One plain 404 for everything that does not exist, or is not yours.
    NotFound,
    /// The link existed; its page says what is true now.
    Gone,
    /// Cross-site, or the form's token does not fit the session.
    Forbidden,
    Bad,
    Conflict,
    TooMany,
    TooLarge,
    MediaType,
    /// The pool's rules have not been loaded yet: for the operator to do.
    NotSetUp,
    /// Nobody is signed in; the local path to come back to.
    SignIn(String),
    /// A coordinator who has not shown the second factor; the local path to come back to.
    SecondFactor(String),
    /// Logged, never shown.
    Internal(String),
}

impl WebError {
    fn status(&self) -> StatusCode {
        match self {
            WebError::NotFound => StatusCode::NOT_FOUND,
            WebError::Gone => StatusCode::GONE,
            WebError::Forbidden => StatusCode::FORBIDDEN,
            WebError::Bad => StatusCode::BAD_REQUEST,
            WebError::Conflict => StatusCode::CONFLICT,
            WebError::TooMany => StatusCode::TOO_MANY_REQUESTS,
            WebError::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            WebError::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            WebError::NotSetUp => StatusCode::SERVICE_UNAVAILABLE,
            WebError::SignIn(_) | WebError::SecondFactor(_) => StatusCode::SEE_OTHER,
            WebError::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for WebError {
    fn into_response(self) -> Response {
        match self {
            WebError::SignIn(next) => with_wish("/sign-in", &next),
            WebError::SecondFactor(next) => with_wish("/sign-in/second-factor", &next),
            WebError::Internal(why) => {
                tracing::error!(why, "a request failed");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
            WebError::NotSetUp => {
                tracing::error!(error = %LoadError::NoRules, "a request failed");
                StatusCode::SERVICE_UNAVAILABLE.into_response()
            }
            other => other.status().into_response(),
        }
    }
}

fn with_wish(path: &str, next: &str) -> Response {
    if next.is_empty() {
        return super::see_other(path);
    }
    let query = serde_urlencoded::to_string([("next", next)]).unwrap_or_default();
    super::see_other(&format!("{path}?{query}"))
}

impl From<DbError> for WebError {
    fn from(error: DbError) -> Self {
        match error {
            DbError::PoolTimedOut => WebError::Internal("the database pool is exhausted".into()),
            other => WebError::Internal(format!("database: {other}")),
        }
    }
}

impl From<LoadError> for WebError {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::NoRules => WebError::NotSetUp,
            other => WebError::Internal(other.to_string()),
        }
    }
}

/// Gives every error without a page its page, in the reader's language, whoever answered it.
pub async fn error_pages(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let lookup = parts.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    let status = response.status();
    let has_page = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| {
        kind.as_bytes().starts_with(b"text/html") || kind.as_bytes().starts_with(b"application/json")
    });
    if has_page || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let code = match status.as_u16() {
        code @ (400 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 429 | 503) => code,
        408 | 504 => 503,
        code if code < 500 => 400,
        _ => 500,
    };
    let Ok(ctx) = Ctx::of(&app, lookup).await else {
        // Without rules or database there is no frame to put it into.
        let l = app.l10n.locale(crate::l10n::FIRST);
        let (title, text) = (l.t(&format!("error-title-{code}")), l.t(&format!("error-text-{code}")));
        let kind = HeaderValue::from_static("text/plain; charset=utf-8");
        return (status, [(header::CONTENT_TYPE, kind)], format!("{title}\n{text}\n")).into_response();
    };
    let page = ctx.page(&format!("error-title-{code}"));
    let text = ctx.l.t(&format!("error-text-{code}"));
    let mut answer = html(status, &ErrorTemplate { page, text });
    if let Some(allow) = response.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allow.clone());
    }
    answer
}
