//! A database of its own for a benchmark, on either engine; gone afterwards.

use std::path::PathBuf;

use sprachpool::database::{Db, Durability, Engine, migrate};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

pub struct Place {
    pub db: Db,
    pub url: String,
    file: Option<PathBuf>,
    database: Option<String>,
}

/// The engines that can be measured here: PostgreSQL only where `TEST_POSTGRES_URL` says where it is.
pub fn engines() -> Vec<Engine> {
    if server().is_some() {
        vec![Engine::Sqlite, Engine::Postgres]
    } else {
        eprintln!("TEST_POSTGRES_URL is not set: SQLite only");
        vec![Engine::Sqlite]
    }
}

pub fn name(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "SQLite",
        Engine::Postgres => "PostgreSQL",
    }
}

impl Place {
    /// As the service opens its own: a commit survives a power cut, as far as the server's settings go.
    pub async fn new(engine: Engine, label: &str, connections: u32) -> Self {
        let name = format!("sprachpool_bench_{label}_{}", std::process::id());
        let (url, file, database) = match engine {
            Engine::Sqlite => {
                let folder = std::env::var_os("BENCH_DIR").map_or_else(std::env::temp_dir, PathBuf::from);
                let file = folder.join(format!("{name}.sqlite"));
                (file.display().to_string(), Some(file), None)
            }
            Engine::Postgres => {
                let server = server().expect("engines() has looked");
                let mut admin = PgConnection::connect(&server).await.expect("PostgreSQL answers");
                run(&mut admin, format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
                run(&mut admin, format!("CREATE DATABASE {name}")).await;
                let host = server.rsplit_once('/').expect("a URL ends with /database").0.to_owned();
                (format!("{host}/{name}"), None, Some(name))
            }
        };
        let db = Db::open(&url, connections, Durability::Full).await.expect("it opens");
        migrate(&db).await.expect("it migrates");
        Self {
            db,
            url,
            file,
            database,
        }
    }

    /// What time does to a database that is in use: statistics, and pages known to be seen by all.
    pub async fn settle(&self) {
        match &self.db {
            Db::Sqlite { write, .. } => {
                for sql in ["ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)"] {
                    sqlx::query(sql).execute(write).await.expect("SQLite settles");
                }
            }
            Db::Postgres(pool) => {
                sqlx::query("VACUUM ANALYZE")
                    .execute(pool)
                    .await
                    .expect("PostgreSQL settles");
            }
        }
    }

    pub async fn remove(self) {
        self.db.close().await;
        if let Some(file) = self.file {
            for end in ["", "-wal", "-shm"] {
                std::fs::remove_file(format!("{}{end}", file.display())).ok();
            }
        }
        if let (Some(name), Some(server)) = (self.database, server()) {
            let mut admin = PgConnection::connect(&server).await.expect("PostgreSQL answers");
            run(&mut admin, format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        }
    }
}

fn server() -> Option<String> {
    std::env::var("TEST_POSTGRES_URL").ok()
}

async fn run(admin: &mut PgConnection, sql: String) {
    admin.execute(AssertSqlSafe(sql)).await.expect("PostgreSQL does it");
}
