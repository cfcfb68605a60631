//! What a rule of each kind is made of: one small description, from which its form, its words and most of its checks
//! follow. A new kind of rule gets its line in [`KINDS`], and the keys `rules-kind-…` and `rules-field-…` in the
//! locale files.

mod table;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

pub use table::KINDS;

/// Kinds that belong together, in the order of the overview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    Languages,
    Places,
    Work,
    Asking,
    Days,
    Pool,
}

impl Area {
    pub const ALL: [Area; 6] = [
        Area::Languages,
        Area::Work,
        Area::Places,
        Area::Days,
        Area::Asking,
        Area::Pool,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Area::Languages => "languages",
            Area::Places => "places",
            Area::Work => "work",
            Area::Asking => "asking",
            Area::Days => "days",
            Area::Pool => "pool",
        }
    }
}

/// What a rule of a kind is called in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Given by the program: such a rule is changed, never added or ended.
    Given,
    /// A short code that a person thinks of once: `kita`, `11`.
    Code,
    /// A BCP 47 code.
    Language,
    /// As people say it.
    Name,
    Day,
    /// Two fields, `from` and `to`, with this between them.
    Pair {
        between: char,
        either_direction: bool,
    },
    /// One of the fields.
    Of(&'static str),
}

pub struct Kind {
    pub code: &'static str,
    pub area: Area,
    pub key: Key,
    /// Stands in a list whose order people see.
    pub ordered: bool,
    pub fields: &'static [Field],
    canonical: fn(Value) -> Result<Value, serde_json::Error>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// In the value's JSON, and in the form.
    pub name: &'static str,
    pub input: Input,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Input {
    /// One line, never empty.
    Line,
    /// In each locale; German has to be there if `required`.
    Names {
        required: bool,
        long: bool,
    },
    /// One in each line.
    Spellings,
    Number(Range),
    /// As `Number`; empty means that there is none.
    NumberOrNone(Range),
    /// The one number of a rule `number`: [`Range::of_number`] tells by its key.
    PoolNumber,
    Flag,
    One(Codes),
    Many(Codes),
    Day,
    Time,
    /// A way of asking, "rolling:3".
    Policy,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codes {
    /// Keys of the rules of that kind.
    Of(&'static str),
    /// Of the program.
    Given(&'static [&'static str]),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub unit: Unit,
    pub least: i64,
    pub most: i64,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Minutes,
    Hours,
    WakingHours,
    WakingMinutes,
    Days,
    WorkingDays,
    Months,
    Year,
    Percent,
    Points,
    Offers,
    Waves,
    Place,
    Other,
}

impl Unit {
    pub fn code(self) -> &'static str {
        match self {
            Unit::Minutes => "minutes",
            Unit::Hours => "hours",
            Unit::WakingHours => "waking_hours",
            Unit::WakingMinutes => "waking_minutes",
            Unit::Days => "days",
            Unit::WorkingDays => "working_days",
            Unit::Months => "months",
            Unit::Year => "year",
            Unit::Percent => "percent",
            Unit::Points => "points",
            Unit::Offers => "offers",
            Unit::Waves => "waves",
            Unit::Place => "place",
            Unit::Other => "other",
        }
    }
}

impl Range {
    pub const fn new(unit: Unit, least: i64, most: i64) -> Self {
        Self { unit, least, most }
    }

    pub fn holds(self, number: i64) -> bool {
        (self.least..=self.most).contains(&number)
    }

    /// Numbers that belong together stand together.
    pub fn place_of_number(key: &str) -> usize {
        let known = table::NUMBERS.iter().position(|(known, _)| *known == key);
        known.unwrap_or(table::NUMBERS.len())
    }

    /// What a rule `number/KEY` may be. One that is not listed is not wrong, only without a unit.
    pub fn of_number(key: &str) -> Self {
        table::NUMBERS
            .iter()
            .find(|(known, _)| *known == key)
            .map_or(Range::new(Unit::Other, 0, 100_000), |(_, range)| *range)
    }
}

impl Kind {
    pub fn find(code: &str) -> Option<&'static Kind> {
        KINDS.iter().find(|kind| kind.code == code)
    }

    pub fn may_be_added(&self) -> bool {
        self.key != Key::Given
    }

    /// Whether the field is part of what the rule is called, so that it never changes.
    pub fn is_in_key(&self, field: &str) -> bool {
        match self.key {
            Key::Pair { .. } => matches!(field, "from" | "to"),
            Key::Of(of) => field == of,
            _ => false,
        }
    }

    /// The range of a field that holds a number.
    pub fn range(&self, key: &str, field: &Field) -> Option<Range> {
        match field.input {
            Input::Number(range) | Input::NumberOrNone(range) => Some(range),
            Input::PoolNumber => Some(Range::of_number(key)),
            _ => None,
        }
    }

    /// The value as it is stored, whoever wrote it: a file or a form. An error says that it is none of this kind.
    pub fn canonical(&self, value: &Value) -> Result<Value, serde_json::Error> {
        let mut plain = value.clone();
        let position = plain
            .as_object_mut()
            .and_then(|fields| fields.remove(super::rows::POSITION));
        let mut read = (self.canonical)(plain)?;
        if let (Some(position), Some(fields)) = (position, read.as_object_mut()) {
            fields.insert(super::rows::POSITION.to_owned(), position);
        }
        Ok(read)
    }
}

/// Reads strictly and writes again.
fn typed<T: DeserializeOwned + Serialize>(value: Value) -> Result<Value, serde_json::Error> {
    serde_json::to_value(serde_json::from_value::<T>(value)?)
}
