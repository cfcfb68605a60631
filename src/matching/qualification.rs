//! What a volunteer has to have shown, valid on the day itself.

use chrono::NaiveDate;

use super::{
    candidate::Candidate,
    reason::{QualificationProblem, Reason},
    wanted::{NeededQualification, Slot, Wanted},
};

pub(super) fn check(wanted: &Wanted, slot: &Slot, candidate: &Candidate, reasons: &mut Vec<Reason>) {
    for needed in wanted
        .qualifications
        .iter()
        .filter(|needed| is_asked_of(needed, candidate))
    {
        if let Some(problem) = problem(candidate, &needed.kind, slot.last_day()) {
            reasons.push(Reason::Qualification {
                kind: needed.kind.clone(),
                problem,
            });
        }
    }
}

fn is_asked_of(needed: &NeededQualification, candidate: &Candidate) -> bool {
    match (needed.born_after, candidate.birth_year) {
        (Some(year), Some(born)) => born > year,
        (None, _) | (_, None) => true,
    }
}

/// Of several of a kind the longest valid counts.
fn problem(candidate: &Candidate, kind: &str, day: NaiveDate) -> Option<QualificationProblem> {
    let held = candidate.qualifications.iter().filter(|held| held.kind == kind);
    let last_day = held.map(|held| held.valid_until.unwrap_or(NaiveDate::MAX)).max();
    match last_day {
        None => Some(QualificationProblem::Missing),
        Some(last_day) if last_day < day => Some(QualificationProblem::ExpiredOn(last_day)),
        Some(_) => None,
    }
}
