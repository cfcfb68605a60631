//! What a change would hurt, before it is recorded. Nothing is written until it is confirmed.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{
    harm::{self, Harm},
    history::{self, Difference},
    words,
};
use crate::{
    settings::{change::Prepared, kinds::Kind},
    web::{Ctx, Fields, Page, html},
};

#[derive(Template)]
#[template(path = "coordinator/rules/preview.html")]
struct Preview {
    page: Page,
    rule: String,
    ends: bool,
    changed: Vec<Difference>,
    from: String,
    harms: Vec<(String, Option<String>)>,
    action: String,
    back: String,
    /// What was typed, to be sent again.
    fields: Vec<(String, String)>,
    confirmed: String,
    /// It cannot be confirmed.
    forbidden: bool,
}

pub fn page(ctx: &Ctx, prepared: &Prepared, harms: &[Harm], fields: &Fields, action: &str) -> Response {
    let change = &prepared.change;
    let (was, will) = (prepared.was.as_ref(), change.value.as_ref());
    let rule = words::title(&ctx.l, &ctx.rules, &change.kind, &change.key, will.or(was));
    let changed = match (Kind::find(&change.kind), was, will) {
        (Some(kind), Some(was), Some(will)) => history::differences(ctx, kind, &change.key, was, will),
        _ => Vec::new(),
    };
    let sentence = |harm: &Harm| {
        let text = ctx
            .l
            .with(&format!("rules-harm-{}", harm.code), &[("count", harm.count.into())]);
        (text, harm.href.clone())
    };
    let own = ["form_token", "confirmed"];
    let template = Preview {
        page: ctx.page_titled(ctx.l.with("rules-preview-title", &[("rule", rule.clone().into())])),
        rule,
        ends: will.is_none(),
        changed,
        from: words::from_when(ctx, change.valid_from),
        harms: harms.iter().map(sentence).collect(),
        action: action.to_owned(),
        // A rule that there never was has no page.
        back: match change.seen {
            Some(_) => super::path(&change.kind, &change.key),
            None => super::path_of(&change.kind),
        },
        fields: fields
            .pairs()
            .filter(|(name, _)| !own.contains(name))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        confirmed: harm::sign(harms),
        forbidden: harm::forbids(prepared, harms),
    };
    let status = if template.forbidden {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    html(status, &template)
}
