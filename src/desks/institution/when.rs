//! Step 2 of the form: the date.

use askama::Template;
use axum::{
    extract::{Path, RawQuery},
    http::StatusCode,
    response::Response,
};
use chrono::{Datelike, Days};

use super::drafts::{self, FieldSpec, Writing, line};
use crate::{
    matching::Mode,
    requests::draft::{self, Step, Typed},
    web::{Ctx, Fields, Page, Problems, WebError, html, unprocessable},
};

const FIELDS: &[FieldSpec] = &[
    line("day", 20),
    line("month", 20),
    line("year", 20),
    line("start", 20),
    line("end", 20),
    line("mode", 20),
    line("alt_day", 20),
    line("alt_month", 20),
    line("alt_year", 20),
    line("alt_start", 20),
    line("alt_end", 20),
];

struct ModeChoice {
    code: &'static str,
    name: String,
    hint: String,
}

#[derive(Template)]
#[template(path = "institution/when.html")]
struct When {
    page: Page,
    id: String,
    typed: Typed,
    problems: Problems,
    modes: Vec<ModeChoice>,
    /// A day that would be early enough, as an example.
    example: String,
    max_hours: String,
    lead_days: String,
    /// The alternative date has been touched: its part of the page is open.
    alternative: bool,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>, RawQuery(query): RawQuery) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let writing = match drafts::open(&ctx, &mut tx, &id).await? {
        Ok(writing) => writing,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let mut problems = Problems::default();
    if drafts::asks_what_is_wrong(query.as_deref()) {
        check(&ctx, &writing, &mut problems);
    }
    Ok(html(StatusCode::OK, &template(&ctx, &writing, problems)))
}

pub async fn take(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let mut writing = match drafts::open(&ctx, &mut tx, &id).await? {
        Ok(writing) => writing,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let mut problems = drafts::take(&ctx, &mut tx, &mut writing, &fields, FIELDS).await?;
    ctx.app.commit(tx).await?;
    check(&ctx, &writing, &mut problems);
    if problems.is_empty() {
        Ok(drafts::onward(&writing, &ctx.rules, ctx.now, "where"))
    } else {
        Ok(unprocessable(&template(&ctx, &writing, problems)))
    }
}

fn check(ctx: &Ctx, writing: &Writing, problems: &mut Problems) {
    if let Err(list) = draft::when(&writing.draft.typed, &ctx.rules, ctx.now) {
        drafts::explain(ctx, problems, list, Step::When);
    }
}

fn template(ctx: &Ctx, writing: &Writing, problems: Problems) -> When {
    let typed = writing.draft.typed.clone();
    let today = ctx.rules.local(ctx.now).date();
    let example = today.checked_add_days(Days::new(14)).unwrap_or(today);
    When {
        page: ctx.page_titled(drafts::title(ctx, "when-title", &problems)),
        id: writing.draft.id.to_string(),
        alternative: FIELDS
            .iter()
            .any(|spec| spec.name.starts_with("alt_") && !typed.get(spec.name).is_empty()),
        typed,
        problems,
        modes: Mode::ALL
            .iter()
            .map(|mode| ModeChoice {
                code: mode.as_str(),
                name: ctx.l.t(&format!("mode-{mode}")),
                hint: ctx.l.t(&format!("when-mode-hint-{mode}")),
            })
            .collect(),
        example: format!("{} {} {}", example.day(), example.month(), example.year()),
        max_hours: ctx.rules.numbers().max_hours.to_string(),
        lead_days: ctx.rules.numbers().lead_working_days.to_string(),
    }
}
