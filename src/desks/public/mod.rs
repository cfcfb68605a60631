//! Pages for everybody: the start page, the registration of an institution, and the texts that a public service owes its readers.

mod register;
mod start;
mod texts;

use axum::{Router, routing::get};

use crate::app::Shared;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/", get(start::show))
        .route("/register", get(register::show).post(register::take))
        .route("/register/received", get(register::received))
        .route("/help", get(texts::help))
        .route("/accessibility", get(texts::accessibility))
        .route("/privacy", get(texts::privacy))
        .route("/imprint", get(texts::imprint))
}
