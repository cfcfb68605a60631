use sprachpool::dispatch::*;

use super::examples::*;

fn next(state: &State, now: &str) -> Step {
    next_step(state, at(now))
}

#[test]
fn the_first_three_are_asked_at_once() {
    assert_eq!(next(&state(), "2027-03-04 10:00"), send(1..=3, "2027-03-04 18:00"));
}

#[test]
fn while_three_are_pending_nobody_else_is_asked() {
    let offers = vec![
        offer(1, OfferState::Queued),
        sent(2, "2027-03-04 10:00", "2027-03-04 18:00"),
        sent(3, "2027-03-04 10:01", "2027-03-04 18:01"),
    ];
    assert_eq!(
        next(&State { offers, ..state() }, "2027-03-04 12:00"),
        wait("2027-03-04 18:00")
    );
}

#[test]
fn while_all_mails_wait_for_hand_over_there_is_nothing_to_do() {
    let offers = (1..=3).map(|n| offer(n, OfferState::Queued)).collect();
    assert_eq!(
        next(&State { offers, ..state() }, "2027-03-04 12:00"),
        wait("2027-03-06 10:00")
    );
}

#[test]
fn s50_who_declines_or_cannot_be_reached_is_replaced_at_once() {
    let offers = vec![
        offer(1, OfferState::Declined),
        offer(2, OfferState::Bounced),
        sent(3, "2027-03-04 10:00", "2027-03-04 18:00"),
    ];
    assert_eq!(
        next(&State { offers, ..state() }, "2027-03-04 12:00"),
        send([4, 5], "2027-03-04 18:00")
    );
}

#[test]
fn who_stays_silent_is_replaced_when_the_time_is_up_and_may_still_answer() {
    let offers: Vec<_> = (1..=3)
        .map(|n| sent(n, "2027-03-04 10:00", "2027-03-04 18:00"))
        .collect();
    let state = State { offers, ..state() };
    assert_eq!(next(&state, "2027-03-04 17:59"), wait("2027-03-04 18:00"));
    assert_eq!(next(&state, "2027-03-04 18:00"), send(4..=6, "2027-03-05 12:00"));
    assert!(state.offers.iter().all(Offer::is_answerable));
}

#[test]
fn nobody_is_asked_twice_though_the_list_is_older_than_the_offers() {
    let offers = vec![offer(1, OfferState::Declined), offer(2, OfferState::Expired)];
    let state = State {
        offers,
        candidates: candidates(1..=3),
        ..state()
    };
    assert_eq!(next(&state, "2027-03-04 12:00"), send([3], "2027-03-04 20:00"));
    let state = State {
        candidates: candidates(1..=2),
        ..state
    };
    assert_eq!(next(&state, "2027-03-04 12:00"), give_up(GiveUpReason::NobodyLeft));
}

#[test]
fn nothing_follows_once_filled_or_cancelled() {
    let state = State {
        openings_open: 0,
        ..state()
    };
    assert_eq!(next(&state, "2027-03-04 12:00"), Step::Done);
    assert_eq!(next(&state, "2027-03-20 12:00"), Step::Done);
}

#[test]
fn the_deadline_ends_the_search_though_people_are_left() {
    assert_eq!(next(&state(), "2027-03-06 09:59"), send(1..=3, "2027-03-06 10:00"));
    assert_eq!(
        next(&state(), "2027-03-06 10:00"),
        give_up(GiveUpReason::DeadlinePassed)
    );
    let state = State {
        deadline: at("2027-03-12 10:00"),
        ..state()
    };
    assert_eq!(
        next(&state, "2027-03-09 10:00"),
        give_up(GiveUpReason::DeadlinePassed),
        "the appointment has begun"
    );
}

#[test]
fn with_nobody_who_can_the_search_is_given_up_at_once() {
    let state = State {
        candidates: vec![],
        ..state()
    };
    assert_eq!(next(&state, "2027-03-04 12:00"), give_up(GiveUpReason::NobodyLeft));
}

#[test]
fn when_all_said_no_the_search_is_given_up_at_once() {
    let offers = (1..=7).map(|n| offer(n, OfferState::Declined)).collect();
    let state = State {
        offers,
        candidates: vec![],
        ..state()
    };
    assert_eq!(next(&state, "2027-03-04 12:00"), give_up(GiveUpReason::NobodyLeft));
    assert_eq!(next(&state, "2027-03-04 02:00"), give_up(GiveUpReason::NobodyLeft));
}

#[test]
fn when_all_are_asked_the_silent_ones_have_until_the_deadline() {
    let offers = vec![
        offer(1, OfferState::Declined),
        sent(2, "2027-03-04 10:00", "2027-03-04 18:00"),
    ];
    let state = State {
        offers,
        candidates: vec![],
        ..state()
    };
    assert_eq!(next(&state, "2027-03-04 17:00"), wait("2027-03-04 18:00"));
    assert_eq!(next(&state, "2027-03-04 18:00"), wait("2027-03-06 10:00"));
    assert_eq!(next(&state, "2027-03-06 10:00"), give_up(GiveUpReason::DeadlinePassed));
}

#[test]
fn with_more_places_than_three_one_is_asked_for_each() {
    let state = State {
        openings_open: 5,
        ..state()
    };
    assert_eq!(next(&state, "2027-03-04 10:00"), send(1..=5, "2027-03-04 18:00"));
}

#[test]
fn of_two_places_one_filled_the_search_goes_on() {
    let offers = vec![
        offer(1, OfferState::Accepted),
        sent(2, "2027-03-04 10:00", "2027-03-04 18:00"),
    ];
    assert_eq!(
        next(&State { offers, ..state() }, "2027-03-04 12:00"),
        send([3, 4], "2027-03-04 18:00")
    );
}
