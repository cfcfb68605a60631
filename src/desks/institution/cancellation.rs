//! Taking a request back: asked first, decided by a choice and a button.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    filter::Asked,
    mine,
    status::{self, Appointment},
};
use crate::{
    database::Tx,
    requests::{self, CancelError, Request, Status},
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

/// Codes of the reasons; their words are `cancel-reason-<code>`. An appointment on another day is moved instead.
const REASONS: [&str; 3] = ["not_needed", "family_cannot", "other"];

struct Reason {
    code: &'static str,
    name: String,
}

#[derive(Template)]
#[template(path = "institution/cancellation.html")]
struct Cancellation {
    page: Page,
    /// The request, and from there the way it was opened.
    back: String,
    id: String,
    reference: String,
    problems: Problems,
    reasons: Vec<Reason>,
    /// Who hears of it.
    told: String,
    /// Until when it is free, or was.
    free: String,
    /// As which contact it can be moved instead.
    own_contact: String,
    appointment: Appointment,
}

pub async fn ask(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let request = status::own(&ctx, &mut tx, &id).await?;
    if is_over(&ctx, &request) {
        return Ok(see_other(&Asked::of(&ctx).request(request.id)));
    }
    Ok(html(
        StatusCode::OK,
        &template(&ctx, &mut tx, &request, Problems::default()).await?,
    ))
}

pub async fn cancel(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let request = status::own(&ctx, &mut tx, &id).await?;
    let there = Asked::of(&ctx).request(request.id);
    let chosen = fields.get("reason");
    let Some(reason) = REASONS.into_iter().find(|code| *code == chosen) else {
        if is_over(&ctx, &request) {
            return Ok(see_other(&there));
        }
        let mut problems = Problems::default();
        problems.add("reason", ctx.l.t("problem-missing-reason"));
        return Ok(unprocessable(&template(&ctx, &mut tx, &request, problems).await?));
    };
    match requests::cancel(&mut tx, &ctx.act()?, request.id, reason).await {
        Ok(()) => ctx.app.commit(tx).await?,
        // The status page says what is true.
        Err(CancelError::AlreadyCancelled | CancelError::Over) => {}
        Err(CancelError::NotFound) => return Err(WebError::NotFound),
        Err(CancelError::Database(error)) => return Err(error.into()),
    }
    Ok(see_other(&there))
}

fn is_over(ctx: &Ctx, request: &Request) -> bool {
    matches!(
        request.status(ctx.now),
        Status::Cancelled | Status::Refused | Status::Past { .. }
    )
}

async fn template(ctx: &Ctx, tx: &mut Tx, request: &Request, problems: Problems) -> Result<Cancellation, WebError> {
    let notice = ctx.rules.late().cancellation;
    let starts_at = request.next_start(ctx.now);
    let is_late = starts_at.is_some_and(|start| !notice.is_kept(&ctx.rules, ctx.now, start));
    let until = starts_at
        .map(|start| notice.until(&ctx.l, &ctx.rules, start))
        .unwrap_or_default();
    let key = if is_late { "cancel-late" } else { "cancel-free" };
    let told = if request.open_check().is_some() {
        "cancel-told-nobody"
    } else if request.assignments.is_empty() {
        "cancel-told-asked"
    } else {
        "cancel-told-coming"
    };
    Ok(Cancellation {
        page: ctx.page_titled(super::drafts::title(ctx, "cancel-title", &problems)),
        back: Asked::of(ctx).request(request.id),
        id: request.id.to_string(),
        reference: request.reference.clone(),
        problems,
        reasons: REASONS
            .into_iter()
            .map(|code| Reason {
                code,
                name: ctx.l.t(&format!("cancel-reason-{}", code.replace('_', "-"))),
            })
            .collect(),
        told: ctx.l.t(told),
        own_contact: mine::contact_at(ctx, request.institution)?.to_string(),
        free: ctx.l.with(key, &[("when", until.into())]),
        appointment: status::appointment(ctx, tx, request).await?,
    })
}
