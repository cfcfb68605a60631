//! What it comes to, when to chase, and what a wall time means: decided without a database.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Berlin;
use proptest::{option, prelude::*};
use sprachpool::{
    dispatch::QuietHours,
    proofs::{
        Days, Said, State, Turn, stand,
        times::{Planned, TimeProblem, Which, doubtful, held},
        turn,
    },
};

fn instant(minute: i64) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2027, 3, 16, 8, 0, 0).single().expect("it exists") + Duration::minutes(minute)
}

/// Few values, so that both sides often say the same.
fn said() -> impl Strategy<Value = Option<Said>> {
    let held = (0..3i64, 60..63i64).prop_map(|(from, until)| Said::Held {
        from: instant(from),
        until: instant(until),
    });
    option::of(prop_oneof![held, Just(Said::ClientAbsent), Just(Said::NotHeld)])
}

proptest! {
    #[test]
    fn a_stand_is_what_the_words_say(volunteer in said(), institution in said(), coordinator in said()) {
        let found = stand(volunteer, institution, coordinator);
        // What counts is known exactly when it is done, and it is somebody's own word.
        prop_assert_eq!(found.counts.is_some(), found.state == State::Done);
        if let Some(counts) = found.counts {
            prop_assert!([volunteer, institution, coordinator].contains(&Some(counts)));
        }
        match coordinator {
            Some(decided) => prop_assert_eq!(found.counts, Some(decided)),
            None => {
                // Neither side weighs more than the other, and neither can settle it alone.
                prop_assert_eq!(found, stand(institution, volunteer, None));
                let expected = match (volunteer, institution) {
                    (None, None) => State::Open,
                    (Some(one), Some(other)) if one == other => State::Done,
                    (Some(_), Some(_)) => State::Disputed,
                    _ => State::Reported,
                };
                prop_assert_eq!(found.state, expected);
            }
        }
    }

    #[test]
    fn nobody_is_chased_at_night_more_than_twice_or_too_soon(since in 0..20_000i64, reminders in 0..4i64, waited in 0..20_000i64) {
        let (since, now) = (instant(since), instant(since + waited));
        let quiet = QuietHours { zone: Berlin, from: time("21:00"), until: time("07:00"), closed: Default::default() };
        let days = Days([2, 5, 9]);
        match turn(since, reminders, days, &quiet, now) {
            Turn::Remind => {
                prop_assert!(reminders < 2 && !quiet.is_quiet(now));
                let silence = Duration::days([2, 5][usize::from(reminders == 1)]);
                prop_assert!(now - since >= silence);
            }
            Turn::GiveToPerson => {
                prop_assert!(reminders >= 2 && now - since >= Duration::days(9));
            }
            Turn::Wait(until) => {
                prop_assert!(until > now && !quiet.is_quiet(until));
                // Waiting comes to an end: something happens then.
                prop_assert!(!matches!(turn(since, reminders, days, &quiet, until), Turn::Wait(_)));
            }
        }
    }
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").expect("a time")
}

/// An appointment between these instants of UTC, and a moment long after it.
fn planned(date: (i32, u32, u32), from: (u32, u32), until: (u32, u32)) -> (Planned, DateTime<Utc>) {
    let (year, month, day) = date;
    let utc = |(hour, minute)| {
        let at = Utc.with_ymd_and_hms(year, month, day, hour, minute, 0);
        at.single().expect("it exists")
    };
    let planned = Planned {
        zone: Berlin,
        date: NaiveDate::from_ymd_opt(year, month, day).expect("a day"),
        starts_at: utc(from),
        ends_at: utc(until),
    };
    (planned, planned.ends_at + Duration::days(2))
}

#[test]
fn in_the_hour_that_autumn_has_twice_the_planned_time_says_which() {
    // 31 October 2027: 3:00 becomes 2:00 again at 01:00 UTC.
    for (from, until, minutes) in [((0, 0), (1, 0), 60), ((0, 30), (1, 30), 60)] {
        let (planned, now) = planned((2027, 10, 31), from, until);
        let local = |at: DateTime<Utc>| at.with_timezone(&Berlin).time();
        let said = held(&planned, local(planned.starts_at), local(planned.ends_at), now);
        assert_eq!(said.expect("it is as planned").minutes(), Some(minutes));
    }
    // From 2:30 to 2:10: the second time the clock shows it.
    let (planned, now) = planned((2027, 10, 31), (0, 30), (1, 30));
    let said = held(&planned, time("02:30"), time("02:10"), now);
    assert_eq!(said.expect("the hour comes twice").minutes(), Some(40));
}

#[test]
fn what_no_clock_showed_is_refused_with_an_offer() {
    let (planned, now) = planned((2027, 3, 28), (0, 0), (2, 0));
    let refused = TimeProblem::Nonexistent { suggest: time("03:30") };
    assert_eq!(
        held(&planned, time("02:30"), time("04:00"), now),
        Err((Which::Start, refused))
    );
    assert_eq!(
        held(&planned, time("01:00"), time("02:30"), now),
        Err((Which::End, refused))
    );
    assert_eq!(
        held(&planned, time("04:00"), time("04:00"), now),
        Err((Which::End, TimeProblem::EndBeforeStart))
    );
    let early = planned.starts_at;
    assert_eq!(
        held(&planned, time("01:00"), time("04:00"), early),
        Err((Which::End, TimeProblem::Future))
    );
}

#[test]
fn only_what_is_far_from_the_plan_is_doubted() {
    let plan = |minutes| Planned {
        zone: Berlin,
        date: NaiveDate::from_ymd_opt(2027, 3, 16).expect("it exists"),
        starts_at: instant(0),
        ends_at: instant(minutes),
    };
    for (planned, said, asked) in [
        (60, 60, false),
        (60, 15, false),
        (60, 14, true),
        (60, 120, false),
        (60, 121, true),
        (60, 900, true),
        (180, 300, false),
        (180, 301, true),
    ] {
        let said = Said::Held {
            from: instant(0),
            until: instant(said),
        };
        assert_eq!(
            doubtful(&plan(planned), said).is_some(),
            asked,
            "{planned} planned, {said:?}"
        );
    }
    assert_eq!(doubtful(&plan(60), Said::NotHeld), None);
}
