//! Adaptive waves: as few as are likely to be enough.
//!
//! Until the service target, or else the deadline, there is time for some waves. Each asks so many that all
//! together find somebody with the wanted certainty; pending offers count with the chance that is left of them.

use chrono::{DateTime, Duration, Utc};

use super::state::{Candidate, Offer, OfferState, State};

/// How waves ask. `sprachpool simulate` shows what each number does; docs/dispatch.md tells it in words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Waves {
    /// Waking hours from one wave to the next.
    pub hours: f64,
    /// The chance, 0 to 1, that all waves until the target together find somebody.
    pub certainty: f64,
    /// The same for an appointment that is near when its search begins.
    pub short_notice_certainty: f64,
    /// So many hours before the start, by the clock, a search counts as near.
    pub short_notice: Duration,
    /// The more waves, the fewer mails; beyond this many it only takes longer.
    pub most: f64,
}

/// Half of those who answer do so within so many waking hours.
const MEDIAN_ANSWER_HOURS: f64 = 4.0;

/// How many of the candidates to ask now, the best first.
pub(super) fn enough(state: &State, unasked: &[Candidate], now: DateTime<Utc>) -> usize {
    let goal = goal(state, now);
    let mut yeses = Yeses::none(state.openings_open);
    for offer in &state.offers {
        yeses.may_come(left(state, offer, now));
    }
    let mut count = 0;
    for candidate in unasked {
        if yeses.fill_every_place() >= goal {
            break;
        }
        yeses.may_come(candidate.chance.clamp(0.0, 1.0));
        count += 1;
    }
    count
}

/// How likely it is that 0, 1, 2, … say yes, for fewer than there are places.
struct Yeses(Vec<f64>);

impl Yeses {
    fn none(places: u32) -> Self {
        let mut chances = vec![0.0; places as usize];
        if let Some(first) = chances.first_mut() {
            *first = 1.0;
        }
        Self(chances)
    }

    fn may_come(&mut self, chance: f64) {
        for count in (0..self.0.len()).rev() {
            let one_less = count.checked_sub(1).map_or(0.0, |less| self.0[less]);
            self.0[count] = self.0[count] * (1.0 - chance) + one_less * chance;
        }
    }

    fn fill_every_place(&self) -> f64 {
        1.0 - self.0.iter().sum::<f64>()
    }
}

/// The certainty of this wave, so that all waves until the target come to the wanted one.
fn goal(state: &State, now: DateTime<Utc>) -> f64 {
    let waves = &state.waves;
    let by = if now < state.target {
        state.target.min(state.deadline)
    } else {
        state.deadline
    };
    let left = hours(state.asleep.waking_between(now, by));
    let so_many = (left / waves.hours).clamp(1.0, waves.most);
    let is_near = state.starts_at - state.started_at < waves.short_notice;
    let certainty = if is_near {
        waves.short_notice_certainty
    } else {
        waves.certainty
    };
    1.0 - (1.0 - certainty).powf(1.0 / so_many)
}

/// What is left of an offer's chance after so much silence.
fn left(state: &State, offer: &Offer, now: DateTime<Utc>) -> f64 {
    let sent_at = match offer.state {
        OfferState::Queued => now,
        OfferState::Sent { sent_at, .. } => sent_at,
        _ => return 0.0,
    };
    let silent = hours(state.asleep.waking_between(sent_at, now));
    // Answers come the slower the longer one waits: a heavy tail.
    let still_to_come = 1.0 / (1.0 + silent / MEDIAN_ANSWER_HOURS);
    let chance = offer.chance;
    chance * still_to_come / (1.0 - chance * (1.0 - still_to_come))
}

/// However sure a search is, it looks again after so many waves: people come and go.
const LOOK_AFTER: usize = 8;

/// The next wave that will ask somebody, if nothing happens before.
pub(super) fn next(state: &State, unasked: &[Candidate], now: DateTime<Utc>) -> DateTime<Utc> {
    let wave = Duration::microseconds((state.waves.hours * 3.6e9) as i64);
    let mut at = now;
    for _ in 0..LOOK_AFTER {
        at = state.asleep.add_waking(at, wave);
        if enough(state, unasked, at) > 0 {
            break;
        }
    }
    at
}

fn hours(time: Duration) -> f64 {
    time.num_microseconds().unwrap_or(i64::MAX) as f64 / 3.6e9
}
