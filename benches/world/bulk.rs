//! Many rows at a time.

use std::collections::HashMap;

use sprachpool::database::{Query, Tx, Value};

/// So many parameters go into one statement; PostgreSQL takes 65,535, SQLite 32,766.
const PARAMETERS: usize = 8_000;

/// Rows of one table that wait to be written.
pub struct Bulk {
    table: &'static str,
    columns: &'static [&'static str],
    values: Vec<Value>,
    texts: HashMap<usize, &'static str>,
}

impl Bulk {
    pub fn new(table: &'static str, columns: &'static [&'static str]) -> Self {
        Self {
            table,
            columns,
            values: Vec::new(),
            texts: HashMap::new(),
        }
    }

    pub async fn add<const N: usize>(&mut self, tx: &mut Tx, row: [Value; N]) {
        assert_eq!(N, self.columns.len(), "{}", self.table);
        self.values.extend(row);
        if self.values.len() + N > PARAMETERS {
            self.flush(tx).await;
        }
    }

    pub async fn flush(&mut self, tx: &mut Tx) {
        let rows = self.values.len() / self.columns.len();
        if rows == 0 {
            return;
        }
        let (table, columns) = (self.table, self.columns);
        let text = self.texts.entry(rows).or_insert_with(|| text(table, columns, rows));
        let values = std::mem::take(&mut self.values);
        Query::new(text, values)
            .execute(tx)
            .await
            .unwrap_or_else(|error| panic!("{table}: {error}"));
    }
}

/// Kept for good: there are two or three lengths of each table.
fn text(table: &str, columns: &[&str], rows: usize) -> &'static str {
    let width = columns.len();
    let row = |row: usize| {
        let places: Vec<String> = (1..=width).map(|column| format!("${}", row * width + column)).collect();
        format!("({})", places.join(", "))
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    Box::leak(
        format!(
            "INSERT INTO {table} ({}) VALUES {}",
            columns.join(", "),
            rows.join(", ")
        )
        .into_boxed_str(),
    )
}
