use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{Arc, LazyLock, OnceLock, PoisonError, RwLock},
};

use sqlx::{AssertSqlSafe, FromRow, Postgres, Sqlite, postgres::PgRow, sqlite::SqliteRow};

use super::{DbError, Engine, Tx, Value};

#[derive(Clone, Copy, Debug)]
pub struct QueryText {
    pub text: &'static str,
    pub file: &'static str,
    pub line: u32,
}

/// Readable from a row of either engine.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

#[must_use = "a query does nothing until it is run"]
pub struct Query {
    text: &'static str,
    values: Vec<Value>,
}

/// The text as one engine reads it: the tokens of the module's table replaced.
pub fn engine_text(text: &'static str, engine: Engine) -> Cow<'static, str> {
    let mut out = Cow::Borrowed(text);
    for token in [
        "TEXTS(",
        "UUIDS(",
        "ID_TEXT(",
        "TIME_TEXT(",
        "ROWS(",
        "ID_OF(",
        "TIME_OF(",
    ] {
        while let Some(start) = out.find(token) {
            let end = start + out[start..].find(')').expect("a token closes its parenthesis");
            let parameter = out[start + token.len()..end].to_owned();
            let rows = match (engine, token) {
                (Engine::Sqlite, "TEXTS(") => format!("SELECT value FROM json_each({parameter})"),
                (Engine::Sqlite, "UUIDS(") => format!("SELECT unhex(value) FROM json_each({parameter})"),
                (Engine::Sqlite, "ID_TEXT(") => format!("lower(hex({parameter}))"),
                (Engine::Sqlite, "ROWS(") => format!("(SELECT value FROM json_each({parameter}))"),
                (Engine::Sqlite, "ID_OF(") => format!("unhex({parameter})"),
                (Engine::Sqlite, _) => parameter,
                // Of an array PostgreSQL knows, or guesses well, how long it is. JSON it takes for a hundred rows.
                (Engine::Postgres, "TEXTS(") => format!("SELECT unnest(CAST({parameter} AS text[]))"),
                (Engine::Postgres, "UUIDS(") => format!("SELECT unnest(CAST({parameter} AS uuid[]))"),
                (Engine::Postgres, "ID_TEXT(") => format!("CAST({parameter} AS text)"),
                (Engine::Postgres, "ROWS(") => {
                    format!("(SELECT value FROM jsonb_array_elements(CAST({parameter} AS jsonb)))")
                }
                (Engine::Postgres, "ID_OF(") => format!("CAST({parameter} AS uuid)"),
                (Engine::Postgres, "TIME_OF(") => format!("CAST({parameter} AS timestamptz)"),
                (Engine::Postgres, _) => {
                    format!("to_char({parameter} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                }
            };
            out.to_mut().replace_range(start..=end, &rows);
        }
    }
    out
}

/// By where the text lies, its length, and the engine.
type Spelt = HashMap<(usize, usize, Engine), Arc<str>>;

/// The texts as the engines read them: spelt once for each, since they are the same from first to last.
static SPELT: LazyLock<RwLock<Spelt>> = LazyLock::new(RwLock::default);

fn spelt(text: &'static str, engine: Engine) -> Arc<str> {
    // Where it lies says which it is.
    let key = (text.as_ptr().addr(), text.len(), engine);
    let known = SPELT.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
    known.unwrap_or_else(|| {
        let spelt: Arc<str> = engine_text(text, engine).into();
        SPELT
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key, spelt.clone());
        spelt
    })
}

/// Who hears each statement and its parameters before it runs.
type Listener = fn(&'static str, &[Value]);

static LISTENER: OnceLock<Listener> = OnceLock::new();

/// For measuring what a verb says to the database (`benches/accept`). The service itself never listens: parameters
/// hold personal data.
pub fn listen(listener: Listener) {
    // Whoever came first stays.
    let _ = LISTENER.set(listener);
}

macro_rules! run {
    ($self:ident, $tx:ident, $make:ident $(::<$out:ident>)?, $fetch:ident) => {{
        if let Some(listener) = LISTENER.get() {
            listener($self.text, &$self.values);
        }
        match $tx {
            Tx::Sqlite(tx) => {
                let mut query = sqlx::$make::<Sqlite $(, $out)?>(AssertSqlSafe(spelt($self.text, Engine::Sqlite)));
                for value in $self.values {
                    query = match value {
                        Value::Text(v) => query.bind(v),
                        Value::Int(v) => query.bind(v),
                        Value::Bool(v) => query.bind(v),
                        Value::Uuid(v) => query.bind(v),
                        Value::Time(v) => query.bind(v.map(Value::sqlite_time)),
                        Value::Texts(v) => query.bind(Value::sqlite_texts(v)),
                        Value::Uuids(v) => query.bind(Value::sqlite_ids(v)),
                    };
                }
                query.$fetch(&mut **tx).await.map(Into::into)
            }
            Tx::Postgres(tx) => {
                let mut query = sqlx::$make::<Postgres $(, $out)?>(AssertSqlSafe(spelt($self.text, Engine::Postgres)));
                for value in $self.values {
                    query = match value {
                        Value::Text(v) => query.bind(v),
                        Value::Int(v) => query.bind(v),
                        Value::Bool(v) => query.bind(v),
                        Value::Uuid(v) => query.bind(v),
                        Value::Time(v) => query.bind(v),
                        Value::Texts(v) => query.bind(v),
                        Value::Uuids(v) => query.bind(v),
                    };
                }
                query.$fetch(&mut **tx).await.map(Into::into)
            }
        }
    }};
}

impl Query {
    pub fn new(text: &'static str, values: Vec<Value>) -> Self {
        Self { text, values }
    }

    pub async fn all<O: Row>(self, tx: &mut Tx) -> Result<Vec<O>, DbError> {
        run!(self, tx, query_as::<O>, fetch_all)
    }

    pub async fn optional<O: Row>(self, tx: &mut Tx) -> Result<Option<O>, DbError> {
        run!(self, tx, query_as::<O>, fetch_optional)
    }

    /// Exactly one row; none is [`DbError::RowNotFound`].
    pub async fn one<O: Row>(self, tx: &mut Tx) -> Result<O, DbError> {
        self.optional(tx).await?.ok_or(DbError::RowNotFound)
    }

    /// How many rows the statement touched.
    pub async fn execute(self, tx: &mut Tx) -> Result<u64, DbError> {
        let done: RowsAffected = run!(self, tx, query, execute)?;
        Ok(done.0)
    }
}

struct RowsAffected(u64);

impl From<sqlx::sqlite::SqliteQueryResult> for RowsAffected {
    fn from(done: sqlx::sqlite::SqliteQueryResult) -> Self {
        Self(done.rows_affected())
    }
}

impl From<sqlx::postgres::PgQueryResult> for RowsAffected {
    fn from(done: sqlx::postgres::PgQueryResult) -> Self {
        Self(done.rows_affected())
    }
}
