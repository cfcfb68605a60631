//! A volunteer leaves the pool: what they hold goes back.

use chrono::Duration;

use super::{
    AssignmentId, RequestId, SearchId,
    assignments::{self, GiveBackError, GivenBack},
    picks,
    store::{self, Offer},
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::Freed,
    q,
    settings::Rules,
    timers,
    volunteers::VolunteerId,
};

#[derive(Debug, thiserror::Error)]
pub enum GiveAllBackError {
    /// Inside the lock only a person can give back.
    #[error("{} appointments begin too soon", .0.len())]
    TooSoon(Vec<AssignmentId>),
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Gives back every appointment that has not begun, and closes every open offer, so that the next is asked at once.
/// One that begins within the lock stops it all. The requests are held, in order, before any volunteer is.
pub async fn give_everything_back(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    volunteer: VolunteerId,
) -> Result<(), GiveAllBackError> {
    let held = store::assignments_of_volunteer(tx, volunteer, act.now).await?;
    let asked = store::open_offers_of_volunteer(tx, volunteer).await?;
    let mut requests: Vec<RequestId> = held.iter().map(|assignment| assignment.request_id).collect();
    requests.extend(asked.iter().map(|offer| offer.request));
    requests.sort();
    requests.dedup();
    for request in requests {
        store::lock(tx, request).await?;
    }
    let lock = Duration::hours(rules.numbers().volunteer_lock_hours);
    let ahead: Vec<_> = store::assignments_of_volunteer(tx, volunteer, act.now)
        .await?
        .into_iter()
        .filter(|assignment| assignment.starts_at > act.now && held.iter().any(|known| known.id == assignment.id))
        .collect();
    let soon: Vec<_> = ahead
        .iter()
        .filter(|assignment| assignment.starts_at - act.now < lock)
        .map(|assignment| assignment.id)
        .collect();
    if !soon.is_empty() {
        return Err(GiveAllBackError::TooSoon(soon));
    }
    for assignment in ahead {
        match assignments::give_back(tx, act, rules, assignment.id).await {
            Ok(GivenBack::SearchRestarted) | Err(GiveBackError::Ended | GiveBackError::Over) => {}
            Ok(GivenBack::CallTheDesk) => return Err(GiveAllBackError::TooSoon(vec![assignment.id])),
            Err(GiveBackError::NotFound) => return Err(DbError::RowNotFound.into()),
            Err(GiveBackError::Database(error)) => return Err(error.into()),
        }
    }
    for offer in asked {
        // Read again, now that its request is held.
        if let Some(willing) = store::offer(tx, offer.id).await?.filter(Offer::is_willing) {
            picks::free(tx, act, &willing, Freed::Ended).await?;
            picks::settle_if_nobody(tx, act, willing.request).await?;
            timers::bring_forward(tx, timers::Kind::Search, willing.search.0, act.now).await?;
        }
        close(tx, act, offer.id, offer.search).await?;
    }
    Ok(())
}

/// Whether an appointment to come is still theirs.
pub async fn holds_something(tx: &mut Tx, act: &Act<'_>, volunteer: VolunteerId) -> Result<bool, DbError> {
    let held = store::assignments_of_volunteer(tx, volunteer, act.now).await?;
    Ok(held.iter().any(|assignment| assignment.starts_at > act.now))
}

async fn close(tx: &mut Tx, act: &Act<'_>, offer: super::OfferId, search: SearchId) -> Result<(), DbError> {
    let closed = q!(
        "UPDATE offer SET state = 'closed', ended_at = $1 WHERE id = $2 AND state IN ('queued', 'sent')",
        act.now,
        offer
    )
    .execute(tx)
    .await?;
    if closed > 0 {
        timers::bring_forward(tx, timers::Kind::Search, search.0, act.now).await?;
    }
    Ok(())
}
