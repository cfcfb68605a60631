//! How early is early enough.

use std::sync::LazyLock;

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use proptest::prelude::*;
use sprachpool::settings::{LateRequests, Notice, RuleRow, Rules, pool_file::parse};

use super::{MUENSTER, rows};

/// Read once: the properties ask often.
fn rules() -> Rules {
    static RULES: LazyLock<Rules> = LazyLock::new(super::rules);
    RULES.clone()
}

fn at(rules: &Rules, day: &str, time: &str) -> DateTime<Utc> {
    let (day, time) = (day.parse().expect("a day"), time.parse().expect("a time"));
    rules.to_utc(day, time).expect("it exists")
}

fn notice(text: &str) -> Notice {
    text.parse().expect("a notice")
}

#[test]
fn a_notice_is_read_as_it_is_written() {
    for text in ["24 h", "0 h", "5 working days", "1 working day", "day before, 13:00"] {
        assert_eq!(notice(text).to_string(), text);
    }
    for wrong in [
        "",
        "24",
        "h",
        "-1 h",
        "24 hours",
        "5 days",
        "day before",
        "day before, 1 pm",
        "day before, 24:30",
        "day before, 9:00",
        "99999999999999999999 h",
        "9000 h",
        "400 working days",
        "+5 h",
        "5\u{202E} h",
    ] {
        assert!(wrong.parse::<Notice>().is_err(), "{wrong:?} passed");
    }
}

/// S29: under "day before, 13:00" a cancellation at 12:59 is free, one at 13:01 is late.
#[test]
fn s29_the_day_before_ends_at_that_minute() {
    let rules = rules();
    let rule = notice("day before, 13:00");
    let start = at(&rules, "2027-03-16", "09:00");
    assert!(rule.is_kept(&rules, at(&rules, "2027-03-15", "12:59"), start));
    assert!(rule.is_kept(&rules, at(&rules, "2027-03-15", "13:00"), start));
    assert!(!rule.is_kept(&rules, at(&rules, "2027-03-15", "13:01"), start));
}

/// S42: filed on Wednesday for the next Wednesday, with Good Friday and Easter Monday between.
#[test]
fn s42_easter_makes_it_short_notice() {
    let rules = rules();
    let start = |day| at(&rules, day, "09:00");
    let filed = |day| at(&rules, day, "10:00");
    assert!(rules.is_short_notice(filed("2027-03-24"), start("2027-03-31")));
    assert!(!rules.is_short_notice(filed("2027-03-10"), start("2027-03-17")));
    assert!(rules.is_short_notice(filed("2027-03-11"), start("2027-03-17")));
    let last_day = at(&rules, "2027-03-22", "23:59");
    assert!(
        !rules.is_short_notice(last_day, start("2027-03-31")),
        "it counts to its end"
    );
    assert!(rules.is_short_notice(at(&rules, "2027-03-23", "00:00"), start("2027-03-31")));
}

#[test]
fn hours_are_real_hours_when_the_clocks_change() {
    let rules = rules();
    let day = notice("24 h");
    let spring = day.last_moment(&rules, at(&rules, "2027-03-28", "09:00"));
    assert_eq!(spring, at(&rules, "2027-03-27", "08:00"), "an hour is missing");
    let autumn = day.last_moment(&rules, at(&rules, "2027-10-31", "09:00"));
    assert_eq!(autumn, at(&rules, "2027-10-30", "10:00"), "an hour comes twice");
    // What the clocks skip is the moment of the jump; what comes twice, the first of the two.
    let skipped = notice("day before, 02:30").last_moment(&rules, at(&rules, "2027-03-29", "09:00"));
    assert_eq!(skipped, at(&rules, "2027-03-28", "03:00"));
    let twice = notice("day before, 02:30").last_moment(&rules, at(&rules, "2027-11-01", "09:00"));
    assert_eq!(twice.to_rfc3339(), "2027-10-31T00:30:00+00:00");
}

