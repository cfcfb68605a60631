//! The audit trail: of everything, or of one thing. Who did what, when and from where.

use axum::{Router, routing::get};

use crate::app::Shared;

mod all;
mod changed;
mod last;
mod line;
mod names;
mod one;
mod read;
mod subject;
mod who;

pub use last::{Last, last};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/desk/trail", get(all::show))
        .route("/desk/trail/{kind}/{id}", get(one::show))
}
