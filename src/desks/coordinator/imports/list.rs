//! `/desk/imports`: a new file, and what was brought in before.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::words;
use crate::{
    imports::{
        ImportId, Kind,
        store::{self, Import},
    },
    web::{Ctx, Page, Problems, WebError, html},
};

#[derive(Template)]
#[template(path = "coordinator/imports/list.html")]
pub(super) struct List {
    page: Page,
    problems: Problems,
    kinds: Vec<KindChoice>,
    imports: Vec<Line>,
}

struct KindChoice {
    code: &'static str,
    label: String,
    hint: String,
    chosen: bool,
}

struct Line {
    id: ImportId,
    when: String,
    kind: String,
    file_name: String,
    state: String,
    shape: &'static str,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let list = list(&ctx, Problems::default(), None).await?;
    Ok(html(StatusCode::OK, &list))
}

pub(super) async fn list(ctx: &Ctx, problems: Problems, chosen: Option<Kind>) -> Result<List, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let imports = store::all(&mut tx).await?;
    tx.commit().await?;
    let choice = |kind: Kind| KindChoice {
        code: kind.code(),
        label: words::kind(ctx, kind),
        hint: ctx.l.t(&format!("imports-kind-hint-{}", kind.code())),
        chosen: chosen == Some(kind),
    };
    let line = |import: Import| Line {
        id: import.id,
        when: ctx.l.moment(import.created_at, ctx.rules.zone()),
        kind: words::kind(ctx, import.kind()),
        state: words::state(ctx, &import),
        shape: words::shape(&import),
        file_name: import.file_name,
    };
    Ok(List {
        page: ctx.page("imports-title"),
        problems,
        kinds: Kind::ALL.map(choice).into(),
        imports: imports.into_iter().map(line).collect(),
    })
}
