//! `/desk/qualifications`: who lacks what for which sector. The filter stands in the address.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use chrono::NaiveDate;

use super::{
    shown,
    words::{self, Tag},
};
use crate::{
    qualifications::{Holder, Standing, holders},
    web::{Ctx, Page, WebError, html},
};

/// Rows on one page.
const PAGE: usize = 60;

#[derive(Template)]
#[template(path = "coordinator/qualifications/overview.html")]
struct Overview {
    page: Page,
    counts: Vec<Count>,
    sectors: Vec<Choice>,
    kinds: Vec<Choice>,
    attention: bool,
    name: String,
    filtered: bool,
    lead: String,
    columns: Vec<String>,
    rows: Vec<Row>,
    next: Option<String>,
    first: Option<String>,
}

/// How many may work in a sector today.
struct Count {
    number: usize,
    sector: String,
    href: String,
    label: String,
}

struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

struct Row {
    href: String,
    name: String,
    cells: Vec<Cell>,
}

struct Cell {
    kind: String,
    tag: Tag,
}

#[derive(Default)]
struct Filter {
    sector: Option<String>,
    kind: Option<String>,
    attention: bool,
    name: String,
    page: usize,
}

pub async fn show(ctx: Ctx, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let filter = filter(&ctx, &pairs);
    let mut tx = ctx.app.db.read().await?;
    let people = holders(&mut tx).await?;
    tx.commit().await?;

    let (l, rules) = (&ctx.l, &*ctx.rules);
    let today = rules.local(ctx.now).date();
    let sectors: Vec<&str> = match &filter.sector {
        Some(sector) => vec![sector.as_str()],
        None => rules.sectors().iter().map(|sector| sector.code.as_str()).collect(),
    };
    let kinds = columns(&ctx, &filter);
    let mut matching: Vec<(&Holder, Vec<Standing>)> = Vec::new();
    for holder in people.iter().filter(|holder| filter.matches(holder)) {
        let standings = kinds.iter().map(|kind| holder.standing(rules, kind, &sectors, today));
        let standings: Vec<Standing> = standings.collect();
        if !filter.attention || standings.iter().any(|standing| standing.needs_attention()) {
            matching.push((holder, standings));
        }
    }
    let lead = lead(&ctx, &filter, &people, matching.len(), today);
    let more = matching.len() > (filter.page + 1) * PAGE;
    let shown = matching.into_iter().skip(filter.page * PAGE).take(PAGE);
    let rows = shown.map(|(holder, standings)| Row {
        href: shown::path(holder.volunteer),
        name: holder.name.clone(),
        cells: standings
            .into_iter()
            .zip(&kinds)
            .map(|(standing, kind)| Cell {
                kind: words::kind(l, rules, kind),
                tag: words::tag(l, standing),
            })
            .collect(),
    });
    let template = Overview {
        page: ctx.page("quals-title"),
        counts: counts(&ctx, &people, today),
        sectors: choices(
            rules.sectors().iter().map(|sector| (&sector.code, &sector.name)),
            &filter.sector,
            l.code(),
        ),
        kinds: choices(
            rules.qualifications().iter().map(|kind| (&kind.code, &kind.name)),
            &filter.kind,
            l.code(),
        ),
        attention: filter.attention,
        filtered: filter.sector.is_some() || filter.kind.is_some() || filter.attention || !filter.name.is_empty(),
        lead,
        columns: kinds.iter().map(|kind| words::kind(l, rules, kind)).collect(),
        rows: rows.collect(),
        next: more.then(|| filter.address(filter.page + 1)),
        first: (filter.page > 0).then(|| filter.address(0)),
        name: filter.name,
    };
    Ok(html(StatusCode::OK, &template))
}

