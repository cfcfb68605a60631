use chrono::{Datelike, NaiveDate};

use super::{Code, Context, Doubt, Parsed, line};
use crate::{
    days::month_of,
    imports::reading::{Cell, from_serial},
};

/// 1954 to 2064 as Excel counts days.
const SERIAL: std::ops::Range<f64> = 20_000.0..60_000.0;
const YOUNGEST: i32 = 18;
const OLDEST: i32 = 110;

/// "1.3.27", "01.03.2027", "2027-03-01", "Mo, 1. März 2027", a day of Excel's.
pub fn date(cell: &Cell, context: Context<'_>) -> Parsed<NaiveDate> {
    if let Cell::Moment(at) = cell {
        return Ok(Some(at.date()));
    }
    let Some(text) = line(cell, 200)? else {
        return Ok(None);
    };
    if let Some(day) = serial(&text) {
        return Err(Doubt::new(Code::Serial, text).propose(day.format("%d.%m.%Y").to_string()));
    }
    // A weekday in front and a time behind say nothing about the day.
    let from = text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let parts: Vec<&str> = text[from..]
        .split(['.', '-', '/', ' ', ',', 'T'])
        .filter(|part| !part.is_empty())
        .collect();
    let [first, second, third, ..] = parts[..] else {
        return Err(Doubt::new(Code::Unknown, text));
    };
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 4);
    let found = if first.len() == 4 {
        day(number(first), number(second), number(third), context)
    } else {
        day(
            number(third),
            number(second).or_else(|| month_of(second)),
            number(first),
            context,
        )
    };
    let slashes = text[from..].contains('/');
    let both = number(first)
        .zip(number(second))
        .is_some_and(|(a, b)| a <= 12 && b <= 12 && a != b);
    match found {
        Some(day) if slashes && both && first.len() != 4 => {
            let other = NaiveDate::from_ymd_opt(day.year(), day.day(), day.month()).unwrap_or(day);
            let choices = [day, other].map(|day| day.format("%d.%m.%Y"));
            Err(Doubt::new(Code::DayOrMonth, text)
                .propose(choices[0].to_string())
                .choose(choices))
        }
        Some(day) => Ok(Some(day)),
        None => Err(Doubt::new(Code::Unknown, text)),
    }
}

/// The year somebody was born in; of a whole date only the year is kept.
pub fn birth_year(cell: &Cell, context: Context<'_>) -> Parsed<i64> {
    let year = match line(&plain_year(cell), 200)? {
        None => return Ok(None),
        Some(text) if text.len() == 4 => text.parse().map_err(|_| Doubt::new(Code::Unknown, text))?,
        Some(_) => match date(cell, context)? {
            Some(day) => day.year(),
            None => return Ok(None),
        },
    };
    let this_year = context.today.year();
    if (this_year - OLDEST..=this_year - YOUNGEST).contains(&year) {
        Ok(Some(year.into()))
    } else {
        Err(Doubt::new(Code::OutOfRange, cell.shown()))
    }
}

/// A date of Excel's is no text of four digits.
fn plain_year(cell: &Cell) -> Cell {
    match cell {
        Cell::Moment(at) => Cell::Text(at.year().to_string()),
        other => other.clone(),
    }
}

fn serial(text: &str) -> Option<NaiveDate> {
    let number: f64 = text.parse().ok().filter(|number| SERIAL.contains(number))?;
    Some(from_serial(number, false)?.date())
}

fn day(year: Option<u32>, month: Option<u32>, day: Option<u32>, context: Context<'_>) -> Option<NaiveDate> {
    let year = i32::try_from(year?).ok()?;
    let century = context.today.year() / 100 * 100;
    let year = match year {
        // "57" is no year that is still to come.
        0..100 if year <= context.today.year() - century + 1 => century + year,
        0..100 => century - 100 + year,
        _ => year,
    };
    NaiveDate::from_ymd_opt(year, month?, day?).filter(|day| (1900..=2100).contains(&day.year()))
}
