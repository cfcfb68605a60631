//! Pure: the moment that a promise names is one that people say, and it is kept.

use chrono::{DateTime, Datelike, Duration, NaiveDate, Timelike, Utc};
use proptest::prelude::*;
use sprachpool::{
    requests::promise,
    settings::{Rules, pool_file::parse},
};

use crate::support::pool::at;

fn rules() -> Rules {
    let rows = parse(include_str!("../../config/pools/muenster.toml")).expect("the file is well formed");
    Rules::from_rows(&rows).expect("the rules fit together")
}

#[test]
fn full_hours_and_working_days_are_named() {
    let rules = rules();
    // Tuesday, 9 March, 10:14; the promise is within four days: Saturday, 13 March, 10:14.
    assert_eq!(
        promise::named(&rules, at(3, 9, 10, 14), at(3, 13, 10, 14)),
        at(3, 12, 16, 0)
    );
    // Monday to Friday: only the minutes go.
    assert_eq!(
        promise::named(&rules, at(3, 8, 10, 14), at(3, 12, 10, 14)),
        at(3, 12, 10, 0)
    );
    // Good Friday, 26 March 2027: Thursday before.
    assert_eq!(
        promise::named(&rules, at(3, 22, 9, 30), at(3, 26, 9, 30)),
        at(3, 25, 16, 0)
    );
    // Asked on Friday at 15:30 for Saturday: 16:00 is too near, so the hour of Saturday stays.
    assert_eq!(
        promise::named(&rules, at(3, 12, 15, 30), at(3, 13, 15, 30)),
        at(3, 13, 15, 0)
    );
    // A quarter of an hour away it is said to the minute.
    assert_eq!(
        promise::named(&rules, at(3, 8, 10, 0), at(3, 8, 10, 50)),
        at(3, 8, 10, 50)
    );
}

fn moments() -> impl Strategy<Value = (DateTime<Utc>, DateTime<Utc>)> {
    // All of 2027, and up to ten days ahead.
    (0..365 * 24 * 60_i64, 0..10 * 24 * 60_i64).prop_map(|(from, until)| {
        let start = NaiveDate::from_ymd_opt(2027, 1, 1)
            .expect("a day")
            .and_time(chrono::NaiveTime::MIN)
            .and_utc();
        let now = start + Duration::minutes(from);
        (now, now + Duration::minutes(until))
    })
}

proptest! {
    #[test]
    fn a_promise_is_never_later_than_it_was_and_never_in_the_past((now, at) in moments()) {
        let rules = rules();
        let named = promise::named(&rules, now, at);
        prop_assert!(named <= at && now <= named, "{now} {at} {named}");
        if named != at {
            prop_assert!(now + Duration::hours(1) <= named, "{now} {at} {named}");
            prop_assert_eq!(rules.local(named).time().minute(), 0);
        }
        let day = rules.local(named).date();
        // A closed day is named only where nothing before it is left.
        if !rules.is_working_day(day) {
            let mut before = day.pred_opt().expect("a day before");
            while !rules.is_working_day(before) {
                before = before.pred_opt().expect("a day before");
            }
            let closes = rules.to_utc(before, chrono::NaiveTime::from_hms_opt(16, 0, 0).expect("a time")).expect("a moment");
            prop_assert!(closes < now + Duration::hours(1), "{now} {at} {named} {}", day.weekday());
        }
    }
}
