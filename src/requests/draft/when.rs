//! Step 2: when, and in person or from afar.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::{
    Problem, Problems, Step, Typed,
    date::{By, Names, date, slot},
};
use crate::{
    matching::Mode,
    requests::{NewSlot, check_own_slot, check_slot},
    settings::{Resolved, Rules},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    pub mode: Mode,
    pub slots: Vec<NewSlot>,
}

const WANTED: Names = Names {
    day: "day",
    month: "month",
    year: "year",
    start: "start",
    end: "end",
};
const ALTERNATIVE: Names = Names {
    day: "alt_day",
    month: "alt_month",
    year: "alt_year",
    start: "alt_start",
    end: "alt_end",
};

/// `own`: the institution files for itself, so what is late may be refused.
pub fn when(typed: &Typed, rules: &Rules, now: DateTime<Utc>, own: bool) -> Result<When, Problems> {
    let check = if own { check_own_slot } else { check_slot };
    let (slots, mut problems) = dates(typed, (rules, check), now, false);
    let mode = match typed.get("mode") {
        "" => Err(Problem::Missing),
        text => text.parse::<Mode>().map_err(|_| Problem::NotAChoice),
    };
    let mode = match mode {
        Ok(Mode::Phone) if is_signed(typed, rules) => Err(Problem::SignedByPhone),
        mode => mode,
    };
    match mode {
        Ok(mode) if problems.is_empty() => Ok(When { mode, slots }),
        Ok(_) => Err(problems),
        Err(problem) => {
            // The page asks for it between the two dates.
            let second = problems
                .iter()
                .position(|(_, field, _)| ALTERNATIVE.all().contains(field));
            problems.insert(second.unwrap_or(problems.len()), (Step::When, "mode", problem));
            Err(problems)
        }
    }
}

/// The day, as far as it was named by now; `now` says which century a short year means.
pub fn day(typed: &Typed, rules: &Rules, now: DateTime<Utc>) -> Option<NaiveDate> {
    date(typed, &WANTED, rules.local(now).year()).ok()
}

/// Further dates for a request that has one: none, one or two.
pub fn further_dates(typed: &Typed, rules: &Rules, now: DateTime<Utc>) -> Result<Vec<NewSlot>, Problems> {
    let (slots, problems) = dates(typed, (rules, check_slot), now, true);
    if problems.is_empty() { Ok(slots) } else { Err(problems) }
}

/// The dates that were typed, and what is wrong with the others. The second one may stay empty always.
fn dates(typed: &Typed, by: By<'_>, now: DateTime<Utc>, none_will_do: bool) -> (Vec<NewSlot>, Problems) {
    let mut problems = Vec::new();
    let mut slots = Vec::new();
    for names in [&WANTED, &ALTERNATIVE] {
        let given = names.all().map(|field| typed.get(field));
        let optional = none_will_do || names.day == ALTERNATIVE.day;
        if optional && given.iter().all(|text| text.is_empty()) {
            continue;
        }
        match slot(typed, names, by, now) {
            Ok(slot) if slots.contains(&slot) => problems.push((Step::When, names.day, Problem::SameDate)),
            Ok(slot) => slots.push(slot),
            Err(found) => problems.extend(found.into_iter().map(|(field, problem)| (Step::When, field, problem))),
        }
    }
    (slots, problems)
}

fn is_signed(typed: &Typed, rules: &Rules) -> bool {
    let code = match rules.resolve_language(typed.get("language")) {
        Resolved::One(code) => code,
        _ => typed.get("language_choice").to_owned(),
    };
    rules.language(&code).is_some_and(|language| language.signed)
}
