use chrono::Duration;
use serde_json::json;

use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{Mail, outbox},
    q,
    requests::{Request, Slot, search, store::Offer},
    settings::Rules,
    tasks, timers,
};

/// Nobody has to pick faster than that.
const LONGEST_TO_CHOOSE: Duration = Duration::hours(8);

/// A yes that a coordinator may pick: the time is held until then. The request and the volunteer are locked, and
/// matching has spoken. `true`: it was said before, to the same date.
pub(in crate::requests) async fn hold(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    request: &Request,
    offer: &Offer,
    slot: &Slot,
) -> Result<bool, DbError> {
    if offer.is_willing() && offer.willing_slot == Some(slot.id) {
        return Ok(true);
    }
    // One that is still on its way was answered by phone: its mail is no longer owed.
    q!(
        "UPDATE offer SET state = 'sent', sent_at = COALESCE(sent_at, $1), answer_by = COALESCE(answer_by, $1),
             willing_at = $1, willing_slot_id = $2, answered_at = $1, ended_at = NULL
         WHERE id = $3",
        act.now,
        slot.id,
        offer.id
    )
    .execute(tx)
    .await?;
    let params = json!({"offer": offer.id, "volunteer": offer.volunteer});
    act.audit(tx, "offer_willing", ("request", request.id.0), params)
        .await?;
    let to = search::recipient(tx, offer.volunteer).await?;
    outbox::owe(tx, act, to, &Mail::OfferWilling { offer: offer.id }, act.now).await?;
    let Some(running) = &request.search else {
        return Ok(false);
    };
    // A person has half of the time until the service picks by itself, and is not expected to at night.
    let quiet = search::quiet(rules);
    let half = (quiet.waking_between(act.now, running.deadline) / 2).min(LONGEST_TO_CHOOSE);
    let due_at = quiet.add_waking(act.now, half).min(running.deadline);
    let about = tasks::About {
        request: Some(request.id),
        ..Default::default()
    };
    tasks::create(tx, act, tasks::Kind::Choose, about, json!({}), due_at).await?;
    timers::set(tx, act, timers::Kind::Search, running.id.0, act.now).await?;
    Ok(false)
}
