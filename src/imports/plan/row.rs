//! One row, field by field. What is in doubt is looked up among the answers, else asked.

use crate::imports::{
    answers::{Answer, Answers, Doubts, key},
    columns::Mapping,
    fields::{Code, Context, Doubt, Parsed},
    reading::{Cell, Row},
};

/// What a field needs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Need<'a> {
    pub required: bool,
    /// The answer is about this row alone: no two people have the same name by chance of an empty cell.
    pub own: bool,
    /// What can be answered where nothing stands.
    pub choices: &'a [&'a str],
    pub proposal: Option<&'a str>,
}

pub const OPTIONAL: Need<'static> = Need {
    required: false,
    own: false,
    choices: &[],
    proposal: None,
};
pub const OWN: Need<'static> = Need {
    required: true,
    own: true,
    ..OPTIONAL
};

pub struct Reader<'a> {
    pub row: &'a Row,
    pub mapping: &'a Mapping,
    pub context: Context<'a>,
    pub answers: &'a Answers,
    /// Asked if the row counts after all.
    pub asked: Vec<(String, String, Doubt)>,
    /// A person has said that this row does not count.
    pub left_out: bool,
    /// Something has to be answered first.
    pub open: bool,
}

impl Reader<'_> {
    pub fn number(&self) -> u32 {
        self.row.number
    }

    /// Of several columns of a field the texts together.
    pub fn cell(&self, field: &str) -> Cell {
        let cells = self
            .mapping
            .columns(field)
            .filter_map(|column| self.row.cells.get(column));
        let mut cells = cells.filter(|cell| !cell.is_empty());
        let Some(first) = cells.next() else {
            return Cell::Empty;
        };
        let rest: Vec<String> = cells.map(Cell::shown).collect();
        if rest.is_empty() {
            return first.clone();
        }
        Cell::Text(format!("{}\n{}", first.shown(), rest.join("\n")))
    }

    pub fn read<T>(&mut self, field: &str, need: Need<'_>, parse: impl Fn(&Cell) -> Parsed<T>) -> Option<T> {
        let cell = self.cell(field);
        self.value(field, need, &cell, parse)
    }

    /// A cell, or a part of one.
    pub fn value<T>(
        &mut self,
        field: &str,
        need: Need<'_>,
        cell: &Cell,
        parse: impl Fn(&Cell) -> Parsed<T>,
    ) -> Option<T> {
        let mut doubt = match parse(cell) {
            Ok(Some(value)) => return Some(value),
            Ok(None) if !need.required => return None,
            Ok(None) => {
                let proposal = need.proposal.map(str::to_owned);
                Doubt::new(Code::Missing, "").choose(need.choices).maybe(proposal)
            }
            Err(doubt) => doubt,
        };
        doubt.may_be_empty = !need.required;
        // Where the whole column is missing, one answer does for all.
        let own = need.own && (doubt.code != Code::Missing || self.mapping.has(field) || need.choices.is_empty());
        self.ask(field, doubt, own, |text| parse(&Cell::text(text)))
    }

    pub fn ask<T>(&mut self, field: &str, doubt: Doubt, own: bool, parse: impl Fn(&str) -> Parsed<T>) -> Option<T> {
        let key = key(field, doubt.code, &doubt.cell, own.then_some(self.row.number));
        match self.answers.get(&key) {
            Some(Answer::Value(text)) => {
                if let Ok(Some(value)) = parse(text) {
                    return Some(value);
                }
            }
            Some(Answer::Empty) if doubt.may_be_empty => return None,
            Some(Answer::LeaveOut) => {
                self.left_out = true;
                return None;
            }
            Some(Answer::Empty) | None => {}
        }
        self.open = true;
        self.asked.push((key, field.to_owned(), doubt));
        None
    }

    /// A row that is left out asks nothing.
    pub fn end(self, doubts: &mut Doubts) -> bool {
        if !self.left_out {
            for (key, field, doubt) in self.asked {
                doubts.add(key, &field, doubt, self.row.number);
            }
        }
        self.left_out
    }

    /// Whether two are the same, said by a person. `None`: not said yet, or this row does not count.
    pub fn same(&mut self, doubt: Doubt) -> Option<Same> {
        let mut doubt = doubt;
        doubt.may_be_empty = false;
        self.ask("row", doubt, true, |text| {
            Ok(match text {
                "same" => Some(Same::Same),
                "different" => Some(Same::Different),
                _ => None,
            })
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Same {
    Same,
    Different,
}
