//! What volunteers have shown: who lacks what for which sector, and noting it; and whom an institution does not want.

use axum::{
    Router,
    routing::{get, post},
};

use crate::app::Shared;

pub mod bans;
mod form;
mod overview;
mod revocation;
pub mod shown;
mod training;
mod who;
mod words;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/desk/qualifications", get(overview::show))
        .route(
            "/desk/qualifications/training",
            get(training::show).post(training::record),
        )
        .route(
            "/desk/volunteers/{id}/qualifications",
            get(shown::show).post(shown::record),
        )
        .route(
            "/desk/volunteers/{id}/qualifications/{qualification}/revocation",
            post(revocation::revoke),
        )
        .route("/desk/volunteers/{id}/bans", get(bans::show).post(bans::impose))
        .route("/desk/volunteers/{id}/bans/{ban}/end", post(bans::lift))
}
