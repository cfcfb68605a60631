//! The audit trail, of one thing or of everything.

use axum::Router;

use crate::app::Shared;

pub fn routes() -> Router<Shared> {
    Router::new()
}
