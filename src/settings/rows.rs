use std::collections::BTreeMap;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use thiserror::Error;

use super::{Late, LateRequests, Notice};

/// One rule as the table holds it: `language/prs`, `district/11`, `number/max_hours`. The value is a JSON object.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleRow {
    pub kind: String,
    pub key: String,
    pub value: Value,
}

#[derive(Debug, Error)]
pub enum RuleError {
    #[error("the rule {kind}/{key} is missing")]
    Missing { kind: String, key: String },
    #[error("the rule {kind}/{key} cannot be read: {reason}")]
    Broken { kind: String, key: String, reason: String },
}

impl RuleError {
    /// Kind and key of the rule; `*`: of all of them together.
    pub fn place(&self) -> (&str, &str) {
        match self {
            RuleError::Missing { kind, key } | RuleError::Broken { kind, key, .. } => (kind, key),
        }
    }
}

/// Every kind that the pool's file may hold.
pub(super) const KINDS: [&str; 21] = [
    "pool",
    "number",
    "late",
    "dispatch",
    "weights",
    "hours",
    "language",
    "ambiguous",
    "neighbour",
    "borough",
    "district",
    "travel",
    "travel_pair",
    "holiday",
    "closure",
    "qualification",
    "institution_kind",
    "sector",
    "topic",
    "occasion",
    "mode",
];

/// The numbers that [`Late`] has replaced.
pub(super) const OLD_LEAD: &str = "lead_working_days";
pub(super) const OLD_NOTICE: &str = "institution_notice_hours";

/// What they meant.
pub(super) fn late_of(days: i64, hours: i64) -> Late {
    Late {
        request: Notice::WorkingDays(days),
        later_requests: LateRequests::Try,
        cancellation: Notice::Hours(hours),
    }
}

/// Where a list's order is kept, since rows have none.
pub(super) const POSITION: &str = "position";

impl RuleRow {
    pub(super) fn new(kind: &str, key: impl ToString, value: &impl Serialize) -> Self {
        let value = serde_json::to_value(value).expect("rules are plain structs");
        Self {
            kind: kind.to_owned(),
            key: key.to_string(),
            value,
        }
    }

    pub(super) fn at(mut self, position: usize) -> Self {
        if let Value::Object(fields) = &mut self.value {
            fields.insert(POSITION.to_owned(), json!(position));
        }
        self
    }
}

/// Rows sorted by kind, to be read into structs.
pub(super) struct Shelf<'a>(BTreeMap<&'a str, BTreeMap<&'a str, &'a Value>>);

impl<'a> Shelf<'a> {
    pub fn new(rows: &'a [RuleRow]) -> Self {
        let mut shelf: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for row in rows {
            shelf
                .entry(row.kind.as_str())
                .or_default()
                .insert(row.key.as_str(), &row.value);
        }
        Self(shelf)
    }

    pub fn one<T: DeserializeOwned>(&self, kind: &str, key: &str) -> Result<T, RuleError> {
        let value = self.0.get(kind).and_then(|rows| rows.get(key));
        let missing = || RuleError::Missing {
            kind: kind.to_owned(),
            key: key.to_owned(),
        };
        read(kind, key, value.copied().ok_or_else(missing)?.clone())
    }

    pub fn map<T: DeserializeOwned>(&self, kind: &str) -> Result<BTreeMap<String, T>, RuleError> {
        self.each(kind)
            .map(|(key, value)| Ok((key.to_owned(), read(kind, key, value.clone())?)))
            .collect()
    }

    /// In the order of the file.
    pub fn list<T: DeserializeOwned>(&self, kind: &str) -> Result<Vec<T>, RuleError> {
        let mut items: Vec<(i64, T)> = self
            .each(kind)
            .map(|(key, value)| {
                let mut value = value.clone();
                let position = value.as_object_mut().and_then(|fields| fields.remove(POSITION));
                Ok((
                    position.and_then(|p| p.as_i64()).unwrap_or(i64::MAX),
                    read(kind, key, value)?,
                ))
            })
            .collect::<Result<_, RuleError>>()?;
        items.sort_by_key(|(position, _)| *position);
        Ok(items.into_iter().map(|(_, item)| item).collect())
    }

    /// The `value` of every row of a kind, together as one struct.
    pub fn fields<T: DeserializeOwned>(&self, kind: &str) -> Result<T, RuleError> {
        let fields = self
            .each(kind)
            .filter(|(key, _)| ![OLD_LEAD, OLD_NOTICE].contains(key))
            .map(|(key, value)| (key.to_owned(), value["value"].clone()))
            .collect();
        read(kind, "*", Value::Object(fields))
    }

    /// What counts as late. Pools whose rules are older than that kind said it in two numbers.
    pub fn late(&self) -> Result<Late, RuleError> {
        let number = |key: &str| self.0.get("number")?.get(key)?["value"].as_i64();
        match (number(OLD_LEAD), number(OLD_NOTICE)) {
            (Some(days), Some(hours)) if !self.0.contains_key("late") => Ok(late_of(days, hours)),
            _ => self.one("late", "late"),
        }
    }

    fn each(&self, kind: &str) -> impl Iterator<Item = (&'a str, &'a Value)> {
        self.0
            .get(kind)
            .into_iter()
            .flatten()
            .map(|(key, value)| (*key, *value))
    }
}

fn read<T: DeserializeOwned>(kind: &str, key: &str, value: Value) -> Result<T, RuleError> {
    serde_json::from_value(value).map_err(|error| RuleError::Broken {
        kind: kind.to_owned(),
        key: key.to_owned(),
        reason: error.to_string(),
    })
}
