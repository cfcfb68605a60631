use serde_json::json;

use super::Closed;
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{Mail, outbox},
    q,
    requests::{
        OfferId, picks, search,
        store::{self, OfferState},
    },
    timers,
};

#[derive(Debug, thiserror::Error)]
pub enum DeclineError {
    #[error("closed: {0:?}")]
    Closed(Closed),
    #[error("no such offer")]
    NotFound,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// A no, or a yes taken back that nobody has picked yet: the next one is asked at once. The volunteer gets a receipt, since a forwarded link may have said it.
/// Saying no twice, or after the place was filled, changes nothing and is no error.
pub async fn decline(tx: &mut Tx, act: &Act<'_>, offer: OfferId) -> Result<(), DeclineError> {
    say_no(tx, act, offer, false).await
}

/// A no since the people concerned are known to the volunteer: for this request they are never asked again. Nobody
/// else is shown it, so it stands in no audit line.
pub async fn decline_as_known(tx: &mut Tx, act: &Act<'_>, offer: OfferId) -> Result<(), DeclineError> {
    say_no(tx, act, offer, true).await
}

async fn say_no(tx: &mut Tx, act: &Act<'_>, offer: OfferId, known_to_me: bool) -> Result<(), DeclineError> {
    let found = store::offer(tx, offer).await?.ok_or(DeclineError::NotFound)?;
    store::lock(tx, found.request).await?;
    let offer = store::offer(tx, offer).await?.ok_or(DeclineError::NotFound)?;
    match offer.state {
        OfferState::Queued | OfferState::Sent => {}
        OfferState::Declined if known_to_me => return Ok(remember(tx, offer.id).await?),
        OfferState::Declined | OfferState::Closed | OfferState::Bounced => return Ok(()),
        OfferState::Accepted => return Err(DeclineError::Closed(Closed::AlreadyAnswered)),
    }
    q!(
        "UPDATE offer SET state = 'declined', answered_at = $1, ended_at = $1 WHERE id = $2",
        act.now,
        offer.id
    )
    .execute(tx)
    .await?;
    if known_to_me {
        remember(tx, offer.id).await?;
    }
    let params = json!({"offer": offer.id, "volunteer": offer.volunteer});
    act.audit(tx, "offer_declined", ("request", offer.request.0), params)
        .await?;
    if offer.is_willing() {
        picks::settle_if_nobody(tx, act, offer.request).await?;
    }
    let to = search::recipient(tx, offer.volunteer).await?;
    outbox::owe(tx, act, to, &Mail::OfferDeclined { offer: offer.id }, act.now).await?;
    timers::set(tx, act, timers::Kind::Search, offer.search.0, act.now).await?;
    Ok(())
}

async fn remember(tx: &mut Tx, offer: OfferId) -> Result<(), DbError> {
    q!("UPDATE offer SET known_to_me = $1 WHERE id = $2", true, offer)
        .execute(tx)
        .await?;
    Ok(())
}
