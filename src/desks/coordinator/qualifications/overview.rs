//! `/desk/qualifications`: who lacks what for which sector. The filter stands in the address.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use chrono::NaiveDate;

use super::{
    shown,
    who::{self, Key},
    words::{self, Tag},
};
use crate::{
    database::paging::Position,
    qualifications::Holder,
    web::{Ctx, Page, WebError, forms::check_line, html},
};

/// Rows on one page: each is a small list on a phone.
const PAGE: usize = 25;

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
    previous: Option<String>,
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

#[derive(Clone, Default)]
pub(super) struct Filter {
    pub sector: Option<String>,
    pub kind: Option<String>,
    pub attention: bool,
    pub name: String,
    pub at: Position<Key>,
}

pub async fn show(ctx: Ctx, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let filter = filter(&ctx, &pairs);
    let mut tx = ctx.app.db.read().await?;
    let seen = who::look(&ctx, &mut tx, &filter, PAGE).await?;
    tx.commit().await?;

    let (l, rules) = (&ctx.l, &*ctx.rules);
    let today = rules.local(ctx.now).date();
    let kinds = columns(&ctx, &filter);
    let lead = match &seen.all {
        Some(people) => lead(&ctx, &filter, people, seen.fitting, today),
        None => l.t("quals-lead-large"),
    };
    let rows = seen.page.rows.into_iter().map(|(holder, standings)| Row {
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
        counts: seen
            .all
            .as_deref()
            .map(|people| counts(&ctx, people, today))
            .unwrap_or_default(),
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
        next: seen.page.next.map(|key| filter.address(&Position::After(key))),
        previous: seen.page.previous.map(|key| filter.address(&Position::Before(key))),
        first: (filter.at != Position::Start).then(|| filter.address(&Position::Start)),
        name: filter.name,
    };
    Ok(html(StatusCode::OK, &template))
}

fn filter(ctx: &Ctx, pairs: &[(String, String)]) -> Filter {
    let value = |name: &str| {
        let found = pairs.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim().to_owned())
    };
    let key = |name: &str| {
        value(name)
            .filter(|text| check_line(text, 300).is_ok())
            .and_then(|text| Key::parse(&text))
    };
    Filter {
        sector: value("sector").filter(|code| ctx.rules.sector(code).is_some()),
        kind: value("kind").filter(|code| ctx.rules.qualification(code).is_some()),
        attention: value("attention").is_some_and(|text| text == "yes"),
        name: value("name").unwrap_or_default().chars().take(200).collect(),
        at: match (key("after"), key("before")) {
            (Some(key), _) => Position::After(key),
            (None, Some(key)) => Position::Before(key),
            (None, None) => Position::Start,
        },
    }
}

impl Filter {
    fn address(&self, at: &Position<Key>) -> String {
        let mut pairs = Vec::new();
        pairs.extend(self.sector.clone().map(|sector| ("sector", sector)));
        pairs.extend(self.kind.clone().map(|kind| ("kind", kind)));
        if self.attention {
            pairs.push(("attention", "yes".to_owned()));
        }
        if !self.name.is_empty() {
            pairs.push(("name", self.name.clone()));
        }
        match at {
            Position::Start => {}
            Position::After(key) => pairs.push(("after", key.text())),
            Position::Before(key) => pairs.push(("before", key.text())),
        }
        let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
        format!("/desk/qualifications?{query}")
    }
}

/// The kinds that stand in the table: what the sector needs, or the one asked for.
pub(super) fn columns(ctx: &Ctx, filter: &Filter) -> Vec<String> {
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
                .address(&Position::Start),
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
