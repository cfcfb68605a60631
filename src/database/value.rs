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
}

impl Value {
    /// SQLite has no time type: fixed-width UTC text with microseconds sorts as the instants do.
    pub(super) fn sqlite_time(at: DateTime<Utc>) -> String {
        at.trunc_subsecs(6).to_rfc3339_opts(SecondsFormat::Micros, true)
    }

    /// A JSON array for `TEXTS($n)`.
    pub fn texts<S: AsRef<str>>(items: impl IntoIterator<Item = S>) -> Self {
        let items: Vec<String> = items.into_iter().map(|item| item.as_ref().to_owned()).collect();
        Value::Text(Some(serde_json::json!(items).to_string()))
    }

    /// A JSON array for `UUIDS($n)`.
    pub fn uuids(items: impl IntoIterator<Item = Uuid>) -> Self {
        let items: Vec<String> = items.into_iter().map(|id| id.simple().to_string()).collect();
        Value::Text(Some(serde_json::json!(items).to_string()))
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
