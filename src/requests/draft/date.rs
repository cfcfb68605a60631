//! One date of the form: what was typed as a slot, or everything that is wrong with it. Nobody corrects a form twice.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveTime, Utc};

use super::{Problem, Typed};
use crate::{
    days::month_of,
    requests::{NewSlot, SlotProblem},
    settings::Rules,
};

/// The names of one date's fields on the page.
pub(super) struct Names {
    pub day: &'static str,
    pub month: &'static str,
    pub year: &'static str,
    pub start: &'static str,
    pub end: &'static str,
}

impl Names {
    /// In the order of the page.
    pub fn all(&self) -> [&'static str; 5] {
        [self.day, self.month, self.year, self.start, self.end]
    }
}

/// The rules, and how a date is checked by them.
pub(super) type By<'a> = (
    &'a Rules,
    fn(&Rules, &NewSlot, DateTime<Utc>) -> Result<(DateTime<Utc>, DateTime<Utc>), SlotProblem>,
);

type Wrong = (&'static str, Problem);

pub(super) fn slot(typed: &Typed, names: &Names, by: By<'_>, now: DateTime<Utc>) -> Result<NewSlot, Vec<Wrong>> {
    let mut found = Vec::new();
    let date = match date(typed, names, by.0.local(now).year()) {
        Ok(date) => Some(date),
        Err(wrong) => {
            found.extend(wrong);
            None
        }
    };
    let [start, end] = [names.start, names.end].map(|field| match time(typed.get(field)) {
        Ok(time) => Some(time),
        Err(problem) => {
            found.push((field, problem));
            None
        }
    });
    if let Some(date) = date {
        found.extend(beginning(date, start, names, by, now));
    }
    let Some(((date, start), end)) = date.zip(start).zip(end).filter(|_| found.is_empty()) else {
        let length = start.zip(end).and_then(|(start, end)| length(by.0, start, end));
        found.extend(length.map(|problem| (names.end, problem)));
        found.sort_by_key(|(field, _)| names.all().iter().position(|name| name == field));
        return Err(found);
    };
    let slot = NewSlot { date, start, end };
    match by.1(by.0, &slot, now) {
        Ok(_) => Ok(slot),
        Err(problem) => Err(vec![at_its_field(problem, &slot, names, by.0, now)]),
    }
}

/// What is wrong with when it begins, whatever its end; without a time, what is wrong with every minute of the day.
fn beginning(
    date: NaiveDate,
    start: Option<NaiveTime>,
    names: &Names,
    by: By<'_>,
    now: DateTime<Utc>,
) -> Option<Wrong> {
    // The shortest there is: its length is not in question.
    let shortest = |start: NaiveTime| NewSlot {
        date,
        start,
        end: start + Duration::seconds(1),
    };
    let problem_of = |start| by.1(by.0, &shortest(start), now).err();
    let (slot, problem) = match start {
        Some(start) => (shortest(start), problem_of(start)?),
        None => {
            let last = NaiveTime::MIN - Duration::minutes(1);
            let problem = problem_of(NaiveTime::MIN)?;
            (
                shortest(last),
                Some(problem).filter(|_| problem_of(last) == problem_of(NaiveTime::MIN))?,
            )
        }
    };
    Some(at_its_field(problem, &slot, names, by.0, now))
}

/// What is wrong with its length on any day.
fn length(rules: &Rules, start: NaiveTime, end: NaiveTime) -> Option<Problem> {
    if end <= start {
        return Some(Problem::EndBeforeStart { start });
    }
    (end - start > Duration::hours(rules.numbers().max_hours)).then_some(Problem::TooLong)
}

/// What is wrong with a whole date, and at which of its fields to say so.
fn at_its_field(problem: SlotProblem, slot: &NewSlot, names: &Names, rules: &Rules, now: DateTime<Utc>) -> Wrong {
    match problem {
        SlotProblem::Past if slot.date < rules.local(now).date() => (names.day, Problem::Past),
        SlotProblem::Past => (names.start, Problem::Past),
        SlotProblem::TooSoon => (names.start, Problem::TooSoon),
        SlotProblem::Late { starts_at } => (names.day, Problem::Late { starts_at }),
        SlotProblem::TooFar => (names.year, Problem::TooFar),
        SlotProblem::EndBeforeStart => (names.end, Problem::EndBeforeStart { start: slot.start }),
        SlotProblem::PoolClosed { until } => (names.day, Problem::PoolClosed { until }),
        SlotProblem::TooLong => (names.end, Problem::TooLong),
        SlotProblem::NonexistentTime { suggest } => {
            let skipped_start = rules.to_utc(slot.date, slot.start).is_err();
            let field = if skipped_start { names.start } else { names.end };
            (field, Problem::NonexistentTime { suggest })
        }
    }
}

pub(super) fn date(typed: &Typed, names: &Names, this_year: i32) -> Result<NaiveDate, Vec<Wrong>> {
    let mut found = Vec::new();
    let mut take = |field: &'static str, read: Result<u32, Problem>| {
        let problem = |problem| found.push((field, problem));
        read.map_err(problem).ok()
    };
    let day = take(names.day, number(typed.get(names.day), 1..=31));
    let month = typed.get(names.month);
    let month = take(names.month, month_of(month).map_or_else(|| number(month, 1..=12), Ok));
    let year = typed.get(names.year);
    // "27" means the year 2027.
    let year = take(names.year, number(year, 0..=99).or_else(|_| number(year, 1000..=9999)));
    let (Some(day), Some(month), Some(year)) = (day, month, year) else {
        return Err(found);
    };
    let year = i32::try_from(year).unwrap_or(i32::MAX);
    let year = if year < 100 {
        this_year - this_year.rem_euclid(100) + year
    } else {
        year
    };
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| vec![(names.day, Problem::NoSuchDay { day, month })])
}

fn number(text: &str, among: std::ops::RangeInclusive<u32>) -> Result<u32, Problem> {
    if text.is_empty() {
        return Err(Problem::Missing);
    }
    let read = text.trim_end_matches('.').parse();
    read.ok()
        .filter(|number| among.contains(number))
        .ok_or(Problem::NotADate)
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
