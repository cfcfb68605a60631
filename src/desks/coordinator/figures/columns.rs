//! The columns, once: tables, comparison and spreadsheet show the same ones.

use crate::{l10n::Locale, statistics::Figures};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    Count(i64),
    /// Tenths of an hour or of a mail; nothing where there is nothing to divide.
    Tenths(Option<i64>),
}

pub struct Column {
    pub code: &'static str,
    pub value: fn(&Figures) -> Value,
}

/// What came of it.
pub const OUTCOME: [Column; 9] = [
    column("requests", |f| Value::Count(f.requests)),
    column("requests_filled", |f| Value::Count(f.requests_filled)),
    column("places", |f| Value::Count(f.places)),
    column("filled", |f| Value::Count(f.filled)),
    column("unfilled", |f| Value::Count(f.unfilled)),
    column("cancelled_by_institution", |f| Value::Count(f.cancelled_by_institution)),
    column("cancelled_by_pool", |f| Value::Count(f.cancelled_by_pool)),
    column("refused", |f| Value::Count(f.refused)),
    column("open", |f| Value::Count(f.open)),
];

/// What it took.
pub const EFFORT: [Column; 6] = [
    column("planned_hours", |f| Value::Tenths(Some(f.planned_tenths()))),
    column("real_hours", |f| Value::Tenths(Some(f.real_tenths()))),
    column("hours_to_fill", |f| Value::Tenths(f.median_tenths())),
    column("mails", |f| Value::Tenths(f.mails_tenths())),
    column("refilled", |f| Value::Count(f.refilled)),
    column("not_refilled", |f| Value::Count(f.not_refilled)),
];

const fn column(code: &'static str, value: fn(&Figures) -> Value) -> Column {
    Column { code, value }
}

pub fn all() -> impl Iterator<Item = &'static Column> {
    OUTCOME.iter().chain(&EFFORT)
}

impl Column {
    pub fn title(&self, l: &Locale) -> String {
        l.t(&format!("figures-column-{}", self.code))
    }
}

impl Value {
    /// As a reader of that language writes it: "7,5". Empty where there is none.
    pub fn text(self, l: &Locale) -> String {
        match self {
            Value::Count(count) => count.to_string(),
            Value::Tenths(None) => String::new(),
            Value::Tenths(Some(tenths)) => {
                let sign = l.t("figures-decimal-sign");
                let minus = if tenths < 0 { "-" } else { "" };
                format!("{minus}{}{sign}{}", tenths.abs() / 10, tenths.abs() % 10)
            }
        }
    }

    /// For a table cell: a dash where there is nothing.
    pub fn cell(self, l: &Locale) -> String {
        match self {
            Value::Tenths(None) => "–".to_owned(),
            value => value.text(l),
        }
    }
}
