//! One row, field by field. What is in doubt is looked up among the answers, else asked.

use crate::imports::{
    Kind,
    answers::{Answer, Answers, Doubts, for_all, key},
    columns::Mapping,
    fields::{self, Code, Context, Doubt, Parsed},
    reading::{Cell, Row},
};

/// Pages show no more of a name.
const LONGEST_NAME: usize = 60;

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
    pub kind: Kind,
    pub row: &'a Row,
    pub mapping: &'a Mapping,
    pub context: Context<'a>,
    pub answers: &'a Answers,
    /// Asked if the row counts after all.
    pub asked: Vec<(String, String, Doubt)>,
    /// A person has said that this row does not count.
    pub left_out: bool,
    /// … because the pool has it, or because an earlier row says it.
    pub again: Option<Again>,
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
        self.ask(field, doubt, need.own, |text| parse(&Cell::text(text)))
    }

    pub fn ask<T>(&mut self, field: &str, doubt: Doubt, own: bool, parse: impl Fn(&str) -> Parsed<T>) -> Option<T> {
        let key = key(field, doubt.code, &doubt.cell, own.then_some(self.row.number));
        let for_all = (doubt.code == Code::Missing && own).then(|| for_all(field));
        let answer = self.answers.get(&key).or_else(|| self.answers.get(&for_all?));
        match answer {
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
    pub fn end(mut self, doubts: &mut Doubts) -> bool {
        if !self.left_out {
            let about = if self.asked.is_empty() {
                String::new()
            } else {
                self.about()
            };
            for asked in std::mem::take(&mut self.asked) {
                doubts.add(asked, self.row.number, &about);
            }
        }
        self.left_out
    }

    /// Whom the row is about, as it stands there.
    fn about(&self) -> String {
        let fields: &[&str] = match self.kind {
            Kind::Volunteers if self.mapping.has("last_name") => &["first_name", "last_name"],
            Kind::Volunteers => &["name"],
            Kind::Institutions => &["institution"],
            Kind::Appointments => &["date", "institution"],
        };
        let words: Vec<String> = fields.iter().map(|field| self.cell(field).shown()).collect();
        let clean = words.join(" ").replace(['\n', '\r'], " ");
        let clean = clean.chars().filter(|c| !fields::misleads(*c));
        clean.take(LONGEST_NAME).collect::<String>().trim().to_owned()
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

/// Why a row is left out without being unwanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    InPool,
    InFile,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Same {
    Same,
    Different,
}
