use chrono::NaiveDate;

use super::{Code, Context, Doubt, Parsed, date, line};
use crate::{
    imports::reading::Cell,
    qualifications::{self, NewQualification},
};

/// What a column of a qualification says: when it was seen and issued, how long it counts.
pub type Shown = NewQualification;

/// "01.03.2026", "gesehen 01.03.2026, ausgestellt 10.01.2026, bis 10.01.2031". "Ja" says no day: a person has to.
pub fn qualification(cell: &Cell, kind: &str, context: Context<'_>) -> Parsed<Shown> {
    if let Cell::Moment(at) = cell {
        return checked(kind, (Some(at.date()), None, None), &cell.shown(), context);
    }
    let Some(text) = line(cell, 200)? else {
        return Ok(None);
    };
    if matches!(crate::imports::words::code("yes", &text), Some("no")) {
        return Ok(None);
    }
    let (mut seen, mut issued, mut until, mut unlimited) = (None, None, None, false);
    for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        if ["unbefristet", "unlimited"].contains(&part.to_lowercase().as_str()) {
            unlimited = true;
            continue;
        }
        let Some(day) = date(&Cell::text(part), context)? else {
            continue;
        };
        let small = part.to_lowercase();
        let begins = |words: &[&str]| words.iter().any(|word| small.starts_with(word));
        if begins(&["bis", "gültig", "until", "valid"]) {
            until = Some(day);
        } else if begins(&["ausgestellt", "vom", "issued"]) {
            issued = Some(day);
        } else {
            seen = seen.or(Some(day));
        }
    }
    let mut shown = checked(kind, (seen, issued, until), &text, context)?;
    if let Some(shown) = shown.as_mut().filter(|_| unlimited) {
        shown.valid_until = None;
    }
    Ok(shown)
}

type Days = (Option<NaiveDate>, Option<NaiveDate>, Option<NaiveDate>);

fn checked(kind: &str, (seen, issued, until): Days, text: &str, context: Context<'_>) -> Parsed<Shown> {
    let Some(seen_on) = seen.or(issued) else {
        return Err(Doubt::new(Code::Unknown, text));
    };
    let rule = context.rules.qualification(kind);
    let shown = Shown {
        kind: kind.to_owned(),
        seen_on,
        issued_on: issued,
        valid_until: until.or_else(|| qualifications::proposed_until(rule?, seen_on, issued)),
        seen_by: None,
    };
    // What had no date of issue in the old list is still what was shown; it only cannot lie ahead.
    if seen_on > context.today || shown.valid_until.is_some_and(|until| until < seen_on) {
        return Err(Doubt::new(Code::OutOfRange, text));
    }
    Ok(Some(shown))
}
