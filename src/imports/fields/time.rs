use chrono::NaiveTime;

use super::{Code, Doubt, Parsed, line};
use crate::imports::reading::{Cell, time_of_day};

/// "14.30 Uhr", "14:30", "9", "2:30 pm", a time of Excel's.
pub fn time(cell: &Cell) -> Parsed<NaiveTime> {
    match cell {
        Cell::Time(time) => return Ok(Some(*time)),
        Cell::Moment(at) => return Ok(Some(at.time())),
        Cell::Number(part) if (0.0..1.0).contains(part) && *part > 0.0 => {
            let proposal = time_of_day(*part).map(shown);
            return Err(Doubt::new(Code::Serial, cell.shown()).maybe(proposal));
        }
        // Excel has made 14.3 of 14.30.
        Cell::Number(number) if number.fract() != 0.0 => {
            let text = format!("{number:.2}");
            let proposal = clock(&text).map(shown);
            return Err(Doubt::new(Code::Ambiguous, cell.shown()).maybe(proposal));
        }
        _ => {}
    }
    let Some(text) = line(cell, 200)? else {
        return Ok(None);
    };
    if let Some((hours, minutes)) = text.split_once(',')
        && let Some(time) = clock(&format!("{hours}:{minutes}"))
    {
        return Err(Doubt::new(Code::Ambiguous, text).propose(shown(time)));
    }
    match clock(&text) {
        Some(time) => Ok(Some(time)),
        None => Err(Doubt::new(Code::Unknown, text)),
    }
}

/// "14.30 - 15.30 Uhr"; a single time has no end.
pub fn range(cell: &Cell) -> Parsed<(NaiveTime, Option<NaiveTime>)> {
    let text = match cell {
        Cell::Text(text) => text.to_lowercase().replace(['–', '—', '−'], "-").replace("bis", "-"),
        _ => String::new(),
    };
    let Some((from, until)) = text.split_once('-') else {
        return Ok(time(cell)?.map(|start| (start, None)));
    };
    match (time(&Cell::text(from))?, time(&Cell::text(until))?) {
        (Some(from), until) => Ok(Some((from, until))),
        (None, _) => Err(Doubt::new(Code::Unknown, cell.shown())),
    }
}

fn shown(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

fn clock(text: &str) -> Option<NaiveTime> {
    let small = text.to_lowercase();
    let afternoon = small.contains("pm");
    let digits = small.trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace() || c == '.');
    let digits = digits.trim();
    let mut parts = digits.split([':', '.', 'h']).map(str::trim);
    let number = |part: Option<&str>| match part {
        None | Some("") => Some(0),
        Some(part) if part.len() <= 2 => part.parse::<u32>().ok(),
        Some(_) => None,
    };
    if digits.is_empty() {
        return None;
    }
    let (mut hours, minutes) = (number(parts.next())?, number(parts.next())?);
    number(parts.next())?;
    if afternoon && hours < 12 {
        hours += 12;
    }
    NaiveTime::from_hms_opt(hours, minutes, 0)
}
