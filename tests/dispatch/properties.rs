//! Whatever has happened so far, and through whole searches with volunteers who do anything.

use chrono::{DateTime, Duration, Timelike, Utc};
use chrono_tz::Europe::Berlin;
use proptest::{collection::vec, prelude::*};
use sprachpool::dispatch::*;

use super::examples::*;

/// One of the two changes of summer time lies in the days that follow.
fn start_of_search() -> impl Strategy<Value = DateTime<Utc>> {
    let days = prop_oneof![
        Just("2026-10-23 00:00"),
        Just("2027-03-26 00:00"),
        Just("2027-06-01 00:00")
    ];
    (days, 0..3 * 24 * 60i64).prop_map(|(day, minutes)| at(day) + Duration::minutes(minutes))
}

fn offer_state(now: DateTime<Utc>) -> impl Strategy<Value = OfferState> {
    prop_oneof![
        Just(OfferState::Queued),
        Just(OfferState::Accepted),
        Just(OfferState::Declined),
        Just(OfferState::Expired),
        Just(OfferState::Bounced),
        Just(OfferState::Closed),
        (0..1500i64, 1..900i64).prop_map(move |(ago, window)| {
            let sent_at = now - Duration::minutes(ago);
            OfferState::Sent {
                sent_at,
                answer_by: sent_at + Duration::minutes(window),
            }
        }),
    ]
}

fn any_moment() -> impl Strategy<Value = (State, DateTime<Utc>)> {
    start_of_search().prop_flat_map(|now| {
        let offers = vec(offer_state(now), 0..8);
        (offers, 0..10u128, -600..4000i64, 0..2000i64, 1..5u32, 0..4u32).prop_map(
            move |(offers, candidates, deadline, lead, k, openings_open)| {
                let deadline = now + Duration::minutes(deadline);
                let offers: Vec<_> = offers
                    .into_iter()
                    .zip(100..)
                    .map(|(state, n)| offer(n, state))
                    .collect();
                let starts_at = deadline + Duration::minutes(lead);
                let candidates = ids(0..candidates);
                let policy = Policy::RollingK { k };
                (
                    State {
                        policy,
                        openings_open,
                        deadline,
                        starts_at,
                        offers,
                        candidates,
                        ..state()
                    },
                    now,
                )
            },
        )
    })
}

fn is_night(at: DateTime<Utc>) -> bool {
    !(7..21).contains(&at.with_timezone(&Berlin).hour())
}

fn most_pending(state: &State) -> usize {
    let Policy::RollingK { k } = state.policy;
    k.max(state.openings_open) as usize
}

/// What must hold for one step in any state.
fn check(state: &State, now: DateTime<Utc>, step: &Step) -> Result<(), TestCaseError> {
    match step {
        Step::Send {
            volunteers,
            look_again_at,
        } => {
            prop_assert!(!volunteers.is_empty() && volunteers.iter().all(|one| state.candidates.contains(one)));
            prop_assert!(!is_night(now), "sends at night");
            prop_assert!(now < state.deadline && now < state.starts_at, "sends after the end");
            prop_assert!(*look_again_at > now && *look_again_at <= state.deadline);
            prop_assert!(
                state.pending(now) + volunteers.len() <= most_pending(state),
                "too many pending"
            );
        }
        Step::Wait { until } => prop_assert!(*until > now && *until <= state.deadline),
        Step::GiveUp {
            why: GiveUpReason::DeadlinePassed,
        } => prop_assert!(now >= state.deadline.min(state.starts_at)),
        Step::GiveUp {
            why: GiveUpReason::NobodyLeft,
        } => prop_assert!(state.candidates.is_empty()),
        Step::GiveUp {
            why: GiveUpReason::TooLateForMail,
        } => {
            prop_assert!(
                is_night(now) && !state.candidates.is_empty() && !state.offers.iter().any(Offer::is_answerable)
            );
        }
        Step::Done => prop_assert_eq!(state.openings_open, 0),
    }
    prop_assert_eq!(state.openings_open == 0, *step == Step::Done);
    Ok(())
}

