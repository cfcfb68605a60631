//! Mails that came to the pool's address.

mod list;
mod mail;
mod restoration;

use axum::{
    Router,
    routing::{get, post},
};

use crate::app::Shared;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/desk/mails", get(list::show))
        .route("/desk/mails/{id}", get(mail::show))
        .route("/desk/mails/{id}/restoration", post(restoration::restore))
}
