//! Whether rules fit together, whoever wrote them: a pool's file or a page. Everything is found, not only the first.

mod special;

pub use special::awake_minutes;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use thiserror::Error;

use super::{
    RuleRow,
    kinds::{Codes, Input, Kind, Range},
};

/// One thing that does not fit, and in which field of which rule it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub kind: String,
    pub key: String,
    /// Empty: the rule as a whole.
    pub field: &'static str,
    pub what: Fault,
}

/// The words are for a pool's file; pages have their own.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    #[error("{code:?} is not in {}", super::pool_file::table_of(kind))]
    Unknown { kind: &'static str, code: String },
    #[error("{0:?} is none of those that the service knows")]
    NotKnown(String),
    #[error("{0:?} stands there twice")]
    Twice(String),
    #[error("must be at least {} and at most {}", .0.least, .0.most)]
    OutOfRange(Range),
    #[error("a German name is missing: name.de")]
    GermanMissing,
    #[error("must not be empty")]
    Empty,
    #[error("{0:?} is no time zone")]
    Zone(String),
    #[error("{0:?} must be capital letters A to Z")]
    Prefix(String),
    #[error("this is not a mail address")]
    MailAddress,
    #[error("the first reminder comes before the second one, and that before the task")]
    Reminders,
    #[error("a question needs at least two languages to choose from")]
    TooFewToAsk,
    #[error("{spelling:?} would mean {} and {}", .meanings.0, .meanings.1)]
    Clash {
        spelling: String,
        meanings: (String, String),
    },
    #[error("a language is not its own neighbour")]
    OwnNeighbour,
    #[error("the last day lies before the first")]
    LastBeforeFirst,
    #[error("who is refused must read why and where to go: referral.de")]
    ReferralMissing,
    #[error("leaves less than {0} minutes a day in which anything may be sent")]
    NeverAwake(i64),
    /// Something is missing or cannot be read.
    #[error("{0}")]
    Unreadable(String),
}

impl Fault {
    /// Stable: the key of the words in the locale files.
    pub fn code(&self) -> &'static str {
        match self {
            Fault::Unknown { .. } => "unknown",
            Fault::NotKnown(_) => "not_known",
            Fault::Twice(_) => "twice",
            Fault::OutOfRange(_) => "out_of_range",
            Fault::GermanMissing => "german_missing",
            Fault::Empty => "empty",
            Fault::Zone(_) => "zone",
            Fault::Prefix(_) => "prefix",
            Fault::MailAddress => "mail_address",
            Fault::Reminders => "reminders",
            Fault::TooFewToAsk => "too_few_to_ask",
            Fault::Clash { .. } => "clash",
            Fault::OwnNeighbour => "own_neighbour",
            Fault::LastBeforeFirst => "last_before_first",
            Fault::ReferralMissing => "referral_missing",
            Fault::NeverAwake(_) => "never_awake",
            Fault::Unreadable(_) => "unreadable",
        }
    }
}

/// The rows by kind and key, and what was found so far.
pub(super) struct Check<'a> {
    rows: BTreeMap<&'a str, BTreeMap<&'a str, &'a Value>>,
    found: Vec<Problem>,
}

/// Everything that does not fit.
pub fn problems(rows: &[RuleRow]) -> Vec<Problem> {
    let mut check = Check {
        rows: BTreeMap::new(),
        found: vec![],
    };
    for row in rows {
        let before = check.rows.entry(&row.kind).or_default().insert(&row.key, &row.value);
        check.when(before.is_some(), (&row.kind, &row.key, ""), || {
            Fault::Twice(row.key.clone())
        });
    }
    for row in rows {
        if let Some(kind) = Kind::find(&row.kind) {
            check.fields(kind, &row.key, &row.value);
        }
    }
    special::problems(&mut check);
    if let Err(error) = super::Rules::from_rows(rows) {
        check.unreadable(&error);
    }
    check.found
}

impl<'a> Check<'a> {
    fn when(&mut self, wrong: bool, (kind, key, field): (&str, &str, &'static str), what: impl FnOnce() -> Fault) {
        if wrong {
            self.found.push(Problem {
                kind: kind.to_owned(),
                key: key.to_owned(),
                field,
                what: what(),
            });
        }
    }

    /// Every rule of that kind.
    fn each(&self, kind: &str) -> Vec<(&'a str, &'a Value)> {
        let rows = self.rows.get(kind).into_iter().flatten();
        rows.map(|(key, value)| (*key, *value)).collect()
    }

    fn number(&self, key: &str) -> i64 {
        let row = self.rows.get("number").and_then(|rows| rows.get(key));
        row.and_then(|value| value["value"].as_i64()).unwrap_or_default()
    }

    /// What follows from the description of the kind alone.
    fn fields(&mut self, kind: &Kind, key: &str, value: &Value) {
        for field in kind.fields {
            let place = (kind.code, key, field.name);
            let inside = &value[field.name];
            let number = inside.as_i64();
            if let (Some(range), Some(number)) = (kind.range(key, field), number) {
                self.when(!range.holds(number), place, || Fault::OutOfRange(range));
            }
            match field.input {
                Input::Names { required: true, .. } => {
                    let german = inside["de"].as_str().unwrap_or_default();
                    self.when(german.trim().is_empty(), place, || Fault::GermanMissing);
                }
                Input::Line => {
                    let empty = inside.as_str().is_some_and(|text| text.trim().is_empty());
                    self.when(empty, place, || Fault::Empty);
                }
                Input::One(codes) => self.known(codes, place, inside),
                Input::Many(codes) => {
                    for code in inside.as_array().into_iter().flatten() {
                        self.known(codes, place, code);
                    }
                }
                _ => {}
            }
        }
    }

    fn known(&mut self, codes: Codes, place: (&str, &str, &'static str), code: &Value) {
        let Some(code) = code.as_str() else { return };
        match codes {
            Codes::Of(kind) => {
                let there = self.rows.get(kind).is_some_and(|rows| rows.contains_key(code));
                self.when(!there, place, || Fault::Unknown {
                    kind,
                    code: code.to_owned(),
                });
            }
            Codes::Given(known) => self.when(!known.contains(&code), place, || Fault::NotKnown(code.to_owned())),
        }
    }

    fn unreadable(&mut self, error: &super::RuleError) {
        let (kind, key) = error.place();
        let said: BTreeSet<_> = self.found.iter().map(|problem| (&problem.kind, &problem.key)).collect();
        let news = !said.contains(&(&kind.to_owned(), &key.to_owned()));
        let (kind, key) = (kind.to_owned(), key.to_owned());
        self.when(news, (&kind, &key, ""), || Fault::Unreadable(error.to_string()));
    }
}
