//! Qualifications: who has shown what, who lacks what, what runs out.

use axum::Router;

use crate::app::Shared;

pub fn routes() -> Router<Shared> {
    Router::new()
}
