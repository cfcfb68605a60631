use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::{policy::Policy, quiet::QuietHours};

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
    pub candidates: Vec<Uuid>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    pub volunteer: Uuid,
    pub state: OfferState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferState {
    /// In the outbox; the time to answer begins when the mail is handed over.
    Queued,
    Sent {
        sent_at: DateTime<Utc>,
        answer_by: DateTime<Utc>,
    },
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

    /// A yes may still come, from a silent one too.
    pub fn is_answerable(&self) -> bool {
        matches!(self.state, OfferState::Queued | OfferState::Sent { .. })
    }
}

impl State {
    pub fn pending(&self, now: DateTime<Utc>) -> usize {
        self.offers.iter().filter(|offer| offer.is_pending(now)).count()
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
