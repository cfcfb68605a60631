use std::collections::HashMap;

use askama::Template;
use axum::{http::StatusCode, response::Response};
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};

use super::{
    filter::{self, Filter},
    read::{self, Row},
    state::State,
};
use crate::{
    desks::coordinator::{back, day_field::DayField},
    requests::SlotId,
    wall,
    web::{Ctx, Page, WebError, html},
};

/// More entries than these make the page too heavy for a phone; the counts above them are of all.
const MOST: usize = 260;

/// A longer week says nothing about itself in its links: it would be too heavy again.
const LED_BACK: usize = 100;

#[derive(Template)]
#[template(path = "coordinator/board/week.html")]
struct Board {
    page: Page,
    lead: String,
    before: String,
    after: String,
    /// None: this is the present week.
    present: Option<String>,
    day: DayField,
    counts: Vec<Count>,
    states: Vec<Choice>,
    languages: Vec<Choice>,
    all: Option<String>,
    days: Vec<Day>,
    empty: bool,
    left_out: Option<String>,
}

struct Count {
    href: String,
    shape: &'static str,
    text: String,
    chosen: bool,
}

struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

struct Day {
    id: String,
    class: &'static str,
    title: String,
    count: String,
    entries: Vec<Entry>,
}

struct Entry {
    href: String,
    time: String,
    language: String,
    institution: String,
    people: Vec<String>,
    shape: &'static str,
    state: String,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let filter = Filter::read(&ctx);
    let mut tx = ctx.app.db.read().await?;
    let all = read::week(&mut tx, &filter).await?;
    let wanted = |row: &&Row| filter.state.is_none_or(|state| row.state(ctx.now) == state);
    let shown: Vec<Row> = all.iter().filter(wanted).take(MOST).cloned().collect();
    let names = names(read::who_comes(&mut tx, &shown).await?);
    tx.commit().await?;

    let l = &ctx.l;
    let left_out = all.iter().filter(wanted).count() - shown.len();
    let today = wall::day_of(ctx.rules.zone(), ctx.now);
    let number = |day: NaiveDate| l.date_numeric(day);
    let title = l.with(
        "week-board-title",
        &[
            ("from", number(filter.monday).into()),
            ("until", number(filter.sunday()).into()),
        ],
    );
    let mut days = days(&ctx, &filter, today, &shown, &names);
    if shown.len() <= LED_BACK {
        let here = filter.address();
        for entry in days.iter_mut().flat_map(|day| &mut day.entries) {
            entry.href = back::with(&entry.href, &here);
        }
    }
    let template = Board {
        page: ctx.page_titled(title),
        lead: lead(&ctx, &all),
        before: filter.weeks_later(-1).address(),
        after: filter.weeks_later(1).address(),
        present: (today < filter.monday || today > filter.sunday()).then(|| {
            let monday = today.week(chrono::Weekday::Mon).first_day();
            Filter {
                monday,
                ..filter.clone()
            }
            .address()
        }),
        day: DayField::new(
            &ctx,
            "from",
            ("week-board-from", "week-board-wrong-day"),
            filter::day(&ctx),
            Some(filter.monday),
        ),
        counts: counts(&ctx, &filter, &all),
        states: states(&ctx, &filter),
        languages: languages(&ctx, &filter),
        all: filter.is_narrowed().then(|| {
            let bare = Filter {
                state: None,
                language: None,
                ..filter.clone()
            };
            bare.address()
        }),
        days,
        empty: shown.is_empty(),
        left_out: (left_out > 0).then(|| l.with("week-board-left-out", &[("count", left_out.into())])),
    };
    Ok(html(StatusCode::OK, &template))
}

fn names(rows: Vec<(SlotId, String)>) -> HashMap<SlotId, Vec<String>> {
    let mut names: HashMap<SlotId, Vec<String>> = HashMap::new();
    for (slot, name) in rows {
        names.entry(slot).or_default().push(name);
    }
    names
}

fn number_of(rows: &[Row], state: State, now: DateTime<Utc>) -> usize {
    rows.iter().filter(|row| row.state(now) == state).count()
}

