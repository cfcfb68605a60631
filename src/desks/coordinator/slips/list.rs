//! `/desk/slips`: every text, and the languages of the pool that have none.

use std::collections::BTreeMap;

use askama::Template;
use axum::{http::StatusCode, response::Response};

use crate::{
    slips::{self, store::Version, texts},
    web::{Ctx, Page, WebError, html},
};

struct Line {
    code: String,
    language: String,
    name: String,
    lang: String,
    direction: &'static str,
    shape: &'static str,
    state: String,
    /// Who else reads it.
    readers: Option<String>,
}

#[derive(Template)]
#[template(path = "coordinator/slips/list.html")]
struct List {
    page: Page,
    lines: Vec<Line>,
    /// Languages of the pool whose speakers get English.
    without: String,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.read().await?;
    let versions: BTreeMap<String, Version> = slips::store::all_newest(&mut tx)
        .await?
        .into_iter()
        .map(|version| (version.text_code.clone(), version))
        .collect();
    tx.commit().await?;
    let named = |code: &str| ctx.rules.language_name(code, ctx.l.code()).to_owned();
    let mut readers: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut without = Vec::new();
    for (code, _) in ctx.rules.languages() {
        let choice = slips::choose(code);
        if choice.text == code {
            continue;
        }
        if choice.other && texts::shipped(choice.text).is_some_and(|text| text.serves.iter().any(|one| one == "*")) {
            without.push(named(code));
        } else {
            readers.entry(choice.text).or_default().push(named(code));
        }
    }
    let mut lines: Vec<Line> = texts::all()
        .map(|text| {
            let (shape, state) = state(&ctx, versions.get(&text.code));
            Line {
                language: language(&ctx, &text.code),
                name: text.name.clone(),
                lang: text.lang.clone(),
                direction: text.direction.as_str(),
                shape,
                state,
                readers: readers
                    .get(text.code.as_str())
                    .map(|names| ctx.l.with("slips-readers", &[("languages", names.join(", ").into())])),
                code: text.code.clone(),
            }
        })
        .collect();
    lines.sort_by_key(|line| crate::people::sort_key(&line.language));
    without.sort_by_key(|name| crate::people::sort_key(name));
    let template = List {
        page: ctx.page("slips-title"),
        lines,
        without: without.join(", "),
    };
    Ok(html(StatusCode::OK, &template))
}

/// What the list calls a text.
pub fn language(ctx: &Ctx, code: &str) -> String {
    match code {
        texts::GERMAN => ctx.l.t("slips-german"),
        _ => ctx.rules.language_name(code, ctx.l.code()).to_owned(),
    }
}

/// Whether anybody has checked it, and whether it is as it was shipped.
pub fn state(ctx: &Ctx, version: Option<&Version>) -> (&'static str, String) {
    match version {
        Some(version) => match version.checked_on() {
            Some(day) => {
                let date = ctx.l.date_numeric(day);
                ("done", ctx.l.with("slips-state-checked", &[("date", date.into())]))
            }
            None if version.says.is_some() => ("runs", ctx.l.t("slips-state-corrected")),
            None => ("open", ctx.l.t("slips-state-unchecked")),
        },
        None => ("open", ctx.l.t("slips-state-unchecked")),
    }
}
