//! What a coordinator does by hand about one request.

use axum::Router;

use crate::app::Shared;

pub fn routes() -> Router<Shared> {
    Router::new()
}
