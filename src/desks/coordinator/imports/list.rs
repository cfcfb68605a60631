//! `/desk/imports`: a new file, and what was brought in before.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use chrono::Duration;

use super::words;
use crate::{
    imports::{
        self, ImportId, Kind,
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
    /// Somebody has begun them and not come back.
    left: Vec<Left>,
}

struct Left {
    id: ImportId,
    text: String,
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

/// So long nobody has to be reminded.
const PATIENCE: Duration = Duration::days(1);

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
    let left = imports.iter().filter_map(|import| left(ctx, import)).collect();
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
        left,
    })
}

/// Checked, or not even that, and nobody has looked at it for a day: it goes by itself soon.
fn left(ctx: &Ctx, import: &Import) -> Option<Left> {
    let waits = matches!(import.state.as_str(), "uploaded" | "checked") && import.changed_at + PATIENCE < ctx.now;
    waits.then(|| Left {
        id: import.id,
        text: ctx.l.with(
            "imports-left",
            &[
                ("kind", words::kind(ctx, import.kind()).into()),
                ("when", ctx.l.moment(import.created_at, ctx.rules.zone()).into()),
                (
                    "until",
                    ctx.l
                        .moment(imports::kept_until(import.created_at), ctx.rules.zone())
                        .into(),
                ),
            ],
        ),
    })
}
