//! `/me/calendar`: the address of the private calendar; made, renewed and ended here.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use crate::{
    links::{self, Purpose},
    volunteers,
    web::{Ctx, Done, Fields, Page, WebError, done, html, see_other},
};

#[derive(Template)]
#[template(path = "volunteer/calendar.html")]
struct CalendarPage {
    page: Page,
    address: Option<Address>,
}

struct Address {
    /// Opens the calendar program of a phone or computer.
    webcal: String,
    /// For programs that want to be told.
    https: String,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    let id = ctx.volunteer()?;
    let mut tx = ctx.app.db.read().await?;
    let found = links::of_subject(&mut tx, Purpose::Calendar, id.0).await?;
    tx.commit().await?;
    let path = found.and_then(|found| found.path(&ctx.app.keys, Purpose::Calendar));
    let address = path.map(|path| {
        let https = format!("{}.ics", ctx.app.mail.url(&path));
        let rest = https.split_once("://").map_or(https.as_str(), |(_, rest)| rest);
        Address {
            webcal: format!("webcal://{rest}"),
            https,
        }
    });
    let page = ctx.page("feed-title");
    Ok(html(StatusCode::OK, &CalendarPage { page, address }))
}

pub async fn renew(ctx: Ctx, _fields: Fields) -> Result<Response, WebError> {
    let id = ctx.volunteer()?;
    let mut tx = ctx.app.db.begin().await?;
    let before = links::of_subject(&mut tx, Purpose::Calendar, id.0).await?.is_some();
    volunteers::renew_feed(&mut tx, &ctx.act()?, &ctx.app.keys, id).await?;
    ctx.app.commit(tx).await?;
    let said = if before {
        Done::CalendarRenewed
    } else {
        Done::CalendarMade
    };
    Ok(see_other(&done("/me/calendar", said)))
}

pub async fn end(ctx: Ctx, _fields: Fields) -> Result<Response, WebError> {
    let id = ctx.volunteer()?;
    let mut tx = ctx.app.db.begin().await?;
    volunteers::end_feed(&mut tx, &ctx.act()?, id).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done("/me/calendar", Done::CalendarEnded)))
}
