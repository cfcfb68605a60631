//! Nobody changes or deletes a line, however they come in.

use sprachpool::{
    act::Actor,
    database::{Db, Tx},
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::support::{databases::each_engine, site::Site};

#[tokio::test]
async fn a_line_cannot_be_changed_or_deleted() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let mut tx = db.begin().await.expect("it begins");
        let act = site.app.act(Actor::Command);
        let about = ("pool", Uuid::nil());
        act.audit(&mut tx, "pool.imported", about, serde_json::json!({}))
            .await
            .expect("a line is added");
        tx.commit().await.expect("it commits");
        let before = lines(&db).await;
        assert!(!before.is_empty());
        for sql in [
            "UPDATE audit SET action = 'nothing'",
            "UPDATE audit SET person_id = NULL",
            "UPDATE audit SET session_id = id",
            "DELETE FROM audit",
            "DELETE FROM audit WHERE action = 'pool.imported'",
        ] {
            let mut tx = db.begin().await.expect("it begins");
            let refused = match &mut tx {
                Tx::Sqlite(tx) => sqlx::query(sql).execute(&mut **tx).await.map(drop),
                Tx::Postgres(tx) => sqlx::query(sql).execute(&mut **tx).await.map(drop),
            };
            let error = refused.expect_err(sql).to_string();
            assert!(error.contains("append-only"), "{sql}: {error}");
            tx.rollback().await.expect("it rolls back");
        }
        assert_eq!(lines(&db).await, before);
    })
    .await;
}

async fn lines(db: &Db) -> Vec<(Uuid, String)> {
    let sql = AssertSqlSafe("SELECT id, action FROM audit ORDER BY id".to_owned());
    match db {
        Db::Sqlite { read, .. } => sqlx::query_as(sql).fetch_all(read).await.expect("it reads"),
        Db::Postgres(pool) => sqlx::query_as(sql).fetch_all(pool).await.expect("it reads"),
    }
}
