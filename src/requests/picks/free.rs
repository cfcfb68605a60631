//! Somebody had said yes and is not needed: they hear it, and their time is free again.

use serde_json::json;

use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{Freed, Mail, outbox},
    q,
    requests::{OfferId, Request, RequestId, Slot, search, store, store::Offer},
    tasks, timers,
    volunteers::VolunteerId,
};

/// Closes one such offer. The request is locked.
pub(in crate::requests) async fn free(tx: &mut Tx, act: &Act<'_>, offer: &Offer, why: Freed) -> Result<(), DbError> {
    q!(
        "UPDATE offer SET state = 'closed', ended_at = $1 WHERE id = $2 AND state = 'sent'",
        act.now,
        offer.id
    )
    .execute(tx)
    .await?;
    let params = json!({"offer": offer.id, "volunteer": offer.volunteer, "why": why.code()});
    act.audit(tx, "offer_freed", ("request", offer.request.0), params)
        .await?;
    let to = search::recipient(tx, offer.volunteer).await?;
    outbox::owe(tx, act, to, &Mail::HoldEnded { offer: offer.id, why }, act.now).await?;
    Ok(())
}

/// Everybody of the running search.
pub(in crate::requests) async fn free_all(
    tx: &mut Tx,
    act: &Act<'_>,
    request: &Request,
    why: Freed,
) -> Result<(), DbError> {
    for offer in super::willing(tx, request).await? {
        free(tx, act, &offer, why).await?;
    }
    tasks::settle(tx, act, request.id, &[tasks::Kind::Choose]).await
}

/// The first place that is booked fixes the date: whoever had said yes to another one is free again.
pub(in crate::requests) async fn free_other_dates(
    tx: &mut Tx,
    act: &Act<'_>,
    request: &Request,
    booked: &Slot,
) -> Result<(), DbError> {
    for offer in super::willing(tx, request).await? {
        if offer.willing_slot != Some(booked.id) {
            free(tx, act, &offer, Freed::Filled).await?;
        }
    }
    settle_if_nobody(tx, act, request.id).await
}

/// There is nothing to pick when nobody is willing any more.
pub(in crate::requests) async fn settle_if_nobody(
    tx: &mut Tx,
    act: &Act<'_>,
    request: RequestId,
) -> Result<(), DbError> {
    let offers = store::offers_of(tx, request).await?;
    if offers.iter().any(Offer::is_willing) {
        return Ok(());
    }
    tasks::settle(tx, act, request, &[tasks::Kind::Choose]).await
}

/// A volunteer pauses: whatever they have said yes to and nobody has picked yet. The requests are held, in order,
/// before any volunteer is.
pub async fn free_all_of(tx: &mut Tx, act: &Act<'_>, volunteer: VolunteerId) -> Result<(), DbError> {
    let held = q!(
        "SELECT id, request_id FROM offer
         WHERE volunteer_id = $1 AND willing_at IS NOT NULL AND state = 'sent' ORDER BY request_id, id",
        volunteer
    )
    .all::<(OfferId, RequestId)>(tx)
    .await?;
    for (offer, request) in held {
        store::lock(tx, request).await?;
        let Some(offer) = store::offer(tx, offer).await?.filter(Offer::is_willing) else {
            continue;
        };
        free(tx, act, &offer, Freed::Ended).await?;
        settle_if_nobody(tx, act, request).await?;
        timers::bring_forward(tx, timers::Kind::Search, offer.search.0, act.now).await?;
    }
    Ok(())
}
