//! How long something shown counts, and what cannot be right about it. Pure.

use chrono::{Months, NaiveDate};

use super::NewQualification;
use crate::settings::{QualificationKind, Rules};

/// What is wrong with something shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    UnknownKind,
    SeenInFuture,
    IssuedAfterSeen,
    /// Without it nobody can tell whether it was fresh enough.
    IssueDateMissing,
    /// Issued longer than so many months before it was shown.
    TooOld {
        months: i64,
    },
    UntilBeforeIssued,
    /// It had run out when it was shown.
    UntilBeforeSeen,
    /// Later than the rules let it count.
    UntilTooLate {
        latest: NaiveDate,
    },
}

/// The last day on which it counts by the rules; none: it does not run out.
pub fn proposed_until(kind: &QualificationKind, seen_on: NaiveDate, issued_on: Option<NaiveDate>) -> Option<NaiveDate> {
    after_months(issued_on.unwrap_or(seen_on), kind.valid_months?)
}

/// Everything that is wrong, in the order of the form.
pub fn check(rules: &Rules, today: NaiveDate, shown: &NewQualification) -> Vec<Problem> {
    let Some(kind) = rules.qualification(&shown.kind) else {
        return vec![Problem::UnknownKind];
    };
    let mut problems = Vec::new();
    let mut when = |wrong: bool, problem: Problem| {
        if wrong {
            problems.push(problem);
        }
    };
    when(shown.seen_on > today, Problem::SeenInFuture);
    match shown.issued_on {
        Some(issued) => {
            when(issued > shown.seen_on, Problem::IssuedAfterSeen);
            if let Some(months) = kind.max_age_months {
                let too_old = after_months(issued, months).is_some_and(|last| last < shown.seen_on);
                when(too_old, Problem::TooOld { months });
            }
        }
        None => when(kind.max_age_months.is_some(), Problem::IssueDateMissing),
    }
    if let Some(until) = shown.valid_until {
        when(
            shown.issued_on.is_some_and(|issued| until < issued),
            Problem::UntilBeforeIssued,
        );
        when(until < shown.seen_on, Problem::UntilBeforeSeen);
        if let Some(latest) = proposed_until(kind, shown.seen_on, shown.issued_on) {
            when(until > latest, Problem::UntilTooLate { latest });
        }
    }
    problems
}

fn after_months(day: NaiveDate, months: i64) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(u32::try_from(months).ok()?))
}
