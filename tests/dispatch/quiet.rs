use chrono::{Duration, NaiveTime, TimeZone, Utc};
use sprachpool::dispatch::*;

use super::examples::*;

fn tomorrow_at(start: &str) -> State {
    State {
        starts_at: at(start),
        deadline: at(start),
        ..state()
    }
}

#[test]
fn s13_a_wave_due_at_night_waits_until_seven() {
    assert_eq!(next_step(&state(), at("2027-03-04 02:00")), wait("2027-03-04 07:00"));
    assert_eq!(next_step(&state(), at("2027-03-04 21:00")), wait("2027-03-05 07:00"));
    assert_eq!(
        next_step(&state(), at("2027-03-04 20:59")),
        send(1..=3, "2027-03-05 14:59")
    );
    assert_eq!(
        next_step(&state(), at("2027-03-04 07:00")),
        send(1..=3, "2027-03-04 15:00")
    );
}

#[test]
fn s13_unless_the_job_starts_before_that_makes_sense_then_a_person_hears_at_once() {
    let too_late = give_up(GiveUpReason::TooLateForMail);
    assert_eq!(
        next_step(&tomorrow_at("2027-03-05 08:59"), at("2027-03-04 22:00")),
        too_late
    );
    assert_eq!(
        next_step(&tomorrow_at("2027-03-05 06:00"), at("2027-03-04 22:00")),
        too_late
    );
    assert_eq!(
        next_step(&tomorrow_at("2027-03-05 09:00"), at("2027-03-04 22:00")),
        wait("2027-03-05 07:00")
    );
}

#[test]
fn a_search_that_ends_before_seven_asks_nobody_any_more() {
    let state = State {
        deadline: at("2027-03-05 07:00"),
        ..tomorrow_at("2027-03-05 11:00")
    };
    assert_eq!(
        next_step(&state, at("2027-03-04 22:00")),
        give_up(GiveUpReason::TooLateForMail)
    );
}

#[test]
fn at_night_too_who_was_asked_in_the_evening_may_still_say_yes() {
    let offers = vec![sent(1, "2027-03-04 20:30", "2027-03-05 07:30")];
    let state = State {
        offers,
        ..tomorrow_at("2027-03-05 08:00")
    };
    assert_eq!(next_step(&state, at("2027-03-04 22:00")), wait("2027-03-05 07:30"));
}

#[test]
fn by_day_short_notice_is_asked_at_once() {
    let state = tomorrow_at("2027-03-04 11:30");
    assert_eq!(
        next_step(&state, at("2027-03-04 10:00")),
        send(1..=3, "2027-03-04 10:30")
    );
}

#[test]
fn s13_seven_is_seven_after_both_changes_of_summer_time() {
    for (night, seven, hours) in [
        ("2026-10-24 22:00", "2026-10-25 07:00", 10),
        ("2027-03-27 22:00", "2027-03-28 07:00", 8),
    ] {
        let state = State {
            starts_at: at("2027-04-06 10:00"),
            deadline: at("2027-04-05 10:00"),
            ..state()
        };
        assert_eq!(next_step(&state, at(night)), wait(seven));
        assert_eq!(at(seven) - at(night), Duration::hours(hours));
    }
}

#[test]
fn waking_time_passes_only_by_day_and_does_not_know_the_missing_hour() {
    for (sent, by) in [
        ("2027-03-04 10:00", "2027-03-04 18:00"),
        ("2027-03-04 13:00", "2027-03-04 21:00"),
        ("2027-03-04 18:00", "2027-03-05 12:00"),
        ("2027-03-04 23:00", "2027-03-05 15:00"),
        ("2027-03-27 20:00", "2027-03-28 14:00"),
        ("2026-10-24 20:00", "2026-10-25 14:00"),
    ] {
        assert_eq!(quiet().add_waking(at(sent), Duration::hours(8)), at(by), "{sent}");
        let slept = quiet().awake_from(at(sent));
        assert_eq!(quiet().waking_between(slept, at(by)), Duration::hours(8), "{sent}");
    }
    assert_eq!(
        quiet().waking_between(at("2027-03-04 10:00"), at("2027-03-06 10:00")),
        Duration::hours(28)
    );
}

#[test]
fn quiet_hours_may_lie_within_a_day_or_not_exist() {
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
    let early = QuietHours {
        from: time(0),
        until: time(6),
        ..quiet()
    };
    assert!(!early.is_quiet(at("2027-03-04 23:59")));
    assert!(early.is_quiet(at("2027-03-05 00:00")));
    assert_eq!(early.awake_from(at("2027-03-05 00:00")), at("2027-03-05 06:00"));
    let never = QuietHours {
        from: time(6),
        until: time(6),
        ..quiet()
    };
    assert!((0..24).all(|hour| !never.is_quiet(Utc.with_ymd_and_hms(2027, 3, 28, hour, 0, 0).unwrap())));
    assert_eq!(
        never.add_waking(at("2027-03-04 10:00"), Duration::hours(50)),
        at("2027-03-06 12:00")
    );
}

#[test]
fn days_on_which_the_pool_is_closed_are_quiet_as_a_whole() {
    let day = |day| chrono::NaiveDate::from_ymd_opt(2026, 12, day).expect("a day");
    let closed = QuietHours {
        closed: [day(24)..=day(31)].into(),
        ..quiet()
    };
    assert!(closed.is_quiet(at("2026-12-24 12:00")) && !closed.is_quiet(at("2026-12-23 12:00")));
    assert_eq!(closed.awake_from(at("2026-12-23 21:00")), at("2027-01-01 07:00"));
    // An hour on the 23rd, three on the first of January.
    let four_hours = chrono::Duration::hours(4);
    assert_eq!(
        closed.add_waking(at("2026-12-23 20:00"), four_hours),
        at("2027-01-01 10:00")
    );
}
