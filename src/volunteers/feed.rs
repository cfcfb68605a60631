//! The private calendar: made, renewed and ended by its volunteer; only a hash of its address is kept.

use chrono::Duration;
use serde_json::json;

use super::VolunteerId;
use crate::{
    act::Act,
    database::{DbError, Tx},
    keys::Keys,
    links::{self, Purpose},
};

/// A calendar that stops by itself would mislead: it ends with the role, or when its volunteer says so.
const LASTS: Duration = Duration::days(20 * 365);

/// A new address; one that was there before opens nothing any more.
pub async fn renew_feed(tx: &mut Tx, act: &Act<'_>, keys: &Keys, volunteer: VolunteerId) -> Result<(), DbError> {
    super::lock(tx, volunteer).await?;
    links::revoke(tx, act, Purpose::Calendar, volunteer.0).await?;
    links::create(tx, act, keys, Purpose::Calendar, volunteer.0, act.now + LASTS).await?;
    act.audit(tx, "feed_made", ("volunteer", volunteer.0), json!({})).await
}

/// `false`: there was none.
pub async fn end_feed(tx: &mut Tx, act: &Act<'_>, volunteer: VolunteerId) -> Result<bool, DbError> {
    super::lock(tx, volunteer).await?;
    if links::of_subject(tx, Purpose::Calendar, volunteer.0).await?.is_none() {
        return Ok(false);
    }
    links::revoke(tx, act, Purpose::Calendar, volunteer.0).await?;
    act.audit(tx, "feed_ended", ("volunteer", volunteer.0), json!({}))
        .await?;
    Ok(true)
}
