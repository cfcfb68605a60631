//! `/requests/calendar`: a month, day by day. Where there is no room for seven columns, a list of days.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, Weekday};

use super::{
    filter::{self, Asked, Filter},
    list::{self, View},
    mine,
};
use crate::{
    proofs,
    requests::{
        RequestId,
        store::overview::{self, Listed, Phase, Position, Possible, Wanted},
    },
    wall,
    web::{Ctx, Page, WebError, html},
};

/// More in one month are read in the list.
const MOST: i64 = 400;

struct Day {
    number: u32,
    /// In full, for whoever does not see the columns.
    name: String,
    iso: String,
    today: bool,
    /// Of the month before or after.
    outside: bool,
    entries: Vec<Entry>,
}

struct Entry {
    href: String,
    iso_date: String,
    /// "09:00"
    start: String,
    time: String,
    language: String,
    tag: &'static str,
    state: String,
}

#[derive(Template)]
#[template(path = "institution/calendar.html")]
struct Calendar {
    page: Page,
    views: Vec<View>,
    filter: Filter,
    reset: String,
    month: String,
    month_code: String,
    before: String,
    after: String,
    now: String,
    weekdays: Vec<String>,
    days: Vec<Day>,
    /// Nothing is in this month.
    empty: bool,
}

pub async fn show(ctx: Ctx, Query(mut asked): Query<Asked>) -> Result<Response, WebError> {
    mine::roles(&ctx)?;
    let l = &ctx.l;
    let today = ctx.rules.local(ctx.now).date();
    let first = month(&asked.month).or_else(|| today.with_day(1)).unwrap_or(today);
    // The way back from a request leads to this month.
    asked.month = first.format("%Y-%m").to_string();
    let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
    let before = first.checked_sub_months(Months::new(1)).unwrap_or(first);
    let mut tx = ctx.app.db.read().await?;
    let own = mine::all(&ctx, &mut tx).await?;
    let people = mine::colleagues(&mut tx, &own).await?;
    let filter = filter::read(&ctx, &mut tx, &asked, &own, &people).await?;
    let wanted = Wanted {
        phases: vec![Phase::Coming, Phase::Past],
        ..filter.wanted.clone()
    };
    let start = wall::first_instant(ctx.rules.zone(), first.and_time(NaiveTime::MIN));
    let from = Position {
        starts_at: start,
        request: RequestId(uuid::Uuid::nil()),
    };
    let mut rows = overview::ahead(&mut tx, &wanted, Some(from), ctx.now, MOST).await?;
    let confirm = proofs::store::to_confirm(&mut tx, &filter.wanted.institutions).await?;
    let possible = overview::possible(&mut tx, &wanted, (first, next), ctx.now, MOST).await?;
    tx.commit().await?;
    // What was called off takes no time any more.
    rows.retain(|row| !row.called_off && (iso(first)..iso(next)).contains(&row.local_date));
    let decided = rows.iter().map(|row| entry(&ctx, &asked, row, &confirm));
    let mut entries: Vec<Entry> = decided
        .chain(possible.iter().map(|row| tentative(&ctx, &asked, row)))
        .collect();
    // The hours come from the database as "09:00": their letters sort them.
    entries.sort_by(|one, other| one.start.cmp(&other.start));
    let empty = entries.is_empty();
    let grid = first.week(Weekday::Mon).first_day();
    let end = next.pred_opt().unwrap_or(next).week(Weekday::Mon).last_day();
    let days = grid.iter_days().take_while(|day| *day <= end).map(|day| Day {
        number: day.day(),
        name: l.date_short(day),
        iso: iso(day),
        today: day == today,
        outside: day < first || day >= next,
        entries: entries.extract_if(.., |entry| entry.iso_date == iso(day)).collect(),
    });
    let code = |day: NaiveDate| day.format("%Y-%m").to_string();
    let href = |day: NaiveDate| filter.href("/requests/calendar", &[("month", &code(day))]);
    let name = l.with(
        "calendar-month",
        &[
            ("month", l.t(&format!("month-{}", first.month())).into()),
            ("year", first.year().to_string().into()),
        ],
    );
    let template = Calendar {
        page: ctx.page_titled(l.with("calendar-title", &[("month", name.clone().into())])),
        views: list::views(&ctx, &filter, "", "/requests/calendar"),
        reset: format!("/requests/calendar?month={}", code(first)),
        month: name,
        month_code: code(first),
        before: href(before),
        after: href(next),
        now: filter.href("/requests/calendar", &[]),
        weekdays: (0..7)
            .filter_map(|days| grid.checked_add_days(Days::new(days)))
            .map(|day| l.weekday(day))
            .collect(),
        days: days.collect(),
        empty,
        filter,
    };
    Ok(html(StatusCode::OK, &template))
}

fn entry(ctx: &Ctx, asked: &Asked, row: &Listed, confirm: &[RequestId]) -> Entry {
    let (tag, key) = match Phase::from_code(&row.phase) {
        Some(Phase::Past) if confirm.contains(&row.id) => list::TO_CONFIRM,
        Some(Phase::Coming) => ("done", "state-confirmed"),
        _ => ("gone", "state-held"),
    };
    Entry {
        href: asked.request(row.id),
        iso_date: row.local_date.clone(),
        start: row.start_time.clone(),
        time: format!("{}–{}", short(&row.start_time), short(&row.end_time)),
        language: ctx.rules.language_name(&row.language, ctx.l.code()).to_owned(),
        tag,
        state: ctx.l.t(key),
    }
}

/// Nobody has said yes yet; it may be on another of its dates.
fn tentative(ctx: &Ctx, asked: &Asked, row: &Possible) -> Entry {
    Entry {
        href: asked.request(row.id),
        iso_date: row.local_date.clone(),
        start: row.start_time.clone(),
        time: format!("{}–{}", short(&row.start_time), short(&row.end_time)),
        language: ctx.rules.language_name(&row.language, ctx.l.code()).to_owned(),
        tag: "open",
        state: match row.dates {
            ..=1 => ctx.l.t("calendar-waiting"),
            dates => ctx.l.with("date-one-of", &[("count", dates.into())]),
        },
    }
}

/// "09:00" as people write it.
fn short(time: &str) -> &str {
    time.strip_prefix('0').unwrap_or(time)
}

fn iso(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// "2027-03"; years that nobody plans in are no months.
fn month(text: &str) -> Option<NaiveDate> {
    let (year, month) = text.split_once('-')?;
    let year: i32 = year.parse().ok().filter(|year| (2000..=2999).contains(year))?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, 1)
}
