use chrono::{DateTime, Duration, Utc};
use sprachpool::dispatch::*;

use super::examples::*;

fn deadline(filed: &str, start: &str) -> DateTime<Utc> {
    deadline_for(at(filed), at(start), Duration::hours(4), &quiet())
}

fn answer(sent: &str, start: &str, deadline: &str) -> DateTime<Utc> {
    answer_by(at(sent), at(start), at(deadline), Duration::hours(8), &quiet())
}

#[test]
fn far_ahead_a_search_lasts_until_four_waking_hours_before_the_start() {
    assert_eq!(deadline("2027-03-01 10:00", "2027-03-16 09:00"), at("2027-03-15 19:00"));
}

#[test]
fn near_the_appointment_it_leaves_the_desk_four_waking_hours() {
    assert_eq!(deadline("2027-03-01 10:00", "2027-03-03 09:00"), at("2027-03-02 19:00"));
    assert_eq!(deadline("2027-03-01 10:00", "2027-03-02 15:00"), at("2027-03-02 11:00"));
}

#[test]
fn with_little_time_left_the_search_gets_three_quarters_of_it() {
    assert_eq!(deadline("2027-03-01 10:00", "2027-03-01 14:00"), at("2027-03-01 13:00"));
    assert_eq!(deadline("2027-03-01 20:00", "2027-03-02 10:00"), at("2027-03-02 09:00"));
}

#[test]
fn an_appointment_in_the_quiet_hours_leaves_nothing_to_divide() {
    assert_eq!(deadline("2027-03-01 22:00", "2027-03-02 06:30"), at("2027-03-02 06:30"));
}

#[test]
fn an_answer_has_eight_waking_hours() {
    let answer = |sent| answer(sent, "2027-03-16 09:00", "2027-03-03 10:00");
    assert_eq!(answer("2027-03-01 10:00"), at("2027-03-01 18:00"));
    assert_eq!(answer("2027-03-01 19:00"), at("2027-03-02 13:00"));
    assert_eq!(
        answer("2027-03-03 09:00"),
        at("2027-03-03 10:00"),
        "never after the deadline"
    );
}

#[test]
fn near_the_appointment_the_time_shrinks_so_that_others_can_still_be_asked() {
    let answer = |start| answer("2027-03-01 10:00", start, "2027-03-01 20:00");
    assert_eq!(answer("2027-03-01 16:00"), at("2027-03-01 12:00"));
    assert_eq!(
        answer("2027-03-01 11:00"),
        at("2027-03-01 10:30"),
        "never under half an hour"
    );
}
