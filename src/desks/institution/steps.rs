//! The three steps of the form are read, checked and shown in the same way; what they ask is theirs.

use askama::Template;
use axum::{extract::RawQuery, http::StatusCode, response::Response};

use super::{
    drafts::{self, FieldSpec, Writing},
    writer::Form,
};
use crate::{
    requests::draft::{self, Step},
    web::{Ctx, Fields, Problems, WebError, forms::check_line, html, unprocessable},
};

/// Begins the query of a suggestion: the fields that follow are filled in, and nothing is kept yet.
pub const SUGGESTED: &str = "suggested";

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
    let mut writing = match drafts::open(&form, &mut tx).await? {
        Ok(writing) => writing,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let mut problems = Problems::default();
    fill_in(&mut writing, query.as_deref(), S::FIELDS);
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

/// What the check page suggested, into the fields of this step. Only shown: the answer is a form that is sent.
fn fill_in(writing: &mut Writing<'_>, query: Option<&str>, fields: &[FieldSpec]) {
    let pairs: Vec<(String, String)> = query
        .and_then(|query| query.strip_prefix(SUGGESTED))
        .and_then(|query| serde_urlencoded::from_str(query.trim_start_matches('&')).ok())
        .unwrap_or_default();
    for (name, text) in pairs {
        let known = fields.iter().find(|field| field.name == name);
        if let Some(field) = known.filter(|field| is_plain(&text, field.max)) {
            writing.draft.typed.set(field.name, text);
            writing.suggested = true;
        }
    }
}

/// What was no UTF-8 has come as a sign that says so.
fn is_plain(text: &str, max: usize) -> bool {
    !text.is_empty() && check_line(text, max).is_ok() && !text.contains(char::REPLACEMENT_CHARACTER)
}

fn explain<S: StepPage>(ctx: &Ctx, writing: &Writing<'_>, problems: &mut Problems) {
    if let Err(list) = S::check(ctx, writing) {
        drafts::explain(ctx, problems, list, S::STEP);
    }
}
