use super::{Code, Doubt, Parsed, line};
use crate::imports::reading::Cell;

/// "30", "30,0", "ca. 30 min".
pub fn whole(cell: &Cell, range: std::ops::RangeInclusive<i64>) -> Parsed<i64> {
    let Some(text) = line(cell, 200)? else {
        return Ok(None);
    };
    let digits: String = text
        .trim_start_matches(|c: char| !c.is_ascii_digit() && c != '-')
        .trim_end_matches(|c: char| !c.is_ascii_digit())
        .to_owned();
    let value = decimal(&digits).filter(|value| value.fract() == 0.0);
    match value.map(|value| value as i64) {
        Some(value) if range.contains(&value) => Ok(Some(value)),
        Some(_) => Err(Doubt::new(Code::OutOfRange, text)),
        None => Err(Doubt::new(Code::Unknown, text)),
    }
}

/// How long something took: "90", "1,5 Std.", "1:30", "45 min", a time of Excel's.
pub fn minutes(cell: &Cell) -> Parsed<i64> {
    use chrono::Timelike;
    if let Cell::Time(time) = cell {
        return Ok(Some(i64::from(time.hour() * 60 + time.minute())));
    }
    let Some(text) = line(cell, 200)? else {
        return Ok(None);
    };
    let small = text.to_lowercase();
    let number = small.trim_end_matches(|c: char| c.is_alphabetic() || c == '.' || c.is_whitespace());
    let unit = small[number.len()..].trim_matches(['.', ' ']);
    let found = match number.split_once(':') {
        Some((hours, minutes)) => decimal(hours).zip(decimal(minutes)).map(|(h, m)| h * 60.0 + m),
        None => decimal(number).map(|value| if is_hours(unit, value) { value * 60.0 } else { value }),
    };
    match found.map(|minutes| minutes.round() as i64) {
        // Five hours, or five minutes? Nobody can know.
        Some(_) if unit.is_empty() && !number.contains(':') && is_unclear(number) => {
            let hours = decimal(number).unwrap_or(0.0) * 60.0;
            Err(Doubt::new(Code::Ambiguous, text).propose(format!("{hours} min")))
        }
        Some(minutes) if (1..=24 * 60).contains(&minutes) => Ok(Some(minutes)),
        Some(_) => Err(Doubt::new(Code::OutOfRange, text)),
        None => Err(Doubt::new(Code::Unknown, text)),
    }
}

fn is_hours(unit: &str, value: f64) -> bool {
    unit.starts_with('h') || unit.starts_with("st") || (unit.is_empty() && value < 4.0)
}

fn is_unclear(number: &str) -> bool {
    decimal(number).is_some_and(|value| (4.0..=12.0).contains(&value))
}

/// "1,5" and "1.5".
fn decimal(text: &str) -> Option<f64> {
    let text = text.trim().replace(',', ".");
    let plain = text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '-');
    text.parse().ok().filter(|value: &f64| plain && value.is_finite())
}
