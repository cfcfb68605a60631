use super::book::{Booking, ByHandNote, book};
use crate::{
    act::Act,
    database::{DbError, Tx},
    keys::Keys,
    links,
    matching::Reason,
    requests::{
        CheckState, OfferId, OpeningId, OpeningState, Request, RequestId, SlotId, candidates,
        offers::Accepted,
        store::{self, OfferState},
    },
    settings::Rules,
    volunteers::{self, VolunteerId},
};

/// What a coordinator decided after a phone call.
#[derive(Clone, Debug)]
pub struct ByHand {
    pub request: RequestId,
    pub volunteer: VolunteerId,
    pub slot: SlotId,
    /// Why all the same, where reasons speak against it.
    pub why: Option<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum AssignError {
    /// Some of these nobody may override.
    #[error("cannot be: {0:?}")]
    Refused(Vec<Reason>),
    /// All of these may be overridden, with a reason in writing.
    #[error("wants a reason: {0:?}")]
    NeedsReason(Vec<Reason>),
    #[error("every place is taken")]
    Taken,
    #[error("cancelled, closed or past")]
    Over,
    #[error("no such request, volunteer or date")]
    NotFound,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Assigns a volunteer by hand, with or without a running search. The same locks and the same matching as for a
/// yes by link: nobody is booked twice by hand either. Twice the same is done once.
pub async fn assign(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    keys: &Keys,
    wish: &ByHand,
) -> Result<Accepted, AssignError> {
    if !store::lock(tx, wish.request).await? {
        return Err(AssignError::NotFound);
    }
    let request = store::get(tx, wish.request).await?.ok_or(AssignError::NotFound)?;
    let standing = request.assignments.iter().find(|one| one.volunteer == wish.volunteer);
    if let Some(standing) = standing {
        return Ok(Accepted {
            assignment: standing.id,
            already: true,
        });
    }
    let opening = place(act, &request)?;
    let slot = request.possible_slots().find(|slot| slot.id == wish.slot);
    let slot = slot.ok_or(AssignError::NotFound)?;
    match volunteers::lock(tx, wish.volunteer).await {
        Err(DbError::RowNotFound) => return Err(AssignError::NotFound),
        locked => locked?,
    }
    let against = candidates::against(tx, rules, &request, wish.volunteer, slot.id, act.now)
        .await?
        .ok_or(AssignError::NotFound)?;
    let why = wish.why.as_deref().map(str::trim).filter(|why| !why.is_empty());
    if against.iter().any(|reason| !reason.may_be_overridden()) {
        return Err(AssignError::Refused(against));
    }
    if !against.is_empty() && why.is_none() {
        return Err(AssignError::NeedsReason(against));
    }
    let booking = Booking {
        request: &request,
        opening,
        slot,
        volunteer: wish.volunteer,
        offer: open_offer(tx, &request, wish.volunteer).await?,
        by_hand: Some(ByHandNote {
            overridden: against.iter().map(Reason::code).collect(),
            why: why.filter(|_| !against.is_empty()),
        }),
        chosen: None,
    };
    // Whoever was never asked by mail has no link for a pause yet.
    let over = slot.ends_at + chrono::Duration::days(30);
    links::create(tx, act, keys, links::Purpose::Pause, wish.volunteer.0, over).await?;
    let assignment = book(tx, act, keys, &booking).await?;
    Ok(Accepted {
        assignment,
        already: false,
    })
}

/// An open place first; else one that the search had given up.
fn place(act: &Act<'_>, request: &Request) -> Result<OpeningId, AssignError> {
    // Nobody is sent anywhere before a coordinator has approved it.
    let undecided = request.open_check().is_some() || request.check_is(CheckState::Refused);
    if request.cancelled_at.is_some() || request.is_closed() || undecided {
        return Err(AssignError::Over);
    }
    if request.possible_slots().all(|slot| slot.starts_at <= act.now) {
        return Err(AssignError::Over);
    }
    let first = |state| request.openings.iter().find(|opening| opening.state == state);
    first(OpeningState::Open)
        .or_else(|| first(OpeningState::Unfilled))
        .map(|opening| opening.id)
        .ok_or(AssignError::Taken)
}

/// The volunteer's offer of the running search, if it waits for an answer: this is the answer.
async fn open_offer(tx: &mut Tx, request: &Request, volunteer: VolunteerId) -> Result<Option<OfferId>, DbError> {
    let running = request.search.as_ref().filter(|search| search.ended_at.is_none());
    let Some(running) = running else {
        return Ok(None);
    };
    let offers = store::offers_of(tx, request.id).await?;
    let waits = |state| matches!(state, OfferState::Queued | OfferState::Sent);
    let offer = offers
        .iter()
        .find(|offer| offer.search == running.id && offer.volunteer == volunteer && waits(offer.state));
    Ok(offer.map(|offer| offer.id))
}
