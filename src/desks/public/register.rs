//! `/register`: an institution registers itself, and a coordinator checks.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use uuid::Uuid;

use crate::{
    act::Actor,
    desks::institution_form::{Choices, Typed, title},
    institutions::{self, RegisterError, State},
    wall,
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "public/register.html")]
struct Register {
    page: Page,
    problems: Problems,
    typed: Fields,
    choices: Choices,
    /// Sent twice, the form makes one institution.
    form_key: String,
    answer_by: String,
}

#[derive(Template)]
#[template(path = "public/registered.html")]
struct Registered {
    page: Page,
    lead: String,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    let form_key = ctx.app.ids.uuid(ctx.now);
    let city = ctx.rules.pool().city.clone();
    let typed = Fields::from_pairs(vec![("city".to_owned(), city)]);
    Ok(html(
        StatusCode::OK,
        &template(&ctx, typed, form_key, Problems::default()),
    ))
}

/// The same answer whether anybody knew the address or not.
pub async fn take(ctx: Ctx, fields: Fields) -> Result<Response, WebError> {
    let form_key: Uuid = fields.get("form_key").parse().map_err(|_| WebError::Bad)?;
    let mut typed = Typed::new(&ctx, &fields);
    let registration = typed.registration(State::Pending, form_key);
    let mut problems = typed.problems;
    if fields.get("rules").is_empty() {
        problems.add("rules", ctx.l.t("problem-missing-rules"));
    }
    let Some(registration) = registration.filter(|_| problems.is_empty()) else {
        return Ok(unprocessable(&template(&ctx, fields, form_key, problems)));
    };
    let act = ctx.act_as(Actor::Service);
    let mut tx = ctx.app.db.begin().await?;
    let done = institutions::register(&mut tx, &act, &ctx.rules, &ctx.app.keys, &registration, &ctx.client_ip).await;
    done.map_err(|error| match error {
        RegisterError::TooMany => WebError::TooMany,
        RegisterError::Database(error) => error.into(),
    })?;
    ctx.app.commit(tx).await?;
    Ok(see_other("/register/received"))
}

pub async fn received(ctx: Ctx) -> Result<Response, WebError> {
    let page = Registered {
        page: ctx.page("register-done-title"),
        lead: ctx.l.with("register-done-lead", &[("date", answer_by(&ctx).into())]),
    };
    Ok(html(StatusCode::OK, &page))
}

fn template(ctx: &Ctx, typed: Fields, form_key: Uuid, problems: Problems) -> Register {
    Register {
        page: ctx.page_titled(title(ctx, "register-title", &problems)),
        problems,
        typed,
        choices: Choices::of(ctx),
        form_key: form_key.to_string(),
        answer_by: ctx
            .l
            .with("register-side-what-text", &[("date", answer_by(ctx).into())]),
    }
}

fn answer_by(ctx: &Ctx) -> String {
    let by = institutions::answer_by(&ctx.rules, ctx.now);
    ctx.l.date(wall::day_of(ctx.rules.zone(), by))
}
