//! docs/data.md, the nightly table and the download say the same.

use std::collections::BTreeSet;

use sprachpool::privacy::{
    data::{LEFT_OUT, TOLD},
    retention::{Rule, STAYS},
};

struct Documented {
    table: String,
    column: String,
    personal: bool,
    deadline: String,
}

fn documented() -> Vec<Documented> {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/data.md")).expect("docs/data.md");
    let (mut found, mut table) = (Vec::new(), String::new());
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("### ") {
            table = heading.trim().to_owned();
        }
        if !line.starts_with("| `") {
            continue;
        }
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        for column in cells[0].split(',') {
            found.push(Documented {
                table: table.clone(),
                column: column.trim().trim_matches('`').to_owned(),
                personal: cells[1] == "yes",
                deadline: cells[3].to_owned(),
            });
        }
    }
    assert!(found.len() > 200, "only {} columns were read", found.len());
    found
}

#[test]
fn every_deadline_has_its_rule_and_every_rule_its_deadline() {
    let promised: BTreeSet<String> = documented()
        .into_iter()
        .filter(|column| column.personal)
        .map(|column| column.deadline)
        .collect();
    let rules = Rule::ALL.iter().flat_map(|rule| rule.deadlines());
    let stays = STAYS.iter().map(|(deadline, _)| deadline);
    let kept: BTreeSet<String> = rules.chain(stays).map(|text| (*text).to_owned()).collect();
    let broken: Vec<_> = promised.difference(&kept).collect();
    assert!(
        broken.is_empty(),
        "promised in docs/data.md, carried out by nothing: {broken:#?}"
    );
    let unknown: Vec<_> = kept.difference(&promised).collect();
    assert!(unknown.is_empty(), "carried out, but not in docs/data.md: {unknown:#?}");
    assert!(STAYS.iter().all(|(_, why)| why.len() > 20));
}

#[test]
fn every_personal_column_is_told_or_left_out_with_a_reason() {
    let left_out = |table: &str, column: &str| {
        LEFT_OUT
            .iter()
            .any(|(what, _)| *what == format!("{table}.*") || *what == format!("{table}.{column}"))
    };
    let told = |table: &str, column: &str| {
        TOLD.iter()
            .any(|(known, columns)| *known == table && columns.contains(&column))
    };
    let mut wrong = Vec::new();
    for one in documented().iter().filter(|one| one.personal) {
        let (table, column) = (one.table.as_str(), one.column.as_str());
        match (told(table, column), left_out(table, column)) {
            (false, false) => wrong.push(format!("{table}.{column} is neither told nor left out")),
            (true, true) => wrong.push(format!("{table}.{column} is told, and left out")),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let all = documented();
    for (what, why) in LEFT_OUT {
        let (table, column) = what.split_once('.').expect("table.column");
        let stands = all
            .iter()
            .any(|one| one.table == table && (column == "*" || one.column == column));
        assert!(stands && why.len() > 20, "{what}: {why}");
    }
}
