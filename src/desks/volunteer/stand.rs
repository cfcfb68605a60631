//! What is true now of an offer, whatever was true when its mail went out. Pure.

use chrono::{DateTime, Utc};

use crate::{
    matching::{Assessment, Reason},
    requests::{
        OpeningState, Request, Slot, SlotId,
        store::{Offer, OfferState},
    },
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Can be answered: the dates that still fit, and whether the time for it is over.
    Open {
        slots: Vec<SlotId>,
        late: bool,
    },
    /// Has said yes, to this date; a coordinator picks.
    Willing {
        slot: SlotId,
    },
    /// This volunteer has it.
    Accepted,
    /// Said no; the dates for which a yes would still do.
    Declined {
        slots: Vec<SlotId>,
    },
    /// Had it and gave it back.
    GivenBack,
    /// Somebody else has it.
    Filled,
    Cancelled,
    Past,
    /// Its search is over: it found nobody, or a later one has begun.
    Expired,
    /// Closed before its search was over, whatever the reason. A ban shows as this too: it is never told.
    TakenBack,
    /// No volunteer any more.
    Left,
    /// Free, but not for this volunteer any more.
    Impossible(Vec<Reason>),
}

impl Stand {
    /// `assessment`: could this volunteer accept now?
    pub fn of(request: &Request, offer: &Offer, assessment: &Assessment, now: DateTime<Utc>) -> Self {
        let mine = request
            .assignments
            .iter()
            .find(|assignment| assignment.volunteer == offer.volunteer);
        if let Some(mine) = mine {
            let over = request
                .slots
                .iter()
                .any(|slot| slot.id == mine.slot && slot.ends_at <= now);
            return if over { Stand::Past } else { Stand::Accepted };
        }
        if request.cancelled_at.is_some() {
            return Stand::Cancelled;
        }
        if candidates(request).all(|slot| slot.starts_at <= now) {
            return Stand::Past;
        }
        if assessment.reasons().contains(&Reason::Retired) {
            return Stand::Left;
        }
        if offer.state == OfferState::Accepted {
            return Stand::GivenBack;
        }
        let is = |state| request.openings.iter().any(|opening| opening.state == state);
        if !is(OpeningState::Open) {
            return if is(OpeningState::Unfilled) {
                Stand::Expired
            } else {
                Stand::Filled
            };
        }
        let running = request
            .search
            .as_ref()
            .is_some_and(|search| search.id == offer.search && search.ended_at.is_none());
        if !running {
            return Stand::Expired;
        }
        if let Some(slot) = offer.willing_slot.filter(|_| offer.is_willing()) {
            return Stand::Willing { slot };
        }
        let slots: Vec<SlotId> = candidates(request)
            .map(|slot| slot.id)
            .filter(|slot| assessment.fitting_slots().contains(&slot.0))
            .collect();
        match offer.state {
            OfferState::Declined => Stand::Declined { slots },
            OfferState::Closed => Stand::TakenBack,
            _ if slots.is_empty() => Stand::impossible(assessment.reasons().to_vec()),
            _ => Stand::Open {
                slots,
                late: offer.answer_by.is_some_and(|by| by <= now),
            },
        }
    }

    pub fn impossible(reasons: Vec<Reason>) -> Self {
        if reasons.contains(&Reason::Banned) {
            Stand::TakenBack
        } else {
            Stand::Impossible(reasons)
        }
    }

    /// The dates that a yes may choose from; empty when there is nothing to answer.
    pub fn slots(&self) -> &[SlotId] {
        match self {
            Stand::Open { slots, .. } | Stand::Declined { slots } => slots,
            _ => &[],
        }
    }
}

/// The dates that may still take place: once somebody accepted, only theirs.
pub fn candidates(request: &Request) -> impl Iterator<Item = &Slot> {
    let fixed = request.fixed_slot();
    request
        .slots
        .iter()
        .filter(move |slot| fixed.is_none_or(|fixed| fixed == slot.id))
}
