//! The page behind the mailed link. Looking changes nothing, and neither does a button pressed without the choice:
//! mail scanners do both.

use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode},
    response::Response,
};

use super::enter;
use crate::{
    act::Actor,
    people::sign_in::{self, ByLink, LinkState},
    web::{Ctx, Fields, Page, Problems, WebError, html, unprocessable},
};

#[derive(Template)]
#[template(path = "people/link.html")]
struct LinkTemplate {
    page: Page,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "people/over.html")]
struct OverTemplate {
    page: Page,
    text: String,
}

pub async fn page(ctx: Ctx, Path(token): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let state = sign_in::link_state(&mut tx, &token, ctx.now).await?;
    tx.commit().await?;
    Ok(show(&ctx, state.ok_or(WebError::NotFound)?))
}

pub async fn press(
    ctx: Ctx,
    Path(token): Path<String>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    if fields.get("confirm") != "yes" {
        let state = sign_in::link_state(&mut tx, &token, ctx.now)
            .await?
            .ok_or(WebError::NotFound)?;
        tx.rollback().await?;
        return Ok(if state == LinkState::Fresh {
            unconfirmed(&ctx)
        } else {
            show(&ctx, state)
        });
    }
    match sign_in::by_link(&mut tx, &ctx.act_as(Actor::Service), &ctx.app.keys, &token).await? {
        ByLink::Proved(proof) => enter::with_proof(&ctx, &headers, tx, &proof).await,
        ByLink::NotNow(state) => Ok(show(&ctx, state)),
        ByLink::Unknown => Err(WebError::NotFound),
    }
}

fn show(ctx: &Ctx, state: LinkState) -> Response {
    match state {
        LinkState::Fresh => {
            let page = ctx.page("sign-in-link-title");
            html(
                StatusCode::OK,
                &LinkTemplate {
                    page,
                    problems: Problems::default(),
                },
            )
        }
        LinkState::Used => over(ctx, StatusCode::OK, "sign-in-used-title", "sign-in-used-text"),
        LinkState::Expired => expired(ctx),
    }
}

pub(super) fn expired(ctx: &Ctx) -> Response {
    over(ctx, StatusCode::GONE, "sign-in-expired-title", "sign-in-expired-text")
}

fn unconfirmed(ctx: &Ctx) -> Response {
    let mut problems = Problems::default();
    problems.add("confirm", ctx.l.t("sign-in-link-unconfirmed"));
    unprocessable(&LinkTemplate {
        page: ctx.page("sign-in-link-title"),
        problems,
    })
}

fn over(ctx: &Ctx, status: StatusCode, title: &str, text: &str) -> Response {
    html(
        status,
        &OverTemplate {
            page: ctx.page(title),
            text: ctx.l.t(text),
        },
    )
}
