//! A coordinator picks among three who say yes.

use sprachpool::dispatch::*;

use super::examples::*;

fn picking(offers: Vec<Offer>) -> State {
    State {
        policy: Policy::Pick { k: 3 },
        offers,
        ..state()
    }
}

#[test]
fn a_yes_counts_like_somebody_who_may_still_answer() {
    let offers = vec![
        offer(1, OfferState::Willing),
        offer(2, OfferState::Declined),
        sent(3, "2027-03-04 10:00", "2027-03-04 18:00"),
    ];
    assert_eq!(
        next_step(&picking(offers), at("2027-03-04 12:00")),
        send([4], "2027-03-04 18:00")
    );
}

#[test]
fn with_three_to_choose_from_nobody_else_is_asked_and_the_desk_has_until_the_deadline() {
    let offers = (1..=3).map(|n| offer(n, OfferState::Willing)).collect();
    assert_eq!(
        next_step(&picking(offers), at("2027-03-04 12:00")),
        wait("2027-03-06 10:00")
    );
}

#[test]
fn nobody_gives_up_while_somebody_is_willing() {
    let state = State {
        candidates: vec![],
        ..picking(vec![offer(1, OfferState::Willing), offer(2, OfferState::Declined)])
    };
    for night_or_day in ["2027-03-04 12:00", "2027-03-05 02:00"] {
        assert_eq!(next_step(&state, at(night_or_day)), wait("2027-03-06 10:00"));
    }
    assert_eq!(next_step(&state, at("2027-03-06 10:00")), Step::Choose);
}

#[test]
fn a_choice_that_was_made_is_not_made_again() {
    let state = State {
        openings_open: 0,
        ..picking(vec![offer(1, OfferState::Accepted), offer(2, OfferState::Willing)])
    };
    assert_eq!(next_step(&state, at("2027-03-07 10:00")), Step::Done);
}
