//! `/desk/trail/{kind}/{id}`: everything that happened to one thing.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use uuid::Uuid;

use super::{
    line::{self, LineView},
    names,
    read::{self, PAGE},
    subject,
};
use crate::{
    desks::coordinator::privacy,
    web::{Ctx, Page, WebError, html},
};

#[derive(Template)]
#[template(path = "coordinator/trail_one.html")]
struct OnePage {
    page: Page,
    lines: Vec<LineView>,
    /// The thing's own page.
    thing: Option<String>,
    name: String,
    /// What the pool has about a person.
    data: Option<String>,
    older: Option<String>,
    newest: Option<String>,
}

pub async fn show(
    ctx: Ctx,
    Path((kind, id)): Path<(String, String)>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let kind = subject::KINDS
        .into_iter()
        .find(|known| *known == kind)
        .ok_or(WebError::NotFound)?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let after = pairs.iter().find(|(key, _)| key == "after");
    let after = after.and_then(|(_, text)| text.parse().ok());
    let mut tx = ctx.app.db.read().await?;
    let ids = subject::ids(&mut tx, kind, id).await?;
    if ids.is_empty() {
        return Err(WebError::NotFound);
    }
    let (rows, more) = read::about(&mut tx, &ids, after, PAGE).await?;
    let lines = line::views(&ctx, &mut tx, &rows).await?;
    let names = names::named(&mut tx, vec![id]).await?;
    let data = match kind {
        "person" => Some(id),
        "contact" => privacy::contacts_person(&mut tx, id).await?.map(|person| person.0),
        _ => None,
    };
    let data = data.map(|person| format!("/desk/people/{person}/data"));
    tx.commit().await?;

    let own = format!("/desk/trail/{kind}/{id}");
    let name = match names.name(id) {
        Some(name) => name.to_owned(),
        None => line::kind(&ctx.l, kind),
    };
    let last = rows.last().filter(|_| more);
    let template = OnePage {
        page: ctx.page_titled(ctx.l.with("trail-of", &[("name", name.clone().into())])),
        lines,
        thing: names
            .get(id)
            .and_then(|thing| thing.href.clone())
            .filter(|href| *href != own),
        name,
        data,
        older: last.map(|row| format!("{own}?after={}", row.id)),
        newest: after.map(|_| own),
    };
    Ok(html(StatusCode::OK, &template))
}
