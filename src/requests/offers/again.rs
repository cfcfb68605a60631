//! An address was put right: offers that did not arrive go out once more.

use serde_json::json;

use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{Mail, outbox},
    q,
    requests::{
        OfferId, RequestId, candidates, search,
        store::{self, OfferState},
    },
    settings::Rules,
    timers,
    volunteers::{self, VolunteerId},
};

/// The offers of searches that still run whose mail came back from this volunteer. Their requests are locked, so
/// this comes before anything that locks the volunteer.
pub async fn not_arrived(tx: &mut Tx, volunteer: VolunteerId) -> Result<Vec<OfferId>, DbError> {
    let rows = q!(
        "SELECT o.id, o.request_id FROM offer o JOIN search s ON s.id = o.search_id
         WHERE o.volunteer_id = $1 AND o.state = 'bounced' AND s.ended_at IS NULL ORDER BY o.request_id, o.id",
        volunteer
    )
    .all::<(OfferId, RequestId)>(tx)
    .await?;
    let mut offers = Vec::new();
    for (offer, request) in rows {
        store::lock(tx, request).await?;
        offers.push(offer);
    }
    Ok(offers)
}

/// Owes their mails again to whoever still could come, with the links they had. How many.
///
/// Nobody else's turn is put off: what others were asked in between stands, and the first yes wins.
pub async fn send_again(tx: &mut Tx, act: &Act<'_>, rules: &Rules, offers: &[OfferId]) -> Result<usize, DbError> {
    let mut again = 0;
    for id in offers {
        let Some(offer) = store::offer(tx, *id).await? else {
            continue;
        };
        let Some(request) = store::get(tx, offer.request).await? else {
            continue;
        };
        let runs = request
            .search
            .as_ref()
            .is_some_and(|search| search.id == offer.search && search.ended_at.is_none());
        if offer.state != OfferState::Bounced || !runs {
            continue;
        }
        volunteers::lock(tx, offer.volunteer).await?;
        let assessed = candidates::assess_one(tx, rules, &request, offer.volunteer, act.now).await?;
        if assessed.is_none_or(|assessment| assessment.fitting_slots().is_empty()) {
            continue;
        }
        q!(
            "UPDATE offer SET state = 'queued', sent_at = NULL, answer_by = NULL, ended_at = NULL
             WHERE id = $1 AND state = 'bounced'",
            offer.id
        )
        .execute(tx)
        .await?;
        let to = search::recipient(tx, offer.volunteer).await?;
        outbox::owe(tx, act, to, &Mail::Offer { offer: offer.id }, act.now).await?;
        let params = json!({"offer": offer.id, "volunteer": offer.volunteer});
        act.audit(tx, "offer_sent_again", ("request", offer.request.0), params)
            .await?;
        timers::set(tx, act, timers::Kind::Search, offer.search.0, act.now).await?;
        again += 1;
    }
    Ok(again)
}
