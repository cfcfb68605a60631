//! The week: shown, changed.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{
    Whose,
    accepted::{self, Accepted},
    grid::{self, Grid},
};
use crate::{
    volunteers::{self, store},
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "schedule/times.html")]
struct TimesPage {
    page: Page,
    problems: Problems,
    base: String,
    name: Option<String>,
    lead: String,
    grid: Grid,
    /// Accepted, and outside the stored week.
    outside: Vec<Accepted>,
    outside_text: String,
}

pub async fn show(ctx: &Ctx, whose: &Whose) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let windows = store::windows_of(&mut tx, whose.volunteer).await?;
    let mut outside = accepted::ahead(ctx, &mut tx, whose).await?;
    outside.retain(|accepted| !accepted.is_within(ctx, &windows));
    tx.commit().await?;
    let grid = grid::of(ctx, &windows);
    Ok(html(
        StatusCode::OK,
        &page(ctx, whose, grid, outside, Problems::default()),
    ))
}

/// Stores the week. What was accepted outside it is shown before anybody goes on.
pub async fn take(ctx: &Ctx, whose: &Whose, fields: &Fields) -> Result<Response, WebError> {
    let windows = match grid::read(ctx, fields) {
        Ok(windows) => windows,
        Err((grid, problems)) => return Ok(unprocessable(&page(ctx, whose, grid, Vec::new(), problems))),
    };
    let mut tx = ctx.app.db.begin().await?;
    volunteers::set_availability(&mut tx, &ctx.act()?, whose.volunteer, &windows).await?;
    let accepted = accepted::ahead(ctx, &mut tx, whose).await?;
    ctx.app.commit(tx).await?;
    let fits = accepted.iter().all(|accepted| accepted.is_within(ctx, &windows));
    let there = if fits {
        whose.base.clone()
    } else {
        format!("{}/times", whose.base)
    };
    let said = if windows.is_empty() {
        Done::NoTimesLeft
    } else {
        Done::TimesSaved
    };
    Ok(see_other(&match whose.name {
        Some(_) => there,
        None => done(&there, said),
    }))
}

fn page(ctx: &Ctx, whose: &Whose, grid: Grid, outside: Vec<Accepted>, problems: Problems) -> TimesPage {
    let title = ctx.l.t(&whose.key("week-title"));
    let title = if problems.is_empty() {
        title
    } else {
        ctx.l.with("title-with-error", &[("title", title.into())])
    };
    TimesPage {
        page: ctx.page_titled(title),
        problems,
        base: whose.base.clone(),
        name: whose.name.clone(),
        lead: ctx.l.t(&whose.key("week-lead")),
        grid,
        outside,
        outside_text: ctx.l.t(&whose.key("week-outside-text")),
    }
}
