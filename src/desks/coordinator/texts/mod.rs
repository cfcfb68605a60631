//! `/desk/texts`: the words of mails and pages that a coordinator may change.

mod edit;
mod examples;
mod forms;
mod frame;
mod history;
mod list;
mod names;
mod places;
mod preview;
mod said;
mod undo;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{
    app::Shared,
    l10n::texts::Message,
    web::{Ctx, WebError},
};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/desk/texts", get(list::show))
        .route("/desk/texts/{locale}/{key}", get(edit::show).post(edit::save))
        .route("/desk/texts/{locale}/{key}/preview", post(edit::preview))
        .route("/desk/texts/{locale}/{key}/html", get(frame::show))
        .route("/desk/texts/{locale}/{key}/original", post(undo::original))
        .route("/desk/texts/{locale}/{key}/undo", post(undo::undo))
}

/// One text of one language, and where it is read.
struct Place {
    locale: String,
    original: Message,
    area: &'static str,
    /// The kind of mail that it stands in.
    kind: &'static str,
}

impl Place {
    /// For coordinators only; what may not be changed does not exist.
    fn find(ctx: &Ctx, locale: &str, key: &str) -> Result<Self, WebError> {
        ctx.coordinator()?;
        let (area, kind) = places::of(key).ok_or(WebError::NotFound)?;
        let original = ctx.app.l10n.find(locale).and_then(|l| l.original(key));
        Ok(Self {
            locale: locale.to_owned(),
            original: original.ok_or(WebError::NotFound)?,
            area,
            kind,
        })
    }

    fn key(&self) -> &str {
        &self.original.key
    }

    fn path(&self) -> String {
        path(&self.locale, self.key())
    }

    /// What is read today.
    fn current(&self, ctx: &Ctx) -> String {
        changed(ctx, &self.locale, self.key())
            .unwrap_or(&self.original.text)
            .to_owned()
    }
}

fn path(locale: &str, key: &str) -> String {
    format!("/desk/texts/{locale}/{key}")
}

/// What stands there today instead of the original.
fn changed<'a>(ctx: &'a Ctx, locale: &str, key: &str) -> Option<&'a str> {
    let mut texts = ctx.rules.texts().iter();
    let found = texts.rfind(|text| text.locale == locale && text.key == key);
    found.map(|text| text.text.as_str())
}

/// What the list calls a text.
pub fn called(ctx: &Ctx, key: &str) -> String {
    names::of(ctx, key)
}
