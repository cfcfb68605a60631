//! What a running search does at a moment, and from what it decides so.

use chrono::{DateTime, Duration, Utc};

use super::{
    OpeningState, Request, Search,
    best::{Best, best},
    candidates::Assessed,
    search::quiet,
    store::{self, Offer, OfferState},
};
use crate::{
    database::{DbError, Tx},
    dispatch::{self, Policy, State, Step},
    forecast,
    settings::Rules,
};

#[derive(Debug)]
pub struct Decision {
    pub step: Step,
    /// Who can, the best first, as far as the step needed them: everybody it sends to is among them.
    pub people: Vec<Assessed>,
}

/// What the search does `at` that time, by what is known `now`. `None`: none is running.
///
/// Few of those who can are asked at a time. So only the best are read, and more if the step would ask all of them:
/// no policy looks further down the list than it sends.
pub async fn decide(
    tx: &mut Tx,
    rules: &Rules,
    request: &Request,
    now: DateTime<Utc>,
    at: DateTime<Utc>,
) -> Result<Option<Decision>, DbError> {
    let Some(search) = request.search.as_ref().filter(|search| search.ended_at.is_none()) else {
        return Ok(None);
    };
    let offers = store::offers_of(tx, request.id).await?;
    let offers: Vec<_> = offers.into_iter().filter(|offer| offer.search == search.id).collect();
    let mut step = None;
    let found = best(tx, rules, request, now, |found| {
        if search.policy == Policy::Broadcast && !found.all {
            return false;
        }
        let next = dispatch::next_step(&state(rules, request, search, &offers, found, now), at);
        let asks_all = matches!(&next, Step::Send { volunteers, .. } if volunteers.len() >= found.people.len());
        step = Some(next);
        !asks_all
    })
    .await?;
    let people = found.people;
    Ok(step.map(|step| Decision { step, people }))
}

/// All that is known `now`, with everybody who can.
pub(super) async fn situation(
    tx: &mut Tx,
    rules: &Rules,
    request: &Request,
    search: &Search,
    now: DateTime<Utc>,
) -> Result<State, DbError> {
    let offers = store::offers_of(tx, request.id).await?;
    let offers: Vec<_> = offers.into_iter().filter(|offer| offer.search == search.id).collect();
    let found = best(tx, rules, request, now, |_| false).await?;
    Ok(state(rules, request, search, &offers, &found, now))
}

fn state(
    rules: &Rules,
    request: &Request,
    search: &Search,
    offers: &[Offer],
    found: &Best,
    now: DateTime<Utc>,
) -> State {
    let open = request
        .openings
        .iter()
        .filter(|opening| opening.state == OpeningState::Open)
        .count();
    State {
        policy: search.policy,
        openings_open: u32::try_from(open).unwrap_or(0),
        deadline: search.deadline,
        starts_at: request.slots.iter().map(|slot| slot.starts_at).max().unwrap_or(now),
        quiet: quiet(rules),
        answer_window: Duration::hours(rules.numbers().offer_answer_hours),
        first_sent_at: offers.iter().map(|offer| offer.created_at).min(),
        offers: offers
            .iter()
            .map(|offer| dispatch::Offer {
                volunteer: offer.volunteer.0,
                state: seen(offer),
                chance: chance(offer.chance_milli.unwrap_or_default()),
            })
            .collect(),
        candidates: found
            .people
            .iter()
            .filter_map(|one| {
                Some(dispatch::Candidate {
                    volunteer: one.volunteer.0,
                    chance: chance(one.assessment.rank()?.chance_milli().into()),
                })
            })
            .collect(),
        next_candidate_at: found.next_at,
        started_at: search.started_at,
        target: search.target,
        asleep: quiet(rules),
        waves: rules.dispatch().waves(),
    }
}

fn chance(milli: i64) -> f64 {
    milli as f64 / forecast::MILLI
}

/// An offer's state as dispatch sees it.
fn seen(offer: &Offer) -> dispatch::OfferState {
    match (offer.state, offer.sent_at, offer.answer_by) {
        _ if offer.is_willing() => dispatch::OfferState::Willing,
        (OfferState::Sent, Some(sent_at), Some(answer_by)) => dispatch::OfferState::Sent { sent_at, answer_by },
        (OfferState::Queued | OfferState::Sent, _, _) => dispatch::OfferState::Queued,
        (OfferState::Accepted, _, _) => dispatch::OfferState::Accepted,
        (OfferState::Declined, _, _) => dispatch::OfferState::Declined,
        (OfferState::Closed, _, _) => dispatch::OfferState::Closed,
        (OfferState::Bounced, _, _) => dispatch::OfferState::Bounced,
    }
}
