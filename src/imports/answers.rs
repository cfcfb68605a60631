use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::fields::{Code, Doubt};

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
}

/// Every doubt of a table; equal ones are one.
#[derive(Clone, Debug, Default)]
pub struct Doubts {
    pub groups: Vec<Group>,
    at: HashMap<String, usize>,
}

impl Doubts {
    pub fn add(&mut self, key: String, field: &str, doubt: Doubt, row: u32) {
        match self.at.get(&key) {
            Some(at) => {
                let rows = &mut self.groups[*at].rows;
                if rows.last() != Some(&row) {
                    rows.push(row);
                }
            }
            None => {
                self.at.insert(key.clone(), self.groups.len());
                self.groups.push(Group {
                    key,
                    field: field.to_owned(),
                    doubt,
                    rows: vec![row],
                });
            }
        }
    }
}

/// Doubts are equal when they are about the same text in the same field; those about who somebody is never are.
pub fn key(field: &str, code: Code, cell: &str, own_row: Option<u32>) -> String {
    let row = own_row.map(|row| row.to_string()).unwrap_or_default();
    format!("{field}|{}|{row}|{}", code.code(), cell.to_lowercase())
}