/// "12 Termine, davon 2 brauchen Sie."
fn lead(ctx: &Ctx, rows: &[Row]) -> String {
    let problems = number_of(rows, State::Problem, ctx.now);
    ctx.l.with(
        "week-board-lead",
        &[
            ("count", rows.iter().filter(|row| row.counts()).count().into()),
            ("problems", problems.into()),
        ],
    )
}

fn word(ctx: &Ctx, state: State) -> String {
    ctx.l.t(&format!("week-state-{}", state.code()))
}

/// The legend, counted: each leads to its own.
fn counts(ctx: &Ctx, filter: &Filter, rows: &[Row]) -> Vec<Count> {
    let found = State::ALL
        .into_iter()
        .map(|state| (state, number_of(rows, state, ctx.now)));
    let found = found.filter(|(state, count)| *count > 0 || filter.state == Some(*state));
    found
        .map(|(state, count)| Count {
            href: filter.with_state(Some(state)).address(),
            shape: state.shape(),
            text: ctx.l.with(
                "week-board-count",
                &[("state", word(ctx, state).into()), ("count", count.into())],
            ),
            chosen: filter.state == Some(state),
        })
        .collect()
}

fn states(ctx: &Ctx, filter: &Filter) -> Vec<Choice> {
    let all = State::ALL.into_iter().map(|state| Choice {
        value: state.code().to_owned(),
        label: word(ctx, state),
        chosen: filter.state == Some(state),
    });
    all.collect()
}

fn languages(ctx: &Ctx, filter: &Filter) -> Vec<Choice> {
    let all = ctx.rules.languages().map(|(code, language)| Choice {
        value: code.to_owned(),
        label: language.name.or_code(ctx.l.code(), code).to_owned(),
        chosen: filter.language.as_deref() == Some(code),
    });
    let mut all: Vec<Choice> = all.collect();
    all.sort_by(|a, b| a.label.cmp(&b.label));
    all
}

fn days(ctx: &Ctx, filter: &Filter, today: NaiveDate, rows: &[Row], names: &HashMap<SlotId, Vec<String>>) -> Vec<Day> {
    let l = &ctx.l;
    let week = filter.monday.iter_days().take(7);
    week.map(|day| {
        let of_day: Vec<&Row> = rows.iter().filter(|row| row.day() == Some(day)).collect();
        let weekday = l.t(&format!("desk-weekday-{}", day.weekday().number_from_monday()));
        let key = if day == today { "desk-day-today" } else { "desk-day" };
        let count = match of_day.iter().filter(|row| row.counts()).count() {
            0 => l.t("desk-day-free"),
            count => l.with("desk-day-taken", &[("count", count.into())]),
        };
        Day {
            id: format!("d-{day}"),
            class: match (day.cmp(&today), of_day.is_empty()) {
                (std::cmp::Ordering::Equal, _) => "today",
                (_, true) => "free",
                (std::cmp::Ordering::Less, _) => "past",
                (std::cmp::Ordering::Greater, _) => "",
            },
            title: l.with(
                key,
                &[("weekday", weekday.into()), ("day", day.day().to_string().into())],
            ),
            count,
            entries: of_day.into_iter().map(|row| entry(ctx, row, names)).collect(),
        }
    })
    .collect()
}

fn entry(ctx: &Ctx, row: &Row, names: &HashMap<SlotId, Vec<String>>) -> Entry {
    let l = &ctx.l;
    let time = NaiveTime::parse_from_str(&row.start, "%H:%M").map(|time| l.time(time));
    let state = row.state(ctx.now);
    let places = [("here", row.here.into()), ("places", row.places.into())];
    Entry {
        href: format!("/desk/requests/{}", row.request),
        time: time.unwrap_or_else(|_| row.start.clone()),
        language: ctx.rules.language_name(&row.language, l.code()).to_owned(),
        institution: row.institution.clone(),
        people: names.get(&row.slot).cloned().unwrap_or_default(),
        shape: state.shape(),
        state: match state {
            State::Searching if row.places > 1 => l.with("week-board-partly", &places),
            state => word(ctx, state),
        },
    }
}
