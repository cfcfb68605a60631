//! Cancelling for an institution that calls, or because the pool cannot help after all.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::find::{self, Choice};
use crate::{
    requests::{self, CancelError, Canceller, Request, Status},
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

/// Codes of the reasons; their words are `desk-cancel-reason-<code>`. Those of the institution's own form among them.
const REASONS: [&str; 5] = ["not_needed", "other_day", "family_cannot", "pool_cannot", "other"];
const WHO: [Canceller; 2] = [Canceller::Coordinator, Canceller::Pool];

#[derive(Template)]
#[template(path = "coordinator/cancellation.html")]
struct Cancellation {
    page: Page,
    problems: Problems,
    step: String,
    back: String,
    who: Vec<Choice>,
    reasons: Vec<Choice>,
    coming: bool,
}

pub async fn ask(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let request = find::request(&ctx, &mut tx, &id).await?;
    if over(&ctx, &request) {
        return Ok(find::unchanged(&request));
    }
    let template = template(&ctx, &request, &Fields::default(), Problems::default());
    Ok(html(StatusCode::OK, &template))
}

pub async fn cancel(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let request = find::request(&ctx, &mut tx, &id).await?;
    if over(&ctx, &request) {
        return Ok(find::unchanged(&request));
    }
    let mut problems = Problems::default();
    let (who, reason) = (fields.get("who"), fields.get("reason"));
    let who = WHO.into_iter().find(|one| one.code() == who);
    let reason = REASONS.into_iter().find(|code| *code == reason);
    if who.is_none() {
        problems.add("who", ctx.l.t("steps-problem-who"));
    }
    if reason.is_none() {
        problems.add("reason", ctx.l.t("problem-missing-reason"));
    }
    let (Some(who), Some(reason)) = (who, reason) else {
        return Ok(unprocessable(&template(&ctx, &request, &fields, problems)));
    };
    match requests::cancel_as(&mut tx, &ctx.act()?, request.id, who, reason).await {
        Ok(()) => {
            ctx.app.commit(tx).await?;
            return Ok(see_other(&done(&find::path(&request), Done::Cancelled)));
        }
        // The page says what is true.
        Err(CancelError::AlreadyCancelled | CancelError::Over) => {}
        Err(CancelError::NotFound) => return Err(WebError::NotFound),
        Err(CancelError::Database(error)) => return Err(error.into()),
    }
    Ok(find::unchanged(&request))
}

fn over(ctx: &Ctx, request: &Request) -> bool {
    matches!(
        request.status(ctx.now),
        Status::Cancelled | Status::Past { .. } | Status::Refused
    )
}

fn template(ctx: &Ctx, request: &Request, typed: &Fields, problems: Problems) -> Cancellation {
    let l = &ctx.l;
    let (who, reason) = (typed.get("who"), typed.get("reason"));
    let choice =
        |code: &'static str, family: &str, chosen: &str| Choice::new(code, l.t(&format!("{family}-{code}")), chosen);
    Cancellation {
        page: ctx.page("cancel-title"),
        problems,
        step: find::step(ctx, request),
        back: find::path(request),
        who: WHO
            .iter()
            .map(|one| choice(one.code(), "desk-cancel-who", &who))
            .collect(),
        reasons: REASONS
            .iter()
            .map(|code| choice(code, "desk-cancel-reason", &reason))
            .collect(),
        coming: !request.assignments.is_empty(),
    }
}
