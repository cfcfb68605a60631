use super::Closed;
use crate::{
    act::Act,
    database::{DbError, Tx},
    dispatch::Policy,
    keys::Keys,
    matching::Reason,
    requests::{
        AssignmentId, OfferId, OpeningState, Request, SlotId,
        assignments::book::{Booking, book},
        candidates, picks,
        store::{self, Offer, OfferState},
    },
    settings::Rules,
    volunteers,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accepted {
    pub assignment: AssignmentId,
    /// It had been accepted before; nothing changed.
    pub already: bool,
}

/// What became of a yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yes {
    Booked(Accepted),
    /// A coordinator picks among those who say yes: the time is held until then.
    Held,
}

impl Yes {
    pub fn assignment(self) -> Option<AssignmentId> {
        match self {
            Self::Booked(accepted) => Some(accepted.assignment),
            Self::Held => None,
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    #[error("every place is taken")]
    Taken,
    #[error("no longer possible: {0:?}")]
    NoLongerPossible(Vec<Reason>),
    #[error("closed: {0:?}")]
    Closed(Closed),
    #[error("no such offer or slot")]
    NotFound,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// The first yes wins, unless a coordinator picks. `slot` chooses among alternative dates; `None` takes the first that fits.
///
/// Locks the request, then the volunteer, so that two requests cannot take the same person at once,
/// and asks matching once more before it writes.
pub async fn accept(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    keys: &Keys,
    offer: OfferId,
    slot: Option<SlotId>,
) -> Result<Yes, AcceptError> {
    let found = store::offer(tx, offer).await?.ok_or(AcceptError::NotFound)?;
    store::lock(tx, found.request).await?;
    // Read again: what was true before the lock may not be now.
    let offer = store::offer(tx, offer).await?.ok_or(AcceptError::NotFound)?;
    let request = store::get(tx, offer.request).await?.ok_or(AcceptError::NotFound)?;
    if let Some(standing) = request
        .assignments
        .iter()
        .find(|standing| standing.volunteer == offer.volunteer)
    {
        return Ok(Yes::Booked(Accepted {
            assignment: standing.id,
            already: true,
        }));
    }
    let opening = open_place(act, &request, &offer)?;
    volunteers::lock(tx, offer.volunteer).await?;
    let assessment = candidates::assess_one(tx, rules, &request, offer.volunteer, act.now)
        .await?
        .ok_or(AcceptError::NotFound)?;
    let slot = choose(&request, slot, assessment.fitting_slots()).map_err(|known| {
        if known {
            AcceptError::NoLongerPossible(reasons(&assessment))
        } else {
            AcceptError::NotFound
        }
    })?;

    if picks_among_the_willing(&request) {
        picks::hold(tx, act, rules, &request, &offer, slot).await?;
        return Ok(Yes::Held);
    }
    let booking = Booking {
        request: &request,
        opening,
        slot,
        volunteer: offer.volunteer,
        offer: Some(offer.id),
        by_hand: None,
        chosen: None,
    };
    Ok(Yes::Booked(Accepted {
        assignment: book(tx, act, keys, &booking).await?,
        already: false,
    }))
}

fn picks_among_the_willing(request: &Request) -> bool {
    let running = request.search.as_ref();
    running.is_some_and(|search| matches!(search.policy, Policy::Pick { .. }))
}

fn open_place(act: &Act<'_>, request: &Request, offer: &Offer) -> Result<crate::requests::OpeningId, AcceptError> {
    let closed = |why| Err(AcceptError::Closed(why));
    if request.cancelled_at.is_some() {
        return closed(Closed::Cancelled);
    }
    if request.slots.iter().all(|slot| slot.starts_at <= act.now) {
        return closed(Closed::Past);
    }
    if offer.state == OfferState::Accepted {
        return closed(Closed::AlreadyAnswered);
    }
    if let Some(opening) = request
        .openings
        .iter()
        .find(|opening| opening.state == OpeningState::Open)
    {
        let running = request.search.as_ref().filter(|search| search.ended_at.is_none());
        // An offer of an earlier round was closed with it; its volunteer may be asked again.
        return match running {
            // Closed although its search runs: a ban took it back.
            Some(search) if search.id == offer.search && offer.state != OfferState::Closed => Ok(opening.id),
            _ => closed(Closed::SearchEnded),
        };
    }
    if request
        .openings
        .iter()
        .any(|opening| opening.state == OpeningState::Unfilled)
    {
        return closed(Closed::SearchEnded);
    }
    Err(AcceptError::Taken)
}

/// The slot wished for, if it is this request's and fits. `Err(true)`: known, but it does not fit.
fn choose<'a>(
    request: &'a Request,
    wish: Option<SlotId>,
    fitting: &[uuid::Uuid],
) -> Result<&'a crate::requests::Slot, bool> {
    let fits = |slot: &&crate::requests::Slot| fitting.contains(&slot.id.0);
    match wish {
        None => request.slots.iter().find(fits).ok_or(true),
        Some(wish) => {
            let slot = request.slots.iter().find(|slot| slot.id == wish).ok_or(false)?;
            Some(slot).filter(fits).ok_or(true)
        }
    }
}

/// Every reason, also when the volunteer could come on another date than the one chosen.
fn reasons(assessment: &crate::matching::Assessment) -> Vec<Reason> {
    let mut reasons = assessment.reasons().to_vec();
    for reason in assessment.slots.iter().flat_map(|slot| &slot.reasons) {
        if !reasons.contains(reason) {
            reasons.push(reason.clone());
        }
    }
    reasons
}
