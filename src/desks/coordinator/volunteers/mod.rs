//! Volunteers: who they are, what they speak, when they can come.

use axum::Router;

use crate::app::Shared;

pub fn routes() -> Router<Shared> {
    Router::new()
}
