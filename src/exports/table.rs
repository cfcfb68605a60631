use chrono::{NaiveDate, NaiveTime};

/// A cell with its own kind, so that office programs can count and sort.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Nothing,
    Text(String),
    Number(i64),
    Day(NaiveDate),
    Time(NaiveTime),
}

/// A heading for each column, and rows of as many cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The file's name, in a fixed language.
    pub code: &'static str,
    /// The sheet's.
    pub name: String,
    pub heads: Vec<String>,
    pub rows: Vec<Vec<Value>>,
}

impl Value {
    /// As Germans write it.
    pub fn text(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.format("%d.%m.%Y").to_string(),
            Self::Time(time) => time.format("%H:%M").to_string(),
        }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        if text.is_empty() {
            Self::Nothing
        } else {
            Self::Text(text)
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        text.unwrap_or_default().into()
    }
}

impl From<Option<i64>> for Value {
    fn from(number: Option<i64>) -> Self {
        number.map_or(Self::Nothing, Self::Number)
    }
}

impl From<Option<NaiveTime>> for Value {
    fn from(time: Option<NaiveTime>) -> Self {
        time.map_or(Self::Nothing, Self::Time)
    }
}
