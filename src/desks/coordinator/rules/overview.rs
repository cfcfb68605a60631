//! `/desk/rules`: every kind of rule with what it does, what changes soon, and what was changed last.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{
    history::{self, Line, Who},
    words,
};
use crate::{
    settings::{
        kinds::{Area, KINDS, Kind},
        timeline::{Timeline, Version},
    },
    web::{Ctx, Page, WebError, html},
};

/// So many lines of the newest changes.
const LAST: usize = 8;

#[derive(Template)]
#[template(path = "coordinator/rules/overview.html")]
struct Overview {
    page: Page,
    coming: Vec<Line>,
    areas: Vec<AreaView>,
    last: Vec<Line>,
}

struct AreaView {
    title: String,
    kinds: Vec<KindView>,
}

struct KindView {
    href: String,
    title: String,
    about: String,
    /// "86 Regeln, zuletzt geändert am …"
    state: String,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.read().await?;
    let timeline = Timeline::read(&mut tx).await?;
    let coming = timeline.changes_to_come(ctx.now).into_iter();
    let coming: Vec<&Version> = coming.filter(|version| Kind::find(&version.kind).is_some()).collect();
    let recorded = timeline.recorded();
    // Whole files are the command line's; a page shows what people did.
    // Texts have pages of their own.
    let by_people = recorded.iter().filter(|version| version.recorded_by.is_some());
    let by_people = by_people.filter(|version| Kind::find(&version.kind).is_some());
    let last: Vec<&Version> = by_people.take(LAST).copied().collect();
    let who = Who::of(&mut tx, &recorded).await?;
    tx.commit().await?;

    let rows = timeline.in_force(ctx.now);
    let line = |version: &&Version| history::line(&ctx, &timeline, &who, version);
    let view = |kind: &Kind| {
        let count = rows.iter().filter(|row| row.kind == kind.code).count();
        let newest = recorded.iter().find(|version| version.kind == kind.code);
        let changed = newest.map(|version| who.by(&ctx, version)).unwrap_or_default();
        let values = [("count", count.into()), ("changed", changed.into())];
        KindView {
            href: match rows.iter().find(|row| row.kind == kind.code) {
                // What is late has a form of its own.
                Some(only) if count == 1 && !kind.may_be_added() && kind.code != "late" => {
                    super::path(kind.code, &only.key)
                }
                _ => super::path_of(kind.code),
            },
            title: words::kind(&ctx.l, kind.code),
            about: words::about_kind(&ctx.l, kind.code),
            state: ctx.l.with("rules-kind-state", &values),
        }
    };
    let template = Overview {
        page: ctx.page("rules-title"),
        coming: coming.iter().map(line).collect(),
        areas: Area::ALL
            .iter()
            .map(|area| AreaView {
                title: ctx.l.t(&format!("rules-area-{}", area.code())),
                kinds: KINDS.iter().filter(|kind| kind.area == *area).map(view).collect(),
            })
            .collect(),
        last: last.iter().map(line).collect(),
    };
    Ok(html(StatusCode::OK, &template))
}
