//! `/desk/figures.csv`: the same view for a spreadsheet.

use axum::{
    extract::Query,
    http::header,
    response::{IntoResponse, Response},
};

use super::{address, address::View, columns, words::Words};
use crate::{
    exports::csv::{self, text_cell},
    statistics::{self, Figures, Table},
    web::{Ctx, WebError, see_other},
};

pub async fn download(ctx: Ctx, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.read().await?;
    let institutions = statistics::institutions(&mut tx).await?;
    let today = ctx.rules.local(ctx.now).date();
    let (view, wrong) = address::read(&pairs, &ctx.rules, &institutions, today);
    if !wrong.is_empty() {
        // A file cannot say what was not understood; the page can.
        let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
        return Ok(see_other(&format!("/desk/figures?{query}")));
    }
    let outcomes = statistics::read(&mut tx, &view.filter).await?;
    tx.commit().await?;
    let table = statistics::table(&outcomes, view.by, view.filter.period);
    let sheet = write(&Words::new(&ctx, &institutions), &view, &table)
        .map_err(|error| WebError::Internal(format!("a sheet could not be written: {error}")))?;
    let period = view.filter.period;
    let name = format!("figures-{}-{}-{}.csv", period.from, period.to, view.by.code());
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, sheet).into_response())
}

fn write(words: &Words<'_>, view: &View, table: &Table) -> Result<Vec<u8>, ::csv::Error> {
    let l = &words.ctx.l;
    let mut sheet = csv::writer();
    let mut head = vec![text_cell(&l.t(&format!("figures-by-{}", view.by.code())))];
    head.extend(columns::all().map(|column| text_cell(&column.title(l))));
    sheet.write_record(&head)?;
    let mut record = |name: String, figures: &Figures| {
        let mut cells = vec![text_cell(&name)];
        cells.extend(columns::all().map(|column| (column.value)(figures).text(l)));
        sheet.write_record(&cells)
    };
    for line in &table.lines {
        record(words.label(view.by, &line.key), &line.figures)?;
    }
    record(l.t("figures-total"), &table.total)?;
    csv::bytes(sheet)
}
