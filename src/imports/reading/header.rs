//! Which row says what the columns are: above it stand titles, below it the data.

use super::{Cell, Row, Sheet};

/// Titles above the header take no more rows than these.
const LOOKED_AT: usize = 30;

/// A sheet with its header found.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<'a> {
    /// One for each column, made different where two were alike; empty where nothing stands.
    pub headers: Vec<String>,
    pub rows: &'a [Row],
}

/// The row with most known words; if none has two, the first that has most texts.
pub fn table<'a>(sheet: &'a Sheet, is_known: &dyn Fn(&str) -> bool) -> Table<'a> {
    let look = &sheet.rows[..sheet.rows.len().min(LOOKED_AT)];
    let count = |row: &Row, counts: &dyn Fn(&Cell) -> bool| row.cells.iter().filter(|cell| counts(cell)).count();
    let known = |row: &Row| count(row, &|cell| matches!(cell, Cell::Text(text) if is_known(text)));
    let texts = |row: &Row| count(row, &|cell| matches!(cell, Cell::Text(_)));
    // Of equals the first: what follows may repeat it.
    let best = |value: &dyn Fn(&Row) -> usize| {
        let mut best = (0, 0);
        for (at, row) in look.iter().enumerate() {
            if value(row) > best.1 {
                best = (at, value(row));
            }
        }
        best
    };
    let (mut at, found) = best(&known);
    if found < 2 {
        at = best(&texts).0;
    }
    let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    Table {
        headers: headers(sheet.rows.get(at), width),
        rows: sheet.rows.get(at + 1..).unwrap_or_default(),
    }
}

/// A merged cell holds its text once; a header that stands twice gets a number.
pub fn headers(row: Option<&Row>, width: usize) -> Vec<String> {
    let mut found: Vec<String> = Vec::with_capacity(width);
    for column in 0..width {
        let text = row
            .and_then(|row| row.cells.get(column))
            .map(Cell::shown)
            .unwrap_or_default();
        let text: String = text.replace(['\n', '\r'], " ").chars().take(80).collect();
        let before = found.iter().filter(|known| is_again(known, &text)).count();
        match before {
            _ if text.is_empty() => found.push(text),
            0 => found.push(text),
            before => found.push(format!("{text} ({})", before + 1)),
        }
    }
    found
}

fn is_again(known: &str, text: &str) -> bool {
    let rest = known.strip_prefix(text);
    rest.is_some_and(|rest| rest.is_empty() || (rest.starts_with(" (") && rest.ends_with(')')))
}