#[derive(Clone, Copy, Debug)]
enum Behaviour {
    Yes(i64),
    No(i64),
    Silence,
    Bounce,
}

fn behaviour() -> impl Strategy<Value = Behaviour> {
    prop_oneof![
        1 => (0..1000i64).prop_map(Behaviour::Yes),
        3 => (0..1000i64).prop_map(Behaviour::No),
        3 => Just(Behaviour::Silence),
        1 => Just(Behaviour::Bounce),
    ]
}

/// When the offer to this volunteer changes by itself, and to what.
fn reaction(behaviour: Behaviour, sent_at: DateTime<Utc>) -> Option<(DateTime<Utc>, OfferState)> {
    match behaviour {
        Behaviour::Yes(minutes) => Some((sent_at + Duration::minutes(minutes), OfferState::Accepted)),
        Behaviour::No(minutes) => Some((sent_at + Duration::minutes(minutes), OfferState::Declined)),
        Behaviour::Bounce => Some((sent_at + Duration::minutes(1), OfferState::Bounced)),
        Behaviour::Silence => None,
    }
}

proptest! {
    #[test]
    fn every_step_keeps_the_rules((state, now) in any_moment()) {
        let step = next_step(&state, now);
        check(&state, now, &step)?;
        prop_assert_eq!(step, next_step(&state, now));
    }

    #[test]
    fn a_whole_search_keeps_the_rules_and_ends(
        filed_at in start_of_search(),
        ahead in 1..20_000i64,
        behaviours in vec(behaviour(), 0..15),
        hand_over in 0..40i64,
    ) {
        let mut now = filed_at;
        let starts_at = filed_at + Duration::minutes(ahead);
        let deadline = deadline_for(filed_at, starts_at, Duration::hours(48), Duration::hours(4), &quiet());
        prop_assert!(filed_at < deadline && deadline <= starts_at);
        let mut state = State { deadline, starts_at, candidates: ids(0..behaviours.len() as u128), ..state() };
        for _ in 0..400 {
            let step = next_step(&state, now);
            check(&state, now, &step)?;
            let look = match step {
                Step::Send { volunteers, look_again_at } => {
                    let sent_at = now + Duration::seconds(hand_over);
                    let answer_by = answer_by(sent_at, starts_at, deadline, state.answer_window, &state.quiet);
                    let sent = OfferState::Sent { sent_at, answer_by };
                    state.offers.extend(volunteers.iter().map(|volunteer| Offer { volunteer: *volunteer, state: sent }));
                    state.candidates.retain(|one| !volunteers.contains(one));
                    look_again_at
                }
                Step::Wait { until } => until,
                Step::GiveUp { .. } | Step::Done => return Ok(()),
            };
            let reactions = state.offers.iter().enumerate().filter_map(|(index, offer)| {
                let OfferState::Sent { sent_at, .. } = offer.state else { return None };
                let (when, after) = reaction(behaviours[offer.volunteer.as_u128() as usize], sent_at)?;
                Some((when, index, after))
            });
            match reactions.min_by_key(|(when, index, _)| (*when, *index)).filter(|(when, ..)| *when <= look) {
                Some((when, index, after)) => {
                    state.offers[index].state = after;
                    state.openings_open -= u32::from(after == OfferState::Accepted);
                    now = now.max(when);
                }
                None => now = look,
            }
        }
        prop_assert!(false, "no end");
    }

    #[test]
    fn waking_time_adds_up(from in start_of_search(), minutes in 0..5000i64) {
        let time = Duration::minutes(minutes);
        let until = quiet().add_waking(from, time);
        prop_assert_eq!(quiet().waking_between(from, until), time);
        prop_assert!(until - from >= time);
        prop_assert_eq!(quiet().is_quiet(from), is_night(from));
        prop_assert!(!is_night(quiet().awake_from(from)));
    }
}
