use crate::{
    act::Act,
    database::{DbError, Tx},
    keys::Keys,
    matching::{self, Reason},
    requests::{
        AssignmentId, OfferId, OpeningState, Request, RequestId, Slot,
        assignments::book::{Booking, Chosen, book},
        candidates,
        offers::Accepted,
        store::{self, Offer},
    },
    settings::Rules,
    volunteers,
};

#[derive(Debug, thiserror::Error)]
pub enum ChooseError {
    #[error("every place is taken")]
    Taken,
    /// Cancelled, past, or the search has ended.
    #[error("nothing is chosen any more")]
    Over,
    /// Has taken the yes back meanwhile, or never said it.
    #[error("not willing")]
    NotWilling,
    #[error("no longer possible: {0:?}")]
    NoLongerPossible(Vec<Reason>),
    #[error("no such request or offer")]
    NotFound,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// A coordinator picks one of those who said yes. The same locks and the same matching as for any other booking.
/// With the last place the others hear that their time is free again. Twice the same is done once.
pub async fn choose(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    keys: &Keys,
    request: RequestId,
    offer: OfferId,
) -> Result<Accepted, ChooseError> {
    if !store::lock(tx, request).await? {
        return Err(ChooseError::NotFound);
    }
    let request = store::get(tx, request).await?.ok_or(ChooseError::NotFound)?;
    let offer = store::offer(tx, offer).await?.ok_or(ChooseError::NotFound)?;
    if offer.request != request.id {
        return Err(ChooseError::NotFound);
    }
    let standing = request.assignments.iter().find(|one| one.volunteer == offer.volunteer);
    if let Some(standing) = standing {
        return Ok(Accepted {
            assignment: standing.id,
            already: true,
        });
    }
    let is = |state| request.openings.iter().any(|opening| opening.state == state);
    if !is(OpeningState::Open) && is(OpeningState::Filled) && !is(OpeningState::Unfilled) {
        return Err(ChooseError::Taken);
    }
    let running = request.search.as_ref().filter(|search| search.ended_at.is_none());
    if running.is_none() || request.cancelled_at.is_some() {
        return Err(ChooseError::Over);
    }
    if super::willing_among(&request, std::slice::from_ref(&offer))
        .next()
        .is_none()
    {
        return Err(ChooseError::NotWilling);
    }
    volunteers::lock(tx, offer.volunteer).await?;
    let assessment = candidates::assess_one(tx, rules, &request, offer.volunteer, act.now)
        .await?
        .ok_or(ChooseError::NotFound)?;
    let slot = held_slot(&request, &offer).filter(|slot| assessment.fitting_slots().contains(&slot.id.0));
    let Some(slot) = slot else {
        return Err(ChooseError::NoLongerPossible(assessment.reasons().to_vec()));
    };
    let assignment = write(tx, act, keys, &request, (&offer, slot), Chosen::ByPerson).await?;
    Ok(Accepted {
        assignment: assignment.ok_or(ChooseError::Taken)?,
        already: false,
    })
}

/// Nobody has picked in time: the best of those who still can, until every place is filled. The request is locked.
/// Afterwards a place may be left, if fewer are willing and able.
pub(in crate::requests) async fn choose_best(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    keys: &Keys,
    request: RequestId,
) -> Result<(), DbError> {
    let first = store::get(tx, request).await?.ok_or(DbError::RowNotFound)?;
    let mut volunteers: Vec<_> = super::willing(tx, &first)
        .await?
        .iter()
        .map(|one| one.volunteer)
        .collect();
    volunteers.sort();
    for volunteer in volunteers {
        volunteers::lock(tx, volunteer).await?;
    }
    loop {
        // Read again after each: the first booking may fix the date, the last one ends the search.
        let request = store::get(tx, request).await?.ok_or(DbError::RowNotFound)?;
        let Some((offer, slot)) = best(tx, act, rules, &request).await? else {
            return Ok(());
        };
        if write(tx, act, keys, &request, (&offer, slot), Chosen::ByService)
            .await?
            .is_none()
        {
            return Ok(());
        }
    }
}

async fn best<'a>(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    request: &'a Request,
) -> Result<Option<(Offer, &'a Slot)>, DbError> {
    let mut able = Vec::new();
    for offer in super::willing(tx, request).await? {
        let assessed = candidates::assess_one(tx, rules, request, offer.volunteer, act.now).await?;
        if let (Some(assessed), Some(slot)) = (assessed, held_slot(request, &offer))
            && assessed.fitting_slots().contains(&slot.id.0)
        {
            able.push((offer, slot, assessed));
        }
    }
    let order = matching::ranked(able.iter().map(|(_, _, assessed)| assessed));
    let first = order.first().map(|assessed| assessed.volunteer);
    let found = able.into_iter().find(|(offer, ..)| Some(offer.volunteer.0) == first);
    Ok(found.map(|(offer, slot, _)| (offer, slot)))
}

fn held_slot<'a>(request: &'a Request, offer: &Offer) -> Option<&'a Slot> {
    request
        .possible_slots()
        .find(|slot| Some(slot.id) == offer.willing_slot)
}

/// `None`: every place is taken.
async fn write(
    tx: &mut Tx,
    act: &Act<'_>,
    keys: &Keys,
    request: &Request,
    (offer, slot): (&Offer, &Slot),
    chosen: Chosen,
) -> Result<Option<AssignmentId>, DbError> {
    let mut openings = request.openings.iter();
    let Some(opening) = openings.find(|opening| opening.state == OpeningState::Open) else {
        return Ok(None);
    };
    let booking = Booking {
        request,
        opening: opening.id,
        slot,
        volunteer: offer.volunteer,
        offer: Some(offer.id),
        by_hand: None,
        chosen: Some(chosen),
    };
    book(tx, act, keys, &booking).await.map(Some)
}
