//! `/desk/rules/{kind}/new`: a rule that there was not.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use serde_json::json;

use super::{
    fields::{self, FieldView, Shape},
    read,
    save::{self, Outcome},
    words,
    wrong::Wrong,
};
use crate::{
    settings::{
        change::Change,
        check::{Fault, Problem},
        kinds::{Key, Kind},
        timeline::Timeline,
    },
    web::{Ctx, Fields, Page, WebError, html},
};

#[derive(Template)]
#[template(path = "coordinator/rules/new.html")]
struct NewRule {
    page: Page,
    heading: String,
    back: String,
    back_to: String,
    about: String,
    wrong: Wrong,
    /// How the rule is called: hint, kind of control, what was typed, what is wrong.
    key: Option<KeyView>,
    fields: Vec<FieldView>,
    from_day: String,
    from_error: Option<String>,
}

struct KeyView {
    label: String,
    hint: String,
    day: bool,
    typed: String,
    error: Option<String>,
}

pub async fn show(ctx: Ctx, Path(kind): Path<String>) -> Result<Response, WebError> {
    let kind = addable(&ctx, &kind)?;
    let mut typed = Fields::default();
    if kind.ordered {
        let mut tx = ctx.app.db.read().await?;
        let rows = Timeline::read(&mut tx).await?.in_force(ctx.now);
        tx.commit().await?;
        let places = rows.iter().filter(|row| row.kind == kind.code);
        let last = places.filter_map(|row| row.value["position"].as_i64()).max();
        typed.set("position", &last.map_or(0, |last| last + 1).to_string());
    }
    let page = page(&ctx, kind, &typed, Wrong::default());
    Ok(html(StatusCode::OK, &page))
}

pub async fn add(ctx: Ctx, Path(kind): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let kind = addable(&ctx, &kind)?;
    let mut wrong = Wrong::default();
    let key = read::key(&ctx, kind, &fields, &mut wrong);
    let value = read::value(&ctx, kind, &key, None, &fields, &mut wrong);
    let valid_from = read::valid_from(&ctx, &fields, &mut wrong);
    if !wrong.is_empty() {
        return Ok(again(&ctx, kind, &fields, wrong));
    }
    let mut tx = ctx.app.db.begin().await?;
    let timeline = Timeline::read(&mut tx).await?;
    let counts = timeline.value_at(kind.code, &key, valid_from).is_some();
    let will_count = timeline
        .changes_to_come(ctx.now)
        .into_iter()
        .any(|version| version.kind == kind.code && version.key == key && version.value.is_some());
    let seen = timeline.of(kind.code, &key).first().map(|newest| newest.id);
    let outcome = if counts || will_count {
        Outcome::Stale
    } else {
        let change = Change {
            kind: kind.code.to_owned(),
            key: key.clone(),
            value: Some(value),
            valid_from,
            seen,
            takes_back: None,
        };
        save::save(&ctx, tx, change, &fields, &super::path_of(kind.code)).await?
    };
    let problems = match outcome {
        Outcome::Answer(response) => return Ok(response),
        Outcome::Wrong(problems) => problems,
        // It is there already, or somebody has just added it.
        Outcome::Stale => vec![Problem {
            kind: kind.code.to_owned(),
            key: key.clone(),
            field: match kind.key {
                Key::Pair { .. } => "to",
                Key::Of(of) => of,
                _ => "",
            },
            what: Fault::Twice(words::title(&ctx.l, &ctx.rules, kind.code, &key, Some(&json!({})))),
        }],
    };
    wrong.take(&ctx.l, &ctx.rules, kind, &key, &problems);
    Ok(again(&ctx, kind, &fields, wrong))
}

/// For coordinators, and of a kind to which rules can be added.
fn addable(ctx: &Ctx, kind: &str) -> Result<&'static Kind, WebError> {
    ctx.coordinator()?;
    let kind = super::find(kind)?;
    if kind.may_be_added() {
        Ok(kind)
    } else {
        Err(WebError::NotFound)
    }
}

fn again(ctx: &Ctx, kind: &Kind, fields: &Fields, wrong: Wrong) -> Response {
    html(StatusCode::UNPROCESSABLE_ENTITY, &page(ctx, kind, fields, wrong))
}

fn page(ctx: &Ctx, kind: &Kind, typed: &Fields, wrong: Wrong) -> NewRule {
    let l = &ctx.l;
    let asks_key = !matches!(kind.key, Key::Pair { .. } | Key::Of(_));
    let end = read::key_code(kind.key);
    let heading = l.t(&format!("rules-new-{}", kind.code));
    let title = if wrong.is_empty() {
        heading.clone()
    } else {
        l.with("rules-title-wrong", &[("rule", heading.clone().into())])
    };
    NewRule {
        page: ctx.page_titled(title),
        heading,
        back: super::path_of(kind.code),
        back_to: words::kind(l, kind.code),
        about: words::about_kind(l, kind.code),
        key: asks_key.then(|| KeyView {
            label: l.t(&format!("rules-key-{end}")),
            hint: l.t(&format!("rules-key-hint-{end}")),
            day: kind.key == Key::Day,
            typed: typed.get("key"),
            error: wrong.of("key"),
        }),
        fields: fields::views(ctx, kind, None, typed, &wrong),
        from_day: typed.get("from_day"),
        from_error: wrong.of("from_day"),
        wrong,
    }
}
