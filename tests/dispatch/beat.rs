//! Everybody at once, and one after the other.

use sprachpool::dispatch::*;

use super::examples::*;

fn one_by_one() -> State {
    State {
        policy: Policy::OneByOne { hours: 4 },
        ..state()
    }
}

#[test]
fn broadcast_asks_everybody_once() {
    let state = State {
        policy: Policy::Broadcast,
        ..state()
    };
    assert_eq!(
        next_step(&state, at("2027-03-04 10:00")),
        send(1..=7, "2027-03-06 10:00")
    );
    let asked = State {
        offers: vec![sent(1, "2027-03-04 10:00", "2027-03-04 18:00")],
        ..state
    };
    assert_eq!(
        next_step(&asked, at("2027-03-05 10:00")),
        wait("2027-03-06 10:00"),
        "once a search"
    );
}

#[test]
fn one_by_one_asks_one_more_every_four_waking_hours() {
    assert_eq!(
        next_step(&one_by_one(), at("2027-03-04 10:00")),
        send([1], "2027-03-04 14:00")
    );
    let asked = State {
        first_sent_at: Some(at("2027-03-04 10:00")),
        offers: vec![sent(1, "2027-03-04 10:00", "2027-03-04 18:00")],
        ..one_by_one()
    };
    assert_eq!(next_step(&asked, at("2027-03-04 13:59")), wait("2027-03-04 14:00"));
    assert_eq!(next_step(&asked, at("2027-03-04 14:00")), send([2], "2027-03-04 18:00"));
}

#[test]
fn a_no_sends_one_at_once_and_leaves_the_beat_as_it_is() {
    let asked = State {
        first_sent_at: Some(at("2027-03-04 10:00")),
        offers: vec![offer(1, OfferState::Declined)],
        ..one_by_one()
    };
    assert_eq!(next_step(&asked, at("2027-03-04 11:00")), send([2], "2027-03-04 14:00"));
}

#[test]
fn a_beat_that_falls_into_the_night_counts_on_from_the_morning() {
    let asked = State {
        first_sent_at: Some(at("2027-03-04 19:00")),
        offers: vec![sent(1, "2027-03-04 19:00", "2027-03-05 13:00")],
        ..one_by_one()
    };
    // Four waking hours after 19:00 end at 9:00.
    assert_eq!(next_step(&asked, at("2027-03-04 22:00")), wait("2027-03-05 09:00"));
}
