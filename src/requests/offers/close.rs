use serde_json::json;

use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions::InstitutionId,
    mail::Freed,
    q,
    requests::{
        RequestId, picks,
        store::{self, OfferState},
    },
    timers,
    volunteers::VolunteerId,
};

/// What this institution asks of that volunteer is closed without a word, and the next one is asked.
/// Every running search of the institution is held meanwhile: none of them asks the volunteer behind our back.
pub async fn close_for(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    volunteer: VolunteerId,
) -> Result<(), DbError> {
    let running = q!(
        "SELECT r.id FROM request r JOIN search s ON s.request_id = r.id
         WHERE r.institution_id = $1 AND s.ended_at IS NULL ORDER BY r.id",
        institution
    )
    .all::<(RequestId,)>(tx)
    .await?;
    for (request,) in running {
        store::lock(tx, request).await?;
        let offers = store::offers_of(tx, request).await?;
        let is_open = |offer: &&store::Offer| {
            offer.volunteer == volunteer && matches!(offer.state, OfferState::Queued | OfferState::Sent)
        };
        for offer in offers.iter().filter(is_open) {
            if offer.is_willing() {
                // Only that the time is free again: a ban is never told.
                picks::free(tx, act, offer, Freed::Ended).await?;
                picks::settle_if_nobody(tx, act, request).await?;
            }
            q!(
                "UPDATE offer SET state = 'closed', ended_at = $1 WHERE id = $2",
                act.now,
                offer.id
            )
            .execute(tx)
            .await?;
            let params = json!({"offer": offer.id, "volunteer": volunteer});
            act.audit(tx, "offer_closed", ("request", request.0), params).await?;
            timers::set(tx, act, timers::Kind::Search, offer.search.0, act.now).await?;
        }
    }
    Ok(())
}
