use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::fields::{Code, Doubt};

/// So many rows are named; pages show no more.
const NAMED: usize = 3;

/// More questions of one sort than this are one question.
const MOST_ALIKE: usize = 25;

/// What a person says to a doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "value", rename_all = "snake_case")]
pub enum Answer {
    /// This is meant; read as if it stood there.
    Value(String),
    /// Nothing is taken from this cell.
    Empty,
    /// The row, or every row with this doubt, is left out.
    LeaveOut,
}

/// By the doubt's key.
pub type Answers = HashMap<String, Answer>;

/// The rows that have the same doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub key: String,
    pub field: String,
    pub doubt: Doubt,
    pub rows: Vec<u32>,
    /// Whom or what the first of these rows are about.
    pub about: Vec<String>,
}

/// Every doubt of a table; equal ones are one.
#[derive(Clone, Debug, Default)]
pub struct Doubts {
    pub groups: Vec<Group>,
    at: HashMap<String, usize>,
}

impl Doubts {
    pub fn add(&mut self, (key, field, doubt): (String, String, Doubt), row: u32, about: &str) {
        match self.at.get(&key) {
            Some(at) => {
                let group = &mut self.groups[*at];
                if group.rows.last() != Some(&row) {
                    group.take(row, about);
                }
            }
            None => {
                self.at.insert(key.clone(), self.groups.len());
                self.groups.push(Group {
                    key,
                    field,
                    doubt,
                    rows: vec![row],
                    about: vec![about.to_owned()],
                });
            }
        }
    }

    /// What is missing is asked of each person; where too many lack the same, one answer does for all of them.
    pub fn joined(self) -> Vec<Group> {
        let of_its_own = |group: &Group| {
            let missing = group.doubt.code == Code::Missing && !group.doubt.choices.is_empty();
            let own = || {
                key(
                    &group.field,
                    Code::Missing,
                    &group.doubt.cell,
                    group.rows.first().copied(),
                )
            };
            missing && group.key == own()
        };
        let mut counted: HashMap<String, usize> = HashMap::new();
        for group in self.groups.iter().filter(|group| of_its_own(group)) {
            *counted.entry(group.field.clone()).or_default() += 1;
        }
        let mut joined: Vec<Group> = Vec::with_capacity(self.groups.len());
        let mut at: HashMap<String, usize> = HashMap::new();
        for mut group in self.groups {
            if !of_its_own(&group) || counted.get(&group.field).is_none_or(|count| *count <= MOST_ALIKE) {
                joined.push(group);
                continue;
            }
            if let Some(at) = at.get(&group.field) {
                let all = &mut joined[*at];
                for row in group.rows {
                    if all.rows.last() != Some(&row) {
                        all.take(row, group.about.first().map_or("", String::as_str));
                    }
                }
                continue;
            }
            at.insert(group.field.clone(), joined.len());
            group.key = for_all(&group.field);
            group.doubt.cell = String::new();
            group.doubt.may_be_empty = false;
            joined.push(group);
        }
        joined
    }
}

impl Group {
    fn take(&mut self, row: u32, about: &str) {
        self.rows.push(row);
        if self.about.len() < NAMED {
            self.about.push(about.to_owned());
        }
    }
}

/// The key of what is missing in every row.
pub fn for_all(field: &str) -> String {
    key(field, Code::Missing, "", None)
}

/// Doubts are equal when they are about the same text in the same field; those about who somebody is never are.
pub fn key(field: &str, code: Code, cell: &str, own_row: Option<u32>) -> String {
    let row = own_row.map(|row| row.to_string()).unwrap_or_default();
    format!("{field}|{}|{row}|{}", code.code(), cell.to_lowercase())
}
