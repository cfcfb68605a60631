//! The VTIMEZONE of a calendar file, for clients that do not know the zone by its name.
//! The icalendar crate has none, so it is made here from the zone's own table.

use chrono::{DateTime, Duration, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;

/// The zone around `at`: what held the year before, and every change until the year after.
pub(super) fn definition(zone: Tz, at: NaiveDateTime) -> String {
    let from = at.and_utc() - Duration::days(366);
    let until = at.and_utc() + Duration::days(366);
    let before = offset(zone, from);
    let mut text = format!("BEGIN:VTIMEZONE\r\nTZID:{}\r\n", zone.name());
    text += &observance(from.with_timezone(&zone).naive_local(), before, before, false);
    let mut day = from;
    while day < until {
        let next = day + Duration::days(1);
        let (old, new) = (offset(zone, day), offset(zone, next));
        if old != new {
            // The start of an observance is told in the wall time that held before it.
            let start = change_between(zone, day, next).naive_utc() + Duration::seconds(i64::from(old));
            text += &observance(start, old, new, new > old);
        }
        day = next;
    }
    text + "END:VTIMEZONE\r\n"
}

fn observance(start: NaiveDateTime, from: i32, to: i32, daylight: bool) -> String {
    let kind = if daylight { "DAYLIGHT" } else { "STANDARD" };
    format!(
        "BEGIN:{kind}\r\nDTSTART:{}\r\nTZOFFSETFROM:{}\r\nTZOFFSETTO:{}\r\nEND:{kind}\r\n",
        start.format("%Y%m%dT%H%M%S"),
        written(from),
        written(to)
    )
}

/// Seconds east of UTC.
fn offset(zone: Tz, at: DateTime<Utc>) -> i32 {
    zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
}

/// The first second with the later offset.
fn change_between(zone: Tz, mut early: DateTime<Utc>, mut late: DateTime<Utc>) -> DateTime<Utc> {
    let old = offset(zone, early);
    while late - early > Duration::seconds(1) {
        let middle = early + (late - early) / 2;
        if offset(zone, middle) == old {
            early = middle
        } else {
            late = middle
        }
    }
    late
}

fn written(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}
