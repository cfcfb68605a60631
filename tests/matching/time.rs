use chrono::{Duration, TimeZone, Utc};
use sprachpool::matching::*;

use super::examples::*;

fn on(from: &str, until: &str) -> Wanted {
    Wanted {
        slots: vec![slot(from, until)],
        ..wanted()
    }
}

fn free(windows: Vec<Window>) -> Candidate {
    Candidate {
        availability: windows,
        ..amina()
    }
}

#[test]
fn the_whole_appointment_lies_in_the_availability() {
    let tuesday_morning = free(vec![window(2, "10:00", "11:00")]);
    assert_eq!(
        codes(&on("2027-03-02 10:00", "2027-03-02 11:00"), &tuesday_morning),
        [""; 0]
    );
    for (from, until) in [
        ("2027-03-02 09:59", "2027-03-02 11:00"),
        ("2027-03-02 10:00", "2027-03-02 11:01"),
        ("2027-03-02 11:00", "2027-03-02 12:00"),
        ("2027-03-03 10:00", "2027-03-03 11:00"),
    ] {
        assert_eq!(codes(&on(from, until), &tuesday_morning), ["availability"], "{from}");
    }
    assert_eq!(codes(&wanted(), &free(vec![])), ["availability"]);
}

#[test]
fn touching_windows_join_in_any_order_and_a_gap_does_not() {
    let wanted = on("2027-03-02 10:00", "2027-03-02 13:00");
    assert_eq!(
        codes(
            &wanted,
            &free(vec![window(2, "12:00", "14:00"), window(2, "08:00", "12:00")])
        ),
        [""; 0]
    );
    let gap = free(vec![window(2, "08:00", "11:59"), window(2, "12:00", "14:00")]);
    assert_eq!(codes(&wanted, &gap), ["availability"]);
}

#[test]
fn over_midnight_two_days_windows_join() {
    let wanted = on("2027-03-02 23:00", "2027-03-03 01:00");
    let both = vec![window(2, "20:00", "24:00"), window(3, "00:00", "02:00")];
    assert_eq!(codes(&wanted, &free(both.clone())), [""; 0]);
    assert_eq!(codes(&wanted, &free(both[..1].to_vec())), ["availability"]);
    assert_eq!(codes(&wanted, &free(both[1..].to_vec())), ["availability"]);
    let sunday_to_monday = on("2027-03-07 23:00", "2027-03-08 01:00");
    let week_turns = free(vec![window(7, "22:00", "24:00"), window(1, "00:00", "01:00")]);
    assert_eq!(codes(&sunday_to_monday, &week_turns), [""; 0]);
}

#[test]
fn an_appointment_until_midnight_needs_nothing_of_the_next_day() {
    let candidate = Candidate {
        absences: vec![Absence {
            from: day("2027-03-03"),
            until: day("2027-03-03"),
        }],
        ..free(vec![window(2, "20:00", "24:00")])
    };
    assert_eq!(codes(&on("2027-03-02 22:00", "2027-03-03 00:00"), &candidate), [""; 0]);
    assert_eq!(
        codes(&on("2027-03-02 22:00", "2027-03-03 00:01"), &candidate),
        ["availability", "absence"]
    );
}

#[test]
fn absences_include_both_days() {
    let away = Candidate {
        absences: vec![Absence {
            from: day("2027-03-02"),
            until: day("2027-03-04"),
        }],
        ..amina()
    };
    let day_of_march = |day: u8| on(&format!("2027-03-{day:02} 10:00"), &format!("2027-03-{day:02} 11:00"));
    assert_eq!(codes(&day_of_march(1), &away), [""; 0]);
    for day in 2..=4 {
        assert_eq!(codes(&day_of_march(day), &away), ["absence"]);
    }
    assert_eq!(codes(&day_of_march(5), &away), [""; 0]);
}

#[test]
fn the_weekly_cap_counts_a_local_week_from_monday() {
    let monday_after_midnight = held("2027-03-01 00:30", "2027-03-01 01:00");
    let capped = Candidate {
        weekly_cap: Some(1),
        assignments: vec![monday_after_midnight],
        ..amina()
    };
    let cap = Reason::WeeklyCap {
        year: 2027,
        week: 9,
        cap: 1,
    };
    assert_eq!(
        assess(&on("2027-03-07 10:00", "2027-03-07 11:00"), &capped, &limits()).reasons(),
        [cap]
    );
    assert_eq!(codes(&on("2027-02-28 10:00", "2027-02-28 11:00"), &capped), [""; 0]);
    assert_eq!(codes(&on("2027-03-08 10:00", "2027-03-08 11:00"), &capped), [""; 0]);
}

