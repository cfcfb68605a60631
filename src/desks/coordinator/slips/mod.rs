//! The words of the family's slip, language by language: correct them, look at them, say that they were checked.

mod list;
mod page;

use axum::{
    Router,
    routing::{get, post},
};

pub use list::language;

use crate::app::Shared;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/desk/slips", get(list::show))
        .route("/desk/slips/{text}", get(page::show).post(page::take))
        .route("/desk/slips/{text}/check", post(page::check))
        .route("/desk/slips/{text}/original", post(page::restore))
}
