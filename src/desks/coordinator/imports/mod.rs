//! Tables of office programs, from the file to what was written and back.

use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};

use crate::app::Shared;

mod actions;
mod changes;
mod columns;
mod doubt;
mod doubts;
mod list;
mod show;
mod typed;
mod upload;
mod words;

/// What a browser may send: more than a file may have, so that a larger one gets its own words and no broken
/// connection.
const MOST_SENT: usize = 64 * 1024 * 1024;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/desk/imports", get(list::show))
        .route("/desk/imports/{id}", get(show::show))
        .route("/desk/imports/{id}/columns", get(columns::show).post(columns::take))
        .route("/desk/imports/{id}/changes", get(changes::show))
        .route("/desk/imports/{id}/doubts", get(doubts::show).post(doubts::take))
        .route("/desk/imports/{id}/proposals", post(actions::proposals))
        .route("/desk/imports/{id}/omission", post(actions::leave_out))
        .route("/desk/imports/{id}/confirmation", post(actions::confirm))
        .route("/desk/imports/{id}/disposal", post(actions::throw_away))
        .route("/desk/imports/{id}/undoing", post(actions::undo))
}

/// The one route that takes large bodies.
pub fn uploads() -> Router<Shared> {
    Router::new()
        .route("/desk/imports/files", post(upload::take))
        .layer(DefaultBodyLimit::max(MOST_SENT))
}
