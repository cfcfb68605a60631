use chrono::{NaiveTime, Timelike};

use super::{Code, Context, Doubt, Parsed, date, line, time};
use crate::{
    imports::{reading::Cell, words},
    matching::{Absence, WallTime, Window, joined},
};

/// "Mo-Fr 9-17 Uhr; Sa 10:00-14:00", "Mo, Mi, Fr 14-18".
pub fn week(cell: &Cell) -> Parsed<Vec<Window>> {
    let Some(text) = line(&Cell::Text(cell.shown().replace('\n', "; ")), 500)? else {
        return Ok(None);
    };
    match read(&text) {
        Some(windows) if !windows.is_empty() => Ok(Some(joined(&windows))),
        _ => Err(Doubt::new(Code::Unknown, text)),
    }
}

fn read(text: &str) -> Option<Vec<Window>> {
    let mut windows = Vec::new();
    let mut days: Vec<u8> = Vec::new();
    // The last days have their times; what follows begins anew.
    let mut timed = false;
    let mut span = false;
    let mut from: Option<u16> = None;
    for token in tokens(text) {
        let Some(day) = words::code("weekday", &token).and_then(|day| day.parse::<u8>().ok()) else {
            match (token.as_str(), minutes(&token)) {
                ("-" | "bis", _) => span = true,
                ("," | ";" | "und" | "and" | "uhr" | "von" | ":", _) => span = span && token == "uhr",
                (_, Some(end)) if span && from.is_some() => {
                    let start = from.take()?;
                    span = false;
                    timed = true;
                    if days.is_empty() || end <= start {
                        return None;
                    }
                    for weekday in &days {
                        windows.push(Window {
                            weekday: *weekday,
                            from: WallTime::from_minutes(start)?,
                            until: WallTime::from_minutes(end)?,
                        });
                    }
                }
                (_, Some(start)) if from.is_none() => from = Some(start),
                _ => return None,
            }
            continue;
        };
        if from.is_some() {
            return None;
        }
        if timed {
            days.clear();
            timed = false;
        }
        match days.last() {
            Some(first) if span && *first < day => days.extend(*first + 1..=day),
            Some(_) if span => return None,
            _ => days.push(day),
        }
        span = false;
    }
    (from.is_none() && (timed || days.is_empty())).then_some(windows)
}

/// Words, times and signs.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut word = String::new();
    for c in text.to_lowercase().replace(['–', '—', '−'], "-").chars() {
        let digit = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.');
        let continues = match word.chars().last() {
            Some(last) => (digit(last) && digit(c)) || (last.is_alphabetic() && (c.is_alphabetic() || c == '.')),
            None => c.is_alphanumeric(),
        };
        if continues {
            word.push(c);
            continue;
        }
        tokens.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty()));
        if c.is_alphanumeric() {
            word.push(c);
        } else if !c.is_whitespace() {
            tokens.push(c.to_string());
        }
    }
    tokens.extend(Some(word).filter(|word| !word.is_empty()));
    tokens
}

/// "9", "9.30", "24:00".
fn minutes(token: &str) -> Option<u16> {
    if token == "24" || token == "24:00" {
        return Some(24 * 60);
    }
    let time: NaiveTime = token
        .starts_with(|c: char| c.is_ascii_digit())
        .then(|| time(&Cell::text(token)))?
        .ok()??;
    u16::try_from(time.hour() * 60 + time.minute()).ok()
}

/// "01.03.2027-14.03.2027; 24.12.2027".
pub fn absences(cell: &Cell, context: Context<'_>) -> Parsed<Vec<Absence>> {
    let Some(text) = line(&Cell::Text(cell.shown().replace('\n', "; ")), 1_000)? else {
        return Ok(None);
    };
    let wrong = || Doubt::new(Code::Unknown, text.clone());
    let mut found = Vec::new();
    for part in text.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()) {
        let part = part.replace(['–', '—'], "-").replace("bis", "-");
        let (from, until) = part.split_once('-').unwrap_or((&part, &part));
        let day = |text: &str| date(&Cell::text(text), context)?.ok_or_else(wrong);
        let (from, until) = (day(from)?, day(until)?);
        if until < from {
            return Err(wrong());
        }
        found.push(Absence { from, until });
    }
    Ok(Some(found))
}
