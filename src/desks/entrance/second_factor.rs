//! Coordinators only, after the mailed code: the code of their app, or a recovery code.

use askama::Template;
use axum::{
    extract::Query,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use serde::Deserialize;

use super::carry;
use crate::{
    people::{
        rate_limit,
        second_factor::{self, Shown, Standing},
        session::SignedIn,
        sign_in,
    },
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "people/second_factor.html")]
struct ProveTemplate {
    page: Page,
    problems: Problems,
    code: String,
    recovery_code: String,
}

#[derive(Template)]
#[template(path = "people/second_factor_start.html")]
struct StartTemplate {
    page: Page,
}

#[derive(Template)]
#[template(path = "people/second_factor_locked.html")]
struct LockedTemplate {
    page: Page,
    text: String,
}

#[derive(Deserialize)]
pub struct Wish {
    #[serde(default)]
    next: String,
}

/// Who stands here: a coordinator whose second factor is missing in this session, or somebody with nothing to do
/// here.
pub(super) enum Visitor<'a> {
    Waits(&'a SignedIn),
    Elsewhere(Response),
}

pub(super) fn visitor<'a>(ctx: &'a Ctx, headers: &HeaderMap) -> Result<Visitor<'a>, WebError> {
    let Some(signed_in) = &ctx.session else {
        return Ok(Visitor::Elsewhere(see_other("/sign-in")));
    };
    if signed_in.second_factor_missing {
        Ok(Visitor::Waits(signed_in))
    } else if signed_in.coordinator {
        Ok(Visitor::Elsewhere(see_other(&wish(headers))))
    } else {
        Err(WebError::NotFound)
    }
}

pub(super) fn wish(headers: &HeaderMap) -> String {
    carry::next(headers).unwrap_or_else(|| "/desk".to_owned())
}

pub async fn page(ctx: Ctx, headers: HeaderMap, Query(wish): Query<Wish>) -> Result<Response, WebError> {
    let who = match visitor(&ctx, &headers)? {
        Visitor::Waits(who) => who,
        Visitor::Elsewhere(response) => return Ok(response),
    };
    let mut tx = ctx.app.db.read().await?;
    let standing = second_factor::standing(&mut tx, &ctx.app.keys, who.person).await?;
    tx.commit().await?;
    let mut response = match standing {
        Standing::InForce => html(StatusCode::OK, &ask(&ctx)),
        Standing::Begun(_) => see_other("/sign-in/second-factor/setup"),
        Standing::NotBegun => {
            let page = ctx.page("second-factor-start-title");
            html(StatusCode::OK, &StartTemplate { page })
        }
    };
    if let Some(next) = carry::local_path(&wish.next) {
        carry::set_next(&ctx, &mut response, &next);
    }
    Ok(response)
}

pub async fn prove(ctx: Ctx, headers: HeaderMap, fields: Fields) -> Result<Response, WebError> {
    let who = match visitor(&ctx, &headers)? {
        Visitor::Waits(who) => who,
        Visitor::Elsewhere(response) => return Ok(response),
    };
    let typed = fields.get("code");
    let again = |message: String| {
        let mut template = ProveTemplate {
            code: typed.clone(),
            ..ask(&ctx)
        };
        template.problems.add("code", message);
        unprocessable(&template)
    };
    let Some(code) = sign_in::code_digits(&typed) else {
        return Ok(again(ctx.l.t("sign-in-code-incomplete")));
    };
    let mut tx = ctx.app.db.begin().await?;
    let shown = second_factor::prove(&mut tx, &ctx.act()?, &ctx.app.keys, who, &code).await?;
    ctx.app.commit(tx).await?;
    Ok(answer(&ctx, &headers, shown, again))
}

pub async fn recover(ctx: Ctx, headers: HeaderMap, fields: Fields) -> Result<Response, WebError> {
    let who = match visitor(&ctx, &headers)? {
        Visitor::Waits(who) => who,
        Visitor::Elsewhere(response) => return Ok(response),
    };
    let typed = fields.get("recovery_code");
    let again = |message: String| {
        let mut template = ProveTemplate {
            recovery_code: typed.clone(),
            ..ask(&ctx)
        };
        template.problems.add("recovery_code", message);
        unprocessable(&template)
    };
    let Some(code) = second_factor::recovery_code(&typed) else {
        return Ok(again(ctx.l.t("second-factor-recovery-incomplete")));
    };
    let mut tx = ctx.app.db.begin().await?;
    let shown = second_factor::use_recovery_code(&mut tx, &ctx.act()?, &ctx.app.keys, who, &code).await?;
    ctx.app.commit(tx).await?;
    Ok(answer(&ctx, &headers, shown, again))
}

fn ask(ctx: &Ctx) -> ProveTemplate {
    ProveTemplate {
        page: ctx.page("second-factor-title"),
        problems: Problems::default(),
        code: String::new(),
        recovery_code: String::new(),
    }
}

fn answer(ctx: &Ctx, headers: &HeaderMap, shown: Shown, again: impl Fn(String) -> Response) -> Response {
    match shown {
        Shown::Yes => {
            let mut response = see_other(&wish(headers));
            carry::forget_next(ctx, &mut response);
            response
        }
        Shown::Wrong { tries_left } => again(wrong(ctx, tries_left)),
        Shown::Used => again(ctx.l.t("second-factor-used")),
        Shown::TooMany => locked(ctx),
        Shown::NotSetUp => see_other("/sign-in/second-factor"),
    }
}

pub(super) fn wrong(ctx: &Ctx, tries_left: i64) -> String {
    ctx.l.with("sign-in-code-wrong", &[("tries", tries_left.into())])
}

/// Nothing to type: only waiting helps, or a call.
pub(super) fn locked(ctx: &Ctx) -> Response {
    let minutes = rate_limit::WINDOW.num_minutes();
    let template = LockedTemplate {
        page: ctx.page("second-factor-locked-title"),
        text: ctx.l.with("second-factor-locked-text", &[("minutes", minutes.into())]),
    };
    html(StatusCode::TOO_MANY_REQUESTS, &template)
}
