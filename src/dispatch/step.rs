use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::{
    beat,
    deadlines::answer_by,
    pick,
    policy::Policy,
    rolling,
    state::{Candidate, Offer, OfferState, State},
    waves,
};

/// A mail that may be sent at the end of the quiet must leave at least this much time before the appointment:
/// to read it, to answer, to hear "yes" back and to get there.
const SENSE_IN_THE_MORNING: Duration = Duration::hours(2);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Ask these now, and look again then at the latest; earlier when an answer or a bounce comes.
    Send {
        volunteers: Vec<Uuid>,
        look_again_at: DateTime<Utc>,
    },
    /// Nothing to do before then, unless an answer or a bounce comes.
    Wait { until: DateTime<Utc> },
    /// The time to pick is over and nobody has: the best of those who are willing are booked.
    Choose,
    /// The search ends without success: the institution hears so, and a person takes over.
    GiveUp { why: GiveUpReason },
    /// Every place is filled or cancelled.
    Done,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GiveUpReason {
    /// Everybody who can was asked, nobody can say yes any more, and nobody may be asked again before the end.
    NobodyLeft,
    DeadlinePassed,
    /// It is night, and a mail in the morning would come too late. Nobody is woken; a person hears at once.
    TooLateForMail,
}

impl GiveUpReason {
    /// Stable: kept in task rows, and the key of the words in the locale files.
    pub fn code(self) -> &'static str {
        match self {
            Self::NobodyLeft => "nobody_left",
            Self::DeadlinePassed => "deadline_passed",
            Self::TooLateForMail => "too_late_for_mail",
        }
    }
}

/// What a search does now. `until` and `look_again_at` always lie after `now`.
pub fn next_step(state: &State, now: DateTime<Utc>) -> Step {
    if state.openings_open == 0 {
        return Step::Done;
    }
    let end = state.deadline.min(state.starts_at);
    if end <= now && state.willing() > 0 {
        return Step::Choose;
    }
    if end <= now {
        return Step::GiveUp {
            why: GiveUpReason::DeadlinePassed,
        };
    }
    let somebody_may_say_yes = state.offers.iter().any(|offer| offer.is_answerable());
    let unasked = unasked(state);
    let more_later = state.next_candidate_at.filter(|at| now < *at && *at < end);
    if unasked.is_empty() && !somebody_may_say_yes && more_later.is_none() {
        return Step::GiveUp {
            why: GiveUpReason::NobodyLeft,
        };
    }

    let volunteers = to_ask(state, &unasked, now);
    let awake_from = state.quiet.awake_from(now);
    if volunteers.is_empty() {
        Step::Wait {
            until: next_look(state, &unasked, now, end),
        }
    } else if awake_from <= now {
        Step::Send {
            look_again_at: next_look_after_sending(state, &unasked, &volunteers, now, end),
            volunteers,
        }
    } else if awake_from < end && awake_from + SENSE_IN_THE_MORNING <= state.starts_at {
        Step::Wait { until: awake_from }
    } else if somebody_may_say_yes {
        Step::Wait {
            until: next_look(state, &unasked, now, end),
        }
    } else {
        Step::GiveUp {
            why: GiveUpReason::TooLateForMail,
        }
    }
}

/// Whom the policy would ask at this moment, night or day.
fn to_ask(state: &State, unasked: &[Candidate], now: DateTime<Utc>) -> Vec<Uuid> {
    let count = match state.policy {
        Policy::Broadcast if state.offers.is_empty() => unasked.len(),
        Policy::Broadcast => 0,
        Policy::OneByOne { hours } => beat::due(state, hours, now),
        Policy::RollingK { k } => rolling::missing(k, state.openings_open, state.pending(now)),
        Policy::Pick { k } => pick::missing(k, state.openings_open, state.pending(now), state.willing()),
        Policy::Waves => waves::enough(state, unasked, now),
    };
    unasked
        .iter()
        .map(|candidate| candidate.volunteer)
        .take(count)
        .collect()
}

/// The candidates may have been read a moment before the offers: nobody is asked twice in a search.
fn unasked(state: &State) -> Vec<Candidate> {
    let was_asked = |volunteer: Uuid| state.offers.iter().any(|offer| offer.volunteer == volunteer);
    state
        .candidates
        .iter()
        .filter(|candidate| !was_asked(candidate.volunteer))
        .copied()
        .collect()
}

/// When the policy wants to look again; else when the search ends.
fn next_look(state: &State, unasked: &[Candidate], now: DateTime<Utc>, end: DateTime<Utc>) -> DateTime<Utc> {
    let look = match state.policy {
        Policy::Broadcast => None,
        Policy::OneByOne { hours } => beat::next(state, hours, now),
        Policy::RollingK { .. } | Policy::Pick { .. } => state.next_silence(now),
        Policy::Waves => Some(waves::next(state, unasked, now)),
    };
    // As long as others are left, nobody waits for who may be asked later.
    let more_later = state.next_candidate_at.filter(|at| now < *at && unasked.is_empty());
    [look, more_later].into_iter().flatten().fold(end, DateTime::min)
}

/// The new offers' time to answer begins at hand-over, a moment from now.
fn next_look_after_sending(
    state: &State,
    unasked: &[Candidate],
    asked: &[Uuid],
    now: DateTime<Utc>,
    end: DateTime<Utc>,
) -> DateTime<Utc> {
    let answer_by = answer_by(now, state.starts_at, end, state.answer_window, &state.quiet);
    let is_asked = |candidate: &Candidate| asked.contains(&candidate.volunteer);
    let offers = unasked.iter().filter(|one| is_asked(one)).map(|one| Offer {
        volunteer: one.volunteer,
        state: OfferState::Sent {
            sent_at: now,
            answer_by,
        },
        chance: one.chance,
    });
    let mut after = state.clone();
    after.offers.extend(offers);
    after.first_sent_at.get_or_insert(now);
    let left: Vec<_> = unasked.iter().copied().filter(|one| !is_asked(one)).collect();
    next_look(&after, &left, now, end)
}
