//! The institution's desk: its requests, the form in three steps, the state of each.

mod calendar;
mod cancellation;
mod check;
mod colleagues;
mod conversation;
mod days;
mod details;
mod drafts;
mod filter;
mod hand_over;
mod list;
mod mine;
pub mod moving;
mod place;
pub mod problems;
mod proof;
mod prospects;
mod question;
mod referral;
mod repetition;
mod sites;
mod slip;
mod status;
mod steps;
mod timeline;
mod when;
mod wording;
mod writer;

use axum::{
    Router,
    routing::{MethodRouter, get, post},
};

use self::steps::StepPage;
pub use self::{drafts::create as begin, list::draft_name, status::taken_by, writer::Form};
use crate::app::Shared;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/requests", get(list::show))
        .route("/requests/calendar", get(calendar::show))
        .route("/requests/contacts", get(colleagues::show).post(colleagues::invite))
        .route("/requests/{id}", get(status::show))
        .route("/requests/{id}/details", get(details::ask).post(details::change))
        .route("/requests/{id}/repetition", post(repetition::begin))
        .route("/requests/{id}/handover", get(hand_over::ask).post(hand_over::take))
        .route(
            "/requests/{id}/assignments/{aid}/proof",
            get(proof::show).post(proof::answer),
        )
        .route(
            "/requests/{id}/cancellation",
            get(cancellation::ask).post(cancellation::cancel),
        )
        .route("/requests/{id}/question", get(question::show).post(question::answer))
        .route("/requests/{id}/slip", get(slip::show))
        .route("/requests/{id}/slip/links", post(slip::send))
        .route("/requests/{id}/slip/links/{slip}/revocation", post(slip::revoke))
        .route("/requests/drafts", post(drafts::create))
        .merge(form("/requests"))
}

/// The form in three steps, for whoever writes under `base`: see [`writer`]. [`begin`] leads there.
pub fn form(base: &str) -> Router<Shared> {
    let draft = |page: &str| format!("{base}/drafts/{{id}}/{page}");
    Router::new()
        .route(&draft("removal"), post(drafts::remove))
        .route(&draft("conversation"), step::<conversation::Conversation>())
        .route(&draft("when"), step::<when::When>())
        .route(&draft("where"), step::<place::Where>())
        .route(&draft("check"), get(check::show).post(check::send))
        .route(&draft("referral"), get(referral::show))
}

fn step<S: StepPage + Send>() -> MethodRouter<Shared> {
    get(steps::show::<S>).post(steps::take::<S>)
}
