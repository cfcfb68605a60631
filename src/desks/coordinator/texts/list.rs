//! The texts of an area, or those in which a word stands.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};

use super::places::{self, AREAS};
use crate::{
    l10n::{FIRST, texts::Message},
    web::{Ctx, Page, WebError, html},
};

/// More are not shown at once: then a longer word helps.
const MOST: usize = 80;

#[derive(Template)]
#[template(path = "coordinator/texts/list.html")]
struct ListPage {
    page: Page,
    locales: Vec<Choice>,
    areas: Vec<Choice>,
    search: String,
    title: String,
    rows: Vec<RowView>,
    more: bool,
}

struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

struct RowView {
    href: String,
    key: String,
    /// Which mail or page, and which part of it.
    name: String,
    text: String,
    changed: bool,
}

pub async fn show(ctx: Ctx, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let value = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
    let locale = value("locale")
        .filter(|code| ctx.l10n.find(code).is_some())
        .unwrap_or(FIRST);
    let search = value("search").unwrap_or_default();
    let area = value("area").and_then(|code| AREAS.into_iter().find(|area| *area == code));
    // A word is looked for everywhere, unless somebody says where.
    let area = area.or((search.is_empty()).then_some(AREAS[0]));
    let all = ctx.app.l10n.locale(locale).originals();
    let mut rows: Vec<_> = all
        .iter()
        .filter(|message| places::of(&message.key).is_some_and(|(of, _)| area.is_none_or(|area| area == of)))
        .map(|message| row(&ctx, locale, message))
        .filter(|row| found(row, search))
        .collect();
    let more = rows.len() > MOST;
    rows.truncate(MOST);
    let l = &ctx.l;
    let name = |area: &str| l.t(&format!("text-area-{area}"));
    let template = ListPage {
        page: ctx.page("texts-title"),
        locales: ctx
            .l10n
            .all()
            .map(|one| Choice {
                value: one.code().to_owned(),
                label: one.t("locale-name"),
                chosen: one.code() == locale,
            })
            .collect(),
        areas: AREAS
            .iter()
            .map(|code| Choice {
                value: (*code).to_owned(),
                label: name(code),
                chosen: area == Some(code),
            })
            .collect(),
        title: match area {
            Some(area) => name(area),
            None => l.t("texts-everywhere"),
        },
        search: search.to_owned(),
        rows,
        more,
    };
    Ok(html(StatusCode::OK, &template))
}

fn row(ctx: &Ctx, locale: &str, message: &Message) -> RowView {
    let changed = super::changed(ctx, locale, &message.key);
    RowView {
        href: super::path(locale, &message.key),
        key: message.key.clone(),
        name: super::names::of(ctx, &message.key),
        text: super::forms::in_short(changed.unwrap_or(&message.text)),
        changed: changed.is_some(),
    }
}

/// In the text, in its name or in its key, whatever the case.
fn found(row: &RowView, search: &str) -> bool {
    let search = search.to_lowercase();
    let stands = |text: &str| text.to_lowercase().contains(&search);
    stands(&row.text) || stands(&row.name) || row.key.contains(&search)
}
