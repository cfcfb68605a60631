//! Wall time to instants. A clock that jumps in spring or repeats an hour in autumn never makes a hole here.

use chrono::{DateTime, Duration, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

/// The first instant at which clocks of `zone` show `local`. A time that spring skips becomes the moment of the jump.
pub fn first_instant(zone: Tz, local: NaiveDateTime) -> DateTime<Utc> {
    resolve(zone, local, |earlier, _| earlier)
}

/// The last instant at which clocks of `zone` show `local`: in autumn the second of the two.
pub fn last_instant(zone: Tz, local: NaiveDateTime) -> DateTime<Utc> {
    resolve(zone, local, |_, later| later)
}

/// The instant `minutes` after local midnight by the wall clock; 1440 is the midnight that ends the day.
pub fn minute_of_day(day: NaiveDate, minutes: u16) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN) + Duration::minutes(i64::from(minutes))
}

/// The local day on which `at` falls.
pub fn day_of(zone: Tz, at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

fn resolve(zone: Tz, local: NaiveDateTime, choose: fn(DateTime<Utc>, DateTime<Utc>) -> DateTime<Utc>) -> DateTime<Utc> {
    // No zone skips more than a day (Samoa did, once).
    for minutes in 0..=1440 {
        match zone.from_local_datetime(&(local + Duration::minutes(minutes))) {
            LocalResult::Single(at) => return at.to_utc(),
            LocalResult::Ambiguous(a, b) => return choose(a.to_utc(), b.to_utc()),
            LocalResult::None => {}
        }
    }
    local.and_utc()
}
