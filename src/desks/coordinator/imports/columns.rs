//! `/desk/imports/{id}/columns`: which column is which field.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};

use super::words;
use crate::{
    imports::{
        self, ColumnsError, ImportId, Kind, Opened, Policy,
        columns::{self, Mapping, Problem},
        store::{self, Import},
    },
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

/// So many cells of a column are shown, each cut.
const SAMPLES: usize = 3;
const LONGEST_SAMPLE: usize = 40;

#[derive(Template)]
#[template(path = "coordinator/imports/columns.html")]
struct Columns {
    page: Page,
    problems: Problems,
    id: ImportId,
    file_name: String,
    rows: String,
    sheet: usize,
    sheets: Vec<SheetChoice>,
    fields: Vec<Choice>,
    columns: Vec<Column>,
    /// What may change about people who are known; nothing, where the table is about nobody.
    policies: Vec<PolicyChoice>,
}

struct PolicyChoice {
    code: &'static str,
    label: String,
    hint: String,
    chosen: bool,
}

struct SheetChoice {
    number: usize,
    name: String,
}

struct Choice {
    code: String,
    label: String,
}

struct Column {
    number: usize,
    header: String,
    samples: Vec<String>,
    field: String,
}

#[derive(serde::Deserialize)]
pub struct Chosen {
    sheet: Option<usize>,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>, Query(chosen): Query<Chosen>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let (import, opened) = open(&ctx, &id).await?;
    let sheet = chosen.sheet.unwrap_or(usize::try_from(import.sheet).unwrap_or(0));
    let mapping = mapping(&ctx, &import, &opened, sheet).await?;
    let page = page(
        &ctx,
        (&import, &opened),
        (sheet, &mapping),
        import.policy(),
        Problems::default(),
    );
    Ok(html(StatusCode::OK, &page))
}

pub async fn take(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let (import, opened) = open(&ctx, &id).await?;
    let sheet: usize = fields.get("sheet").parse().unwrap_or(0);
    let table = opened
        .table(import.kind(), &ctx.rules, sheet)
        .ok_or(WebError::NotFound)?;
    let known = columns::fields(import.kind(), &ctx.rules);
    let chosen = |column: usize| Some(fields.get(&format!("column-{column}"))).filter(|field| known.contains(field));
    // Whoever says nothing wants them to stay as they are.
    let policy: Policy = fields.get("known").parse().unwrap_or_default();
    let mapping = Mapping((0..table.headers.len()).map(chosen).collect());
    let act = ctx.act()?;
    let mut tx = ctx.app.db.begin().await?;
    match imports::choose_columns(&mut tx, &act, import.id, (sheet as i64, &table), &mapping, policy).await {
        Ok(true) => ctx.app.commit(tx).await?,
        Ok(false) => {}
        Err(ColumnsError::Database(error)) => return Err(error.into()),
        Err(ColumnsError::Wrong(wrong)) => {
            tx.rollback().await?;
            let mut problems = Problems::default();
            problems.add("columns", said(&ctx, &wrong));
            let page = page(&ctx, (&import, &opened), (sheet, &mapping), policy, problems);
            return Ok(unprocessable(&page));
        }
    }
    Ok(see_other(&format!("/desk/imports/{}", import.id)))
}

/// While its columns can still be chosen.
async fn open(ctx: &Ctx, id: &str) -> Result<(Import, Opened), WebError> {
    let id: ImportId = id.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = ctx.app.db.read().await?;
    let import = store::get(&mut tx, id).await?.ok_or(WebError::NotFound)?;
    let bytes = store::file(&mut tx, id).await?.ok_or(WebError::NotFound)?;
    tx.commit().await?;
    if !matches!(import.state.as_str(), "uploaded" | "checking" | "checked") {
        return Err(WebError::NotFound);
    }
    let opened = tokio::task::spawn_blocking(move || imports::open(&bytes)).await;
    let opened = opened.map_err(|error| WebError::Internal(error.to_string()))?;
    Ok((import, opened.map_err(|_| WebError::NotFound)?))
}

/// Of another sheet than before the columns are proposed anew.
async fn mapping(ctx: &Ctx, import: &Import, opened: &Opened, sheet: usize) -> Result<Mapping, WebError> {
    if i64::try_from(sheet) == Ok(import.sheet) {
        return Ok(import.mapping());
    }
    let table = opened.table(import.kind(), &ctx.rules, sheet);
    let headers = table.map(|table| table.headers).unwrap_or_default();
    Ok(columns::propose(import.kind(), &ctx.rules, &headers))
}

fn page(
    ctx: &Ctx,
    (import, opened): (&Import, &Opened),
    (sheet, mapping): (usize, &Mapping),
    policy: Policy,
    problems: Problems,
) -> Columns {
    let l = &ctx.l;
    let table = opened.table(import.kind(), &ctx.rules, sheet);
    let (headers, rows) = table.map(|table| (table.headers, table.rows)).unwrap_or_default();
    let column = |(number, header): (usize, String)| {
        let cells = rows
            .iter()
            .filter_map(|row| row.cells.get(number))
            .filter(|cell| !cell.is_empty());
        let cut = |text: String| -> String { text.chars().take(LONGEST_SAMPLE).collect() };
        Column {
            number,
            header: if header.is_empty() {
                l.with("imports-column-without", &[("number", (number + 1).into())])
            } else {
                header
            },
            samples: cells.take(SAMPLES).map(|cell| cut(cell.shown())).collect(),
            field: mapping.0.get(number).cloned().flatten().unwrap_or_default(),
        }
    };
    let fields = columns::fields(import.kind(), &ctx.rules).into_iter();
    let sheets = opened.sheets.iter().enumerate();
    let title = l.with(
        "imports-columns-title",
        &[("kind", words::kind(ctx, import.kind()).into())],
    );
    Columns {
        page: ctx.page_titled(title).failing(&problems),
        id: import.id,
        file_name: import.file_name.clone(),
        rows: l.with("imports-row-count", &[("count", rows.len().into())]),
        sheet,
        sheets: sheets
            .map(|(number, sheet)| SheetChoice {
                number,
                name: sheet.name.clone(),
            })
            .collect(),
        fields: fields
            .map(|code| Choice {
                label: words::field(ctx, &code),
                code,
            })
            .collect(),
        columns: headers.into_iter().enumerate().map(column).collect(),
        policies: policies(ctx, import.kind(), policy),
        problems,
    }
}

fn policies(ctx: &Ctx, kind: Kind, chosen: Policy) -> Vec<PolicyChoice> {
    if kind == Kind::Appointments {
        return Vec::new();
    }
    let choice = |policy: Policy| PolicyChoice {
        code: policy.code(),
        label: ctx.l.t(&format!("imports-known-{}", policy.code())),
        hint: ctx
            .l
            .t(&format!("imports-known-hint-{}-{}", policy.code(), kind.code())),
        chosen: policy == chosen,
    };
    Policy::ALL.map(choice).into()
}

fn said(ctx: &Ctx, wrong: &[Problem]) -> String {
    let names = |fields: Vec<&str>| {
        let names: Vec<String> = fields.into_iter().map(|field| words::field(ctx, field)).collect();
        names.join(", ")
    };
    let missing = wrong.iter().filter_map(|problem| match problem {
        Problem::Missing(field) => Some(*field),
        Problem::Twice(_) => None,
    });
    let twice = wrong.iter().filter_map(|problem| match problem {
        Problem::Twice(field) => Some(field.as_str()),
        Problem::Missing(_) => None,
    });
    let (missing, twice) = (names(missing.collect()), names(twice.collect()));
    let mut said = Vec::new();
    if !missing.is_empty() {
        said.push(
            ctx.l
                .with("imports-problem-columns-missing", &[("fields", missing.into())]),
        );
    }
    if !twice.is_empty() {
        said.push(ctx.l.with("imports-problem-columns-twice", &[("fields", twice.into())]));
    }
    said.join(" ")
}
