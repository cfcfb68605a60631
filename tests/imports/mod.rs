//! Tables of office programs, made by office programs (`files/make.py`).

mod again;
mod bad;
mod beside;
mod cells;
mod files;
pub mod flow;
mod long;
mod pages;
mod reading;
mod review;
mod words;

use std::collections::HashMap;

use chrono::NaiveDate;
use sprachpool::{
    imports::{
        self, Kind,
        answers::{Answer, Answers, Group},
        columns,
        fields::Context,
        plan::{self, Known, Plan},
    },
    settings::{Rules, pool_file},
};

pub fn bytes(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/imports/files/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).expect("make.py made it")
}

pub fn rules() -> Rules {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/config/pools/muenster.toml"));
    Rules::from_rows(&pool_file::parse(&text.expect("it is there")).expect("it is right")).expect("they are whole")
}

/// The same day as in the scenarios.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, 1).expect("a day")
}

/// Read, with the columns that are proposed.
pub fn planned(file: &[u8], kind: Kind, known: &Known, answers: &Answers) -> Plan {
    let rules = rules();
    let opened = imports::open(file).expect("it can be read");
    let sheet = opened.likely_sheet(kind, &rules);
    let table = opened.table(kind, &rules, sheet).expect("it has a table");
    let mapping = columns::propose(kind, &rules, &table.headers);
    let context = Context {
        rules: &rules,
        today: today(),
    };
    plan::plan(kind, table.rows, &mapping, (context, known, answers), &mut || {})
}

/// "languages ambiguous «Kurdisch» 5,7 -> ?"
pub fn shown(group: &Group) -> String {
    let rows: Vec<String> = group.rows.iter().map(u32::to_string).collect();
    format!(
        "{} {} «{}» {} -> {}",
        group.field,
        group.doubt.code.code(),
        group.doubt.cell,
        rows.join(","),
        group.doubt.proposal.as_deref().unwrap_or("?")
    )
}

pub fn doubts(plan: &Plan) -> Vec<String> {
    plan.doubts.iter().map(shown).collect()
}

/// Every proposal; what has none as the table says, by field and cell; the rest left out.
pub fn answered(plan: &Plan, own: &[(&str, &str, &str)]) -> Answers {
    let mut answers = HashMap::new();
    for group in &plan.doubts {
        let said = own
            .iter()
            .find(|(field, cell, _)| *field == group.field && *cell == group.doubt.cell);
        let answer = match (said, &group.doubt.proposal) {
            (Some((_, _, value)), _) => Answer::Value((*value).to_owned()),
            (None, Some(proposal)) => Answer::Value(proposal.clone()),
            (None, None) => Answer::LeaveOut,
        };
        answers.insert(group.key.clone(), answer);
    }
    answers
}
