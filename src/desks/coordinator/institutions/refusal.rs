//! `/desk/institutions/{id}/refusal`: no, and why. The reason is mailed.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use crate::{
    desks::institution_form::title,
    institutions::{self, State, store::Institution},
    web::{
        Ctx, Done, Fields, Page, Problems, WebError, done,
        forms::{TextProblem, check_lines},
        html, see_other, unprocessable,
    },
};

const REASON: usize = 300;

#[derive(Template)]
#[template(path = "coordinator/institutions/refusal.html")]
struct Refusal {
    page: Page,
    back: String,
    action: String,
    institution: String,
    problems: Problems,
    reason: String,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    tx.commit().await?;
    if institution.state.parse() != Ok(State::Pending) {
        return Ok(see_other(&super::path(institution.id)));
    }
    let page = template(&ctx, &institution, String::new(), Problems::default());
    Ok(html(StatusCode::OK, &page))
}

pub async fn take(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    if institution.state.parse() != Ok(State::Pending) {
        return Ok(see_other(&super::path(institution.id)));
    }
    let reason = fields.get("reason");
    let mut problems = Problems::default();
    match check_lines(&reason, REASON) {
        Ok(()) if reason.chars().any(char::is_alphanumeric) => {}
        Ok(()) => problems.add("reason", ctx.l.t("institution-missing-reason")),
        Err(TextProblem::NotAllowed) => problems.add("reason", ctx.l.t("problem-characters")),
        Err(TextProblem::TooLong) => {
            let args = [("max", REASON.into()), ("used", reason.chars().count().into())];
            problems.add("reason", ctx.l.with("problem-long-text", &args));
        }
    }
    if !problems.is_empty() {
        return Ok(unprocessable(&template(&ctx, &institution, reason, problems)));
    }
    institutions::refuse(&mut tx, &ctx.act()?, institution.id, &reason).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&super::path(institution.id), Done::InstitutionRefused)))
}

fn template(ctx: &Ctx, institution: &Institution, reason: String, problems: Problems) -> Refusal {
    let back = super::path(institution.id);
    Refusal {
        page: ctx.page_titled(title(ctx, "institution-refusal-title", &problems)),
        action: format!("{back}/refusal"),
        back,
        institution: institution.name.clone(),
        problems,
        reason,
    }
}
