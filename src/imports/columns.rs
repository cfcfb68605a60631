//! Which column is which field: proposed from the headers, corrected by a person, remembered for the next time.

use serde::{Deserialize, Serialize};

use super::{
    Kind,
    words::{self, normal},
};
use crate::settings::Rules;

/// The field of each column; nothing: it is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mapping(pub Vec<Option<String>>);

/// How the field of a qualification begins; its code follows.
pub const QUALIFICATION: &str = "qualification.";

const VOLUNTEERS: [&str; 21] = [
    "name",
    "first_name",
    "last_name",
    "email",
    "phone",
    "phone_consent",
    "locale",
    "gender",
    "birth_year",
    "languages",
    "german",
    "home_district",
    "districts",
    "sectors",
    "modes",
    "travel_minutes",
    "weekly_cap",
    "availability",
    "absences",
    "state",
    "offer_cap",
];
const INSTITUTIONS: [&str; 14] = [
    "institution",
    "institution_kind",
    "sector",
    "institution_state",
    "site",
    "address",
    "street",
    "postcode",
    "city",
    "district",
    "contact",
    "email",
    "phone",
    "locale",
];
const APPOINTMENTS: [&str; 16] = [
    "reference",
    "date",
    "start",
    "end",
    "minutes",
    "institution",
    "site",
    "language",
    "occasion",
    "mode",
    "volunteer",
    "volunteer_email",
    "outcome",
    "real_start",
    "real_end",
    "filed_on",
];
/// Several columns may say these together: "Muttersprache" and "weitere Sprachen".
const TOGETHER: [&str; 5] = ["languages", "districts", "sectors", "availability", "modes"];

/// Every field that a column can be, in the order of the form.
pub fn fields(kind: Kind, rules: &Rules) -> Vec<String> {
    let own: &[&str] = match kind {
        Kind::Volunteers => &VOLUNTEERS,
        Kind::Institutions => &INSTITUTIONS,
        Kind::Appointments => &APPOINTMENTS,
    };
    let mut fields: Vec<String> = own.iter().map(|field| (*field).to_owned()).collect();
    if kind == Kind::Volunteers {
        let shown = rules
            .qualifications()
            .iter()
            .map(|one| format!("{QUALIFICATION}{}", one.code));
        fields.extend(shown);
    }
    fields
}

pub fn is_known(kind: Kind, rules: &Rules, header: &str) -> bool {
    guess(kind, rules, header).is_some()
}

/// Each field once, at the first column that looks like it.
pub fn propose(kind: Kind, rules: &Rules, headers: &[String]) -> Mapping {
    let mut taken: Vec<String> = Vec::new();
    let mut of = |header: &String| {
        let field = guess(kind, rules, header)?;
        let free = TOGETHER.contains(&field.as_str()) || !taken.contains(&field);
        taken.push(field.clone());
        free.then_some(field)
    };
    let mut mapping = Mapping(headers.iter().map(&mut of).collect());
    let has = |field: &str| mapping.0.iter().flatten().any(|known| known == field);
    // "Name" beside "Vorname" is the family's.
    if has("name") && has("first_name") && !has("last_name") {
        for field in mapping.0.iter_mut().flatten().filter(|field| *field == "name") {
            *field = "last_name".to_owned();
        }
    }
    mapping
}

fn guess(kind: Kind, rules: &Rules, header: &str) -> Option<String> {
    if header.is_empty() {
        return None;
    }
    if kind == Kind::Volunteers {
        let wanted = normal(header);
        let named = |one: &&crate::settings::QualificationKind| {
            one.name.iter().any(|(_, name)| {
                let rest = wanted.strip_prefix(normal(name).as_str());
                rest.is_some_and(|rest| rest.is_empty() || words::code("qualification", rest).is_some())
            })
        };
        if let Some(one) = rules.qualifications().iter().find(named) {
            return Some(format!("{QUALIFICATION}{}", one.code));
        }
    }
    words::field(kind, header).map(str::to_owned)
}

/// What is wrong with a mapping: a code and the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Without it no row can be read.
    Missing(&'static str),
    Twice(String),
}

pub fn problems(kind: Kind, mapping: &Mapping) -> Vec<Problem> {
    let count = |field: &str| mapping.0.iter().flatten().filter(|known| *known == field).count();
    let needed: &[&'static str] = match kind {
        Kind::Volunteers => &["name", "email", "languages"],
        Kind::Institutions => &["institution"],
        Kind::Appointments => &["date", "start", "institution", "language"],
    };
    let there = |field: &str| count(field) > 0 || (field == "name" && count("last_name") > 0);
    let missing = needed
        .iter()
        .filter(|field| !there(field))
        .map(|field| Problem::Missing(field));
    let mut seen: Vec<&String> = Vec::new();
    let mut twice = Vec::new();
    for field in mapping.0.iter().flatten() {
        if seen.contains(&field) && !TOGETHER.contains(&field.as_str()) {
            twice.push(Problem::Twice(field.clone()));
        }
        seen.push(field);
    }
    missing.chain(twice).collect()
}

/// What two tables have in common whose columns mean the same.
pub fn signature(headers: &[String]) -> String {
    let names: Vec<String> = headers.iter().map(|header| normal(header)).collect();
    names.join("|")
}

impl Mapping {
    /// The columns of a field.
    pub fn columns(&self, field: &str) -> impl Iterator<Item = usize> {
        let columns = self.0.iter().enumerate();
        columns
            .filter(move |(_, known)| known.as_deref() == Some(field))
            .map(|(column, _)| column)
    }

    pub fn has(&self, field: &str) -> bool {
        self.columns(field).next().is_some()
    }
}
