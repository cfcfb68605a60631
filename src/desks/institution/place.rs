//! Step 3 of the form: the place, and what else matters.

use askama::Template;
use axum::{
    extract::{Path, RawQuery},
    http::StatusCode,
    response::Response,
};

use super::{
    drafts::{self, FieldSpec, Writing, line},
    sites::SiteLine,
};
use crate::{
    requests::draft::{self, MAX_OPENINGS, Step, Typed},
    web::{Ctx, Fields, Page, Problems, WebError, html, unprocessable},
};

const FIELDS: &[FieldSpec] = &[
    line("site", 40),
    line("meeting_point", 200),
    line("openings", 8),
    line("urgent", 8),
    line("urgent_reason", 200),
    FieldSpec {
        name: "remarks",
        max: 300,
        lines: true,
    },
];

#[derive(Template)]
#[template(path = "institution/where.html")]
struct Where {
    page: Page,
    id: String,
    typed: Typed,
    problems: Problems,
    sites: Vec<SiteLine>,
    /// What the number of people can be.
    numbers: Vec<String>,
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
        Ok(drafts::onward(&writing, &ctx.rules, ctx.now, "check"))
    } else {
        Ok(unprocessable(&template(&ctx, &writing, problems)))
    }
}

fn check(ctx: &Ctx, writing: &Writing, problems: &mut Problems) {
    if let Err(list) = draft::place(&writing.draft.typed, &writing.asker.sites) {
        drafts::explain(ctx, problems, list, Step::Place);
    }
}

fn template(ctx: &Ctx, writing: &Writing, problems: Problems) -> Where {
    let mut typed = writing.draft.typed.clone();
    // Who has one site need not choose it.
    if let [only] = &writing.sites[..]
        && typed.get("site").is_empty()
    {
        typed.set("site", only.id.to_string());
    }
    if typed.get("openings").is_empty() {
        typed.set("openings", "1");
    }
    Where {
        page: ctx.page_titled(drafts::title(ctx, "where-title", &problems)),
        id: writing.draft.id.to_string(),
        typed,
        problems,
        sites: writing
            .sites
            .iter()
            .map(|site| SiteLine::of(site, &ctx.rules))
            .collect(),
        numbers: (1..=MAX_OPENINGS).map(|number| number.to_string()).collect(),
    }
}
