//! A pause holds back new offers; what was accepted stands.

use chrono::{DateTime, Utc};

use super::{VolunteerId, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{
        Mail,
        outbox::{self, Recipient},
    },
    q,
    requests::picks,
};

/// No offers until that instant, or until further notice. `false`: the volunteer has left.
/// What they have said yes to and nobody has picked yet ends too.
pub async fn pause(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    until: Option<DateTime<Utc>>,
) -> Result<bool, DbError> {
    picks::free_all_of(tx, act, volunteer).await?;
    set(tx, act, volunteer, until).await
}

async fn set(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    until: Option<DateTime<Utc>>,
) -> Result<bool, DbError> {
    let paused = q!(
        "UPDATE volunteer SET state = 'paused', paused_until = $1, version = version + 1 WHERE id = $2
             AND state <> 'retired'",
        until,
        volunteer
    )
    .execute(tx)
    .await?;
    if paused > 0 {
        let params = serde_json::json!({ "until": until });
        act.audit(tx, "volunteer_paused", ("volunteer", volunteer.0), params)
            .await?;
    }
    Ok(paused > 0)
}

/// The one click in a mail (RFC 8058): paused, with a receipt that can undo it. A second click while the pause
/// runs changes nothing and owes no second receipt.
pub async fn pause_by_link(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    until: DateTime<Utc>,
) -> Result<bool, DbError> {
    // Requests are held before volunteers.
    if store::get(tx, volunteer)
        .await?
        .is_some_and(|known| !known.is_paused(act.now))
    {
        picks::free_all_of(tx, act, volunteer).await?;
    }
    super::lock(tx, volunteer).await?;
    let Some(known) = store::get(tx, volunteer).await? else {
        return Ok(false);
    };
    if known.is_paused(act.now) {
        return Ok(true);
    }
    if !set(tx, act, volunteer, Some(until)).await? {
        return Ok(false);
    }
    let to = Recipient::Person(known.person_id);
    outbox::owe(tx, act, to, &Mail::Paused { volunteer }, act.now).await?;
    Ok(true)
}

/// Offers may come again. `false`: there was no pause.
pub async fn unpause(tx: &mut Tx, act: &Act<'_>, volunteer: VolunteerId) -> Result<bool, DbError> {
    let resumed = q!(
        "UPDATE volunteer SET state = 'active', paused_until = NULL, version = version + 1
         WHERE id = $1 AND state = 'paused'",
        volunteer
    )
    .execute(tx)
    .await?;
    if resumed > 0 {
        act.audit(
            tx,
            "volunteer_resumed",
            ("volunteer", volunteer.0),
            serde_json::json!({}),
        )
        .await?;
    }
    Ok(resumed > 0)
}
