//! A fresh, migrated database of each engine for a test; gone when the test ends, however it ends.

use std::{fmt::Write as _, fs, path::PathBuf, sync::OnceLock, thread};

use sha2::{Digest, Sha256};
use sprachpool::{
    clock::Clock,
    database::{Db, Durability, Engine, migrate},
    ids::Ids,
};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

pub const ENGINES: [Engine; 2] = [Engine::Sqlite, Engine::Postgres];

/// Runs `test` once on a fresh database of each engine: `each_engine(async |db| { … }).await`.
pub async fn each_engine(test: impl AsyncFn(Db)) {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        test(fresh.db.clone()).await;
    }
}

/// A database of its own, removed on drop.
pub struct Fresh {
    pub db: Db,
    /// What `Db::open` or a second process would be given.
    pub url: String,
    engine: Engine,
    place: Place,
}

enum Place {
    File(PathBuf),
    Database(String),
}

impl Fresh {
    pub async fn new(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => Self::sqlite().await,
            Engine::Postgres => Self::postgres().await,
        }
    }

    async fn sqlite() -> Self {
        let file = std::env::temp_dir().join(format!("{}.sqlite", random_name()));
        let url = file
            .to_str()
            .expect("the temporary folder has a readable name")
            .to_owned();
        let db = Db::open(&url, 8, Durability::Relaxed).await.expect("SQLite opens");
        migrate(&db).await.expect("SQLite migrates");
        Self {
            db,
            url,
            engine: Engine::Sqlite,
            place: Place::File(file),
        }
    }

    async fn postgres() -> Self {
        let template = template().await;
        let name = random_name();
        let mut admin = PgConnection::connect(&server()).await.expect("PostgreSQL answers");
        run(&mut admin, format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        admin.close().await.ok();
        let url = url_of(&name);
        let db = Db::open(&url, 16, Durability::Relaxed).await.expect("PostgreSQL opens");
        Self {
            db,
            url,
            engine: Engine::Postgres,
            place: Place::Database(name),
        }
    }
}

impl Fresh {
    /// Every value of every text column: what a stolen dump would show.
    pub async fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        match &self.db {
            Db::Sqlite { read, .. } => {
                let columns = "SELECT m.name AS t, c.name AS c FROM sqlite_master m JOIN pragma_table_info(m.name) c
                               WHERE m.type = 'table' AND c.type = 'TEXT'";
                for (table, column) in sqlx::query_as::<_, (String, String)>(columns)
                    .fetch_all(read)
                    .await
                    .expect("columns")
                {
                    let sql = format!("SELECT CAST({column} AS TEXT) FROM {table} WHERE {column} IS NOT NULL");
                    texts.extend(
                        sqlx::query_scalar::<_, String>(AssertSqlSafe(sql))
                            .fetch_all(read)
                            .await
                            .expect("texts"),
                    );
                }
            }
            Db::Postgres(pool) => {
                let columns = "SELECT table_name::text, column_name::text FROM information_schema.columns
                               WHERE table_schema = 'public' AND data_type = 'text'";
                for (table, column) in sqlx::query_as::<_, (String, String)>(columns)
                    .fetch_all(pool)
                    .await
                    .expect("columns")
                {
                    let sql = format!("SELECT {column} FROM {table} WHERE {column} IS NOT NULL");
                    texts.extend(
                        sqlx::query_scalar::<_, String>(AssertSqlSafe(sql))
                            .fetch_all(pool)
                            .await
                            .expect("texts"),
                    );
                }
            }
        }
        texts
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!("this failed on {:?}", self.engine);
        }
        match &self.place {
            Place::File(file) => {
                for end in ["", "-wal", "-shm"] {
                    fs::remove_file(format!("{}{end}", file.display())).ok();
                }
            }
            Place::Database(name) => {
                let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                // Dropping cannot wait for a future, so another thread does.
                thread::spawn(move || {
                    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
                    runtime.expect("a runtime starts").block_on(async {
                        if let Ok(mut admin) = PgConnection::connect(&server()).await {
                            admin.execute(AssertSqlSafe(drop)).await.ok();
                        }
                    });
                })
                .join()
                .ok();
            }
        }
    }
}

/// The URL of a superuser of a PostgreSQL that tests may fill and empty.
fn server() -> String {
    std::env::var("TEST_POSTGRES_URL")
        .expect("TEST_POSTGRES_URL is not set. These tests need both databases: run tests/run")
}

fn url_of(database: &str) -> String {
    let server = server();
    let (before, query) = server
        .split_once('?')
        .map_or((server.as_str(), None), |(b, q)| (b, Some(q)));
    let host = before.rsplit_once('/').expect("a URL ends with /database").0;
    query.map_or(format!("{host}/{database}"), |query| {
        format!("{host}/{database}?{query}")
    })
}

fn random_name() -> String {
    static IDS: OnceLock<Ids> = OnceLock::new();
    let ids = IDS.get_or_init(Ids::random);
    format!("sprachpool_{}", ids.uuid(Clock::system().now()).simple())
}

/// The migrated database that others are copied from. Named after the migrations, so that they make it once;
/// it gets that name only when it is complete.
async fn template() -> &'static str {
    static TEMPLATE: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
    TEMPLATE
        .get_or_init(|| async {
            let name = template_name();
            let mut admin = PgConnection::connect(&server()).await.expect("PostgreSQL answers");
            run(&mut admin, "SELECT pg_advisory_lock(7427)".to_owned()).await;
            let known = format!("SELECT 1 FROM pg_database WHERE datname = '{name}'");
            if admin
                .fetch_optional(AssertSqlSafe(known))
                .await
                .expect("it answers")
                .is_none()
            {
                let draft = random_name();
                run(&mut admin, format!("CREATE DATABASE {draft}")).await;
                let db = Db::open(&url_of(&draft), 1, Durability::Relaxed)
                    .await
                    .expect("PostgreSQL opens");
                migrate(&db).await.expect("PostgreSQL migrates");
                db.close().await;
                run(&mut admin, format!("ALTER DATABASE {draft} RENAME TO {name}")).await;
            }
            admin.close().await.ok();
            name
        })
        .await
}

fn template_name() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/postgres");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("it exists")
        .map(|file| file.expect("it is readable"))
        .collect();
    files.sort_by_key(fs::DirEntry::file_name);
    let mut hash = Sha256::new();
    for file in files {
        hash.update(fs::read(file.path()).expect("it is readable"));
    }
    let mut name = "sprachpool_template_".to_owned();
    for byte in &hash.finalize()[..8] {
        write!(name, "{byte:02x}").expect("a String takes all");
    }
    name
}

async fn run(admin: &mut PgConnection, sql: String) {
    admin
        .execute(AssertSqlSafe(sql.clone()))
        .await
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
}
