//! Giving a request up as unfilled: asked first, decided with a reason.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    find::{self, Choice},
    text,
};
use crate::{
    requests::{self, CloseError, CloseReason, Request},
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/closing.html")]
struct Closing {
    page: Page,
    problems: Problems,
    step: String,
    back: String,
    reasons: Vec<Choice>,
    note: String,
    /// Some come all the same.
    some_come: bool,
}

pub async fn ask(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let request = find::request(&ctx, &mut tx, &id).await?;
    if !find::has_an_empty_place(&ctx, &request) {
        return Ok(find::unchanged(&request));
    }
    let template = template(&ctx, &request, &Fields::default(), Problems::default());
    Ok(html(StatusCode::OK, &template))
}

pub async fn close(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let request = find::request(&ctx, &mut tx, &id).await?;
    let mut problems = Problems::default();
    let reason = CloseReason::from_code(&fields.get("reason"));
    let note = fields.get("note");
    if reason.is_none() {
        problems.add("reason", ctx.l.t("problem-missing-reason"));
    }
    if reason == Some(CloseReason::Other) && note.is_empty() {
        problems.add("note", ctx.l.t("steps-problem-note"));
    }
    text::check(&ctx, &mut problems, "note", &note);
    let Some(reason) = reason.filter(|_| problems.is_empty()) else {
        return Ok(unprocessable(&template(&ctx, &request, &fields, problems)));
    };
    match requests::close(&mut tx, &ctx.act()?, request.id, reason, &note).await {
        Ok(()) => {
            ctx.app.commit(tx).await?;
            return Ok(see_other(&done(&find::path(&request), Done::Closed)));
        }
        // The page says what is true.
        Err(CloseError::NothingToClose) => {}
        Err(CloseError::NotFound) => return Err(WebError::NotFound),
        Err(CloseError::Database(error)) => return Err(error.into()),
    }
    Ok(find::unchanged(&request))
}

fn template(ctx: &Ctx, request: &Request, typed: &Fields, problems: Problems) -> Closing {
    let chosen = typed.get("reason");
    let words = |reason: CloseReason| ctx.l.t(&format!("close-reason-{}", reason.code()));
    Closing {
        page: ctx.page("steps-close-title"),
        problems,
        step: find::step(ctx, request),
        back: find::path(request),
        reasons: CloseReason::ALL
            .into_iter()
            .map(|reason| Choice::new(reason.code(), words(reason), &chosen))
            .collect(),
        note: typed.get("note"),
        some_come: !request.assignments.is_empty(),
    }
}
