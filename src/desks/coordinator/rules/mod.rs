//! The pool's rules in pages: what counts, what will, who changed it; changing, ending, taking back.
//!
//! A form follows from the kind's description ([`crate::settings::kinds`]), so that a new kind of rule needs no page
//! of its own. What a change would hurt is said before it is recorded ([`harm`]).

mod entry;
mod fields;
mod harm;
mod history;
mod kind;
mod overview;
mod plans;
mod preview;
mod read;
mod rule;
pub mod save;
mod words;
mod wrong;

use axum::{
    Router,
    routing::{get, post},
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::{
    app::Shared,
    settings::kinds::Kind,
    web::{Ctx, WebError},
};

/// What an address shows as it is.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_');

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/desk/rules", get(overview::show))
        .route("/desk/rules/{kind}", get(kind::show).post(entry::add))
        .route("/desk/rules/{kind}/new", get(entry::show))
        .route("/desk/rules/{kind}/{key}", get(rule::show).post(rule::change))
        .route("/desk/rules/{kind}/{key}/end", post(rule::end))
        .route("/desk/rules/{kind}/{key}/undo", post(rule::undo))
}

fn find(code: &str) -> Result<&'static Kind, WebError> {
    Kind::find(code).ok_or(WebError::NotFound)
}

fn path_of(kind: &str) -> String {
    format!("/desk/rules/{kind}")
}

/// `new` is a language, too (Newari): a key never hides behind the form for a new one.
fn path(kind: &str, key: &str) -> String {
    let mark = if key == "new" || key.starts_with('~') { "~" } else { "" };
    format!("/desk/rules/{kind}/{mark}{}", utf8_percent_encode(key, ESCAPED))
}

/// The key that [`path`] wrote.
fn key_of(segment: &str) -> &str {
    segment.strip_prefix('~').unwrap_or(segment)
}

/// What the lists call a rule: its kind, and its own name. With its value, where it is known.
pub fn called(ctx: &Ctx, (kind, key): (&str, &str), value: Option<&Value>) -> (String, String) {
    let name = words::title(&ctx.l, &ctx.rules, kind, key, value);
    (words::kind(&ctx.l, kind), name)
}