fn filter(ctx: &Ctx, pairs: &[(String, String)]) -> Filter {
    let value = |name: &str| {
        let found = pairs.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim().to_owned())
    };
    Filter {
        sector: value("sector").filter(|code| ctx.rules.sector(code).is_some()),
        kind: value("kind").filter(|code| ctx.rules.qualification(code).is_some()),
        attention: value("attention").is_some_and(|text| text == "yes"),
        name: value("name").unwrap_or_default().chars().take(200).collect(),
        page: value("page")
            .and_then(|text| text.parse().ok())
            .unwrap_or(0)
            .min(10_000),
    }
}

impl Filter {
    fn matches(&self, holder: &Holder) -> bool {
        let named = holder.name.to_lowercase().contains(&self.name.to_lowercase());
        named && self.sector.as_deref().is_none_or(|sector| holder.is_willing(sector))
    }

    fn address(&self, page: usize) -> String {
        let mut pairs = Vec::new();
        pairs.extend(self.sector.clone().map(|sector| ("sector", sector)));
        pairs.extend(self.kind.clone().map(|kind| ("kind", kind)));
        if self.attention {
            pairs.push(("attention", "yes".to_owned()));
        }
        if !self.name.is_empty() {
            pairs.push(("name", self.name.clone()));
        }
        if page > 0 {
            pairs.push(("page", page.to_string()));
        }
        let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
        format!("/desk/qualifications?{query}")
    }
}

/// The kinds that stand in the table: what the sector needs, or the one asked for.
fn columns(ctx: &Ctx, filter: &Filter) -> Vec<String> {
    let needed = |kind: &String| match &filter.sector {
        Some(sector) => ctx.rules.needed_qualifications(sector).contains(kind),
        None => true,
    };
    let wanted = |kind: &String| filter.kind.as_ref().is_none_or(|wanted| wanted == kind);
    let all = ctx.rules.qualifications().iter().map(|kind| kind.code.clone());
    // A kind that the sector does not need is shown all the same when it is asked for.
    all.filter(|kind| wanted(kind) && (filter.kind.is_some() || needed(kind)))
        .collect()
}

fn counts(ctx: &Ctx, people: &[Holder], today: NaiveDate) -> Vec<Count> {
    let sectors = ctx.rules.sectors().iter();
    sectors
        .map(|sector| {
            let number = may(ctx, people, &sector.code, today);
            let name = words::sector(&ctx.l, &ctx.rules, &sector.code);
            Count {
                number,
                href: Filter {
                    sector: Some(sector.code.clone()),
                    ..Filter::default()
                }
                .address(0),
                label: ctx.l.with(
                    "quals-count",
                    &[("count", number.into()), ("sector", name.clone().into())],
                ),
                sector: name,
            }
        })
        .collect()
}

/// How many are willing to work there, and may.
fn may(ctx: &Ctx, people: &[Holder], sector: &str, today: NaiveDate) -> usize {
    let willing = people.iter().filter(|holder| holder.is_willing(sector));
    willing
        .filter(|holder| holder.may_work(&ctx.rules, sector, today))
        .count()
}

fn lead(ctx: &Ctx, filter: &Filter, people: &[Holder], rows: usize, today: NaiveDate) -> String {
    let l = &ctx.l;
    let Some(sector) = &filter.sector else {
        return l.with("quals-lead", &[("count", rows.into())]);
    };
    let willing = people.iter().filter(|holder| holder.is_willing(sector)).count();
    let may = may(ctx, people, sector, today);
    l.with(
        "quals-lead-sector",
        &[
            ("sector", words::sector(l, &ctx.rules, sector).into()),
            ("may", may.into()),
            ("lack", (willing - may).into()),
        ],
    )
}

fn choices<'a>(
    all: impl Iterator<Item = (&'a String, &'a crate::settings::Names)>,
    chosen: &Option<String>,
    locale: &str,
) -> Vec<Choice> {
    all.map(|(code, name)| Choice {
        label: name.or_code(locale, code).to_owned(),
        chosen: chosen.as_ref() == Some(code),
        value: code.clone(),
    })
    .collect()
}
