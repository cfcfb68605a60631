//! Pages of volunteers. Those behind a mailed link need no sign-in, work on a phone and without scripts:
//! GET shows what is true now, only a choice sent by POST changes anything.

use axum::{
    Router,
    routing::{get, post},
};

use crate::app::Shared;

pub mod asked;
mod assignment;
pub mod bubble;
mod calendar;
mod choice;
mod feed;
mod leaving;
mod left;
mod link;
mod me;
mod message;
mod my_calendar;
mod my_languages;
mod my_schedule;
mod offer;
mod offer_page;
mod pause;
mod pause_form;
mod proof;
mod reasons;
mod settings;
pub mod stand;
mod willing;
pub mod wishes;
mod withdrawal;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/o/{token}", get(offer::show).post(offer::answer))
        .route(
            "/o/{token}/wishes",
            get(wishes::from_offer).post(wishes::take_from_offer),
        )
        .route("/a/{token}", get(assignment::show))
        .route("/a/{token}/calendar.ics", get(calendar::download))
        .route(
            "/a/{token}/withdrawal",
            get(withdrawal::ask).post(withdrawal::give_back),
        )
        .route("/p/{token}", get(pause::show).post(pause::start))
        .route("/me/pause", post(pause::begin))
        .route("/p/{token}/undo", post(pause::undo))
        .route(
            "/p/{token}/wishes",
            get(wishes::from_receipt).post(wishes::take_from_receipt),
        )
        .route("/n/{token}", get(proof::show).post(proof::report))
        .route("/me", get(me::show))
        .route("/c/{token}", get(feed::show))
        .route("/me/calendar", get(my_calendar::show).post(my_calendar::renew))
        .route("/me/calendar/removal", post(my_calendar::end))
        .route("/me/settings", get(settings::list))
        .route("/me/settings/{part}", get(settings::show).post(settings::take))
        .route("/me/languages", get(my_languages::show).post(my_languages::wish))
        .route(
            "/me/languages/{language}/removal",
            get(my_languages::ask_removal).post(my_languages::remove),
        )
        .route("/me/leaving", get(leaving::show).post(leaving::take))
        .route("/me/asked", get(asked::show))
        .route("/me/forecast/removal", post(asked::forget))
        .route("/me/wishes", get(wishes::mine).post(wishes::take_mine))
        .route("/me/times", get(my_schedule::times).post(my_schedule::take_times))
        .route(
            "/me/absences",
            get(my_schedule::absences).post(my_schedule::add_absence),
        )
        .route("/me/absences/{absence}/removal", post(my_schedule::remove_absence))
}
