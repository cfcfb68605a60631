use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::{policy::Policy, quiet::QuietHours, waves::Waves};

/// All that decides what a search does next.
#[derive(Clone, Debug)]
pub struct State {
    pub policy: Policy,
    /// Places still to fill; 0 once filled or cancelled.
    pub openings_open: u32,
    /// The search ends then; see `deadline_for`.
    pub deadline: DateTime<Utc>,
    /// Start of the appointment; with several dates to choose from, of the latest.
    pub starts_at: DateTime<Utc>,
    pub quiet: QuietHours,
    /// Waking time a volunteer has to answer before the next one is asked.
    pub answer_window: Duration,
    /// The offers of this search, in any order.
    pub offers: Vec<Offer>,
    /// Who can and was not asked in this search yet, best first.
    pub candidates: Vec<Candidate>,
    /// When somebody who can, but has had as many offers as the pool allows, may be asked again.
    pub next_candidate_at: Option<DateTime<Utc>>,
    /// When this search began; a new round after a withdrawal is a search of its own.
    pub started_at: DateTime<Utc>,
    /// When the first offer of this search went out.
    pub first_sent_at: Option<DateTime<Utc>>,
    /// By then the pool wants somebody to be found. The search goes on after it.
    pub target: DateTime<Utc>,
    /// When nobody is expected to look into their mails.
    pub asleep: QuietHours,
    pub waves: Waves,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offer {
    pub volunteer: Uuid,
    pub state: OfferState,
    /// The chance of a yes, 0 to 1, as it was forecast when the offer was made.
    pub chance: f64,
}

/// Somebody who can.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    pub volunteer: Uuid,
    /// The chance of a yes, 0 to 1, if asked now.
    pub chance: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferState {
    /// In the outbox; the time to answer begins when the mail is handed over.
    Queued,
    Sent {
        sent_at: DateTime<Utc>,
        answer_by: DateTime<Utc>,
    },
    /// Has said yes, and waits until a coordinator has picked.
    Willing,
    Accepted,
    Declined,
    /// Its link no longer answers.
    Expired,
    Bounced,
    Closed,
}

impl Offer {
    /// Waited for: nobody is asked in its place yet.
    pub fn is_pending(&self, now: DateTime<Utc>) -> bool {
        match self.state {
            OfferState::Queued => true,
            OfferState::Sent { answer_by, .. } => now < answer_by,
            _ => false,
        }
    }

    /// When it was handed over, of one that was not answered.
    pub fn sent_at(&self) -> Option<DateTime<Utc>> {
        match self.state {
            OfferState::Sent { sent_at, .. } => Some(sent_at),
            _ => None,
        }
    }

    /// Somebody may still come of it: a silent one may answer, a willing one may be picked.
    pub fn is_answerable(&self) -> bool {
        matches!(
            self.state,
            OfferState::Queued | OfferState::Sent { .. } | OfferState::Willing
        )
    }
}

impl State {
    pub fn pending(&self, now: DateTime<Utc>) -> usize {
        self.offers.iter().filter(|offer| offer.is_pending(now)).count()
    }

    /// How many have said yes and wait until a coordinator has picked.
    pub fn willing(&self) -> usize {
        let willing = |offer: &&Offer| offer.state == OfferState::Willing;
        self.offers.iter().filter(willing).count()
    }

    /// When the next pending offer turns silent, if any is with its volunteer.
    pub(super) fn next_silence(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let deadlines = self.offers.iter().filter_map(|offer| match offer.state {
            OfferState::Sent { answer_by, .. } => Some(answer_by),
            _ => None,
        });
        deadlines.filter(|answer_by| now < *answer_by).min()
    }
}
