//! The figures: what was asked, and what came of it. As tables, as a chart and for a spreadsheet.

use axum::{Router, routing::get};

use crate::app::Shared;

mod address;
mod chart;
mod columns;
mod comparison;
mod form;
mod page;
mod sheet;
mod words;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/desk/figures", get(page::show))
        .route("/desk/figures.csv", get(sheet::download))
}
