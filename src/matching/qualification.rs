//! What a volunteer has to have shown, valid on the day itself.

use chrono::NaiveDate;

use super::{
    candidate::{Candidate, HeldQualification},
    reason::{QualificationProblem, Reason},
    wanted::{NeededQualification, Slot, Wanted},
};

pub(super) fn check(wanted: &Wanted, slot: &Slot, candidate: &Candidate, reasons: &mut Vec<Reason>) {
    let problems = qualification_problems(
        &wanted.qualifications,
        &candidate.qualifications,
        candidate.birth_year,
        slot.last_day(),
    );
    let found = problems.into_iter();
    reasons.extend(found.map(|(kind, problem)| Reason::Qualification { kind, problem }));
}

/// What is asked of somebody born in that year, and does not count on that day.
pub fn qualification_problems(
    needed: &[NeededQualification],
    held: &[HeldQualification],
    birth_year: Option<i32>,
    day: NaiveDate,
) -> Vec<(String, QualificationProblem)> {
    needed
        .iter()
        .filter(|needed| needed.is_asked_of(birth_year))
        .filter_map(|needed| Some((needed.kind.clone(), problem(held, &needed.kind, day)?)))
        .collect()
}

impl NeededQualification {
    pub fn is_asked_of(&self, birth_year: Option<i32>) -> bool {
        match (self.born_after, birth_year) {
            (Some(year), Some(born)) => born > year,
            (None, _) | (_, None) => true,
        }
    }
}

/// Of several of a kind the longest valid counts.
fn problem(held: &[HeldQualification], kind: &str, day: NaiveDate) -> Option<QualificationProblem> {
    let held = held.iter().filter(|held| held.kind == kind);
    let last_day = held.map(|held| held.valid_until.unwrap_or(NaiveDate::MAX)).max();
    match last_day {
        None => Some(QualificationProblem::Missing),
        Some(last_day) if last_day < day => Some(QualificationProblem::ExpiredOn(last_day)),
        Some(_) => None,
    }
}
