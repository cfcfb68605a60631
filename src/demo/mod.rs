//! The demo: a believable pool on a clock that can be moved, with its own mailbox and a door for each role.

use axum::Router;

use crate::app::Shared;

/// What only the demo has.
#[derive(Debug, Default)]
pub struct Demo {}

pub fn routes() -> Router<Shared> {
    Router::new()
}
