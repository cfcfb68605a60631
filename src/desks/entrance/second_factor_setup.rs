//! A coordinator's first time: the QR code for the app, the first code, the recovery codes.

use askama::Template;
use axum::{
    http::{HeaderMap, StatusCode},
    response::Response,
};

use super::{
    carry,
    second_factor::{Visitor, locked, visitor, wish, wrong},
    second_factor_qr::QrCode,
};
use crate::{
    people::{
        second_factor::{self, Confirmed, Secret, Standing},
        session::SignedIn,
        sign_in, store,
    },
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "people/second_factor_setup.html")]
struct SetupTemplate {
    page: Page,
    problems: Problems,
    code: String,
    qr: Option<QrCode>,
    groups: Vec<String>,
}

#[derive(Template)]
#[template(path = "people/second_factor_codes.html")]
struct CodesTemplate {
    page: Page,
    codes: Vec<String>,
    next: String,
}

pub async fn start(ctx: Ctx, headers: HeaderMap, _fields: Fields) -> Result<Response, WebError> {
    let who = match visitor(&ctx, &headers)? {
        Visitor::Waits(who) => who,
        Visitor::Elsewhere(response) => return Ok(response),
    };
    let mut tx = ctx.app.db.begin().await?;
    second_factor::enrol(&mut tx, &ctx.act()?, &ctx.app.keys, who.person).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other("/sign-in/second-factor/setup"))
}

pub async fn page(ctx: Ctx, headers: HeaderMap) -> Result<Response, WebError> {
    let who = match visitor(&ctx, &headers)? {
        Visitor::Waits(who) => who,
        Visitor::Elsewhere(response) => return Ok(response),
    };
    match setup(&ctx, who).await? {
        Some(template) => Ok(html(StatusCode::OK, &template)),
        None => Ok(see_other("/sign-in/second-factor")),
    }
}

pub async fn confirm(ctx: Ctx, headers: HeaderMap, fields: Fields) -> Result<Response, WebError> {
    let who = match visitor(&ctx, &headers)? {
        Visitor::Waits(who) => who,
        Visitor::Elsewhere(response) => return Ok(response),
    };
    let typed = fields.get("code");
    let message = match sign_in::code_digits(&typed) {
        None => ctx.l.t("sign-in-code-incomplete"),
        Some(code) => {
            let mut tx = ctx.app.db.begin().await?;
            let confirmed = second_factor::confirm(&mut tx, &ctx.act()?, &ctx.app.keys, who, &code).await?;
            ctx.app.commit(tx).await?;
            match confirmed {
                Confirmed::Codes(codes) => return Ok(told_once(&ctx, &headers, codes)),
                Confirmed::Wrong { tries_left } => wrong(&ctx, tries_left),
                Confirmed::TooMany => return Ok(locked(&ctx)),
                Confirmed::Over => return Ok(see_other("/sign-in/second-factor")),
            }
        }
    };
    let Some(mut template) = setup(&ctx, who).await? else {
        return Ok(see_other("/sign-in/second-factor"));
    };
    template.code = typed;
    template.problems.add("code", message);
    Ok(unprocessable(&template))
}

/// `None`: there is nothing to set up now.
async fn setup(ctx: &Ctx, who: &SignedIn) -> Result<Option<SetupTemplate>, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let standing = second_factor::standing(&mut tx, &ctx.app.keys, who.person).await?;
    let address = store::mail_address(&mut tx, who.person).await?;
    tx.commit().await?;
    let Standing::Begun(secret) = standing else {
        return Ok(None);
    };
    Ok(Some(SetupTemplate {
        page: ctx.page("second-factor-setup-title"),
        problems: Problems::default(),
        code: String::new(),
        qr: qr(ctx, &secret, &address.unwrap_or_else(|| who.name.clone())),
        groups: secret.groups(),
    }))
}

fn qr(ctx: &Ctx, secret: &Secret, account: &str) -> Option<QrCode> {
    QrCode::of(&secret.url(&ctx.rules.pool().name, account)?)
}

/// The answer to the form itself: whoever loads it again, or comes back to it later, does not see them.
fn told_once(ctx: &Ctx, headers: &HeaderMap, codes: Vec<String>) -> Response {
    let template = CodesTemplate {
        page: ctx.page("second-factor-codes-title"),
        codes,
        next: wish(headers),
    };
    let mut response = html(StatusCode::OK, &template);
    carry::forget_next(ctx, &mut response);
    response
}
