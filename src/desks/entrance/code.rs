//! The second page: the code from the mail.

use askama::Template;
use axum::{
    http::{HeaderMap, StatusCode},
    response::Response,
};

use super::{carry, enter};
use crate::{
    act::Actor,
    people::sign_in::{self, ByCode},
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "people/code.html")]
struct CodeTemplate {
    page: Page,
    problems: Problems,
    code: String,
    minutes: i64,
    /// Only a new mail helps.
    over: bool,
}

impl CodeTemplate {
    fn new(ctx: &Ctx) -> Self {
        Self {
            page: ctx.page("sign-in-code-title"),
            problems: Problems::default(),
            code: String::new(),
            minutes: sign_in::LASTS.num_minutes(),
            over: false,
        }
    }

    fn hint(&self) -> String {
        self.page
            .l
            .with("sign-in-code-hint", &[("minutes", self.minutes.into())])
    }
}

pub async fn page(ctx: Ctx, headers: HeaderMap) -> Response {
    match carry::sign_in(&headers) {
        Some(_) => html(StatusCode::OK, &CodeTemplate::new(&ctx)),
        None => see_other("/sign-in"),
    }
}

pub async fn check(ctx: Ctx, headers: HeaderMap, fields: Fields) -> Result<Response, WebError> {
    let Some(sign_in) = carry::sign_in(&headers) else {
        return Ok(see_other("/sign-in"));
    };
    let typed = fields.get("code");
    let Some(code) = sign_in::code_digits(&typed) else {
        return Ok(again(&ctx, typed, ctx.l.t("sign-in-code-incomplete")));
    };
    let mut tx = ctx.app.db.begin().await?;
    let tried = sign_in::by_code(&mut tx, &ctx.act_as(Actor::Service), &ctx.app.keys, sign_in, &code).await?;
    match tried {
        ByCode::Proved(proof) => enter::with_proof(&ctx, &headers, tx, &proof).await,
        ByCode::Wrong { tries_left } => {
            ctx.app.commit(tx).await?;
            Ok(again(
                &ctx,
                typed,
                ctx.l.with("sign-in-code-wrong", &[("tries", tries_left.into())]),
            ))
        }
        ByCode::Over => {
            ctx.app.commit(tx).await?;
            let mut template = CodeTemplate::new(&ctx);
            template.over = true;
            Ok(unprocessable(&template))
        }
    }
}

fn again(ctx: &Ctx, code: String, message: String) -> Response {
    let mut template = CodeTemplate {
        code,
        ..CodeTemplate::new(ctx)
    };
    template.problems.add("code", message);
    unprocessable(&template)
}
