//! The coordinators themselves: who they are, who comes, who goes, whose app is lost.

use axum::{
    Router,
    routing::{get, post},
};

use crate::app::Shared;

mod invitation;
mod list;
mod member;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/desk/team", get(list::show).post(invitation::invite))
        .route("/desk/team/new", get(invitation::form))
        .route("/desk/team/{id}", get(member::show))
        .route("/desk/team/{id}/retirement", post(member::retire))
        .route("/desk/team/{id}/second-factor-reset", post(member::reset))
}
