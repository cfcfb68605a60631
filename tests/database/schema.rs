//! Both migration folders make the same tables and columns.

use std::collections::{BTreeMap, BTreeSet};

use sprachpool::database::{Db, Engine};
use sqlx::{AssertSqlSafe, Row};

use crate::support::databases::Fresh;

/// Table and column: its type in words of both, and whether it may be empty.
type Columns = BTreeMap<(String, String), (&'static str, bool)>;

#[tokio::test]
async fn both_engines_have_the_same_tables_and_columns() {
    let sqlite = columns(&Fresh::new(Engine::Sqlite).await.db).await;
    let postgres = columns(&Fresh::new(Engine::Postgres).await.db).await;
    assert!(sqlite.len() > 100);
    let keys: BTreeSet<_> = sqlite.keys().chain(postgres.keys()).collect();
    let mut different = Vec::new();
    for key in keys {
        let (left, right) = (sqlite.get(key), postgres.get(key));
        let alike = match (left, right) {
            // SQLite has no time type: it stores the text.
            (Some((left, left_null)), Some((right, right_null))) => {
                left_null == right_null && (left == right || (*left == "text" && *right == "time"))
            }
            _ => false,
        };
        if !alike {
            different.push(format!("{}.{}: SQLite {left:?}, PostgreSQL {right:?}", key.0, key.1));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

#[tokio::test]
async fn both_folders_have_the_same_migrations() {
    let names = |engine: &str| -> BTreeSet<_> {
        let folder = format!("{}/migrations/{engine}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_dir(folder)
            .expect("it exists")
            .map(|file| file.expect("it is readable").file_name())
            .collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
}

async fn columns(db: &Db) -> Columns {
    let mut columns = Columns::new();
    match db {
        Db::Sqlite { read, .. } => {
            let tables = sqlx::query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%sqlx%'");
            for table in tables.fetch_all(read).await.expect("SQLite answers") {
                let table: String = table.get(0);
                let info = AssertSqlSafe(format!("PRAGMA table_info({table})"));
                for row in sqlx::query(info).fetch_all(read).await.expect("SQLite answers") {
                    let optional = row.get::<i64, _>("notnull") == 0 && row.get::<i64, _>("pk") == 0;
                    let kind = kind(row.get("type"));
                    columns.insert((table.clone(), row.get("name")), (kind, optional));
                }
            }
        }
        Db::Postgres(pool) => {
            let info = "SELECT table_name::text, column_name::text, data_type::text, is_nullable = 'YES'
                        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '%sqlx%'
                          AND table_name IN (SELECT tablename FROM pg_tables)";
            for row in sqlx::query(info).fetch_all(pool).await.expect("PostgreSQL answers") {
                columns.insert((row.get(0), row.get(1)), (kind(row.get(2)), row.get(3)));
            }
        }
    }
    columns
}

fn kind(name: &str) -> &'static str {
    match name.to_lowercase().as_str() {
        "blob" | "uuid" => "id",
        "integer" | "bigint" => "number",
        "boolean" => "boolean",
        "text" => "text",
        "timestamp with time zone" => "time",
        other => panic!("a type that nobody agreed on: {other}"),
    }
}
