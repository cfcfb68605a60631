//! Every text of the program prepares on both engines.

use sprachpool::database::{Db, QUERIES, engine_text};
use sqlx::{AssertSqlSafe, Executor, SqlSafeStr};

use crate::support::{databases::each_engine, sources};

#[tokio::test]
async fn every_text_prepares_on_both_engines() {
    each_engine(async |db| {
        let mut wrong = Vec::new();
        for query in QUERIES {
            let text = AssertSqlSafe(engine_text(query.text, db.engine()).into_owned()).into_sql_str();
            let prepared = match &db {
                Db::Sqlite { write, .. } => write.prepare(text).await.map(drop),
                Db::Postgres(pool) => pool.prepare(text).await.map(drop),
            };
            if let Err(error) = prepared {
                wrong.push(format!("{}:{}: {error}", query.file, query.line));
            }
        }
        assert!(wrong.is_empty(), "{:?} refuses:\n{}", db.engine(), wrong.join("\n"));
    })
    .await;
}

/// A text that did not register itself would escape the test above.
#[test]
fn every_query_in_the_sources_is_registered() {
    let mut missing = Vec::new();
    let registered = |file: &str| QUERIES.iter().filter(|query| query.file == file).count();
    for source in sources::all() {
        let code = source.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let written: usize = code.map(|line| line.matches("q!(").count()).sum();
        if written != registered(&source.path) {
            missing.push(format!(
                "{}: {written} written, {} registered",
                source.path,
                registered(&source.path)
            ));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(!QUERIES.is_empty());
}
