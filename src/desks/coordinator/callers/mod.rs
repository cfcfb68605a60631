//! A request for somebody who calls: choose who calls, then the institution's own form (`desks::institution::form`).

mod page;

use axum::{
    Router,
    response::Response,
    routing::{get, post},
};

use crate::{
    app::Shared,
    desks::institution::{self, Form},
    institutions::State,
    web::{Fields, WebError, unprocessable},
};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/desk/callers", get(page::show))
        .route("/desk/callers/{contact}/drafts", post(begin))
        .merge(institution::form("/desk/callers/{contact}"))
}

/// Where the institution may not ask now, who calls hears why.
async fn begin(form: Form, fields: Fields) -> Result<Response, WebError> {
    let refused = form.writer.caller.as_ref();
    match refused.filter(|caller| caller.state != State::Approved.code()) {
        Some(caller) => {
            let page = page::read(&form.ctx, &caller.institution_name, Some(caller)).await?;
            Ok(unprocessable(&page))
        }
        None => institution::begin(form, fields).await,
    }
}
