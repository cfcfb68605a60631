//! When somebody sits at the desk: nothing is due at 22:05, or on a Sunday.

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};

use super::Rules;
use crate::wall;

const FIRST_HOUR: NaiveTime = NaiveTime::from_hms_opt(8, 0, 0).expect("an hour of the day");
/// When the desk closes on a working day.
pub const LAST_HOUR: NaiveTime = NaiveTime::from_hms_opt(16, 0, 0).expect("an hour of the day");

/// What is due so soon is due to the minute: rounding would take too much of it.
const NEAR: Duration = Duration::hours(1);

/// By when the desk does something that should be done by then: the full hour of the desk's time before it. Without
/// any left until then, what may wait is due when the desk opens next; what may not stays as it is.
pub fn due(rules: &Rules, now: DateTime<Utc>, by: DateTime<Utc>, may_wait: bool) -> DateTime<Utc> {
    if by < now + NEAR {
        return by;
    }
    let (today, until) = (rules.local(now).date(), rules.local(by));
    let instant = |local: NaiveDateTime| wall::first_instant(rules.zone(), local);
    let days = std::iter::successors(Some(until.date()), NaiveDate::pred_opt);
    let before = days
        .take_while(|day| *day >= today)
        .filter(|day| rules.is_working_day(*day))
        .find_map(|day| last_hour(day, until))
        .map(instant);
    if let Some(hour) = before.filter(|hour| now + NEAR <= *hour) {
        return hour;
    }
    if !may_wait {
        return by;
    }
    let opens = until
        .date()
        .iter_days()
        .take(366)
        .map(|day| (day, day.and_time(FIRST_HOUR)));
    let mut opens = opens.filter(|(day, at)| rules.is_working_day(*day) && *at >= until);
    opens.next().map_or(by, |(_, at)| instant(at))
}

/// The last full hour of a day at the desk that is not after `until`.
fn last_hour(day: NaiveDate, until: NaiveDateTime) -> Option<NaiveDateTime> {
    let (first, last) = (day.and_time(FIRST_HOUR), day.and_time(LAST_HOUR));
    if last <= until {
        return Some(last);
    }
    let hour = NaiveTime::from_hms_opt(until.hour(), 0, 0)?;
    Some(until.date().and_time(hour)).filter(|hour| first <= *hour)
}
