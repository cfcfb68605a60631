//! As few as are likely to be enough: the fewer, the more time there is.

use sprachpool::dispatch::*;

use super::examples::*;

fn waves() -> State {
    State {
        policy: Policy::Waves,
        ..state()
    }
}

/// How many are asked now.
fn asked(state: &State, now: &str) -> usize {
    match next_step(state, at(now)) {
        Step::Send { volunteers, .. } => volunteers.len(),
        _ => 0,
    }
}

/// Each says yes with that chance.
fn people(count: u128, chance: f64) -> Vec<Candidate> {
    let candidate = |volunteer| Candidate { volunteer, chance };
    ids(1..=count).into_iter().map(candidate).collect()
}

#[test]
fn with_time_ahead_one_likely_yes_is_enough_for_now() {
    // Two days hold seven waves of four waking hours: each needs a chance of 28 % only.
    assert_eq!(
        next_step(&waves(), at("2027-03-04 10:00")),
        send([1], "2027-03-04 18:00"),
        "after four hours enough of that chance is left; the wave after it asks the next one"
    );
}

#[test]
fn the_less_likely_a_yes_the_more_are_asked() {
    let with = |chance| State {
        candidates: people(30, chance),
        ..waves()
    };
    let counts: Vec<_> = [0.9, 0.3, 0.2, 0.1, 0.05]
        .map(|chance| asked(&with(chance), "2027-03-04 10:00"))
        .into();
    assert_eq!(counts, [1, 1, 2, 4, 7]);
}

#[test]
fn the_nearer_the_target_the_more_are_asked_and_after_it_the_deadline_counts() {
    let state = State {
        deadline: at("2027-03-08 21:00"),
        candidates: people(60, 0.1),
        ..waves()
    };
    let counts: Vec<_> = [
        "2027-03-04 10:00",
        "2027-03-05 10:00",
        "2027-03-06 07:00",
        "2027-03-06 10:00",
        "2027-03-08 17:00",
    ]
    .map(|now| asked(&state, now))
    .into();
    assert_eq!(counts, [4, 7, 22, 3, 22]);
}

#[test]
fn a_short_notice_wants_more_certainty() {
    let near = State {
        started_at: at("2027-03-08 10:00"),
        deadline: at("2027-03-09 07:30"),
        target: at("2027-03-09 07:30"),
        candidates: people(60, 0.3),
        ..waves()
    };
    let far = State {
        started_at: at("2027-03-07 10:00"),
        ..near.clone()
    };
    assert!(asked(&near, "2027-03-08 17:00") > asked(&far, "2027-03-08 17:00"));
}

#[test]
fn pending_offers_count_with_what_is_left_of_their_chance() {
    let silent_since = |sent_at: &str| State {
        offers: vec![sent(9, sent_at, "2027-03-06 10:00")],
        ..waves()
    };
    let now = "2027-03-04 14:00";
    assert_eq!(asked(&silent_since("2027-03-04 13:00"), now), 0, "still fresh");
    assert_eq!(asked(&silent_since("2027-03-02 13:00"), now), 1, "hardly any hope left");
}

#[test]
fn a_no_is_made_up_for_at_once() {
    let state = State {
        offers: vec![offer(9, OfferState::Declined)],
        ..waves()
    };
    assert_eq!(asked(&state, "2027-03-04 10:01"), 1);
}

#[test]
fn two_places_need_two_yeses() {
    let with = |openings_open| State {
        openings_open,
        candidates: people(20, 0.5),
        ..waves()
    };
    assert_eq!(asked(&with(1), "2027-03-04 10:00"), 1);
    assert_eq!(asked(&with(2), "2027-03-04 10:00"), 3);
}

#[test]
fn nobody_left_but_somebody_free_of_the_cap_tomorrow_is_waited_for() {
    let state = State {
        candidates: vec![],
        next_candidate_at: Some(at("2027-03-05 09:30")),
        ..waves()
    };
    assert_eq!(next_step(&state, at("2027-03-05 08:00")), wait("2027-03-05 09:30"));
    let too_late = State {
        next_candidate_at: Some(at("2027-03-06 10:00")),
        ..state
    };
    assert_eq!(
        next_step(&too_late, at("2027-03-05 08:00")),
        give_up(GiveUpReason::NobodyLeft)
    );
}

#[test]
fn s13_a_wave_due_at_night_waits_for_the_morning() {
    assert_eq!(next_step(&waves(), at("2027-03-04 02:00")), wait("2027-03-04 07:00"));
}
