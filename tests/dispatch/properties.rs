//! Whatever has happened so far, and through whole searches with volunteers who do anything.

use chrono::{DateTime, Duration, Timelike, Utc};
use chrono_tz::Europe::Berlin;
use proptest::{collection::vec, prelude::*};
use sprachpool::dispatch::*;
use uuid::Uuid;

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
        Just(OfferState::Willing),
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

fn policy() -> impl Strategy<Value = Policy> {
    prop_oneof![
        Just(Policy::Broadcast),
        Just(Policy::Waves),
        (1..9u32).prop_map(|hours| Policy::OneByOne { hours }),
        (1..5u32).prop_map(|k| Policy::RollingK { k }),
        (1..5u32).prop_map(|k| Policy::Pick { k }),
    ]
}

/// Chances that add up to certainty, and such that hardly count.
fn some_candidates(count: u128, chance: u8) -> Vec<Candidate> {
    let chance = f64::from(chance) / 100.0;
    ids(0..count)
        .into_iter()
        .map(|volunteer| Candidate { volunteer, chance })
        .collect()
}

fn any_moment() -> impl Strategy<Value = (State, DateTime<Utc>)> {
    start_of_search().prop_flat_map(|now| {
        let offers = vec(offer_state(now), 0..8);
        let later = prop::option::of(-100..9000i64);
        let people = (0..10u128, 1..96u8);
        let times = (-600..4000i64, 0..2000i64, -600..4000i64, later);
        (offers, people, times, policy(), 0..4u32).prop_map(
            move |(offers, (candidates, chance), (deadline, lead, target, later), policy, openings_open)| {
                let deadline = now + Duration::minutes(deadline);
                let offers: Vec<_> = offers
                    .into_iter()
                    .zip(100..)
                    .map(|(state, n)| offer(n, state))
                    .collect();
                let starts_at = deadline + Duration::minutes(lead);
                (
                    State {
                        policy,
                        openings_open,
                        deadline,
                        starts_at,
                        first_sent_at: offers.iter().filter_map(Offer::sent_at).min(),
                        offers,
                        candidates: some_candidates(candidates, chance),
                        next_candidate_at: later.map(|minutes| now + Duration::minutes(minutes)),
                        target: now + Duration::minutes(target),
                        started_at: now - Duration::days(2),
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
    match state.policy {
        Policy::RollingK { k } => k.max(state.openings_open) as usize,
        // Whoever is willing counts: nobody is asked in vain.
        Policy::Pick { k } => (k.max(state.openings_open) as usize).saturating_sub(state.willing()),
        _ => usize::MAX,
    }
}

/// What must hold for one step in any state.
fn check(state: &State, now: DateTime<Utc>, step: &Step) -> Result<(), TestCaseError> {
    match step {
        Step::Send {
            volunteers,
            look_again_at,
        } => {
            let can = |one: &Uuid| state.candidates.iter().any(|candidate| candidate.volunteer == *one);
            prop_assert!(!volunteers.is_empty() && volunteers.iter().all(can));
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
        } => prop_assert!(now >= state.deadline.min(state.starts_at) && state.willing() == 0),
        // Whoever has said yes is booked, not given up, however empty the desk is.
        Step::Choose => {
            prop_assert!(now >= state.deadline.min(state.starts_at) && state.willing() > 0);
        }
        Step::GiveUp {
            why: GiveUpReason::NobodyLeft,
        } => {
            prop_assert!(state.candidates.is_empty() && !state.offers.iter().any(Offer::is_answerable));
            let later = state
                .next_candidate_at
                .filter(|at| now < *at && *at < state.deadline.min(state.starts_at));
            prop_assert_eq!(later, None, "somebody can be asked later");
        }
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
        policy in policy(),
        chance in 1..96u8,
    ) {
        let mut now = filed_at;
        let starts_at = filed_at + Duration::minutes(ahead);
        let deadline = deadline_for(filed_at, starts_at, Duration::hours(4), &quiet());
        prop_assert!(filed_at < deadline && deadline <= starts_at);
        let candidates = some_candidates(behaviours.len() as u128, chance);
        let target = deadline.min(filed_at + Duration::hours(48));
        let mut state = State { policy, deadline, starts_at, target, started_at: filed_at, candidates, ..state() };
        for _ in 0..400 {
            let step = next_step(&state, now);
            check(&state, now, &step)?;
            let look = match step {
                Step::Send { volunteers, look_again_at } => {
                    let sent_at = now + Duration::seconds(hand_over);
                    let answer_by = answer_by(sent_at, starts_at, deadline, state.answer_window, &state.quiet);
                    let sent = OfferState::Sent { sent_at, answer_by };
                    state.first_sent_at.get_or_insert(now);
                    let chance = f64::from(chance) / 100.0;
                    let offer = |volunteer: &Uuid| Offer { volunteer: *volunteer, state: sent, chance };
                    state.offers.extend(volunteers.iter().map(offer));
                    state.candidates.retain(|one| !volunteers.contains(&one.volunteer));
                    look_again_at
                }
                Step::Wait { until } => until,
                Step::Choose => {
                    prop_assert!(matches!(policy, Policy::Pick { .. }), "nobody else waits");
                    return Ok(());
                }
                Step::GiveUp { .. } | Step::Done => return Ok(()),
            };
            let reactions = state.offers.iter().enumerate().filter_map(|(index, offer)| {
                let OfferState::Sent { sent_at, .. } = offer.state else { return None };
                let (when, after) = reaction(behaviours[offer.volunteer.as_u128() as usize], sent_at)?;
                Some((when, index, after))
            });
            match reactions.min_by_key(|(when, index, _)| (*when, *index)).filter(|(when, ..)| *when <= look) {
                Some((when, index, after)) => {
                    // Where a coordinator picks, a yes waits.
                    let picks = matches!(policy, Policy::Pick { .. });
                    let after = if picks && after == OfferState::Accepted { OfferState::Willing } else { after };
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
