//! The first page: the address.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use serde::Deserialize;

use super::{carry, enter};
use crate::{
    act::Actor,
    people::{
        EmailAddress, TextError,
        sign_in::{self, RequestError},
    },
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "people/request.html")]
struct RequestTemplate {
    page: Page,
    problems: Problems,
    email: String,
    next: String,
}

#[derive(Deserialize)]
pub struct Wish {
    #[serde(default)]
    next: String,
}

pub async fn page(ctx: Ctx, Query(wish): Query<Wish>) -> Response {
    let next = carry::local_path(&wish.next);
    if let Some(signed_in) = &ctx.session {
        return see_other(&next.unwrap_or_else(|| enter::home(signed_in).to_owned()));
    }
    let page = ctx.page("sign-in-title");
    let next = next.unwrap_or_default();
    html(
        StatusCode::OK,
        &RequestTemplate {
            page,
            problems: Problems::default(),
            email: String::new(),
            next,
        },
    )
}

/// The same answer whether anybody has the address or not.
pub async fn send(ctx: Ctx, fields: Fields) -> Result<Response, WebError> {
    let next = carry::local_path(&fields.get("next"));
    let typed = fields.get("email");
    let email: EmailAddress = match typed.parse() {
        Ok(email) => email,
        Err(problem) => {
            let mut problems = Problems::default();
            problems.add("email", ctx.l.t(message(problem)));
            let page = ctx.page("sign-in-title");
            let next = next.unwrap_or_default();
            return Ok(unprocessable(&RequestTemplate {
                page,
                problems,
                email: typed,
                next,
            }));
        }
    };
    let mut tx = ctx.app.db.begin().await?;
    let asked = sign_in::request(
        &mut tx,
        &ctx.act_as(Actor::Service),
        &ctx.app.keys,
        &email,
        &ctx.client_ip,
    )
    .await;
    let sign_in = asked.map_err(|error| match error {
        RequestError::TooMany => WebError::TooMany,
        RequestError::Database(error) => error.into(),
    })?;
    ctx.app.commit(tx).await?;
    let mut response = see_other("/sign-in/code");
    carry::set_sign_in(&ctx, &mut response, sign_in, next.as_deref());
    Ok(response)
}

fn message(problem: TextError) -> &'static str {
    match problem {
        TextError::Empty => "sign-in-email-empty",
        TextError::TooLong => "sign-in-email-too-long",
        TextError::NotAllowed => "sign-in-email-not-allowed",
        TextError::NotAnAddress => "sign-in-email-wrong",
    }
}
