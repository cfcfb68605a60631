//! What stands before every handler: same-site forms, and headers that keep pages and links to themselves.

use axum::{
    extract::{Request, State},
    http::{HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{WebError, cookies};
use crate::app::Shared;

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// For a page that shows another one of ours in a frame.
pub fn with_frames(mut response: Response) -> Response {
    if let Ok(policy) = HeaderValue::from_str(&format!("{POLICY}; frame-src 'self'")) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// A form from another site is refused by `Sec-Fetch-Site`. (`Origin` is no help: with `no-referrer`
/// browsers send `null`.) Signed-in forms carry a token besides; mailed links are secrets themselves.
pub async fn same_site(request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let from = request.headers().get("sec-fetch-site").map(HeaderValue::as_bytes);
    if !safe && !matches!(from, None | Some(b"same-origin" | b"none")) {
        return WebError::Forbidden.into_response();
    }
    next.run(request).await
}

/// Security headers, `no-store` for all but assets, and the cookie of a language chosen by `?lang=`.
pub async fn headers(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let chosen = request
        .uri()
        .query()
        .and_then(|query| serde_urlencoded::from_str::<Vec<(String, String)>>(query).ok())
        .and_then(|pairs| pairs.into_iter().find(|(key, _)| key == "lang"))
        .filter(|(_, code)| app.l10n.find(code).is_some());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static(POLICY));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    if app.is_https() {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    if let Some((_, code)) = chosen {
        let cookie = cookies::set(cookies::LANGUAGE, &code, 365 * 86_400, app.is_https());
        headers.append(header::SET_COOKIE, cookie);
    }
    response
}
