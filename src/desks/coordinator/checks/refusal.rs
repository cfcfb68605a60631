//! `/desk/requests/{id}/check/refusal`: no, why, and where to go. It is mailed as it stands there.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::find;
use crate::{
    desks::coordinator::steps::text,
    requests::{Request, check},
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/checks/refusal.html")]
struct Refusal {
    page: Page,
    problems: Problems,
    step: String,
    back: String,
    referral: String,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let (request, open) = super::request(&ctx, &mut tx, &id).await?;
    if !open {
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
    let referral = fields.get("referral");
    let mut problems = Problems::default();
    if !referral.chars().any(char::is_alphanumeric) {
        problems.add("referral", ctx.l.t("check-missing-referral"));
    }
    text::check(&ctx, &mut problems, "referral", &referral);
    if !problems.is_empty() {
        return Ok(unprocessable(&template(&ctx, &request, referral, problems)));
    }
    super::settled(check::refuse(&mut tx, &ctx.act()?, request.id, &referral).await)?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&find::path(&request), Done::Refused)))
}

fn template(ctx: &Ctx, request: &Request, referral: String, problems: Problems) -> Refusal {
    Refusal {
        page: ctx.page("check-refusal-title"),
        problems,
        step: find::step(ctx, request),
        back: find::path(request),
        referral,
    }
}
