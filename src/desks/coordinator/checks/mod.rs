//! The coordinators' queue: what is doubtful is approved, refused or asked back about before anybody is asked.

mod approval;
mod question;
mod refusal;
pub mod section;

use axum::{
    Router,
    routing::{get, post},
};

use super::steps::find;
use crate::{
    app::Shared,
    database::Tx,
    requests::{Request, Status, check::CheckError},
    web::{Ctx, WebError},
};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/desk/requests/{id}/check/approval", post(approval::approve))
        .route(
            "/desk/requests/{id}/check/refusal",
            get(refusal::show).post(refusal::take),
        )
        .route(
            "/desk/requests/{id}/check/question",
            get(question::show).post(question::take),
        )
}

/// The request, and whether there is something to decide about it.
async fn request(ctx: &Ctx, tx: &mut Tx, id: &str) -> Result<(Request, bool), WebError> {
    let request = find::request(ctx, tx, id).await?;
    let open = matches!(request.status(ctx.now), Status::Checking { .. });
    Ok((request, open))
}

/// Decided a moment ago, perhaps by a colleague: the request's page says what is true.
fn settled(done: Result<(), CheckError>) -> Result<(), WebError> {
    match done {
        Ok(()) | Err(CheckError::NotOpen | CheckError::Asked) => Ok(()),
        Err(CheckError::NotFound) => Err(WebError::NotFound),
        Err(CheckError::Database(error)) => Err(error.into()),
    }
}
