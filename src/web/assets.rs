//! The stylesheet and the mark, from inside the binary.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;

use super::WebError;

#[derive(RustEmbed)]
#[folder = "static"]
struct Files;

pub async fn asset(Path(name): Path<String>) -> Result<Response, WebError> {
    let file = Files::get(&name).ok_or(WebError::NotFound)?;
    let kind = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    };
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, file.data.into_owned()).into_response())
}

/// Changes when the stylesheet does, so that it can be cached for ever.
pub fn style_version() -> String {
    let hash = Files::get("style.css")
        .map(|file| file.metadata.sha256_hash())
        .unwrap_or_default();
    hash[..4].iter().map(|byte| format!("{byte:02x}")).collect()
}
