//! `/desk/exports`: everything as tables.

use askama::Template;
use axum::{
    Router,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};

use crate::{
    app::Shared,
    exports::{self, Format, What},
    web::{Ctx, Fields, Page, Problems, WebError, html, unprocessable},
};

pub fn routes() -> Router<Shared> {
    Router::new().route("/desk/exports", get(show).post(take))
}

#[derive(Template)]
#[template(path = "coordinator/exports/form.html")]
struct Form {
    page: Page,
    problems: Problems,
    what: Vec<Choice>,
    formats: Vec<Choice>,
}

struct Choice {
    code: &'static str,
    label: String,
    hint: String,
    chosen: bool,
}

async fn show(ctx: Ctx) -> Result<Response, WebError> {
    ctx.coordinator()?;
    Ok(html(
        StatusCode::OK,
        &form(&ctx, None, Some(Format::Xlsx), Problems::default()),
    ))
}

/// A post, since who takes what out is written down.
async fn take(ctx: Ctx, fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let what = What::from_code(&fields.get("what"));
    let format = Format::from_code(&fields.get("format"));
    let mut problems = Problems::default();
    if what.is_none() {
        problems.add("what", ctx.l.t("exports-problem-what"));
    }
    if format.is_none() {
        problems.add("format", ctx.l.t("exports-problem-format"));
    }
    let (Some(what), Some(format)) = (what, format) else {
        return Ok(unprocessable(&form(&ctx, what, format, problems)));
    };
    let act = ctx.act()?;
    let mut tx = ctx.app.db.begin().await?;
    let file = exports::export(&mut tx, &act, (&ctx.rules, &ctx.l), (what, format)).await;
    let file = file.map_err(|error| WebError::Internal(format!("an export: {error}")))?;
    ctx.app.commit(tx).await?;
    let headers = [
        (header::CONTENT_TYPE, file.media_type.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{}\"", file.name),
        ),
    ];
    Ok((headers, file.bytes).into_response())
}

fn form(ctx: &Ctx, what: Option<What>, format: Option<Format>, problems: Problems) -> Form {
    let choice = |family: &str, code: &'static str, chosen: bool| Choice {
        code,
        label: ctx.l.t(&format!("exports-{family}-{code}")),
        hint: ctx.l.t(&format!("exports-{family}-hint-{code}")),
        chosen,
    };
    Form {
        page: ctx.page("exports-title").failing(&problems),
        problems,
        what: What::ALL
            .map(|one| choice("what", one.code(), what == Some(one)))
            .into(),
        formats: Format::ALL
            .map(|one| choice("format", one.code(), format == Some(one)))
            .into(),
    }
}
