//! An appointment on another day: the new request is filed, and only then, in the same transaction, the old one ends.

use serde_json::json;

use super::{
    CancelError, Canceller, NewRequest, Request, RequestId, Status, SubmitError, Submitted, cancel_as, store, submit,
    submit::already_filed,
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions, q,
    settings::Rules,
    slips,
};

/// Why the old one was called off; its words are those of a cancellation.
const REASON: &str = "other_day";

#[derive(Debug, thiserror::Error)]
pub enum MoveError {
    /// The new one is not taken; the old one stays as it is.
    #[error(transparent)]
    Submit(#[from] SubmitError),
    #[error("was moved before")]
    AlreadyMoved(RequestId),
    #[error("the old appointment is over")]
    Over,
    #[error("no such request of this institution")]
    NotFound,
}

impl From<DbError> for MoveError {
    fn from(error: DbError) -> Self {
        Self::Submit(error.into())
    }
}

/// What is over, or was refused, is not on another day: it is asked once more.
pub fn can_be_moved(request: &Request, now: chrono::DateTime<chrono::Utc>) -> bool {
    !matches!(
        request.status(now),
        Status::Cancelled | Status::Refused | Status::Past { .. }
    )
}

/// Files `new` instead of `old`. Whoever had said yes hears that the old day is off, and is wished for on the new one;
/// what a family was sent shows the new one from now on.
pub async fn file_instead(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    new: &NewRequest,
    (old, canceller): (RequestId, Canceller),
) -> Result<Submitted, MoveError> {
    if let Some(filed) = already_filed(tx, new).await? {
        return Ok(filed);
    }
    // Two forms about the same appointment: the second one sees what the first one did.
    institutions::lock(tx, new.institution).await?;
    let old = store::get(tx, old).await?;
    let old = old
        .filter(|old| old.institution == new.institution)
        .ok_or(MoveError::NotFound)?;
    if let Some(next) = store::replaced_by(tx, old.id).await? {
        return Err(MoveError::AlreadyMoved(next.id));
    }
    if matches!(old.status(act.now), Status::Refused | Status::Past { .. }) {
        return Err(MoveError::Over);
    }
    let filed = submit(tx, act, rules, new).await?;
    q!("UPDATE request SET replaces_id = $1 WHERE id = $2", old.id, filed.id)
        .execute(tx)
        .await?;
    match cancel_as(tx, act, old.id, canceller, REASON).await {
        // Called off while the form was open: its family and its volunteers still hear of the new day.
        Ok(()) | Err(CancelError::AlreadyCancelled) => {}
        Err(CancelError::Over) => return Err(MoveError::Over),
        Err(CancelError::NotFound) => return Err(MoveError::NotFound),
        Err(CancelError::Database(error)) => return Err(error.into()),
    }
    let slips = slips::follow(tx, act, old.id, filed.id).await?;
    let params = json!({"to": filed.id, "slips": slips});
    act.audit(tx, "request_moved", ("request", old.id.0), params).await?;
    Ok(filed)
}
