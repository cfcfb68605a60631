//! A beat that goes on from the first offer, whatever happens: one more at each.

use chrono::{DateTime, Duration, Utc};

use super::state::{OfferState, State};

/// How many to ask now: one at the beginning, one for each beat since, one for each no.
pub(super) fn due(state: &State, hours: u32, now: DateTime<Utc>) -> usize {
    let declined = state
        .offers
        .iter()
        .filter(|offer| offer.state == OfferState::Declined)
        .count();
    let passed = beats(state, hours).skip(1).take_while(|beat| *beat <= now).count();
    (1 + passed + declined).saturating_sub(state.offers.len())
}

pub(super) fn next(state: &State, hours: u32, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    beats(state, hours).find(|beat| now < *beat)
}

/// From the first offer on; one that falls into the quiet waits for its end, and the next counts from there.
pub(super) fn beats(state: &State, hours: u32) -> impl Iterator<Item = DateTime<Utc>> {
    let (asleep, quiet) = (state.asleep.clone(), state.quiet.clone());
    std::iter::successors(state.first_sent_at, move |beat| {
        Some(quiet.awake_from(asleep.add_waking(*beat, Duration::hours(i64::from(hours)))))
    })
}
