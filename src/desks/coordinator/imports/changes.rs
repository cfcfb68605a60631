//! `/desk/imports/{id}/changes`: what becomes, or became, different about people whom the pool knows.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};

use super::words;
use crate::{
    database::{DbError, Tx},
    imports::{
        ImportId,
        store::{self, Import, NamedChange},
    },
    web::{Ctx, Page, WebError, html},
};

/// So many values on a page, and the rest of the last row.
const PAGE: usize = 60;

#[derive(Template)]
#[template(path = "coordinator/imports/changes.html")]
struct Changes {
    page: Page,
    id: ImportId,
    lead: String,
    people: Vec<Person>,
    next: Option<String>,
}

/// Somebody, with every value that changes.
pub struct Person {
    pub name: String,
    pub href: String,
    pub values: Vec<ValueView>,
}

pub struct ValueView {
    pub label: String,
    pub old: String,
    pub new: String,
}

#[derive(serde::Deserialize)]
pub struct After {
    after: Option<i64>,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>, Query(after): Query<After>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let id: ImportId = id.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = ctx.app.db.read().await?;
    let import = store::get(&mut tx, id).await?.ok_or(WebError::NotFound)?;
    let (people, next) = people(&ctx, &mut tx, &import, after.after.unwrap_or(0)).await?;
    tx.commit().await?;
    let page = Changes {
        page: ctx.page("imports-changes-title"),
        id,
        lead: lead(&ctx, &import),
        people,
        next: next.map(|row| format!("/desk/imports/{id}/changes?after={row}")),
    };
    Ok(html(StatusCode::OK, &page))
}

/// What has not happened yet, what has, and what could not be taken back.
pub fn lead(ctx: &Ctx, import: &Import) -> String {
    ctx.l.t(match import.stage() {
        "done" | "undoing" => "imports-changes-done",
        "undone" => "imports-changes-stay",
        _ => "imports-changes-planned",
    })
}

/// A page of them, and after which row the next one goes on.
pub async fn people(
    ctx: &Ctx,
    tx: &mut Tx,
    import: &Import,
    after: i64,
) -> Result<(Vec<Person>, Option<i64>), DbError> {
    let mut rows = store::changes_after(tx, import.id, after, PAGE as i64).await?;
    let more = rows.len() > PAGE;
    // A person is not cut in two, unless there is no other one.
    if let Some(last) = rows.last().filter(|_| more).map(|row| row.row_number)
        && rows.iter().any(|row| row.row_number != last)
    {
        rows.retain(|row| row.row_number != last);
    }
    let next = rows.last().filter(|_| more).map(|row| row.row_number);
    let mut people: Vec<(uuid::Uuid, Person)> = Vec::new();
    for row in rows {
        let value = value(ctx, import, &row);
        match people.last_mut().filter(|(id, _)| *id == row.object_id) {
            Some((_, person)) => person.values.push(value),
            None => people.push((
                row.object_id,
                Person {
                    href: match row.institution_id {
                        Some(institution) => format!("/desk/institutions/{institution}"),
                        None => format!("/desk/volunteers/{}", row.object_id),
                    },
                    name: row.name,
                    values: vec![value],
                },
            )),
        }
    }
    Ok((people.into_iter().map(|(_, person)| person).collect(), next))
}

fn value(ctx: &Ctx, import: &Import, row: &NamedChange) -> ValueView {
    let (label, field) = words::fact(ctx, &row.field);
    let said = |value: &str| words::answer(ctx, import.kind(), field, value);
    ValueView {
        label,
        old: row
            .old_value
            .as_deref()
            .map_or_else(|| ctx.l.t("imports-changes-nothing"), said),
        new: said(&row.new_value),
    }
}
