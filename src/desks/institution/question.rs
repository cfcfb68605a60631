//! What the pool wants to know before it asks anybody, and the answer. It stands on the request's page; on a page of
//! its own when the answer was not taken.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{filter::Asked as From, status};
use crate::{
    database::{DbError, Tx},
    requests::{
        Request, Status,
        check::{self, CheckError},
    },
    web::{
        Ctx, Fields, Page, Problems, WebError,
        forms::{TextProblem, check_lines},
        html, see_other, unprocessable,
    },
};

const MAX: usize = 500;

/// A question that waits for its answer.
pub struct Asked {
    pub action: String,
    pub question: String,
    pub by: String,
    pub answer: String,
}

#[derive(Template)]
#[template(path = "institution/question.html")]
struct QuestionPage {
    page: Page,
    problems: Problems,
    reference: String,
    back: String,
    asked: Asked,
}

pub async fn read(ctx: &Ctx, tx: &mut Tx, request: &Request) -> Result<Option<Asked>, DbError> {
    let Status::Checking { heard_by, asked: true } = request.status(ctx.now) else {
        return Ok(None);
    };
    let questions = check::questions(tx, request.id).await?;
    let open = questions.into_iter().find(|question| question.answered_at.is_none());
    let when = ctx.l.moment(heard_by, ctx.rules.zone());
    Ok(open.map(|question| Asked {
        action: From::of(ctx).on(&format!("/requests/{}/question", request.id)),
        question: question.question,
        by: if heard_by > ctx.now {
            ctx.l.with("question-by", &[("when", when.into())])
        } else {
            ctx.l.t("question-soon")
        },
        answer: String::new(),
    }))
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let request = status::own(&ctx, &mut tx, &id).await?;
    match read(&ctx, &mut tx, &request).await? {
        Some(asked) => Ok(html(
            StatusCode::OK,
            &template(&ctx, &request, asked, Problems::default()),
        )),
        None => Ok(see_other(&From::of(&ctx).request(request.id))),
    }
}

pub async fn answer(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let request = status::own(&ctx, &mut tx, &id).await?;
    let there = From::of(&ctx).request(request.id);
    let Some(mut asked) = read(&ctx, &mut tx, &request).await? else {
        return Ok(see_other(&there));
    };
    let answer = fields.get("answer");
    let mut problems = Problems::default();
    match check_lines(&answer, MAX) {
        Ok(()) if answer.is_empty() => problems.add("answer", ctx.l.t("question-missing")),
        Ok(()) => {}
        Err(TextProblem::NotAllowed) => problems.add("answer", ctx.l.t("problem-characters")),
        Err(TextProblem::TooLong) => {
            let args = [("max", MAX.into()), ("used", answer.chars().count().into())];
            problems.add("answer", ctx.l.with("problem-long-text", &args));
        }
    }
    if !problems.is_empty() {
        asked.answer = answer;
        return Ok(unprocessable(&template(&ctx, &request, asked, problems)));
    }
    match check::answer(&mut tx, &ctx.act()?, &ctx.rules, request.id, &answer).await {
        Ok(()) => ctx.app.commit(tx).await?,
        // The status page says what is true.
        Err(CheckError::NotOpen | CheckError::Asked) => {}
        Err(CheckError::NotFound) => return Err(WebError::NotFound),
        Err(CheckError::Database(error)) => return Err(error.into()),
    }
    Ok(see_other(&there))
}

fn template(ctx: &Ctx, request: &Request, asked: Asked, problems: Problems) -> QuestionPage {
    QuestionPage {
        page: ctx.page_titled(super::drafts::title(ctx, "question-title", &problems)),
        problems,
        reference: request.reference.clone(),
        back: From::of(ctx).request(request.id),
        asked,
    }
}
