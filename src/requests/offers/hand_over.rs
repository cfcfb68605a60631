//! What the mail worker tells the search.

use chrono::Duration;
use serde_json::json;

use crate::{
    act::Act,
    database::{DbError, Tx},
    dispatch,
    mail::{Mail, outbox},
    q,
    requests::{
        OfferId, search,
        store::{self, Offer},
    },
    settings::Rules,
    tasks, timers,
};

/// The mail server took the offer: now the time to answer begins.
pub async fn handed_over(tx: &mut Tx, act: &Act<'_>, rules: &Rules, offer: OfferId) -> Result<(), DbError> {
    let Some(found) = store::offer(tx, offer).await? else {
        return Ok(());
    };
    store::lock(tx, found.request).await?;
    let Some(request) = store::get(tx, found.request).await? else {
        return Ok(());
    };
    let starts_at = request.next_start(act.now).unwrap_or(act.now);
    let running = request
        .search
        .filter(|search| search.id == found.search && search.ended_at.is_none());
    let Some(running) = running else {
        if request.cancelled_at.is_some() {
            cancelled_on_its_way(tx, act, &found).await?;
        }
        return Ok(());
    };
    let window = Duration::hours(rules.numbers().offer_answer_hours);
    let answer_by = dispatch::answer_by(act.now, starts_at, running.deadline, window, &search::quiet(rules));
    let sent = q!(
        "UPDATE offer SET state = 'sent', sent_at = $1, answer_by = $2 WHERE id = $3 AND state = 'queued'",
        act.now,
        answer_by,
        offer
    )
    .execute(tx)
    .await?;
    if sent == 1 {
        act.audit(tx, "offer_sent", ("request", found.request.0), json!({"offer": offer}))
            .await?;
        timers::bring_forward(tx, timers::Kind::Search, found.search.0, answer_by).await?;
    }
    Ok(())
}

/// The cancellation came while the mail server took the offer: its volunteer is told like the others (S14).
async fn cancelled_on_its_way(tx: &mut Tx, act: &Act<'_>, offer: &Offer) -> Result<(), DbError> {
    let read = q!(
        "UPDATE offer SET sent_at = $1 WHERE id = $2 AND state = 'closed' AND sent_at IS NULL",
        act.now,
        offer.id
    )
    .execute(tx)
    .await?;
    if read == 1 {
        let to = search::recipient(tx, offer.volunteer).await?;
        outbox::owe(tx, act, to, &Mail::OfferCancelled { offer: offer.id }, act.now).await?;
    }
    Ok(())
}

/// The mail came back or was refused for good: the next one is asked, and a person looks at the address.
pub async fn bounced(tx: &mut Tx, act: &Act<'_>, offer: OfferId) -> Result<(), DbError> {
    let Some(found) = store::offer(tx, offer).await? else {
        return Ok(());
    };
    store::lock(tx, found.request).await?;
    let Some(offer) = store::offer(tx, offer).await? else {
        return Ok(());
    };
    // Who has answered is reached, whatever a mail server reports late.
    if !offer.is_waiting() {
        return Ok(());
    }
    q!(
        "UPDATE offer SET state = 'bounced', ended_at = $1 WHERE id = $2",
        act.now,
        offer.id
    )
    .execute(tx)
    .await?;
    let params = json!({"offer": offer.id, "volunteer": offer.volunteer});
    act.audit(tx, "offer_bounced", ("request", offer.request.0), params)
        .await?;
    let about = tasks::About {
        request: Some(offer.request),
        volunteer: Some(offer.volunteer),
        ..Default::default()
    };
    tasks::create(
        tx,
        act,
        tasks::Kind::MailBounced,
        about,
        json!({}),
        act.now + Duration::hours(8),
    )
    .await?;
    timers::set(tx, act, timers::Kind::Search, offer.search.0, act.now).await
}

/// The mail was no longer owed when its turn came (the volunteer paused): the offer ends unasked.
pub async fn not_sent(tx: &mut Tx, act: &Act<'_>, offer: OfferId) -> Result<(), DbError> {
    let Some(found) = store::offer(tx, offer).await? else {
        return Ok(());
    };
    store::lock(tx, found.request).await?;
    let closed = q!(
        "UPDATE offer SET state = 'closed', ended_at = $1 WHERE id = $2 AND state = 'queued'",
        act.now,
        offer
    )
    .execute(tx)
    .await?;
    let Some(request) = store::get(tx, found.request).await? else {
        return Ok(());
    };
    let runs = request
        .search
        .is_some_and(|search| search.id == found.search && search.ended_at.is_none());
    if closed == 1 && runs {
        timers::set(tx, act, timers::Kind::Search, found.search.0, act.now).await?;
    }
    Ok(())
}
