//! `/desk/institutions`: by name, filtered by name, state and sector. The filter stands in the address.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};

use crate::{
    desks::institution_form::Choice,
    institutions::{
        InstitutionId, State,
        list::{self, Filter, Listed},
    },
    web::{Ctx, Page, WebError, html},
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
    more: Option<String>,
    not_first: bool,
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
    let (rows, more) = list::list(&mut tx, &filter).await?;
    let waiting = list::waiting(&mut tx).await?;
    tx.commit().await?;

    let l = &ctx.l;
    let last = rows.last().map(|row| row.id).filter(|_| more);
    let only_waiting = filter.state == Some(State::Pending);
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
                after: filter.after,
                ..Filter::default()
            },
        rows: rows.iter().map(|row| view(&ctx, row)).collect(),
        more: last.map(|last| address(&filter, last)),
        not_first: filter.after.is_some(),
    };
    Ok(html(StatusCode::OK, &template))
}

/// What is unknown in the address counts as not said.
fn filter(ctx: &Ctx, pairs: &[(String, String)]) -> Filter {
    let value = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
    Filter {
        // PostgreSQL takes no NUL in a text.
        name: value("name").unwrap_or_default().replace('\0', ""),
        state: value("state").and_then(|text| text.parse().ok()),
        sector: value("sector")
            .filter(|code| ctx.rules.sector(code).is_some())
            .map(str::to_owned),
        after: value("after").and_then(|text| text.parse().ok()),
    }
}

fn address(filter: &Filter, after: InstitutionId) -> String {
    let mut pairs = Vec::new();
    pairs.extend((!filter.name.is_empty()).then(|| ("name", filter.name.clone())));
    pairs.extend(filter.state.map(|state| ("state", state.code().to_owned())));
    pairs.extend(filter.sector.clone().map(|sector| ("sector", sector)));
    pairs.push(("after", after.to_string()));
    format!(
        "/desk/institutions?{}",
        serde_urlencoded::to_string(pairs).unwrap_or_default()
    )
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
