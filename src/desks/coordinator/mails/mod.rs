//! Mails that came to the pool's address.

use axum::Router;

use crate::app::Shared;

pub fn routes() -> Router<Shared> {
    Router::new()
}
