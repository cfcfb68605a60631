//! `/desk/figures`

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};

use super::{
    address::{self, View, Wrong},
    chart::{self, Chart},
    columns::{self, Column},
    comparison::{self, Compared},
    form::{self, Form},
    words::Words,
};
use crate::{
    statistics::{self, Figures, Filter, Grouping, MOST_MONTHS, Period, Table},
    web::{Ctx, Page, WebError, html},
};

/// A comparison with less is none, unless no more was asked for.
const FEW_MONTHS: i32 = 3;

#[derive(Template)]
#[template(path = "coordinator/figures.html")]
struct FiguresPage {
    page: Page,
    notes: Vec<String>,
    form: Form,
    filters: String,
    printed: String,
    reset: Option<&'static str>,
    /// Absent when the period has no request.
    shown: Option<Shown>,
    nothing: Option<Nothing>,
}

struct Shown {
    finding: String,
    csv: String,
    chart: Option<Chart>,
    tables: Vec<TableView>,
    before: String,
    compared: Vec<Compared>,
    definitions: Vec<(String, String)>,
}

struct TableView {
    caption: String,
    head: Vec<String>,
    lines: Vec<LineView>,
    total: Vec<String>,
}

struct LineView {
    label: String,
    href: Option<String>,
    cells: Vec<String>,
}

struct Nothing {
    text: String,
    href: String,
    link: String,
}

pub async fn show(ctx: Ctx, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.read().await?;
    let institutions = statistics::institutions(&mut tx).await?;
    let today = ctx.rules.local(ctx.now).date();
    let (view, wrong) = address::read(&pairs, &ctx.rules, &institutions, today);
    let outcomes = statistics::read(&mut tx, &view.filter).await?;
    let year_before = Filter {
        period: view.filter.period.year_before(),
        ..view.filter.clone()
    };
    let before = statistics::read(&mut tx, &year_before).await?;
    let extent = statistics::extent(&mut tx).await?;
    tx.commit().await?;

    let words = Words::new(&ctx, &institutions);
    let table = statistics::table(&outcomes, view.by, view.filter.period);
    let before = statistics::table(&before, view.by, year_before.period);
    let is_empty = outcomes.is_empty();
    let template = FiguresPage {
        page: ctx.page("figures-title"),
        notes: wrong.iter().map(|wrong| note(&ctx, *wrong)).collect(),
        form: form::form(&words, &view, &institutions),
        filters: words.filters(&view),
        printed: ctx.l.with(
            "figures-printed",
            &[("when", ctx.l.moment(ctx.now, ctx.rules.zone()).into())],
        ),
        reset: view.is_narrow().then_some("/desk/figures"),
        shown: (!is_empty).then(|| shown(&words, &view, &table, &before, (year_before.period, extent))),
        nothing: is_empty.then(|| nothing(&words, extent)),
    };
    Ok(html(StatusCode::OK, &template))
}

fn note(ctx: &Ctx, wrong: Wrong) -> String {
    match wrong {
        Wrong::Period => ctx.l.with("figures-wrong-period", &[("months", MOST_MONTHS.into())]),
        Wrong::By => ctx.l.t("figures-wrong-by"),
        Wrong::Filter(field) => {
            let field = ctx.l.t(&format!("figures-by-{field}"));
            ctx.l.with("figures-wrong-filter", &[("field", field.into())])
        }
    }
}

fn shown(words: &Words<'_>, view: &View, table: &Table, before: &Table, when: (Period, Option<Period>)) -> Shown {
    let l = &words.ctx.l;
    let compared = if is_too_new(when) {
        Vec::new()
    } else {
        comparison::compare(l, &table.total, &before.total)
    };
    let definition = |code: &str| {
        let text = l.t(&format!("figures-means-{code}"));
        (l.t(&format!("figures-column-{code}")), text)
    };
    let mut definitions = vec![(l.t("figures-span"), l.t("figures-means-span"))];
    definitions.extend(columns::all().map(|column| definition(column.code)));
    Shown {
        finding: finding(words, view, table),
        csv: format!("/desk/figures.csv?{}", view.query()),
        chart: chart::draw(words, view.by, table),
        tables: vec![
            table_view(words, view, table, "outcome", &columns::OUTCOME),
            table_view(words, view, table, "effort", &columns::EFFORT),
        ],
        before: comparable(words, when, (!compared.is_empty(), before.total.requests > 0)),
        compared,
        definitions,
    }
}

