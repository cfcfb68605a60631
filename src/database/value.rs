use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, SubsecRound, Utc};
use uuid::Uuid;

/// A parameter of a query, in the few types that both engines store alike.
#[derive(Clone, Debug)]
pub enum Value {
    Text(Option<String>),
    Int(Option<i64>),
    Bool(Option<bool>),
    Uuid(Option<Uuid>),
    Time(Option<DateTime<Utc>>),
    /// A list for `TEXTS($n)`.
    Texts(Vec<String>),
    /// A list for `UUIDS($n)`.
    Uuids(Vec<Uuid>),
}

impl Value {
    /// SQLite has no time type: fixed-width UTC text with microseconds sorts as the instants do.
    pub(super) fn sqlite_time(at: DateTime<Utc>) -> String {
        at.trunc_subsecs(6).to_rfc3339_opts(SecondsFormat::Micros, true)
    }

    /// SQLite has no arrays, but reads JSON.
    pub(super) fn sqlite_texts(items: Vec<String>) -> String {
        serde_json::Value::from(items).to_string()
    }

    /// As [`Self::sqlite_texts`], in hexadecimal.
    pub(super) fn sqlite_ids(items: Vec<Uuid>) -> String {
        Self::sqlite_texts(items.into_iter().map(|id| id.simple().to_string()).collect())
    }

    pub fn texts<S: AsRef<str>>(items: impl IntoIterator<Item = S>) -> Self {
        Value::Texts(items.into_iter().map(|item| item.as_ref().to_owned()).collect())
    }

    pub fn uuids(items: impl IntoIterator<Item = Uuid>) -> Self {
        Value::Uuids(items.into_iter().collect())
    }
}

/// One value of a row that is handed over with many others: see [`Value::rows`].
pub type Cell = serde_json::Value;

/// A row for [`Value::rows`].
pub fn cells<const N: usize>(cells: [Value; N]) -> Cell {
    Cell::Array(cells.into_iter().map(Value::cell).collect())
}

impl Value {
    /// Many rows in one parameter, for `ROWS($n)`: one statement writes them all. Say `r.value ->> 0` for a text,
    /// `CAST(r.value ->> 0 AS BIGINT)` or `AS BOOLEAN` for the others, and a token for ids and instants.
    pub fn rows(rows: Vec<Cell>) -> Self {
        Value::Text(Some(Cell::Array(rows).to_string()))
    }

    /// As both engines read it out of JSON.
    fn cell(self) -> Cell {
        match self {
            Value::Text(value) => value.into(),
            Value::Int(value) => value.into(),
            Value::Bool(value) => value.into(),
            Value::Uuid(value) => value.map(|id| id.simple().to_string()).into(),
            Value::Time(value) => value.map(Self::sqlite_time).into(),
            Value::Texts(items) => items.into(),
            Value::Uuids(items) => Self::sqlite_ids(items).into(),
        }
    }
}

macro_rules! from {
    ($($type:ty => $variant:ident: $convert:expr),* $(,)?) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Value::$variant(Some($convert(value)))
            }
        }
        impl From<Option<$type>> for Value {
            fn from(value: Option<$type>) -> Self {
                Value::$variant(value.map($convert))
            }
        }
    )*};
}

from! {
    String => Text: |v| v,
    &str => Text: str::to_owned,
    &String => Text: |v: &String| v.clone(),
    i64 => Int: |v| v,
    bool => Bool: |v| v,
    Uuid => Uuid: |v| v,
    DateTime<Utc> => Time: |v: DateTime<Utc>| v.trunc_subsecs(6),
    NaiveDate => Text: |v: NaiveDate| v.format("%Y-%m-%d").to_string(),
    NaiveTime => Text: |v: NaiveTime| v.format("%H:%M").to_string(),
}
