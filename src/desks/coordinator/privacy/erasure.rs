//! `/desk/people/{id}/erasure`: says what will happen and what stands in the way; a second step does it.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::person::Known;
use crate::{
    database::Tx,
    institutions::InstitutionId,
    privacy::{self, Blocker, EraseError},
    q,
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/privacy/erasure.html")]
struct ErasurePage {
    page: Page,
    problems: Problems,
    back: String,
    base: String,
    name: String,
    /// What has to end first, and where.
    blockers: Vec<(String, String)>,
}

pub async fn ask(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let known = Known::find(&ctx, &mut tx, &id).await?;
    if let Some(erasure) = known.erasure {
        return Ok(see_other(&format!("/desk/erasures/{erasure}")));
    }
    let page = page(&ctx, &mut tx, &known, Problems::default()).await?;
    tx.commit().await?;
    Ok(html(StatusCode::OK, &page))
}

pub async fn take(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let known = Known::find(&ctx, &mut tx, &id).await?;
    if let Some(erasure) = known.erasure {
        return Ok(see_other(&format!("/desk/erasures/{erasure}")));
    }
    let mut problems = Problems::default();
    if fields.get("choice") != "erase" {
        problems.add("choice", ctx.l.t("erasure-choose"));
        return Ok(unprocessable(&page(&ctx, &mut tx, &known, problems).await?));
    }
    match privacy::erase(&mut tx, &ctx.act()?, &ctx.app.l10n, known.id).await {
        Ok(erasure) => {
            ctx.app.commit(tx).await?;
            Ok(see_other(&format!("/desk/erasures/{erasure}")))
        }
        Err(EraseError::Blocked(_)) => {
            tx.rollback().await?;
            let mut tx = ctx.app.db.read().await?;
            problems.add("choice", ctx.l.t("erasure-blocked"));
            Ok(unprocessable(&page(&ctx, &mut tx, &known, problems).await?))
        }
        Err(EraseError::NotFound) => Err(WebError::Conflict),
        Err(EraseError::Database(error)) => Err(error.into()),
    }
}

async fn page(ctx: &Ctx, tx: &mut Tx, known: &Known, problems: Problems) -> Result<ErasurePage, WebError> {
    let mut blockers = Vec::new();
    for blocker in privacy::blockers(tx, known.id, ctx.now).await? {
        let text = ctx.l.t(&format!("erasure-blocker-{}", blocker.code()));
        blockers.push((text, where_to_end(tx, known, blocker).await?));
    }
    let title = ctx.l.with("erasure-title", &[("name", known.name.clone().into())]);
    let title = if problems.is_empty() {
        title
    } else {
        ctx.l.with("title-with-error", &[("title", title.into())])
    };
    Ok(ErasurePage {
        page: ctx.page_titled(title),
        problems,
        back: known.back(),
        base: known.base(),
        name: known.name.clone(),
        blockers,
    })
}

async fn where_to_end(tx: &mut Tx, known: &Known, blocker: Blocker) -> Result<String, WebError> {
    let institution = q!(
        "SELECT institution_id FROM contact WHERE person_id = $1 ORDER BY active DESC, id LIMIT 1",
        known.id
    )
    .optional::<(InstitutionId,)>(tx)
    .await?;
    Ok(match (blocker, known.volunteer, institution) {
        (Blocker::Coordinator, ..) => format!("/desk/team/{}", known.id),
        (Blocker::Volunteer, Some(volunteer), _) => format!("/desk/volunteers/{volunteer}/retirement"),
        (Blocker::Contact | Blocker::Request, _, Some((id,))) => format!("/desk/institutions/{id}"),
        (_, Some(volunteer), _) => format!("/desk/volunteers/{volunteer}"),
        (_, None, Some((id,))) => format!("/desk/institutions/{id}"),
        _ => "/desk".to_owned(),
    })
}
