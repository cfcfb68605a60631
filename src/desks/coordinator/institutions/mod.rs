//! Institutions: who may ask, their sites and contacts.

mod contacts;
mod create;
mod edit;
mod list;
mod orphans;
mod page;
mod people;
mod refusal;
mod retirement;
mod sites;
mod states;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{
    app::Shared,
    database::Tx,
    institutions::{self, InstitutionId, State, store::Institution},
    web::{Ctx, WebError},
};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/desk/institutions", get(list::show).post(create::take))
        .route("/desk/institutions/new", get(create::show))
        .route("/desk/institutions/{id}", get(page::show))
        .route("/desk/institutions/{id}/edit", get(edit::show).post(edit::take))
        .route("/desk/institutions/{id}/approval", post(states::approve))
        .route(
            "/desk/institutions/{id}/refusal",
            get(refusal::show).post(refusal::take),
        )
        .route("/desk/institutions/{id}/trust", post(states::trust))
        .route("/desk/institutions/{id}/trust/end", post(states::distrust))
        .route("/desk/institutions/{id}/pause", post(states::pause))
        .route("/desk/institutions/{id}/pause/end", post(states::resume))
        .route(
            "/desk/institutions/{id}/retirement",
            get(retirement::show).post(retirement::take),
        )
        .route("/desk/institutions/{id}/sites", post(sites::add))
        .route("/desk/institutions/{id}/sites/new", get(sites::show_new))
        .route(
            "/desk/institutions/{id}/sites/{site}",
            get(sites::show).post(sites::change),
        )
        .route("/desk/institutions/{id}/sites/{site}/closure", post(sites::close))
        .route("/desk/institutions/{id}/contacts", post(contacts::add))
        .route("/desk/institutions/{id}/contacts/new", get(contacts::show_new))
        .route(
            "/desk/institutions/{id}/contacts/{contact}",
            get(contacts::show).post(contacts::change),
        )
        .route(
            "/desk/institutions/{id}/contacts/{contact}/handover",
            get(orphans::show).post(orphans::take),
        )
        .route("/desk/institutions/{id}/contacts/{contact}/end", post(contacts::end))
        .route(
            "/desk/institutions/{id}/contacts/{contact}/invitation",
            post(contacts::invite),
        )
}

fn path(id: InstitutionId) -> String {
    format!("/desk/institutions/{id}")
}

/// For coordinators only; anything else does not exist.
async fn find(ctx: &Ctx, tx: &mut Tx, id: &str) -> Result<Institution, WebError> {
    ctx.coordinator()?;
    let id: InstitutionId = id.parse().map_err(|_| WebError::NotFound)?;
    institutions::store::get(tx, id).await?.ok_or(WebError::NotFound)
}

/// The key of the state's word and its shape in the stylesheet.
fn state(code: &str, refused: bool) -> (String, &'static str) {
    let shape = match code.parse() {
        Ok(State::Pending) => "runs",
        Ok(State::Approved) => "done",
        Ok(State::Paused) => "open",
        Ok(State::Retired) | Err(_) => "gone",
    };
    let word = if refused { "refused" } else { code };
    (format!("institution-state-{word}"), shape)
}
