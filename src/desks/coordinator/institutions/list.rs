//! `/desk/institutions`: by name, filtered by name, state and sector. The filter stands in the address.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};

use crate::{
    database::paging::Position,
    desks::{coordinator::back, institution_form::Choice},
    institutions::{
        State,
        list::{self, Filter, Key, Listed},
    },
    web::{Ctx, Page, WebError, forms::check_line, html},
};

#[derive(Template)]
#[template(path = "coordinator/institutions/list.html")]
struct ListPage {
    page: Page,
    waiting: Option<String>,
    name: String,
    states: Vec<Choice>,
    state: String,
    sectors: Vec<Choice>,
    sector: String,
    filtered: bool,
    rows: Vec<RowView>,
    next: Option<String>,
    previous: Option<String>,
    first: Option<String>,
}

struct RowView {
    href: String,
    name: String,
    sector: String,
    state: String,
    shape: &'static str,
}

pub async fn show(ctx: Ctx, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let filter = filter(&ctx, &pairs);
    let mut tx = ctx.app.db.read().await?;
    let listed = list::list(&mut tx, &filter).await?;
    let waiting = list::waiting(&mut tx).await?;
    tx.commit().await?;

    let l = &ctx.l;
    let only_waiting = filter.state == Some(State::Pending);
    let here = address(&filter, &filter.at);
    let template = ListPage {
        page: ctx.page("institutions-title"),
        waiting: (waiting > 0 && !only_waiting).then(|| l.with("institutions-waiting", &[("count", waiting.into())])),
        name: filter.name.clone(),
        states: State::ALL
            .iter()
            .map(|state| Choice {
                code: state.code().to_owned(),
                name: l.t(&format!("institution-state-{}", state.code())),
            })
            .collect(),
        state: filter.state.map(State::code).unwrap_or_default().to_owned(),
        sectors: ctx
            .rules
            .sectors()
            .iter()
            .map(|sector| Choice {
                code: sector.code.clone(),
                name: sector.name.or_code(l.code(), &sector.code).to_owned(),
            })
            .collect(),
        sector: filter.sector.clone().unwrap_or_default(),
        filtered: filter
            != Filter {
                at: filter.at.clone(),
                ..Filter::default()
            },
        rows: listed
            .rows
            .iter()
            .map(|row| {
                let view = view(&ctx, row);
                let href = back::with(&view.href, &here);
                RowView { href, ..view }
            })
            .collect(),
        next: listed.next.map(|key| address(&filter, &Position::After(key))),
        previous: listed.previous.map(|key| address(&filter, &Position::Before(key))),
        first: (filter.at != Position::Start).then(|| address(&filter, &Position::Start)),
    };
    Ok(html(StatusCode::OK, &template))
}

/// What is unknown in the address counts as not said.
fn filter(ctx: &Ctx, pairs: &[(String, String)]) -> Filter {
    let value = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
    let key = |name: &str| {
        value(name)
            .filter(|text| check_line(text, 300).is_ok())
            .and_then(Key::parse)
    };
    Filter {
        // PostgreSQL takes no NUL in a text.
        name: value("name").unwrap_or_default().replace('\0', ""),
        state: value("state").and_then(|text| text.parse().ok()),
        sector: value("sector")
            .filter(|code| ctx.rules.sector(code).is_some())
            .map(str::to_owned),
        at: match (key("after"), key("before")) {
            (Some(key), _) => Position::After(key),
            (None, Some(key)) => Position::Before(key),
            (None, None) => Position::Start,
        },
    }
}

fn address(filter: &Filter, at: &Position<Key>) -> String {
    let mut pairs = Vec::new();
    pairs.extend((!filter.name.is_empty()).then(|| ("name", filter.name.clone())));
    pairs.extend(filter.state.map(|state| ("state", state.code().to_owned())));
    pairs.extend(filter.sector.clone().map(|sector| ("sector", sector)));
    match at {
        Position::Start => {}
        Position::After(key) => pairs.push(("after", key.text())),
        Position::Before(key) => pairs.push(("before", key.text())),
    }
    let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
    format!("/desk/institutions?{query}")
}

fn view(ctx: &Ctx, row: &Listed) -> RowView {
    let (word, shape) = super::state(&row.state, row.refused);
    let sector = ctx.rules.sector(&row.sector);
    RowView {
        href: super::path(row.id),
        name: row.name.clone(),
        sector: sector
            .map_or(row.sector.as_str(), |sector| {
                sector.name.or_code(ctx.l.code(), &sector.code)
            })
            .to_owned(),
        state: ctx.l.t(&word),
        shape,
    }
}
