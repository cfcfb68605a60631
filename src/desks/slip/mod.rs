//! The family's slip: the page behind its link, and what institutions and coordinators see of it.

mod facts;
mod family;
mod names;

use axum::{Router, routing::get};

pub use self::{
    facts::{Found, Stand, of_request},
    names::names_somebody,
};
use crate::{
    app::Shared,
    database::{DbError, Tx},
    slips::{self, Text, sheet::Reader, texts},
};

pub fn routes() -> Router<Shared> {
    Router::new().route("/s/{token}", get(family::show))
}

/// Whoever reads that text, the corrected one. `None`: there is no such text.
pub async fn reader(tx: &mut Tx, code: &str, other: bool) -> Result<Option<Reader>, DbError> {
    let Some(text) = slips::current(tx, code).await? else {
        return Ok(None);
    };
    let german = slips::current(tx, texts::GERMAN).await?.unwrap_or_else(|| text.clone());
    Ok(Some(Reader { text, german, other }))
}

/// The text with other sentences than the stored ones: how it would look.
pub async fn reader_with(tx: &mut Tx, text: Text) -> Result<Reader, DbError> {
    let german = slips::current(tx, texts::GERMAN).await?.unwrap_or_else(|| text.clone());
    Ok(Reader {
        text,
        german,
        other: false,
    })
}
