//! The coordinator's desk: what needs a person now, every request, and why somebody does not fit.

use axum::{
    Router,
    routing::{get, post},
};

use crate::app::Shared;

mod asked;
mod back;
mod board;
mod callers;
mod candidates;
mod checks;
mod day_field;
mod ended;
mod exports;
mod facts;
mod figures;
mod history;
mod imports;
mod institutions;
mod late;
mod later;
pub mod list;
mod list_few;
mod list_page;
mod mails;
mod more;
mod privacy;
mod progress;
mod proofs;
mod qualifications;
pub(in crate::desks) mod reasons;
mod request;
mod rules;
mod said;
mod search;
mod slips;
mod steps;
mod task_completion;
mod task_facts;
mod tasks;
mod team;
mod texts;
mod trail;
mod undo;
pub(in crate::desks) mod volunteers;
mod week;
mod worklist;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/desk", get(worklist::show))
        .route("/desk/week", get(board::show))
        .route("/desk/search", get(search::show))
        .route("/desk/more", get(more::show))
        .route("/desk/undo/{id}", post(undo::take))
        .route("/desk/requests", get(list_page::show))
        .route("/desk/requests/{id}", get(request::show))
        .route("/desk/tasks/{id}/completion", post(task_completion::complete))
        .route("/desk/tasks/{id}/later", post(later::postpone))
        .merge(callers::routes())
        .merge(checks::routes())
        .merge(exports::routes())
        .merge(figures::routes())
        .merge(imports::routes())
        .merge(institutions::routes())
        .merge(late::routes())
        .merge(mails::routes())
        .merge(privacy::routes())
        .merge(proofs::routes())
        .merge(qualifications::routes())
        .merge(rules::routes())
        .merge(slips::routes())
        .merge(steps::routes())
        .merge(team::routes())
        .merge(texts::routes())
        .merge(trail::routes())
        .merge(volunteers::routes())
}

/// What takes bodies that are larger than a form.
pub fn uploads() -> Router<Shared> {
    imports::uploads()
}
