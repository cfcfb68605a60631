//! Two engines, one text per query.
//!
//! [`Db`] is either an embedded SQLite file (one writer connection, a read-only pool) or PostgreSQL.
//! A query is written once with [`q!`](crate::q): `$1`-style parameters, no engine's dialect.
//! Some tokens stand for what cannot be said alike:
//!
//! | token | SQLite | PostgreSQL |
//! |---|---|---|
//! | `TEXTS($1)` | rows of a JSON array of text (`json_each`) | rows of an array (`unnest`) |
//! | `UUIDS($1)` | the same, as 16-byte BLOBs | the same, as UUID |
//! | `ID_TEXT(x.id)` | an id as text (`hex`) | the same (`CAST`) |
//! | `TIME_TEXT(x.at)` | a moment as RFC 3339 | the same (`to_char`) |
//! | `ROWS($1) AS r` | many rows of [`Value::rows`], each in `r.value` (`json_each`) | the same (`jsonb_array_elements`) |
//! | `ID_OF(r.value ->> 0)` | the first of such a row as an id (`unhex`) | the same (`CAST`) |
//! | `TIME_OF(r.value ->> 0)` | the same as an instant (text) | the same (`CAST`) |
//!
//! Every text registers itself in [`QUERIES`]; a test prepares all of them on both engines.

mod migrate;
pub mod paging;
mod query;
mod value;

pub use migrate::{is_current, migrate, newest_migration};
pub use query::{Query, QueryText, Row, engine_text, listen};
pub use value::{Cell, Value, cells};

use std::{path::Path, str::FromStr, time::Duration};

use sqlx::{
    Connection as _, PgPool, Postgres, Sqlite, SqlitePool, Transaction,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

pub use sqlx::Error as DbError;

/// Every query text of the program, in the order the linker found them.
#[linkme::distributed_slice]
pub static QUERIES: [QueryText];

#[derive(Clone, Debug)]
pub enum Db {
    Sqlite { read: SqlitePool, write: SqlitePool },
    Postgres(PgPool),
}

pub enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// An answered "accepted" survives a power cut (`synchronous=FULL`).
    Full,
    /// For the demo and tests, whose data may be lost with the machine.
    Relaxed,
}

