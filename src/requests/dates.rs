//! A date of a request, as it is stored.

use chrono::{DateTime, Utc};

use super::{NewSlot, RequestId};
use crate::{
    act::Act,
    database::{DbError, Tx},
    q,
    settings::Rules,
};

/// Start and end of a slot.
pub(super) type Instants = (DateTime<Utc>, DateTime<Utc>);

/// The wall time is its truth; the instants were derived from it.
pub(super) async fn insert(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    (request, position): (RequestId, usize),
    slot: &NewSlot,
    (starts_at, ends_at): Instants,
) -> Result<(), DbError> {
    q!(
        "INSERT INTO slot (id, request_id, position, local_date, start_time, end_time, zone, starts_at, ends_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        act.uuid(),
        request,
        position as i64,
        slot.date,
        slot.start,
        slot.end,
        rules.zone().name(),
        starts_at,
        ends_at
    )
    .execute(tx)
    .await?;
    Ok(())
}
