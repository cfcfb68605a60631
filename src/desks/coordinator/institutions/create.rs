//! `/desk/institutions/new`: an institution with its first site and contact, who is invited.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use uuid::Uuid;

use crate::{
    desks::institution_form::{Choices, Typed, title},
    institutions::{self, State},
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/institutions/create.html")]
struct Create {
    page: Page,
    problems: Problems,
    typed: Fields,
    choices: Choices,
    form_key: String,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let typed = Fields::from_pairs(vec![
        ("city".to_owned(), ctx.rules.pool().city.clone()),
        ("locale".to_owned(), crate::l10n::FIRST.to_owned()),
    ]);
    let form_key = ctx.app.ids.uuid(ctx.now);
    Ok(html(
        StatusCode::OK,
        &template(&ctx, typed, form_key, Problems::default()),
    ))
}

pub async fn take(ctx: Ctx, fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let form_key: Uuid = fields.get("form_key").parse().map_err(|_| WebError::Bad)?;
    let mut typed = Typed::new(&ctx, &fields);
    let Some(new) = typed.registration(State::Approved, form_key) else {
        let problems = typed.problems;
        return Ok(unprocessable(&template(&ctx, fields, form_key, problems)));
    };
    let mut tx = ctx.app.db.begin().await?;
    let id = institutions::take_in(&mut tx, &ctx.act()?, &new).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&super::path(id), Done::Saved)))
}

fn template(ctx: &Ctx, typed: Fields, form_key: Uuid, problems: Problems) -> Create {
    Create {
        page: ctx.page_titled(title(ctx, "institution-create-title", &problems)),
        problems,
        typed,
        choices: Choices::of(ctx),
        form_key: form_key.to_string(),
    }
}
