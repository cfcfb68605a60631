use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::OfferId;
use super::{AssignmentRow, Offer, OfferState, offer};
use crate::{
    database::{DbError, Tx},
    q,
    volunteers::VolunteerId,
};

/// Assignments that stand and end after `from`, in their order.
pub async fn assignments_of_volunteer(
    tx: &mut Tx,
    volunteer: VolunteerId,
    from: DateTime<Utc>,
) -> Result<Vec<AssignmentRow>, DbError> {
    q!(
        "SELECT id, request_id, opening_id, slot_id, volunteer_id, starts_at, ends_at, accepted_at, ended_at, ended_how,
                calendar_uid, calendar_sequence, withdrawal_asked_at
         FROM assignment WHERE volunteer_id = $1 AND ended_at IS NULL AND ends_at > $2 ORDER BY starts_at, id",
        volunteer,
        from
    )
    .all(tx)
    .await
}

/// Offers that can still be answered.
pub async fn open_offers_of_volunteer(tx: &mut Tx, volunteer: VolunteerId) -> Result<Vec<Offer>, DbError> {
    let ids = q!(
        "SELECT o.id FROM offer o JOIN search s ON s.id = o.search_id
         WHERE o.volunteer_id = $1 AND o.state IN ('queued', 'sent') AND s.ended_at IS NULL ORDER BY o.created_at, o.id",
        volunteer
    )
    .all::<(Uuid,)>(tx)
    .await?;
    let mut offers = Vec::with_capacity(ids.len());
    for (id,) in ids {
        offers.extend(offer(tx, OfferId(id)).await?);
    }
    Ok(offers)
}

/// Assignments that stand and are over, the newest first.
pub async fn past_assignments_of_volunteer(
    tx: &mut Tx,
    volunteer: VolunteerId,
    until: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<AssignmentRow>, DbError> {
    q!(
        "SELECT id, request_id, opening_id, slot_id, volunteer_id, starts_at, ends_at, accepted_at, ended_at, ended_how,
                calendar_uid, calendar_sequence, withdrawal_asked_at
         FROM assignment WHERE volunteer_id = $1 AND ended_at IS NULL AND ends_at <= $2
         ORDER BY starts_at DESC, id LIMIT $3",
        volunteer,
        until,
        limit
    )
    .all(tx)
    .await
}

/// How many offers a volunteer got since then, by their state now.
pub async fn offers_of_volunteer_since(
    tx: &mut Tx,
    volunteer: VolunteerId,
    since: DateTime<Utc>,
) -> Result<Vec<(OfferState, i64)>, DbError> {
    let rows = q!(
        "SELECT state, COUNT(*) AS counted FROM offer WHERE volunteer_id = $1 AND created_at > $2
         GROUP BY state ORDER BY state",
        volunteer,
        since
    )
    .all::<(String, i64)>(tx)
    .await?;
    rows.into_iter()
        .map(|(state, counted)| Ok((OfferState::from_stored(&state)?, counted)))
        .collect()
}