#[test]
fn a_file_from_before_the_table_is_still_read() {
    let (before, rest) = MUENSTER.split_once("[late]").expect("the table is there");
    let (_, after) = rest.split_once("\n\n").expect("an empty line ends it");
    let old = format!("{before}{after}").replace(
        "[numbers]\n",
        "[numbers]\nlead_working_days = 7\ninstitution_notice_hours = 48\n",
    );
    let rows = parse(&old).unwrap_or_else(|error| panic!("{error}"));
    let late = Rules::from_rows(&rows).expect("they fit").late().clone();
    assert_eq!(
        (late.request, late.cancellation),
        (notice("7 working days"), notice("48 h"))
    );
    assert_eq!(late.later_requests, LateRequests::Try);
    // Rules that an older version recorded say the same, without an import.
    let stored = |key: &str, value: i64| RuleRow {
        kind: "number".to_owned(),
        key: key.to_owned(),
        value: serde_json::json!({ "value": value }),
    };
    let mut old: Vec<RuleRow> = super::rows().into_iter().filter(|row| row.kind != "late").collect();
    old.extend([stored("lead_working_days", 3), stored("institution_notice_hours", 12)]);
    let late = Rules::from_rows(&old).expect("they fit").late().clone();
    assert_eq!(
        (late.request, late.cancellation),
        (notice("3 working days"), notice("12 h"))
    );
}

#[test]
fn neither_table_nor_numbers_is_an_error_and_so_are_both() {
    let (before, rest) = MUENSTER.split_once("[late]").expect("the table is there");
    let (_, after) = rest.split_once("\n\n").expect("an empty line ends it");
    let error = parse(&format!("{before}{after}")).expect_err("nothing says what is late");
    assert!(error.to_string().contains("late"), "{error}");
    let both = MUENSTER.replace("[numbers]\n", "[numbers]\nlead_working_days = 5\n");
    let error = parse(&both).expect_err("two truths").to_string();
    assert!(
        error.contains("numbers.lead_working_days") && error.contains("[late]"),
        "{error}"
    );
    let wrong = MUENSTER.replace("request = \"5 working days\"", "request = \"soon\"");
    assert!(parse(&wrong).expect_err("no notice").to_string().contains("soon"));
    assert!(rows().iter().any(|row| row.kind == "late"));
}

fn any_notice() -> impl Strategy<Value = Notice> {
    let time = (0_u32..24, 0_u32..60).prop_map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0));
    prop_oneof![
        (0_i64..400).prop_map(Notice::Hours),
        (0_i64..30).prop_map(Notice::WorkingDays),
        time.prop_map(|time| Notice::DayBefore(time.expect("a time"))),
    ]
}

/// Any minute of 2027: weekends, holidays, closures and both changes of the clocks among them.
fn any_start() -> impl Strategy<Value = DateTime<Utc>> {
    let year = NaiveDate::from_ymd_opt(2027, 1, 1)
        .expect("a day")
        .and_time(NaiveTime::MIN)
        .and_utc();
    (0_i64..365 * 24 * 60).prop_map(move |minutes| year + Duration::minutes(minutes))
}

proptest! {
    #[test]
    fn what_starts_later_may_come_later(rule in any_notice(), a in any_start(), more in 0_i64..100_000) {
        let rules = rules();
        let b = a + Duration::minutes(more);
        prop_assert!(rule.last_moment(&rules, a) <= rule.last_moment(&rules, b));
        prop_assert!(rule.last_moment(&rules, a) <= a);
    }

    #[test]
    fn a_longer_notice_is_never_kept_by_later(start in any_start(), few in 0_i64..20, more in 0_i64..20) {
        let rules = rules();
        for kind in [Notice::Hours as fn(i64) -> Notice, Notice::WorkingDays] {
            let (short, long) = (kind(few), kind(few + more));
            prop_assert!(long.last_moment(&rules, start) <= short.last_moment(&rules, start));
        }
    }

    #[test]
    fn who_keeps_it_kept_it_earlier_too(rule in any_notice(), start in any_start(), before in 0_i64..50_000,
                                        earlier in 0_i64..10_000) {
        let rules = rules();
        let at = start - Duration::minutes(before);
        if rule.is_kept(&rules, at, start) {
            prop_assert!(rule.is_kept(&rules, at - Duration::minutes(earlier), start));
        }
    }

    #[test]
    fn so_many_working_days_lie_between(start in any_start(), days in 1_i64..15) {
        let rules = rules();
        let last = Notice::WorkingDays(days).last_moment(&rules, start);
        let (from, to) = (rules.local(last).date(), rules.local(start).date());
        prop_assert!(rules.working_days_between(from, to) as i64 >= days);
        let next = from.succ_opt().expect("a day");
        prop_assert!((rules.working_days_between(next, to) as i64) < days);
    }

    #[test]
    fn the_text_says_the_whole_notice(rule in any_notice()) {
        prop_assert_eq!(rule.to_string().parse::<Notice>(), Ok(rule));
    }
}
