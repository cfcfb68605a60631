//! `/desk/mails`: what came in, the newest first.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::mail::title;
use crate::{
    inbox,
    web::{Ctx, Page, WebError, html},
};

const MOST: i64 = 100;

struct Line {
    href: String,
    title: String,
    sender: String,
    when: String,
    kind: String,
}

#[derive(Template)]
#[template(path = "coordinator/mails/list.html")]
struct List {
    page: Page,
    lines: Vec<Line>,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.read().await?;
    let mails = inbox::store::newest(&mut tx, MOST).await?;
    tx.commit().await?;
    let lines = mails
        .into_iter()
        .map(|mail| Line {
            href: format!("/desk/mails/{}", mail.id),
            title: title(&ctx, &mail),
            when: ctx.l.moment(mail.received_at, ctx.rules.zone()),
            kind: ctx.l.t(&format!("inbox-kind-{}", mail.kind)),
            sender: mail.sender,
        })
        .collect();
    let page = ctx.page("inbox-title");
    Ok(html(StatusCode::OK, &List { page, lines }))
}
