use chrono::{Duration, NaiveDate, NaiveTime};
use sprachpool::settings::{WallTimeError, calendar};

use super::rules;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn time(text: &str) -> NaiveTime {
    text.parse().expect("a time")
}

#[test]
fn a_wall_time_is_an_instant_of_its_season() {
    let rules = rules();
    let winter = rules.to_utc(date("2027-03-23"), time("09:00")).expect("it exists");
    let summer = rules.to_utc(date("2027-03-30"), time("09:00")).expect("it exists");
    assert_eq!(winter.to_rfc3339(), "2027-03-23T08:00:00+00:00");
    assert_eq!(summer.to_rfc3339(), "2027-03-30T07:00:00+00:00");
    assert_eq!(rules.local(summer).to_string(), "2027-03-30 09:00:00");
}

#[test]
fn the_hour_that_spring_skips_is_refused_with_a_proposal() {
    let proposal = date("2027-03-28").and_time(time("03:30"));
    assert_eq!(
        rules().to_utc(date("2027-03-28"), time("02:30")),
        Err(WallTimeError::Nonexistent { suggest: proposal })
    );
}

#[test]
fn the_hour_that_autumn_repeats_means_the_earlier_one() {
    let at = rules().to_utc(date("2027-10-31"), time("02:30")).expect("it exists");
    assert_eq!(at.to_rfc3339(), "2027-10-31T00:30:00+00:00");
}

#[test]
fn a_zone_that_nobody_knows_is_refused() {
    assert_eq!(
        calendar::zone("Mars/Base"),
        Err(WallTimeError::UnknownZone("Mars/Base".to_owned()))
    );
}

#[test]
fn working_days_leave_out_weekends_holidays_and_closures() {
    let rules = rules();
    assert!(rules.is_working_day(date("2027-03-24")));
    assert!(!rules.is_working_day(date("2027-03-26")), "Good Friday");
    assert!(!rules.is_working_day(date("2027-03-27")), "Saturday");
    assert!(!rules.is_working_day(date("2027-05-27")), "Corpus Christi");
    assert!(!rules.is_working_day(date("2027-08-04")), "summer break");
    assert_eq!(rules.working_days_between(date("2027-03-10"), date("2027-03-17")), 5);
    assert_eq!(rules.working_days_between(date("2027-03-24"), date("2027-03-31")), 3);
    assert_eq!(rules.working_days_between(date("2027-03-31"), date("2027-03-24")), 0);
}

/// S13: a wave that is due at 02:00 waits until 07:00.
#[test]
fn s13_the_night_is_quiet() {
    let rules = rules();
    let at = |day: &str, clock: &str| rules.to_utc(date(day), time(clock)).expect("it exists");
    assert_eq!(
        rules.next_sending_time(at("2027-03-10", "02:00")),
        at("2027-03-10", "07:00")
    );
    assert_eq!(
        rules.next_sending_time(at("2027-03-10", "21:00")),
        at("2027-03-11", "07:00")
    );
    assert_eq!(
        rules.next_sending_time(at("2027-03-10", "20:59")),
        at("2027-03-10", "20:59")
    );
    assert_eq!(
        rules.next_sending_time(at("2027-03-27", "22:00")),
        at("2027-03-28", "07:00"),
        "summer time begins"
    );
    assert_eq!(
        rules.add_waking(at("2027-03-10", "18:00"), Duration::hours(8)),
        at("2027-03-11", "12:00")
    );
    assert_eq!(
        rules.add_waking(at("2027-10-30", "18:00"), Duration::hours(8)),
        at("2027-10-31", "12:00")
    );
}
