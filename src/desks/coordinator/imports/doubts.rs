//! `/desk/imports/{id}/doubts`: page by page, the open ones or all.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};

use super::{
    actions::answered,
    doubt::{self, DoubtView},
    typed,
};
use crate::{
    imports::{self, AnswerError, ImportId, store},
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/imports/doubts.html")]
struct Doubts {
    page: Page,
    problems: Problems,
    id: ImportId,
    doubts: Vec<DoubtView>,
    after: i64,
    all: bool,
    next: Option<String>,
    open_text: String,
}

#[derive(serde::Deserialize)]
pub struct Where {
    after: Option<i64>,
    all: Option<String>,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>, Query(at): Query<Where>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let id: ImportId = id.parse().map_err(|_| WebError::NotFound)?;
    let at = (at.after.unwrap_or(0), at.all.is_some());
    let shown = page(&ctx, id, at, Problems::default(), None).await?;
    Ok(html(StatusCode::OK, &shown))
}

/// Whatever was answered on the page; the rest stays open.
pub async fn take(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let id: ImportId = id.parse().map_err(|_| WebError::NotFound)?;
    let after = fields.get("after").parse().unwrap_or(0);
    let all = fields.has("all");
    let act = ctx.act()?;
    let mut problems = Problems::default();
    let mut tx = ctx.app.db.begin().await?;
    // There is such an import, or it is a plain 404.
    let kind = store::get(&mut tx, id).await?.ok_or(WebError::NotFound)?.kind();
    let mut last = after;
    for doubt in store::doubts(&mut tx, id, after, !all)
        .await?
        .iter()
        .take(store::PAGE as usize)
    {
        last = doubt.position;
        let Some(answer) = doubt::answer(&fields, doubt) else {
            continue;
        };
        if let Some(problem) = typed::problem(&ctx, &mut tx, kind, doubt, &answer).await? {
            problems.add(doubt::typed_name(doubt.position), problem);
            continue;
        }
        match imports::answer(&mut tx, &act, id, doubt.position, &answer).await {
            Ok(()) => {}
            Err(AnswerError::NoAnswer) => problems.add("doubts", ctx.l.t("imports-problem-answer")),
            Err(error) => return Err(error.into()),
        }
    }
    if !problems.is_empty() {
        tx.rollback().await?;
        return Ok(unprocessable(
            &page(&ctx, id, (after, all), problems, Some(&fields)).await?,
        ));
    }
    let (_, open) = store::count_doubts(&mut tx, id).await?;
    let more = !store::doubts(&mut tx, id, last, true).await?.is_empty();
    answered(&ctx, tx, id).await?;
    Ok(see_other(&match (open, more) {
        (0, _) => format!("/desk/imports/{id}"),
        (_, true) => format!("/desk/imports/{id}/doubts?after={last}"),
        (_, false) => format!("/desk/imports/{id}/doubts"),
    }))
}

async fn page(
    ctx: &Ctx,
    id: ImportId,
    (after, all): (i64, bool),
    problems: Problems,
    sent: Option<&Fields>,
) -> Result<Doubts, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let import = store::get(&mut tx, id)
        .await?
        .filter(|one| one.state == "checked")
        .ok_or(WebError::NotFound)?;
    let mut doubts = store::doubts(&mut tx, id, after, !all).await?;
    let (_, open) = store::count_doubts(&mut tx, id).await?;
    tx.commit().await?;
    let more = doubts.len() > store::PAGE as usize;
    doubts.truncate(store::PAGE as usize);
    let last = doubts.last().map_or(after, |doubt| doubt.position);
    let also = if all { "&all=1" } else { "" };
    let kind = import.kind();
    Ok(Doubts {
        page: ctx.page("imports-doubts-title").failing(&problems),
        problems,
        id,
        doubts: doubts.iter().map(|doubt| doubt::view(ctx, kind, doubt, sent)).collect(),
        after,
        all,
        next: more.then(|| format!("/desk/imports/{id}/doubts?after={last}{also}")),
        open_text: ctx.l.with("imports-open", &[("count", open.into())]),
    })
}
