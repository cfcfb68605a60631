//! Where a pool works: districts, and how long it takes between them.

use serde_json::{Value, json};
use sprachpool::settings::{RuleRow, Rules, pool_file};

use super::chance::Chance;

/// What kind of pool it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One city: everybody reaches every district.
    City,
    /// Towns around each other: an hour takes one to the neighbouring ones.
    Region,
}

pub struct Land {
    pub kind: Kind,
    /// Numbers of the districts, by borough.
    pub boroughs: Vec<Vec<String>>,
    /// How many people live in each borough, in parts of all.
    weights: Vec<f64>,
    pub rules: Rules,
    pub rows: Vec<RuleRow>,
}

impl Land {
    /// A grid of boroughs; each touches those around it.
    pub fn new(kind: Kind, (across, down): (usize, usize), districts: usize) -> Self {
        let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/config/pools/muenster.toml"));
        let mut rows = pool_file::parse(&text.expect("the model city's rules")).expect("they are whole");
        rows.retain(|row| !matches!(row.kind.as_str(), "borough" | "district" | "travel" | "travel_pair"));
        let count = across * down;
        let boroughs: Vec<Vec<String>> = (0..count)
            .map(|borough| {
                let own = districts * (borough + 1) / count - districts * borough / count;
                (0..own).map(|at| format!("{:02}{at:02}", borough + 10)).collect()
            })
            .collect();
        for (at, codes) in boroughs.iter().enumerate() {
            let around: Vec<String> = (0..count)
                .filter(|other| *other != at && near(at % across, other % across) && near(at / across, other / across))
                .map(code)
                .collect();
            let borough = json!({"name": format!("Kreis {at}"), "neighbours": around});
            rows.push(row("borough", code(at), borough));
            for district in codes {
                let value = json!({"name": format!("Ort {district}"), "borough": code(at)});
                rows.push(row("district", district.clone(), value));
            }
        }
        let minutes = match kind {
            Kind::City => json!({"same_district": 10, "same_borough": 15, "neighbouring_borough": 25, "across": 35}),
            Kind::Region => json!({"same_district": 15, "same_borough": 30, "neighbouring_borough": 55, "across": 120}),
        };
        rows.push(row("travel", "by_borough".to_owned(), minutes));
        // A third of the boroughs hold two thirds of the people.
        let weights = (0..count).map(|at| if at % 3 == 0 { 4.0 } else { 1.0 }).collect();
        Self {
            kind,
            boroughs,
            weights,
            rules: Rules::from_rows(&rows).expect("the rules are whole"),
            rows,
        }
    }

    /// Where somebody lives, or an institution is: borough and district.
    pub fn somewhere(&self, chance: &mut Chance) -> (usize, &str) {
        let borough = chance.weighted(&self.weights);
        (borough, chance.one_of::<String>(&self.boroughs[borough]).as_str())
    }
}

fn row(kind: &str, key: String, value: Value) -> RuleRow {
    RuleRow {
        kind: kind.to_owned(),
        key,
        value,
    }
}

fn near(a: usize, b: usize) -> bool {
    a.abs_diff(b) <= 1
}

fn code(borough: usize) -> String {
    format!("b{borough}")
}
