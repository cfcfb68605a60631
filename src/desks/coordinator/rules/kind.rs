//! `/desk/rules/{kind}`: every rule of a kind that counts now, or will.

use std::collections::BTreeMap;

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use serde_json::Value;

use super::words;
use crate::{
    people::sort_key,
    settings::{
        kinds::{Input, Key, Kind, Range},
        timeline::Timeline,
    },
    web::{Ctx, Page, WebError, html},
};

#[derive(Template)]
#[template(path = "coordinator/rules/kind.html")]
struct KindPage {
    page: Page,
    about: String,
    add: Option<(String, String)>,
    rows: Vec<Row>,
    /// Those that count no more: address and name.
    ended: Vec<(String, String)>,
    ended_title: String,
}

struct Row {
    href: String,
    title: String,
    detail: String,
    about: Option<String>,
    /// "ab 01.04.2027", "ändert sich am …"
    soon: Option<String>,
    sort: (i64, String),
}

pub async fn show(ctx: Ctx, Path(kind): Path<String>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let kind = super::find(&kind)?;
    let mut tx = ctx.app.db.read().await?;
    let timeline = Timeline::read(&mut tx).await?;
    tx.commit().await?;

    let l = &ctx.l;
    let mut rows: Vec<Row> = vec![];
    let mut ended = vec![];
    // The last value that was recorded for each key.
    let mut keys: BTreeMap<&str, &Value> = BTreeMap::new();
    for version in timeline.recorded().into_iter().rev() {
        if let Some(value) = version.value.as_ref().filter(|_| version.kind == kind.code) {
            keys.insert(&version.key, value);
        }
    }
    for (key, last) in keys {
        let now = timeline.value_at(kind.code, key, ctx.now);
        let next = timeline
            .changes_to_come(ctx.now)
            .into_iter()
            .find(|version| version.kind == kind.code && version.key == key);
        let title = words::title(l, &ctx.rules, kind.code, key, Some(now.unwrap_or(last)));
        let href = super::path(kind.code, key);
        if now.is_none() && next.is_none() {
            ended.push((href, title));
            continue;
        }
        let soon = next.map(|version| {
            let word = match (now, &version.value) {
                (None, _) => "rules-soon-begins",
                (_, None) => "rules-soon-ends",
                _ => "rules-soon-changes",
            };
            l.with(word, &[("date", words::day(&ctx, version.valid_from).into())])
        });
        rows.push(row(&ctx, kind, key, now.unwrap_or(last), (href, title, soon)));
    }
    rows.sort_by(|a, b| a.sort.cmp(&b.sort));
    let template = KindPage {
        page: ctx.page_titled(words::kind(l, kind.code)),
        about: words::about_kind(l, kind.code),
        add: kind.may_be_added().then(|| {
            let href = format!("{}/new", super::path_of(kind.code));
            (href, l.t(&format!("rules-new-{}", kind.code)))
        }),
        rows,
        ended_title: l.with("rules-ended-some", &[("count", ended.len().into())]),
        ended,
    };
    Ok(html(StatusCode::OK, &template))
}

fn row(ctx: &Ctx, kind: &Kind, key: &str, value: &Value, (href, title, soon): (String, String, Option<String>)) -> Row {
    let l = &ctx.l;
    let told = kind.fields.iter().filter(|field| {
        let named = field.name == "name" || field.name == "position" || kind.is_in_key(field.name);
        // A referral is read on the rule's own page.
        !named && !matches!(field.input, Input::Names { .. }) && !is_empty(&value[field.name])
    });
    let parts: Vec<String> = told
        .map(|field| {
            let text = words::shown(l, &ctx.rules, kind, key, field, &value[field.name]);
            match kind.code {
                "number" => text,
                _ => {
                    let label = words::label(l, kind.code, key, field.name);
                    l.with("rules-detail", &[("label", label.into()), ("value", text.into())])
                }
            }
        })
        .collect();
    let place = match kind.code {
        "number" => i64::try_from(Range::place_of_number(key)).unwrap_or(i64::MAX),
        _ => value["position"].as_i64().unwrap_or_default(),
    };
    let sort = match kind.key {
        Key::Day | Key::Of(_) => key.to_owned(),
        _ => sort_key(&title),
    };
    Row {
        href,
        title,
        detail: parts.join(" · "),
        about: (kind.code == "number").then(|| words::hint(l, kind.code, key, "value").unwrap_or_default()),
        soon,
        sort: (place, sort),
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(all) => all.is_empty(),
        _ => false,
    }
}
