//! Against the year before: each total beside last year's.

use super::columns::{self, Value};
use crate::{l10n::Locale, statistics::Figures};

/// Of a smaller number a percentage says nothing.
const SMALLEST_BASE: i64 = 10;

pub struct Compared {
    pub name: String,
    pub now: String,
    pub before: String,
    pub difference: String,
}

/// Nothing when nothing was asked for in the year before.
pub fn compare(l: &Locale, now: &Figures, before: &Figures) -> Vec<Compared> {
    if before.requests == 0 {
        return Vec::new();
    }
    let line = |column: &columns::Column| {
        let (now, before) = ((column.value)(now), (column.value)(before));
        Compared {
            name: column.title(l),
            now: now.cell(l),
            before: before.cell(l),
            difference: difference(l, now, before),
        }
    };
    columns::all().map(line).collect()
}

fn difference(l: &Locale, now: Value, before: Value) -> String {
    let (now, before, unit, difference) = match (now, before) {
        (Value::Count(now), Value::Count(before)) => (now, before, 1, Value::Count(now - before)),
        (Value::Tenths(Some(now)), Value::Tenths(Some(before))) => (now, before, 10, Value::Tenths(Some(now - before))),
        _ => return "–".to_owned(),
    };
    let signed = signed(now - before, &difference.text(l));
    if before < SMALLEST_BASE * unit {
        return signed;
    }
    // Half is rounded away from zero.
    let percent = (200 * (now - before) + (now - before).signum() * before) / (2 * before);
    let percent = self::signed(percent, &percent.to_string());
    l.with(
        "figures-difference",
        &[("difference", signed.into()), ("percent", percent.into())],
    )
}

/// With a plus, or a minus as wide as one.
fn signed(value: i64, text: &str) -> String {
    if value > 0 {
        format!("+{text}")
    } else {
        text.replace('-', "−")
    }
}
