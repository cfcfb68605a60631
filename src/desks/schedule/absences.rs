//! Days on which somebody is not there: shown, added, removed.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use chrono::NaiveDate;

use super::{
    Whose,
    accepted::{self, Accepted},
    dates,
};
use crate::{
    matching::Absence,
    tasks,
    volunteers::{self, store},
    wall,
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

/// Who is away for longer stops, or pauses.
const LONGEST_DAYS: i64 = 366;
const FURTHEST_DAYS: i64 = 2 * 366;

#[derive(Template)]
#[template(path = "schedule/absences.html")]
struct AbsencesPage {
    page: Page,
    problems: Problems,
    base: String,
    name: Option<String>,
    lead: String,
    none: String,
    hint: String,
    during_text: String,
    absences: Vec<AbsenceView>,
    from: String,
    until: String,
}

struct AbsenceView {
    id: String,
    days: String,
    /// Accepted for these days all the same.
    during: Vec<Accepted>,
}

pub async fn show(ctx: &Ctx, whose: &Whose) -> Result<Response, WebError> {
    let page = page(ctx, whose, &Fields::default(), Problems::default()).await?;
    Ok(html(StatusCode::OK, &page))
}

pub async fn add(ctx: &Ctx, whose: &Whose, fields: &Fields) -> Result<Response, WebError> {
    let absence = match read(ctx, fields) {
        Ok(absence) => absence,
        Err(problems) => return Ok(unprocessable(&page(ctx, whose, fields, problems).await?)),
    };
    let mut tx = ctx.app.db.begin().await?;
    let act = ctx.act()?;
    let added = volunteers::add_absence(&mut tx, &act, whose.volunteer, absence).await?;
    accepted::ask_about(ctx, &mut tx, &act, whose, absence).await?;
    ctx.app.commit(tx).await?;
    let shown = added.unwrap_or(absence);
    let there = format!("{}/absences", whose.base);
    Ok(see_other(&match whose.name {
        Some(_) => there,
        None => format!("{there}?from={}&until={}", shown.from, shown.until),
    }))
}

pub async fn remove(ctx: &Ctx, whose: &Whose, absence: &str) -> Result<Response, WebError> {
    let absence = absence.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = ctx.app.db.begin().await?;
    let act = ctx.act()?;
    if !volunteers::remove_absence(&mut tx, &act, whose.volunteer, absence).await? {
        return Err(WebError::NotFound);
    }
    // Asked anew where another absence still stands in the way.
    tasks::settle_volunteer(&mut tx, &act, whose.volunteer, &[tasks::Kind::AssignmentAbsent]).await?;
    for row in store::absences_of(&mut tx, whose.volunteer).await? {
        if let (Ok(from), Ok(until)) = (row.from_date.parse(), row.until_date.parse()) {
            accepted::ask_about(ctx, &mut tx, &act, whose, Absence { from, until }).await?;
        }
    }
    ctx.app.commit(tx).await?;
    let there = format!("{}/absences", whose.base);
    Ok(see_other(&match whose.name {
        Some(_) => there,
        None => done(&there, Done::AbsenceRemoved),
    }))
}

/// What was just added, if it is there.
fn added(ctx: &Ctx, whose: &Whose, known: &[Absence]) -> Option<String> {
    let day = |name: &str| ctx.query(name).parse::<NaiveDate>().ok();
    let (from, until) = (day("from")?, day("until")?);
    let added = known
        .iter()
        .find(|one| whose.name.is_none() && one.from <= from && until <= one.until)?;
    let days = days(ctx, added.from, added.until);
    Some(ctx.l.with("said-absence", &[("days", days.into())]))
}

/// "Dienstag, 16. März 2027 bis Freitag, 19. März 2027", or the one day.
pub fn days(ctx: &Ctx, from: NaiveDate, until: NaiveDate) -> String {
    if from == until {
        return ctx.l.date(from);
    }
    let (from, until) = (ctx.l.date(from), ctx.l.date(until));
    ctx.l
        .with("absence-days", &[("from", from.into()), ("until", until.into())])
}

async fn page(ctx: &Ctx, whose: &Whose, typed: &Fields, problems: Problems) -> Result<AbsencesPage, WebError> {
    let today = wall::day_of(ctx.rules.zone(), ctx.now);
    let mut tx = ctx.app.db.read().await?;
    let (mut absences, mut known) = (Vec::new(), Vec::new());
    for row in store::absences_of(&mut tx, whose.volunteer).await? {
        let (Ok(from), Ok(until)) = (row.from_date.parse(), row.until_date.parse()) else {
            continue;
        };
        if until < today {
            continue;
        }
        known.push(Absence { from, until });
        let mut during = accepted::ahead(ctx, &mut tx, whose).await?;
        during.retain(|accepted| accepted.is_on(ctx, from, until));
        absences.push(AbsenceView {
            id: row.id.to_string(),
            days: days(ctx, from, until),
            during,
        });
    }
    tx.commit().await?;
    let l = &ctx.l;
    let title = l.t(&whose.key("absence-title"));
    let title = if problems.is_empty() {
        title
    } else {
        l.with("title-with-error", &[("title", title.into())])
    };
    let mut page = ctx.page_titled(title);
    if problems.is_empty() {
        page.receipt = added(ctx, whose, &known).or(page.receipt);
    }
    Ok(AbsencesPage {
        page,
        problems,
        base: whose.base.clone(),
        name: whose.name.clone(),
        lead: l.t(&whose.key("absence-lead")),
        none: l.t(&whose.key("absence-none")),
        hint: l.with("absence-hint", &[("example", dates::example(ctx).into())]),
        during_text: l.t(&whose.key("absence-during-text")),
        absences,
        from: typed.get("from"),
        until: typed.get("until"),
    })
}

/// Three numbers are a day that is not in the calendar; anything else cannot be read.
fn unread(text: &str) -> &'static str {
    let parts: Vec<&str> = text.split(['.', '/', '-']).map(str::trim).collect();
    let numbers = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.len() == 3 && parts.iter().all(numbers) {
        "absence-problem-date"
    } else {
        "absence-problem-unread"
    }
}

/// One day is enough: without a last one, the first is the last.
fn read(ctx: &Ctx, fields: &Fields) -> Result<Absence, Problems> {
    let mut problems = Problems::default();
    let (first, last) = (fields.get("from"), fields.get("until"));
    let mut wrong = |field: &'static str, key: &str| {
        let example = dates::example(ctx);
        problems.add(field, ctx.l.with(key, &[("example", example.into())]));
    };
    let from = dates::read(&first);
    let until = if last.is_empty() { from } else { dates::read(&last) };
    let today = wall::day_of(ctx.rules.zone(), ctx.now);
    if first.is_empty() {
        wrong("from", "absence-problem-missing");
    } else if from.is_none() {
        wrong("from", unread(&first));
    }
    if until.is_none() && !last.is_empty() {
        wrong("until", unread(&last));
    }
    let (Some(from), Some(until)) = (from, until) else {
        return Err(problems);
    };
    if until < from {
        wrong("until", "absence-problem-order");
    } else if until < today {
        wrong(if last.is_empty() { "from" } else { "until" }, "absence-problem-past");
    } else if (until - from).num_days() > LONGEST_DAYS || (from - today).num_days() > FURTHEST_DAYS {
        wrong(if last.is_empty() { "from" } else { "until" }, "absence-problem-long");
    }
    if problems.is_empty() {
        Ok(Absence { from, until })
    } else {
        Err(problems)
    }
}
