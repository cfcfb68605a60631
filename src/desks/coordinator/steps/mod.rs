//! What a coordinator does by hand about one request.

use axum::{
    Router,
    routing::{get, post},
};

use crate::app::Shared;

pub mod answer;
pub mod asking;
mod assignment;
mod cancellation;
mod change;
mod closing;
pub mod find;
pub mod picks;
mod release;
pub mod sections;
pub mod text;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/desk/requests/{id}/answers", post(answer::take))
        .route("/desk/requests/{id}/assignments", post(assignment::assign))
        .route("/desk/requests/{id}/assignments/new", get(assignment::ask))
        .route(
            "/desk/requests/{id}/assignments/{assignment}/release",
            post(release::release),
        )
        .route("/desk/requests/{id}/assignments/{assignment}/stay", post(release::stay))
        .route(
            "/desk/requests/{id}/cancellation",
            get(cancellation::ask).post(cancellation::cancel),
        )
        .route("/desk/requests/{id}/closing", get(closing::ask).post(closing::close))
        .route("/desk/requests/{id}/offers/{offer}/choice", post(picks::choose))
        .route("/desk/requests/{id}/search", get(change::ask).post(change::change))
}
