//! Step 2: when, and in person or from afar.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};

use super::{Problem, Problems, Step, Typed};
use crate::{
    days::month_of,
    matching::Mode,
    requests::{NewSlot, SlotProblem, check_own_slot, check_slot},
    settings::{Resolved, Rules},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    pub mode: Mode,
    pub slots: Vec<NewSlot>,
}

/// The names of one date's fields on the page.
struct Names {
    day: &'static str,
    month: &'static str,
    year: &'static str,
    start: &'static str,
    end: &'static str,
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
    match mode {
        Ok(mode) if problems.is_empty() => {
            if mode == Mode::Phone && is_signed(typed, rules) {
                return Err(vec![(Step::When, "mode", Problem::SignedByPhone)]);
            }
            Ok(When { mode, slots })
        }
        Ok(_) => Err(problems),
        Err(problem) => {
            problems.push((Step::When, "mode", problem));
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
        let given = [names.day, names.month, names.year, names.start, names.end].map(|field| typed.get(field));
        let optional = none_will_do || names.day == ALTERNATIVE.day;
        if optional && given.iter().all(|text| text.is_empty()) {
            continue;
        }
        match slot(typed, names, by, now) {
            Ok(slot) => slots.push(slot),
            Err(found) => problems.extend(found.into_iter().map(|(field, problem)| (Step::When, field, problem))),
        }
    }
    (slots, problems)
}

/// The rules, and how a date is checked by them.
type By<'a> = (
    &'a Rules,
    fn(&Rules, &NewSlot, DateTime<Utc>) -> Result<(DateTime<Utc>, DateTime<Utc>), SlotProblem>,
);

type Found = Vec<(&'static str, Problem)>;

fn slot(typed: &Typed, names: &Names, by: By<'_>, now: DateTime<Utc>) -> Result<NewSlot, Found> {
    let date = date(typed, names, by.0.local(now).year());
    let start = time(typed.get(names.start)).map_err(|problem| (names.start, problem));
    let end = time(typed.get(names.end)).map_err(|problem| (names.end, problem));
    let (date, start, end) = match (date, start, end) {
        (Ok(date), Ok(start), Ok(end)) => (date, start, end),
        (date, start, end) => return Err([date.err(), start.err(), end.err()].into_iter().flatten().collect()),
    };
    whole(NewSlot { date, start, end }, names, by, now).map_err(|problem| vec![problem])
}

/// What is wrong with a whole date, and at which of its fields to say so.
fn whole(slot: NewSlot, names: &Names, by: By<'_>, now: DateTime<Utc>) -> Result<NewSlot, (&'static str, Problem)> {
    let (rules, check_slot) = by;
    let today = rules.local(now).date();
    match check_slot(rules, &slot, now) {
        Ok(_) => Ok(slot),
        Err(SlotProblem::Past) if slot.date < today => Err((names.day, Problem::Past)),
        Err(SlotProblem::Past) => Err((names.start, Problem::Past)),
        Err(SlotProblem::TooSoon) => Err((names.start, Problem::TooSoon)),
        Err(SlotProblem::Late { starts_at }) => Err((names.day, Problem::Late { starts_at })),
        Err(SlotProblem::TooFar) => Err((names.year, Problem::TooFar)),
        Err(SlotProblem::EndBeforeStart) => Err((names.end, Problem::EndBeforeStart { start: slot.start })),
        Err(SlotProblem::PoolClosed { until }) => Err((names.day, Problem::PoolClosed { until })),
        Err(SlotProblem::TooLong) => Err((names.end, Problem::TooLong)),
        Err(SlotProblem::NonexistentTime { suggest }) => {
            let skipped_start = rules.to_utc(slot.date, slot.start).is_err();
            let field = if skipped_start { names.start } else { names.end };
            Err((field, Problem::NonexistentTime { suggest }))
        }
    }
}

fn date(typed: &Typed, names: &Names, this_year: i32) -> Result<NaiveDate, (&'static str, Problem)> {
    let number = |field: &'static str| match typed.get(field) {
        "" => Err((field, Problem::Missing)),
        text => text
            .trim_end_matches('.')
            .parse::<u32>()
            .map_err(|_| (field, Problem::NotADate)),
    };
    let month = match month_of(typed.get(names.month)) {
        Some(month) => month,
        None => number(names.month)?,
    };
    let (day, year) = (number(names.day)?, number(names.year)?);
    // "27" means the year 2027.
    let year = i32::try_from(year).map_err(|_| (names.year, Problem::NotADate))?;
    let year = if year < 100 {
        this_year - this_year.rem_euclid(100) + year
    } else {
        year
    };
    if !(1..=12).contains(&month) {
        return Err((names.month, Problem::NotADate));
    }
    if !(1000..=9999).contains(&year) {
        return Err((names.year, Problem::NotADate));
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or((names.day, Problem::NoSuchDay { day, month }))
}

/// "9", "9:00", "09.00", "0900", each with or without "Uhr".
pub fn time(text: &str) -> Result<NaiveTime, Problem> {
    if text.is_empty() {
        return Err(Problem::Missing);
    }
    let text = text.to_lowercase();
    let text = text.trim_end_matches("uhr").trim_end_matches('h').trim();
    let (hour, minute) = match text.split_once([':', '.']) {
        Some(parts) => parts,
        None if text.is_ascii() && text.len() >= 3 => text.split_at(text.len() - 2),
        None => (text, "00"),
    };
    let number = |part: &str| {
        let digits = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if digits { part.parse::<u32>().ok() } else { None }
    };
    let whole = number(hour).zip(number(minute).filter(|_| minute.len() == 2));
    whole
        .and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0))
        .ok_or(Problem::NotATime)
}

fn is_signed(typed: &Typed, rules: &Rules) -> bool {
    let code = match rules.resolve_language(typed.get("language")) {
        Resolved::One(code) => code,
        _ => typed.get("language_choice").to_owned(),
    };
    rules.language(&code).is_some_and(|language| language.signed)
}
