//! The three steps of the form are read, checked and shown in the same way; what they ask is theirs.

use askama::Template;
use axum::{extract::RawQuery, http::StatusCode, response::Response};

use super::{
    drafts::{self, FieldSpec, Writing},
    writer::Form,
};
use crate::{
    requests::draft::{self, Step},
    web::{Ctx, Fields, Problems, WebError, html, unprocessable},
};

pub trait StepPage: Template + Sized + 'static {
    const STEP: Step;
    const FIELDS: &'static [FieldSpec];
    /// The page that follows.
    const NEXT: &'static str;

    fn check(ctx: &Ctx, writing: &Writing<'_>) -> Result<(), draft::Problems>;
    fn page(ctx: &Ctx, writing: &Writing<'_>, problems: Problems) -> Self;
}

pub async fn show<S: StepPage>(form: Form, RawQuery(query): RawQuery) -> Result<Response, WebError> {
    let mut tx = form.ctx.app.db.read().await?;
    let writing = match drafts::open(&form, &mut tx).await? {
        Ok(writing) => writing,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let mut problems = Problems::default();
    if drafts::asks_what_is_wrong(query.as_deref()) {
        explain::<S>(&form.ctx, &writing, &mut problems);
    }
    Ok(html(StatusCode::OK, &S::page(&form.ctx, &writing, problems)))
}

pub async fn take<S: StepPage>(form: Form, fields: Fields) -> Result<Response, WebError> {
    let ctx = &form.ctx;
    let mut tx = ctx.app.db.begin().await?;
    let mut writing = match drafts::open(&form, &mut tx).await? {
        Ok(writing) => writing,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let mut problems = drafts::take(ctx, &mut tx, &mut writing, &fields, S::FIELDS).await?;
    ctx.app.commit(tx).await?;
    explain::<S>(ctx, &writing, &mut problems);
    if problems.is_empty() {
        Ok(drafts::onward(&writing, &ctx.rules, ctx.now, S::NEXT))
    } else {
        Ok(unprocessable(&S::page(ctx, &writing, problems)))
    }
}

fn explain<S: StepPage>(ctx: &Ctx, writing: &Writing<'_>, problems: &mut Problems) {
    if let Err(list) = S::check(ctx, writing) {
        drafts::explain(ctx, problems, list, S::STEP);
    }
}
