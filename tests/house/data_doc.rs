//! docs/data.md names every table and column there is, each once, with a purpose and a deadline.

use std::collections::{BTreeMap, BTreeSet};

use sprachpool::database::{Db, Engine};
use sqlx::{AssertSqlSafe, Row};

use crate::support::databases::Fresh;

/// Table and column, and the cells that follow in the document.
type Documented = BTreeMap<(String, String), Vec<String>>;

#[tokio::test]
async fn the_document_names_every_column_once() {
    let documented = documented(&document());
    let schema = schema().await;
    let names: BTreeSet<_> = documented.keys().cloned().collect();
    let missing: Vec<_> = schema.difference(&names).collect();
    let extra: Vec<_> = names.difference(&schema).collect();
    assert!(schema.len() > 100, "only {} columns were read", schema.len());
    assert!(missing.is_empty(), "not in docs/data.md: {missing:?}");
    assert!(extra.is_empty(), "in docs/data.md, but not in the schema: {extra:?}");
}

#[test]
fn every_column_has_a_purpose_and_a_deadline() {
    for ((table, column), cells) in documented(&document()) {
        let complete = matches!(&cells[..], [personal, purpose, deadline]
            if matches!(personal.as_str(), "yes" | "no") && !purpose.is_empty() && !deadline.is_empty());
        assert!(complete, "{table}.{column}: {cells:?}");
        let without_deadline = cells[0] == "yes" && cells[2] == "—";
        assert!(!without_deadline, "{table}.{column} is personal and has no deadline");
    }
}

#[test]
#[should_panic(expected = "person.name stands twice")]
fn a_column_that_stands_twice_is_found() {
    documented("### person\n| `name` | yes | a | b |\n| `id`, `name` | yes | a | b |\n");
}

fn document() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/data.md")).expect("docs/data.md exists")
}

/// A heading `### table`, then rows that begin with columns in backticks.
fn documented(text: &str) -> Documented {
    let mut found = Documented::new();
    let mut table = String::new();
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("### ") {
            table = heading.trim().to_owned();
        }
        let Some(row) = line.strip_prefix("| `") else { continue };
        let mut cells = row.trim_end_matches('|').split('|').map(|cell| cell.trim().to_owned());
        let columns = format!("`{}", cells.next().expect("a row has a first cell"));
        let rest: Vec<String> = cells.collect();
        for column in columns.split(',').map(|column| column.trim().trim_matches('`')) {
            let before = found.insert((table.clone(), column.to_owned()), rest.clone());
            assert!(before.is_none(), "{table}.{column} stands twice");
        }
    }
    found
}

/// What the migrations make. (Another test holds both engines to the same columns.)
async fn schema() -> BTreeSet<(String, String)> {
    let fresh = Fresh::new(Engine::Sqlite).await;
    let Db::Sqlite { read, .. } = &fresh.db else {
        panic!("asked for SQLite")
    };
    let mut columns = BTreeSet::new();
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%sqlx%'";
    for table in sqlx::query(tables).fetch_all(read).await.expect("SQLite answers") {
        let table: String = table.get(0);
        let info = AssertSqlSafe(format!("PRAGMA table_info({table})"));
        for row in sqlx::query(info).fetch_all(read).await.expect("SQLite answers") {
            columns.insert((table.clone(), row.get("name")));
        }
    }
    columns
}
