//! The institution's desk: its requests, the form in three steps, the state of each.

mod cancellation;
mod check;
mod conversation;
mod drafts;
mod list;
mod place;
mod problems;
mod referral;
mod sites;
mod status;
mod timeline;
mod when;
mod wording;

use axum::{
    Router,
    routing::{get, post},
};

use crate::app::Shared;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/requests", get(list::show))
        .route("/requests/drafts", post(drafts::create))
        .route("/requests/drafts/{id}/removal", post(drafts::remove))
        .route(
            "/requests/drafts/{id}/conversation",
            get(conversation::show).post(conversation::take),
        )
        .route("/requests/drafts/{id}/when", get(when::show).post(when::take))
        .route("/requests/drafts/{id}/where", get(place::show).post(place::take))
        .route("/requests/drafts/{id}/check", get(check::show).post(check::send))
        .route("/requests/drafts/{id}/referral", get(referral::show))
        .route("/requests/{id}", get(status::show))
        .route(
            "/requests/{id}/cancellation",
            get(cancellation::ask).post(cancellation::cancel),
        )
}
