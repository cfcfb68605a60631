//! Volunteers: who they are, what they speak, when they can come. A list, a page for each, and a small form for
//! each part of it, so that a mistake in one never loses what was typed in another.

use axum::{
    Router,
    routing::{get, post},
};

use crate::app::Shared;

mod appointments;
mod areas;
pub(in crate::desks) mod choices;
mod create;
mod detail;
pub(in crate::desks) mod facts;
mod invitation;
mod language_wishes;
mod languages;
mod limits;
mod list;
mod open;
mod pause;
mod person;
pub(in crate::desks) mod person_form;
mod retirement;
mod schedule;
mod wishes;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/desk/volunteers", get(list::show).post(create::take))
        .route("/desk/volunteers/new", get(create::show))
        .route("/desk/volunteers/{id}", get(detail::show))
        .route("/desk/volunteers/{id}/person", get(person::show).post(person::take))
        .route(
            "/desk/volunteers/{id}/languages",
            get(languages::show).post(languages::take),
        )
        .route("/desk/volunteers/{id}/areas", get(areas::show).post(areas::take))
        .route("/desk/volunteers/{id}/limits", get(limits::show).post(limits::take))
        .route(
            "/desk/volunteers/{id}/times",
            get(schedule::times).post(schedule::take_times),
        )
        .route(
            "/desk/volunteers/{id}/absences",
            get(schedule::absences).post(schedule::add_absence),
        )
        .route(
            "/desk/volunteers/{id}/absences/{absence}/removal",
            post(schedule::remove_absence),
        )
        .route("/desk/volunteers/{id}/pause", get(pause::show).post(pause::start))
        .route("/desk/volunteers/{id}/pause/end", post(pause::end))
        .route(
            "/desk/volunteers/{id}/retirement",
            get(retirement::show).post(retirement::take),
        )
        .route("/desk/volunteers/{id}/return", post(retirement::come_back))
        .route(
            "/desk/volunteers/{id}/language-wishes",
            get(language_wishes::show).post(language_wishes::decide),
        )
        .route("/desk/volunteers/{id}/invitation", post(invitation::send))
        .route("/desk/volunteers/{id}/refusals/{refusal}/end", post(wishes::end))
        .route("/desk/volunteers/{id}/forecast/removal", post(wishes::forget))
}
