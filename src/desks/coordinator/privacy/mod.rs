//! For whoever asks by letter: what the pool has about them, and how it goes. Reports about what went.

use axum::{Router, routing::get};

use crate::app::Shared;

mod data;
mod erasure;
mod person;
mod reports;

pub use person::{Section, contacts_person, section};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/desk/people/{id}/data", get(data::show))
        .route("/desk/people/{id}/data.json", get(data::file))
        .route("/desk/people/{id}/erasure", get(erasure::ask).post(erasure::take))
        .route("/desk/erasures", get(reports::list))
        .route("/desk/erasures/{id}", get(reports::show))
}
