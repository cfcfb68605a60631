//! `/desk/requests`: every request, filtered by its state, language or day. The filter stands in the address.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};

use super::{
    back,
    day_field::DayField,
    list::{self, Filter, Key, STATES},
};
use crate::{
    database::paging::Position,
    desks::schedule::dates,
    institutions,
    web::{Ctx, Page, WebError, html},
};

#[derive(Template)]
#[template(path = "coordinator/list.html")]
struct ListPage {
    page: Page,
    states: Vec<Choice>,
    languages: Vec<Choice>,
    day: DayField,
    on_day: Option<String>,
    /// Kept while the other filters change.
    institution: String,
    of_institution: Option<String>,
    filtered: bool,
    rows: Vec<RowView>,
    oldest_first: bool,
    next: Option<String>,
    previous: Option<String>,
    /// The first page, where this is not it.
    first: Option<String>,
}

struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

pub struct RowView {
    pub href: String,
    pub reference: String,
    pub when: String,
    pub institution: String,
    pub language: String,
    pub state: String,
    pub shape: &'static str,
}

pub async fn show(ctx: Ctx, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let filter = filter(&ctx, &pairs);
    let mut tx = ctx.app.db.read().await?;
    let listed = list::read(&mut tx, &filter, ctx.now).await?;
    let institution = match filter.institution {
        Some(id) => institutions::store::get(&mut tx, id).await?.map(|it| it.name),
        None => None,
    };
    tx.commit().await?;

    let l = &ctx.l;
    let states = STATES.iter().map(|state| Choice {
        value: (*state).to_owned(),
        label: l.t(&format!("desk-request-state-{state}")),
        chosen: filter.state == Some(state),
    });
    let mut languages: Vec<Choice> = ctx
        .rules
        .languages()
        .map(|(code, language)| Choice {
            value: code.to_owned(),
            label: language.name.or_code(l.code(), code).to_owned(),
            chosen: filter.language.as_deref() == Some(code),
        })
        .collect();
    languages.sort_by(|a, b| a.label.cmp(&b.label));
    let here = address(&filter, &filter.at);
    let template = ListPage {
        page: ctx.page("desk-list-title"),
        states: states.collect(),
        languages,
        day: DayField::new(
            &ctx,
            "day",
            ("desk-list-day", "desk-list-wrong-day"),
            filter.day,
            filter.day,
        ),
        on_day: filter
            .day
            .map(|day| l.with("desk-list-on-day", &[("date", l.date(day).into())])),
        institution: filter.institution.map(|id| id.to_string()).unwrap_or_default(),
        of_institution: institution.map(|name| l.with("desk-list-of-institution", &[("institution", name.into())])),
        filtered: filter
            != Filter {
                at: filter.at.clone(),
                oldest_first: filter.oldest_first,
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
        oldest_first: filter.oldest_first,
        next: listed.next.map(|key| address(&filter, &Position::After(key))),
        previous: listed.previous.map(|key| address(&filter, &Position::Before(key))),
        first: (filter.at != Position::Start).then(|| address(&filter, &Position::Start)),
    };
    Ok(html(StatusCode::OK, &template))
}

fn filter(ctx: &Ctx, pairs: &[(String, String)]) -> Filter {
    let value = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
    Filter {
        state: value("state").and_then(|text| STATES.iter().find(|state| **state == text).copied()),
        language: value("language")
            .filter(|code| ctx.rules.language(code).is_some())
            .map(str::to_owned),
        day: value("day").and_then(dates::read),
        institution: value("institution").and_then(|text| text.parse().ok()),
        oldest_first: value("order") == Some("oldest"),
        at: match (
            value("after").and_then(Key::parse),
            value("before").and_then(Key::parse),
        ) {
            (Some(key), _) => Position::After(key),
            (None, Some(key)) => Position::Before(key),
            (None, None) => Position::Start,
        },
    }
}

fn address(filter: &Filter, at: &Position<Key>) -> String {
    let mut pairs = Vec::new();
    pairs.extend(filter.state.map(|state| ("state", state.to_owned())));
    pairs.extend(filter.language.clone().map(|language| ("language", language)));
    pairs.extend(filter.day.map(|day| ("day", day.to_string())));
    pairs.extend(filter.institution.map(|id| ("institution", id.to_string())));
    pairs.extend(filter.oldest_first.then(|| ("order", "oldest".to_owned())));
    match at {
        Position::Start => {}
        Position::After(key) => pairs.push(("after", key.text())),
        Position::Before(key) => pairs.push(("before", key.text())),
    }
    if pairs.is_empty() {
        return "/desk/requests".to_owned();
    }
    let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
    format!("/desk/requests?{query}")
}

pub fn view(ctx: &Ctx, row: &list::Row) -> RowView {
    let l = &ctx.l;
    let when = row.appointment().map(|at| {
        let (date, time) = (l.date_short(at.date()), l.time(at.time()));
        l.with("desk-list-when", &[("date", date.into()), ("time", time.into())])
    });
    RowView {
        href: format!("/desk/requests/{}", row.id),
        reference: row.reference.clone(),
        when: when.unwrap_or_default(),
        institution: row.institution.clone(),
        language: ctx.rules.language_name(&row.language, l.code()).to_owned(),
        state: l.t(&format!("desk-request-state-{}", row.state)),
        shape: shape(&row.state),
    }
}

/// The state's shape in the stylesheet.
pub fn shape(state: &str) -> &'static str {
    match state {
        "checking" => "open",
        "searching" => "runs",
        "confirmed" => "done",
        "unfilled" => "bad",
        _ => "gone",
    }
}