/// The pool began so late in the year before that less than three months are there to compare with.
fn is_too_new((before, extent): (Period, Option<Period>)) -> bool {
    extent.is_some_and(|extent| extent.from > before.from && extent.from.plus(FEW_MONTHS - 1) > before.to)
}

/// What the year before is, and whether the pool was there all the time.
fn comparable(
    words: &Words<'_>,
    (before, extent): (Period, Option<Period>),
    (compared, something): (bool, bool),
) -> String {
    let first = extent.map(|extent| extent.from).filter(|first| *first > before.from);
    let key = match first {
        _ if !something => "figures-before-none",
        _ if !compared => "figures-before-few",
        Some(_) => "figures-before-partly",
        None => "figures-before-period",
    };
    let first = first.map(|first| words.month(first)).unwrap_or_default();
    let values = [("period", words.period(before).into()), ("first", first.into())];
    words.ctx.l.with(key, &values)
}

/// "Im Februar 2027 wurden 41 von 55 Anfragen besetzt."
fn finding(words: &Words<'_>, view: &View, table: &Table) -> String {
    let (period, total) = (view.filter.period, &table.total);
    let counts = [
        ("filled", total.requests_filled.into()),
        ("requests", total.requests.into()),
    ];
    if period.from == period.to {
        let mut values = vec![("month", words.month(period.from).into())];
        values.extend(counts);
        return words.ctx.l.with("figures-finding-month", &values);
    }
    let mut values = vec![
        ("from", words.month(period.from).into()),
        ("to", words.month(period.to).into()),
    ];
    values.extend(counts);
    words.ctx.l.with("figures-finding-period", &values)
}

fn table_view(words: &Words<'_>, view: &View, table: &Table, what: &str, columns: &[Column]) -> TableView {
    let l = &words.ctx.l;
    let cells = |figures: &Figures| columns.iter().map(|column| (column.value)(figures).cell(l)).collect();
    let by = l.t(&format!("figures-by-{}", view.by.code()));
    let mut head = vec![by.clone()];
    head.extend(columns.iter().map(|column| column.title(l)));
    let line = |line: &statistics::Line| {
        let narrowed = view.narrowed(&line.key).filter(|_| words.is_known(view.by, &line.key));
        // A month alone is what the page shows already.
        let same = view.by == Grouping::Month && view.filter.period.from == view.filter.period.to;
        LineView {
            label: words.label(view.by, &line.key),
            href: narrowed.filter(|_| !same).map(|narrowed| narrowed.href()),
            cells: cells(&line.figures),
        }
    };
    TableView {
        caption: l.with(&format!("figures-table-{what}"), &[("by", by.into())]),
        head,
        lines: table.lines.iter().map(line).collect(),
        total: cells(&table.total),
    }
}

fn nothing(words: &Words<'_>, extent: Option<Period>) -> Nothing {
    let l = &words.ctx.l;
    let Some(extent) = extent else {
        return Nothing {
            text: l.t("figures-empty"),
            href: "/desk/institutions".to_owned(),
            link: l.t("figures-empty-link"),
        };
    };
    // The newest part of a very long time.
    let from = extent.from.max(extent.to.plus(1 - MOST_MONTHS));
    let everything = Period { from, ..extent };
    Nothing {
        text: l.with("figures-none", &[("period", words.period(extent).into())]),
        href: format!("/desk/figures?from={}&to={}", everything.from, everything.to),
        link: l.t("figures-none-link"),
    }
}
