//! The file that `sprachpool pool import` reads: `config/pools/muenster.toml` is the documented example.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Value, json};
use thiserror::Error;

use super::rows::{OLD_LEAD, OLD_NOTICE, late_of};
use super::{
    Ambiguous, Borough, Closure, Dispatch, District, Holiday, Hours, InstitutionKind, Language, Late, Mode, Neighbour,
    Occasion, Pool, QualificationKind, RuleRow, Sector, Topic, TravelByBorough, TravelPair, check,
};
use crate::matching::Weights;

#[derive(Debug, Error)]
pub enum PoolFileError {
    /// Names the line and what was expected.
    #[error("{0}")]
    Syntax(#[from] toml::de::Error),
    #[error("{}", .0.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n"))]
    Problems(Vec<Problem>),
}

/// One thing that does not fit, and where it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{place}: {what}")]
pub struct Problem {
    pub place: String,
    pub what: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PoolFile {
    pool: Pool,
    /// Read as [`Numbers`](super::Numbers) further on, one row each.
    numbers: BTreeMap<String, i64>,
    /// Files from before this table say it in two numbers.
    late: Option<Late>,
    dispatch: Dispatch,
    weights: Weights,
    quiet_hours: Hours,
    languages: BTreeMap<String, Language>,
    #[serde(default)]
    ambiguous: BTreeMap<String, Ambiguous>,
    #[serde(default)]
    neighbours: NeighbourTable,
    boroughs: BTreeMap<String, Borough>,
    districts: BTreeMap<String, District>,
    travel: TravelTable,
    holidays: BTreeMap<NaiveDate, Holiday>,
    #[serde(default)]
    closures: Vec<Closure>,
    qualifications: Vec<QualificationKind>,
    #[serde(default)]
    institution_kinds: Vec<InstitutionKind>,
    sectors: Vec<Sector>,
    topics: Vec<Topic>,
    occasions: Vec<Occasion>,
    modes: Vec<Mode>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct NeighbourTable {
    list: Vec<Neighbour>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TravelTable {
    by_borough: TravelByBorough,
    #[serde(default)]
    pairs: Vec<TravelPair>,
}

/// Reads a pool's file and checks that its rules fit together.
pub fn parse(text: &str) -> Result<Vec<RuleRow>, PoolFileError> {
    let file: PoolFile = toml::from_str(text)?;
    let twice = file.said_twice();
    let rows = file.into_rows();
    let found = check::problems(&rows).into_iter().map(|problem| Problem {
        place: place_of(&rows, &problem),
        what: problem.what.to_string(),
    });
    let problems: Vec<_> = twice.into_iter().chain(found).collect();
    if problems.is_empty() {
        Ok(rows)
    } else {
        Err(PoolFileError::Problems(problems))
    }
}

/// Where a kind stands in the file.
pub(super) fn table_of(kind: &str) -> String {
    match kind {
        "pool" | "late" | "dispatch" | "weights" | "ambiguous" => kind.to_owned(),
        "hours" => "quiet_hours".to_owned(),
        "neighbour" => "neighbours.list".to_owned(),
        "travel" => "travel.by_borough".to_owned(),
        "travel_pair" => "travel.pairs".to_owned(),
        _ => format!("{kind}s"),
    }
}

fn place_of(rows: &[RuleRow], problem: &check::Problem) -> String {
    let (table, key) = (table_of(&problem.kind), problem.key.as_str());
    let mut place = match problem.kind.as_str() {
        "pool" | "late" | "dispatch" | "weights" | "hours" | "travel" => table,
        // What has no name in the file has a number.
        "neighbour" | "travel_pair" | "closure" => {
            let mut of_kind = rows.iter().filter(|row| row.kind == problem.kind);
            let at = of_kind.position(|row| row.key == key);
            at.map_or_else(|| table.clone(), |at| format!("{table}[{at}]"))
        }
        _ if key == "*" => table,
        _ => format!("{table}.{key}"),
    };
    if !problem.field.is_empty() && problem.kind != "number" {
        place = format!("{place}.{}", problem.field);
    }
    place
}

impl PoolFile {
    /// `None`: neither the table nor both of the old numbers.
    fn late(&self) -> Option<Late> {
        let number = |key| self.numbers.get(key).copied();
        self.late
            .clone()
            .or_else(|| Some(late_of(number(OLD_LEAD)?, number(OLD_NOTICE)?)))
    }

    /// Numbers that the table `[late]` says better.
    fn said_twice(&self) -> Vec<Problem> {
        let numbers = [OLD_LEAD, OLD_NOTICE].into_iter();
        numbers
            .filter(|key| self.late.is_some() && self.numbers.contains_key(*key))
            .map(|key| Problem {
                place: format!("numbers.{key}"),
                what: "[late] says this now; take the line out".to_owned(),
            })
            .collect()
    }

    fn into_rows(self) -> Vec<RuleRow> {
        let mut rows = vec![
            RuleRow::new("pool", "pool", &self.pool),
            RuleRow::new("dispatch", "dispatch", &self.dispatch),
            RuleRow::new("weights", "weights", &self.weights),
            RuleRow::new("hours", "quiet", &self.quiet_hours),
            RuleRow::new("travel", "by_borough", &self.travel.by_borough),
        ];
        let mut add = |row: RuleRow| rows.push(row);
        if let Some(late) = self.late() {
            add(RuleRow::new("late", "late", &late));
        }
        self.numbers
            .iter()
            .filter(|(key, _)| ![OLD_LEAD, OLD_NOTICE].contains(&key.as_str()))
            .for_each(|(key, number)| add(RuleRow::new("number", key, &value_of(*number))));
        self.languages
            .iter()
            .for_each(|(code, it)| add(RuleRow::new("language", code, it)));
        self.ambiguous
            .iter()
            .for_each(|(name, it)| add(RuleRow::new("ambiguous", name, it)));
        self.neighbours
            .list
            .iter()
            .for_each(|it| add(RuleRow::new("neighbour", format!("{}>{}", it.from, it.to), it)));
        self.boroughs
            .iter()
            .for_each(|(code, it)| add(RuleRow::new("borough", code, it)));
        self.districts
            .iter()
            .for_each(|(code, it)| add(RuleRow::new("district", code, it)));
        self.travel
            .pairs
            .iter()
            .for_each(|it| add(RuleRow::new("travel_pair", pair_key(it), it)));
        self.holidays
            .iter()
            .for_each(|(date, it)| add(RuleRow::new("holiday", date, it)));
        self.closures
            .iter()
            .for_each(|it| add(RuleRow::new("closure", it.first, it)));
        let mut list = |kind: &str, code: &str, value: Value, at: usize| add(RuleRow::new(kind, code, &value).at(at));
        self.qualifications
            .iter()
            .enumerate()
            .for_each(|(at, it)| list("qualification", &it.code, json!(it), at));
        self.institution_kinds
            .iter()
            .enumerate()
            .for_each(|(at, it)| list("institution_kind", &it.code, json!(it), at));
        self.sectors
            .iter()
            .enumerate()
            .for_each(|(at, it)| list("sector", &it.code, json!(it), at));
        self.topics
            .iter()
            .enumerate()
            .for_each(|(at, it)| list("topic", &it.code, json!(it), at));
        self.occasions
            .iter()
            .enumerate()
            .for_each(|(at, it)| list("occasion", &it.code, json!(it), at));
        self.modes
            .iter()
            .enumerate()
            .for_each(|(at, it)| list("mode", &it.code, json!(it), at));
        rows
    }
}

fn value_of(number: i64) -> Value {
    json!({ "value": number })
}

/// A pair counts in both directions, so it has one key.
fn pair_key(pair: &TravelPair) -> String {
    let (one, other) = (&pair.from, &pair.to);
    format!("{}-{}", one.min(other), one.max(other))
}
