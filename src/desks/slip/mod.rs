//! The family's slip: the page behind its link, and what institutions and coordinators see of it.

mod facts;
mod family;
mod names;

use axum::{Router, routing::get};

pub use self::{
    facts::{Found, Stand, When, date_before, dates_asked, of_request},
    names::names_somebody,
};
use crate::{
    app::Shared,
    database::{DbError, Tx},
    requests::Request,
    slips::{
        self, Text,
        sheet::{Part, Reader},
        texts,
    },
    web::Ctx,
};

pub fn routes() -> Router<Shared> {
    Router::new().route("/s/{token}", get(family::show))
}

/// Whoever reads that text, the corrected one, about this appointment. `None`: there is no such text.
pub async fn reader(ctx: &Ctx, tx: &mut Tx, request: &Request, code: &str) -> Result<Option<Reader>, DbError> {
    let Some(text) = slips::current(tx, code).await? else {
        return Ok(None);
    };
    let german = slips::current(tx, texts::GERMAN).await?.unwrap_or_else(|| text.clone());
    let choice = slips::choose(&request.language);
    let own = choice.text == code;
    Ok(Some(Reader {
        text,
        german,
        other: own && choice.other,
        booked: (!own).then(|| booked(ctx, &request.language, code)),
    }))
}

/// As the readers of that text call the booked language, where the pool knows it; else in German.
fn booked(ctx: &Ctx, language: &str, code: &str) -> Part {
    let known = ctx.rules.language(language).and_then(|known| known.name.get(code));
    match known {
        Some(name) => Part::Words(name.to_owned()),
        None => Part::German(ctx.rules.language_name(language, crate::l10n::FIRST).to_owned()),
    }
}

/// The text with other sentences than the stored ones: how it would look.
pub async fn reader_with(tx: &mut Tx, text: Text) -> Result<Reader, DbError> {
    let german = slips::current(tx, texts::GERMAN).await?.unwrap_or_else(|| text.clone());
    Ok(Reader {
        text,
        german,
        other: false,
        booked: None,
    })
}
