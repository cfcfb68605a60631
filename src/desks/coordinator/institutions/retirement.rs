//! `/desk/institutions/{id}/retirement`: it is over. Not while requests are open: each of them is called off
//! by somebody who knows whom it hits.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use crate::{
    desks::{coordinator::undo, institution_form::title},
    institutions::{self, RetireError, State, store::Institution},
    requests,
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/institutions/retirement.html")]
struct Retirement {
    page: Page,
    back: String,
    action: String,
    institution: String,
    problems: Problems,
    /// What is in the way, and where it stands.
    open: Option<String>,
    requests: String,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    let open = requests::open_of_institution(&mut tx, institution.id, ctx.now).await?;
    tx.commit().await?;
    if !may_retire(&institution) {
        return Ok(see_other(&super::path(institution.id)));
    }
    let page = template(&ctx, &institution, open, Problems::default());
    Ok(html(StatusCode::OK, &page))
}

pub async fn take(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    if !may_retire(&institution) {
        return Ok(see_other(&super::path(institution.id)));
    }
    let mut problems = Problems::default();
    if fields.get("confirm").is_empty() {
        problems.add("confirm", ctx.l.t("institution-retirement-unconfirmed"));
        let open = requests::open_of_institution(&mut tx, institution.id, ctx.now).await?;
        return Ok(unprocessable(&template(&ctx, &institution, open, problems)));
    }
    let act = ctx.act()?;
    let there = super::path(institution.id);
    match institutions::retire(&mut tx, &act, institution.id).await {
        Ok(()) => {
            let there = undo::saved(&mut tx, &act, institution.id.0, &there).await?;
            ctx.app.commit(tx).await?;
            return Ok(see_other(&there));
        }
        // A colleague was faster: the page says what is true.
        Err(RetireError::NotActive) => {}
        Err(RetireError::OpenRequests(open)) => {
            problems.add("open", still_open(&ctx, open));
            return Ok(unprocessable(&template(&ctx, &institution, open, problems)));
        }
        Err(RetireError::Database(error)) => return Err(error.into()),
    }
    Ok(see_other(&there))
}

fn may_retire(institution: &Institution) -> bool {
    matches!(institution.state.parse(), Ok(State::Approved | State::Paused))
}

fn still_open(ctx: &Ctx, open: i64) -> String {
    ctx.l.with("institution-retirement-open", &[("count", open.into())])
}

fn template(ctx: &Ctx, institution: &Institution, open: i64, problems: Problems) -> Retirement {
    let back = super::path(institution.id);
    Retirement {
        page: ctx.page_titled(title(ctx, "institution-retirement-title", &problems)),
        action: format!("{back}/retirement"),
        back,
        institution: institution.name.clone(),
        problems,
        open: (open > 0).then(|| still_open(ctx, open)),
        requests: format!("/desk/requests?institution={}", institution.id),
    }
}
