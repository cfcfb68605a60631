//! What happened at an appointment, when the sides do not agree.

use axum::Router;

use crate::app::Shared;

pub fn routes() -> Router<Shared> {
    Router::new()
}
