//! What happened at an appointment, when the sides do not agree or one does not answer.

mod choice;
mod page;
pub mod section;

use axum::{Router, routing::get};

use crate::app::Shared;

pub fn routes() -> Router<Shared> {
    Router::new().route(
        "/desk/requests/{id}/assignments/{aid}/proof",
        get(page::show).post(page::save),
    )
}
