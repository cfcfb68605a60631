//! How far and how often somebody wants to go.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::open;
use crate::{
    volunteers::{self, Limits, store::Volunteer},
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

const MOST_MINUTES: i64 = 240;
const MOST_A_WEEK: i64 = 30;

#[derive(Template)]
#[template(path = "coordinator/volunteers/limits.html")]
struct LimitsPage {
    page: Page,
    back: String,
    name: String,
    problems: Problems,
    typed: Fields,
    travel_hint: String,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let volunteer = open::present(&ctx, &mut tx, &id).await?;
    tx.commit().await?;
    let text = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let typed = Fields::from_pairs(vec![
        ("travel".to_owned(), text(volunteer.max_travel_minutes)),
        ("cap".to_owned(), text(volunteer.weekly_cap)),
    ]);
    Ok(html(
        StatusCode::OK,
        &page(&ctx, &volunteer, typed, Problems::default()),
    ))
}

pub async fn take(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let volunteer = open::present(&ctx, &mut tx, &id).await?;
    let mut problems = Problems::default();
    let mut number = |field: &'static str, range: std::ops::RangeInclusive<i64>| {
        let text = fields.get(field);
        let digits = text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse().ok().filter(|number| digits && range.contains(number));
        if number.is_none() && !text.is_empty() {
            let (least, most) = (*range.start(), *range.end());
            let args = [("least", least.into()), ("most", most.into())];
            problems.add(field, ctx.l.with("limits-problem", &args));
        }
        number
    };
    let limits = Limits {
        max_travel_minutes: number("travel", 5..=MOST_MINUTES),
        weekly_cap: number("cap", 1..=MOST_A_WEEK),
    };
    if !problems.is_empty() {
        return Ok(unprocessable(&page(&ctx, &volunteer, fields, problems)));
    }
    volunteers::set_limits(&mut tx, &ctx.act()?, volunteer.id, limits).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&open::path(volunteer.id), Done::Saved)))
}

fn page(ctx: &Ctx, volunteer: &Volunteer, typed: Fields, problems: Problems) -> LimitsPage {
    let most = ctx.rules.numbers().travel_max_minutes;
    LimitsPage {
        page: ctx.page_titled(open::title(ctx, ctx.l.t("volunteer-limits-title"), &problems)),
        back: open::path(volunteer.id),
        name: volunteer.name.clone(),
        problems,
        typed,
        travel_hint: ctx.l.with("limits-travel-hint", &[("minutes", most.into())]),
    }
}
