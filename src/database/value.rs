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
