//! `/desk/institutions/{id}/edit`: name, who runs it, sector.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use crate::{
    desks::institution_form::{Choices, Typed, title},
    institutions::{self, store::Institution},
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/institutions/edit.html")]
struct Edit {
    page: Page,
    back: String,
    institution: String,
    problems: Problems,
    typed: Fields,
    choices: Choices,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    tx.commit().await?;
    let typed = Fields::from_pairs(vec![
        ("name".to_owned(), institution.name.clone()),
        ("kind".to_owned(), institution.kind.clone().unwrap_or_default()),
        ("sector".to_owned(), institution.sector.clone()),
    ]);
    let page = template(&ctx, &institution, typed, Problems::default());
    Ok(html(StatusCode::OK, &page))
}

pub async fn take(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    let mut typed = Typed::new(&ctx, &fields);
    let Some(new) = typed.details() else {
        let problems = typed.problems;
        return Ok(unprocessable(&template(&ctx, &institution, fields, problems)));
    };
    institutions::change_institution(&mut tx, &ctx.act()?, institution.id, &new).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&super::path(institution.id), Done::Saved)))
}

fn template(ctx: &Ctx, institution: &Institution, typed: Fields, problems: Problems) -> Edit {
    Edit {
        page: ctx.page_titled(title(ctx, "institution-edit-title", &problems)),
        back: super::path(institution.id),
        institution: institution.name.clone(),
        problems,
        typed,
        choices: Choices::of(ctx),
    }
}