impl Db {
    /// Opens `postgres://…` or a path to a SQLite file, which is created when missing.
    pub async fn open(url: &str, max_connections: u32, durability: Durability) -> Result<Self, DbError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let options = PgConnectOptions::from_str(url)?
                .application_name("sprachpool")
                .options([
                    ("timezone", "UTC"),
                    ("lock_timeout", "20s"),
                    ("statement_timeout", "30s"),
                    // Our queries take milliseconds; compiling one takes hundreds.
                    ("jit", "off"),
                    // Our texts look things up by keys; planning them anew each time takes as long as running them.
                    ("plan_cache_mode", "force_generic_plan"),
                    // An instance that stands still in the middle of a transaction holds nobody up for long.
                    ("idle_in_transaction_session_timeout", "15s"),
                ]);
            let pool = PgPoolOptions::new()
                .max_connections(max_connections)
                .acquire_timeout(Duration::from_secs(20))
                // Each is tried when it is given back; asking once more is worth a round trip only after a while.
                .test_before_acquire(false)
                .before_acquire(|connection, known| {
                    Box::pin(async move {
                        if known.idle_for > Duration::from_secs(1) {
                            connection.ping().await?;
                        }
                        Ok(true)
                    })
                })
                .connect_with(options)
                .await?;
            return Ok(Db::Postgres(pool));
        }
        let path = Path::new(url.strip_prefix("sqlite:").unwrap_or(url));
        let base = SqliteConnectOptions::new()
            .filename(path)
            .journal_mode(SqliteJournalMode::Wal)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(20))
            // Kibibytes for each connection, taken as they are needed; the usual 2 MB hold no index of a large pool.
            .pragma("cache_size", "-32768")
            // A result of more rows would wait in the middle until the first ones are taken.
            .row_buffer_size(1024)
            .synchronous(match durability {
                Durability::Full => SqliteSynchronous::Full,
                Durability::Relaxed => SqliteSynchronous::Off,
            });
        let write = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(Duration::from_secs(20))
            // A file does not hang up.
            .test_before_acquire(false)
            .connect_with(base.clone().create_if_missing(true))
            .await?;
        let read = SqlitePoolOptions::new()
            .max_connections(max_connections.clamp(1, 8))
            .acquire_timeout(Duration::from_secs(20))
            .test_before_acquire(false)
            .connect_with(base.read_only(true))
            .await?;
        Ok(Db::Sqlite { read, write })
    }

    /// A transaction that may write. SQLite takes its one writer at once (`BEGIN IMMEDIATE`):
    /// a deferred one dies with "database is locked" when it upgrades.
    pub async fn begin(&self) -> Result<Tx, DbError> {
        match self {
            Db::Sqlite { write, .. } => Ok(Tx::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?)),
            Db::Postgres(pool) => Ok(Tx::Postgres(pool.begin().await?)),
        }
    }

    /// A transaction that only reads, on one consistent snapshot.
    pub async fn read(&self) -> Result<Tx, DbError> {
        match self {
            Db::Sqlite { read, .. } => Ok(Tx::Sqlite(read.begin().await?)),
            Db::Postgres(pool) => Ok(Tx::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .await?,
            )),
        }
    }

    pub async fn close(&self) {
        match self {
            Db::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Db::Postgres(pool) => pool.close().await,
        }
    }

    pub fn engine(&self) -> Engine {
        match self {
            Db::Sqlite { .. } => Engine::Sqlite,
            Db::Postgres(_) => Engine::Postgres,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl Tx {
    pub async fn commit(self) -> Result<(), DbError> {
        match self {
            Tx::Sqlite(tx) => tx.commit().await,
            Tx::Postgres(tx) => tx.commit().await,
        }
    }

    pub async fn rollback(self) -> Result<(), DbError> {
        match self {
            Tx::Sqlite(tx) => tx.rollback().await,
            Tx::Postgres(tx) => tx.rollback().await,
        }
    }
}

/// A query: one text for both engines and its parameters.
///
/// ```ignore
/// q!("SELECT name FROM person WHERE id = $1", id).optional::<(String,)>(tx).await?
/// ```
#[macro_export]
macro_rules! q {
    ($text:literal $(, $value:expr)* $(,)?) => {{
        #[linkme::distributed_slice($crate::database::QUERIES)]
        static TEXT: $crate::database::QueryText = $crate::database::QueryText {
            text: $text,
            file: file!(),
            line: line!(),
        };
        $crate::database::Query::new(TEXT.text, vec![$($crate::database::Value::from($value)),*])
    }};
}

/// A plain struct that can be read from a row of either engine, field by column name.
/// (sqlx's derive does the same, but its feature builds both drivers a second time.)
#[macro_export]
macro_rules! row {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$fmeta:meta])* $fvis:vis $field:ident : $type:ty),* $(,)? }) => {
        $(#[$meta])*
        $vis struct $name { $($(#[$fmeta])* $fvis $field: $type),* }

        impl<'r, R: sqlx::Row> sqlx::FromRow<'r, R> for $name
        where
            &'static str: sqlx::ColumnIndex<R>,
            $($type: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,)*
        {
            fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
                Ok(Self { $($field: row.try_get(stringify!($field))?),* })
            }
        }
    };
}

/// A UUID behind a name of its own, so that a volunteer's id never passes for a request's.
#[macro_export]
macro_rules! id_type {
    ($($(#[$meta:meta])* $name:ident),* $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                uuid::Uuid::parse_str(text).map($name)
            }
        }
        impl From<$name> for $crate::database::Value {
            fn from(id: $name) -> Self {
                $crate::database::Value::Uuid(Some(id.0))
            }
        }
        impl From<Option<$name>> for $crate::database::Value {
            fn from(id: Option<$name>) -> Self {
                $crate::database::Value::Uuid(id.map(|id| id.0))
            }
        }
        impl<DB: sqlx::Database> sqlx::Type<DB> for $name
        where
            uuid::Uuid: sqlx::Type<DB>,
        {
            fn type_info() -> DB::TypeInfo {
                <uuid::Uuid as sqlx::Type<DB>>::type_info()
            }
            fn compatible(ty: &DB::TypeInfo) -> bool {
                <uuid::Uuid as sqlx::Type<DB>>::compatible(ty)
            }
        }
        impl<'r, DB: sqlx::Database> sqlx::Decode<'r, DB> for $name
        where
            uuid::Uuid: sqlx::Decode<'r, DB>,
        {
            fn decode(value: DB::ValueRef<'r>) -> Result<Self, sqlx::error::BoxDynError> {
                uuid::Uuid::decode(value).map($name)
            }
        }
    )*};
}
