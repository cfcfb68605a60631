//! `/me/settings`: what a volunteer says about themselves, a small form for each question, so that a mistake in one
//! never loses what was typed in another. Saved at once.

mod form;
mod part;
mod read;

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};

pub use part::Part;

use crate::{
    volunteers::store,
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "volunteer/settings.html")]
struct SettingsPage {
    page: Page,
    /// What was saved a moment ago.
    saved: Option<String>,
    rows: Vec<Row>,
    languages: String,
}

struct Row {
    name: String,
    value: String,
    href: String,
}

pub async fn list(ctx: Ctx, Query(query): Query<Vec<(String, String)>>) -> Result<Response, WebError> {
    let id = ctx.volunteer()?;
    let mut tx = ctx.app.db.read().await?;
    let volunteer = store::get(&mut tx, id).await?.ok_or(WebError::NotFound)?;
    let mut rows = Vec::new();
    for part in Part::ALL {
        rows.push(Row {
            name: ctx.l.t(&format!("settings-{}", part.code())),
            value: part.words(&ctx, &mut tx, &volunteer).await?,
            href: format!("/me/settings/{}", part.code()),
        });
    }
    let languages = part::languages(&ctx, &mut tx, &volunteer).await?;
    tx.commit().await?;
    let saved = query.iter().find(|(key, _)| key == "saved");
    let saved = saved.and_then(|(_, code)| Part::from_code(code));
    let template = SettingsPage {
        page: ctx.page("settings-title"),
        saved: saved.map(|part| {
            let what = ctx.l.t(&format!("settings-{}", part.code()));
            ctx.l.with("settings-saved", &[("what", what.into())])
        }),
        rows,
        languages,
    };
    Ok(html(StatusCode::OK, &template))
}

pub async fn show(ctx: Ctx, Path(part): Path<String>) -> Result<Response, WebError> {
    let id = ctx.volunteer()?;
    let part = Part::from_code(&part).ok_or(WebError::NotFound)?;
    let mut tx = ctx.app.db.read().await?;
    let volunteer = store::get(&mut tx, id).await?.ok_or(WebError::NotFound)?;
    let typed = part.stored(&mut tx, &volunteer).await?;
    tx.commit().await?;
    Ok(html(
        StatusCode::OK,
        &form::page(&ctx, part, &typed, Problems::default()),
    ))
}

pub async fn take(ctx: Ctx, Path(part): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let id = ctx.volunteer()?;
    let part = Part::from_code(&part).ok_or(WebError::NotFound)?;
    let said = match read::read(&ctx, part, &fields) {
        Ok(said) => said,
        Err(problems) => return Ok(unprocessable(&form::page(&ctx, part, &fields, problems))),
    };
    let mut tx = ctx.app.db.begin().await?;
    read::save(&mut tx, &ctx.act()?, id, said).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&format!("/me/settings?saved={}", part.code())))
}
