//! `/desk/volunteers`: everybody, by name. What is looked for stands in the address.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};

use super::{
    choices::{self, Choice},
    facts, open,
};
use crate::{
    database::paging::Position,
    desks::coordinator::back,
    volunteers::list::{self, Filter, Key, Listed, STATES},
    web::{Ctx, Page, WebError, forms::check_line, html},
};

#[derive(Template)]
#[template(path = "coordinator/volunteers/list.html")]
struct ListPage {
    page: Page,
    name: String,
    states: Vec<Choice>,
    state: String,
    languages: Vec<Choice>,
    language: String,
    filtered: bool,
    rows: Vec<Row>,
    next: Option<String>,
    previous: Option<String>,
    first: Option<String>,
}

struct Row {
    href: String,
    name: String,
    languages: String,
    district: String,
    state: String,
    shape: &'static str,
}

pub async fn show(ctx: Ctx, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let filter = filter(&ctx, &pairs);
    let mut tx = ctx.app.db.read().await?;
    let listed = list::list(&mut tx, &filter, ctx.now).await?;
    let rows = listed.rows;
    let spoken = list::languages_of_all(&mut tx, &rows).await?;
    tx.commit().await?;
    let of = |row: &Listed| {
        let codes = spoken.iter().filter(|(id, _)| *id == row.id);
        let names = codes.map(|(_, code)| ctx.rules.language_name(code, ctx.l.code()));
        names.collect::<Vec<_>>().join(", ")
    };
    let here = address(&filter, &filter.at);
    let template = ListPage {
        page: ctx.page("volunteer-list-title"),
        states: STATES
            .iter()
            .map(|state| Choice {
                value: (*state).to_owned(),
                label: ctx.l.t(&format!("volunteer-list-state-{state}")),
            })
            .collect(),
        state: filter.state.unwrap_or_default().to_owned(),
        languages: choices::languages(&ctx),
        language: filter.language.clone().unwrap_or_default(),
        filtered: !filter.name.is_empty() || filter.language.is_some() || filter.state.is_some(),
        rows: rows
            .iter()
            .map(|row| {
                let (shape, state) = facts::state(&ctx, &row.state, row.paused_until);
                Row {
                    href: back::with(&open::path(row.id), &here),
                    name: row.name.clone(),
                    languages: of(row),
                    district: facts::district(&ctx, row.home_district.as_deref()),
                    state,
                    shape,
                }
            })
            .collect(),
        next: listed.next.map(|key| address(&filter, &Position::After(key))),
        previous: listed.previous.map(|key| address(&filter, &Position::Before(key))),
        first: (filter.at != Position::Start).then(|| address(&filter, &Position::Start)),
        name: filter.name,
    };
    Ok(html(StatusCode::OK, &template))
}

/// Anything unknown in the address counts as not said.
fn filter(ctx: &Ctx, pairs: &[(String, String)]) -> Filter {
    let value = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
    let name = value("name").filter(|name| check_line(name, 200).is_ok());
    let key = |name: &str| {
        value(name)
            .filter(|text| check_line(text, 300).is_ok())
            .and_then(Key::parse)
    };
    Filter {
        name: name.unwrap_or_default().to_owned(),
        language: value("language")
            .filter(|code| ctx.rules.language(code).is_some())
            .map(str::to_owned),
        state: value("state").and_then(|text| STATES.iter().find(|state| **state == text).copied()),
        at: match (key("after"), key("before")) {
            (Some(key), _) => Position::After(key),
            (None, Some(key)) => Position::Before(key),
            (None, None) => Position::Start,
        },
    }
}

fn address(filter: &Filter, at: &Position<Key>) -> String {
    let mut pairs = Vec::new();
    if !filter.name.is_empty() {
        pairs.push(("name", filter.name.clone()));
    }
    pairs.extend(filter.language.clone().map(|language| ("language", language)));
    pairs.extend(filter.state.map(|state| ("state", state.to_owned())));
    match at {
        Position::Start => {}
        Position::After(key) => pairs.push(("after", key.text())),
        Position::Before(key) => pairs.push(("before", key.text())),
    }
    let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
    format!("/desk/volunteers?{query}")
}
