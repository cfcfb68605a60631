//! The coordinator's desk: what needs a person now, every request, and why somebody does not fit.

use axum::{
    Router,
    routing::{get, post},
};

use crate::app::Shared;

mod asked;
mod candidates;
mod facts;
mod history;
mod list;
mod list_page;
mod reasons;
mod request;
mod task_completion;
mod tasks;
mod week;
mod worklist;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/desk", get(worklist::show))
        .route("/desk/requests", get(list_page::show))
        .route("/desk/requests/{id}", get(request::show))
        .route("/desk/tasks/{id}/completion", post(task_completion::complete))
}
