//! No offers for a while, and its end.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use chrono::{DateTime, Utc};

use super::open;
use crate::{
    desks::{coordinator::undo, schedule::dates},
    volunteers::{self, store::Volunteer},
    wall,
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

const AT_MOST_DAYS: i64 = 2 * 366;
/// 23:59 by the wall clock.
const LAST_MINUTE: u16 = 24 * 60 - 1;

#[derive(Template)]
#[template(path = "coordinator/volunteers/pause.html")]
struct PausePage {
    page: Page,
    back: String,
    name: String,
    problems: Problems,
    choice: String,
    until: String,
    hint: String,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let volunteer = open::present(&ctx, &mut tx, &id).await?;
    tx.commit().await?;
    let page = page(&ctx, &volunteer, &Fields::default(), Problems::default());
    Ok(html(StatusCode::OK, &page))
}

pub async fn start(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let volunteer = open::present(&ctx, &mut tx, &id).await?;
    let until = match read(&ctx, &fields) {
        Ok(until) => until,
        Err(problems) => return Ok(unprocessable(&page(&ctx, &volunteer, &fields, problems))),
    };
    let act = ctx.act()?;
    volunteers::pause(&mut tx, &act, volunteer.id, until).await?;
    let there = undo::saved(&mut tx, &act, volunteer.id.0, &open::path(volunteer.id)).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&there))
}

pub async fn end(ctx: Ctx, Path(id): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let volunteer = open::present(&ctx, &mut tx, &id).await?;
    let act = ctx.act()?;
    volunteers::unpause(&mut tx, &act, volunteer.id).await?;
    let there = undo::saved(&mut tx, &act, volunteer.id.0, &open::path(volunteer.id)).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&there))
}

/// The instant at which the pause ends, none for "until further notice", or what is wrong.
fn read(ctx: &Ctx, fields: &Fields) -> Result<Option<DateTime<Utc>>, Problems> {
    let mut problems = Problems::default();
    let mut wrong = |field: &'static str, key: &str| {
        let example = dates::example(ctx);
        problems.add(field, ctx.l.with(key, &[("example", example.into())]));
    };
    let text = fields.get("until");
    let zone = ctx.rules.zone();
    let today = wall::day_of(zone, ctx.now);
    match (fields.get("choice").as_str(), dates::read(&text)) {
        ("open", _) => return Ok(None),
        ("until", Some(day)) if day < today => wrong("until", "pause-date-past"),
        ("until", Some(day)) if (day - today).num_days() > AT_MOST_DAYS => wrong("until", "volunteer-pause-far"),
        // The named day belongs to the pause.
        ("until", Some(day)) => {
            let last = wall::minute_of_day(day, LAST_MINUTE);
            return Ok(Some(wall::last_instant(zone, last)));
        }
        ("until", None) if text.is_empty() => wrong("until", "pause-date-missing"),
        ("until", None) => wrong("until", "pause-date-wrong"),
        _ => wrong("choice", "pause-choose"),
    }
    Err(problems)
}

fn page(ctx: &Ctx, volunteer: &Volunteer, typed: &Fields, problems: Problems) -> PausePage {
    PausePage {
        page: ctx.page_titled(open::title(ctx, ctx.l.t("volunteer-pause-title"), &problems)),
        back: open::path(volunteer.id),
        name: volunteer.name.clone(),
        problems,
        choice: typed.get("choice"),
        until: typed.get("until"),
        hint: ctx
            .l
            .with("pause-last-day-hint", &[("example", dates::example(ctx).into())]),
    }
}
