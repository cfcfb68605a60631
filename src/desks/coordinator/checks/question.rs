//! `/desk/requests/{id}/check/question`: asks the institution before deciding.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::find;
use crate::{
    desks::coordinator::steps::text,
    requests::{CheckState, Request, check},
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/checks/question.html")]
struct Question {
    page: Page,
    problems: Problems,
    step: String,
    back: String,
    question: String,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let (request, open) = super::request(&ctx, &mut tx, &id).await?;
    if !open || request.check_is(CheckState::Asked) {
        return Ok(find::unchanged(&request));
    }
    let page = template(&ctx, &request, String::new(), Problems::default());
    Ok(html(StatusCode::OK, &page))
}

pub async fn take(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let (request, open) = super::request(&ctx, &mut tx, &id).await?;
    if !open {
        return Ok(find::unchanged(&request));
    }
    let question = fields.get("question");
    let mut problems = Problems::default();
    if !question.chars().any(char::is_alphanumeric) {
        problems.add("question", ctx.l.t("check-missing-question"));
    }
    text::check(&ctx, &mut problems, "question", &question);
    if !problems.is_empty() {
        return Ok(unprocessable(&template(&ctx, &request, question, problems)));
    }
    super::settled(check::ask(&mut tx, &ctx.act()?, &ctx.rules, request.id, &question).await)?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&find::path(&request), Done::Asked)))
}

fn template(ctx: &Ctx, request: &Request, question: String, problems: Problems) -> Question {
    Question {
        page: ctx.page("check-question-title"),
        problems,
        step: find::step(ctx, request),
        back: find::path(request),
        question,
    }
}
