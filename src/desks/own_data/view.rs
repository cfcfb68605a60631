//! The data as a page: each table with its newest rows. Ids, what only the program reads, and what is empty stand in
//! the file only.

use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value as Json;
use uuid::Uuid;

use super::words;
use crate::{
    privacy::data::Section,
    web::{Ctx, Page},
};

/// A page is read on a phone; the file has everything.
const ROWS: usize = 4;
const LETTERS: usize = 300;

#[derive(Template)]
#[template(path = "own_data.html")]
pub struct DataPage {
    page: Page,
    /// Whose data it is, if not the reader's own, and the page to come back to.
    whose: Option<Whose>,
    lead: String,
    file: String,
    sections: Vec<SectionView>,
}

pub struct Whose {
    pub name: String,
    pub back: String,
    pub base: String,
    /// Nobody has to be erased who is nobody.
    pub erasable: bool,
}

struct SectionView {
    title: String,
    rows: Vec<Vec<(String, String)>>,
    more: Option<String>,
}

pub fn page(ctx: &Ctx, sections: &[Section], whose: Option<Whose>) -> DataPage {
    let l = &ctx.l;
    let shown = sections.iter().filter(|section| !section.rows.is_empty());
    let view = |section: &Section| {
        let rows: Vec<Vec<(String, String)>> = section
            .rows
            .iter()
            .rev()
            .take(ROWS)
            .map(|row| fields(ctx, section.table, row))
            .collect();
        let hidden = section.rows.len() - rows.len();
        SectionView {
            title: word(ctx, "data-table", section.table),
            rows: rows.into_iter().filter(|row| !row.is_empty()).collect(),
            more: (hidden > 0).then(|| l.with("data-more", &[("count", hidden.into())])),
        }
    };
    let title = match &whose {
        Some(whose) => l.with("data-title-of", &[("name", whose.name.clone().into())]),
        None => l.t("data-title"),
    };
    let sections = shown.map(view).filter(|section| !section.rows.is_empty()).collect();
    DataPage {
        page: ctx.page_titled(title),
        lead: l.t(if whose.is_some() { "data-lead-of" } else { "data-lead" }),
        file: match &whose {
            Some(whose) => format!("{}/data.json", whose.base),
            None => "/my-data.json".to_owned(),
        },
        whose,
        sections,
    }
}

fn fields(ctx: &Ctx, table: &str, row: &serde_json::Map<String, Json>) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for (column, value) in row.iter().filter(|(column, _)| words::is_told(column)) {
        let text = match value {
            Json::Bool(yes) => ctx.l.t(if *yes { "settings-yes" } else { "settings-no" }),
            Json::Number(number) => {
                let number = number.to_string();
                words::of(ctx, table, column, &number).unwrap_or(number)
            }
            Json::String(text) => said(ctx, table, column, text),
            _ => String::new(),
        };
        if !text.is_empty() {
            fields.push((word(ctx, "data-column", column), text));
        }
    }
    fields
}

fn said(ctx: &Ctx, table: &str, column: &str, text: &str) -> String {
    if text.parse::<Uuid>().is_ok() {
        return String::new();
    }
    if let Ok(at) = text.parse::<DateTime<Utc>>() {
        let local = ctx.rules.local(at);
        let values = [
            ("date", ctx.l.date_numeric(local.date()).into()),
            ("time", ctx.l.time(local.time()).into()),
        ];
        return ctx.l.with("date-and-time", &values);
    }
    if let Ok(day) = text.parse::<NaiveDate>() {
        return ctx.l.date_numeric(day);
    }
    match words::of(ctx, table, column, text) {
        Some(word) => word,
        None if text.chars().count() > LETTERS => text.chars().take(LETTERS).chain(['…']).collect(),
        None => text.to_owned(),
    }
}

/// The name that docs/data.md gives it, where there is no word for it.
fn word(ctx: &Ctx, family: &str, code: &str) -> String {
    let key = format!("{family}-{code}");
    if ctx.l.has(&key) {
        ctx.l.t(&key)
    } else {
        code.to_owned()
    }
}