#[test]
fn an_assignment_over_midnight_counts_in_the_week_in_which_it_starts() {
    let sunday_night = held("2027-03-07 23:00", "2027-03-08 01:00");
    let capped = Candidate {
        weekly_cap: Some(1),
        assignments: vec![sunday_night],
        ..amina()
    };
    assert_eq!(
        codes(&on("2027-03-07 10:00", "2027-03-07 11:00"), &capped),
        ["weekly_cap"]
    );
    assert_eq!(codes(&on("2027-03-08 10:00", "2027-03-08 11:00"), &capped), [""; 0]);
}

#[test]
fn a_date_that_has_begun_is_past() {
    assert_eq!(codes(&on("2027-02-22 09:00", "2027-02-22 10:00"), &amina()), ["past"]);
    assert_eq!(codes(&on("2027-02-22 09:01", "2027-02-22 10:00"), &amina()), [""; 0]);
}

#[test]
fn s23_the_wall_time_counts_on_both_sides_of_a_change_of_summer_time() {
    // The same 09:00 is another hour of UTC after each of the two changes.
    let tuesday_at_nine = free(vec![window(2, "09:00", "10:00")]);
    for date in ["2026-10-20", "2026-10-27", "2027-03-23", "2027-03-30"] {
        let wanted = on(&format!("{date} 09:00"), &format!("{date} 10:00"));
        let limits = Limits {
            now: at("2026-10-01 09:00"),
            ..limits()
        };
        assert!(assess(&wanted, &tuesday_at_nine, &limits).is_eligible(), "{date}");
    }
}

#[test]
fn the_night_of_23_hours_has_no_hole() {
    // On 28 March 2027 clocks jump from 02:00 to 03:00: windows touching at 02:30 join at the jump.
    let wanted = on("2027-03-28 01:30", "2027-03-28 03:30");
    assert_eq!(wanted.slots[0].ends_at - wanted.slots[0].starts_at, Duration::hours(1));
    assert_eq!(
        codes(
            &wanted,
            &free(vec![window(7, "01:00", "02:30"), window(7, "02:30", "04:00")])
        ),
        [""; 0]
    );
    assert_eq!(
        codes(
            &wanted,
            &free(vec![window(7, "01:00", "02:00"), window(7, "03:00", "04:00")])
        ),
        [""; 0]
    );
    assert_eq!(
        codes(
            &wanted,
            &free(vec![window(7, "01:00", "02:30"), window(7, "03:01", "04:00")])
        ),
        ["availability"]
    );
}

#[test]
fn in_the_night_of_25_hours_both_passes_of_the_hour_are_free() {
    // On 25 October 2026 the hour from 02:00 comes twice: 00:00 UTC and 01:00 UTC.
    let utc = |hour, minute| {
        Utc.with_ymd_and_hms(2026, 10, 25, hour, minute, 0)
            .single()
            .expect("exists")
    };
    let between = |from, until| Wanted {
        slots: vec![slot_between(from, until)],
        ..wanted()
    };
    let limits = Limits {
        now: at("2026-10-01 09:00"),
        ..limits()
    };
    let eligible = |wanted: &Wanted, windows| assess(wanted, &free(windows), &limits).is_eligible();

    let across = between(utc(0, 45), utc(1, 15)); // 02:45 summer time to 02:15 winter time
    assert!(eligible(&across, vec![window(7, "02:00", "03:00")]));
    assert!(eligible(
        &between(utc(1, 30), utc(2, 30)),
        vec![window(7, "02:00", "03:30")]
    ));
    assert!(!eligible(
        &between(utc(1, 30), utc(2, 30)),
        vec![window(7, "02:00", "03:00")]
    ));

    let into_the_second_pass = between(utc(0, 0), utc(1, 30)); // 02:00 summer time to 02:30 winter time
    assert!(eligible(&into_the_second_pass, vec![window(7, "02:00", "02:30")]));
}

#[test]
fn when_the_pool_is_closed_nobody_can() {
    let wanted = on("2027-03-16 09:00", "2027-03-16 10:00");
    let codes = |closed: &[std::ops::RangeInclusive<chrono::NaiveDate>]| {
        let limits = Limits { closed, ..limits() };
        let assessment = assess(&wanted, &amina(), &limits);
        assessment.reasons().iter().map(Reason::code).collect::<Vec<_>>()
    };
    assert_eq!(codes(&[day("2027-03-15")..=day("2027-03-16")]), ["closed"]);
    assert!(
        codes(&[
            day("2027-03-17")..=day("2027-03-19"),
            day("2027-03-10")..=day("2027-03-15")
        ])
        .is_empty()
    );
}
