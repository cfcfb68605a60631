use serde_json::json;

use super::{Canceller, Request, RequestId, Status, assignments, check, search, store, store::OfferState};
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{Mail, outbox},
    q, tasks, volunteers,
};

#[derive(Debug, thiserror::Error)]
pub enum CancelError {
    #[error("was cancelled before")]
    AlreadyCancelled,
    #[error("the appointment is over")]
    Over,
    #[error("no such request")]
    NotFound,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// The institution's contact cancels.
pub async fn cancel(tx: &mut Tx, act: &Act<'_>, request: RequestId, reason: &str) -> Result<(), CancelError> {
    cancel_as(tx, act, request, Canceller::Contact, reason).await
}

/// Called off, by whomever: everyone involved is told at once, every link says so from now on (S14).
pub async fn cancel_as(
    tx: &mut Tx,
    act: &Act<'_>,
    request: RequestId,
    canceller: Canceller,
    reason: &str,
) -> Result<(), CancelError> {
    if !store::lock(tx, request).await? {
        return Err(CancelError::NotFound);
    }
    let request = store::get(tx, request).await?.ok_or(CancelError::NotFound)?;
    match request.status(act.now) {
        Status::Cancelled => return Err(CancelError::AlreadyCancelled),
        Status::Past { .. } | Status::Refused => return Err(CancelError::Over),
        Status::Checking { .. } | Status::Searching { .. } | Status::Confirmed | Status::Unfilled => {}
    }
    q!(
        "UPDATE request SET cancelled_at = $1, cancelled_by = $2, cancelled_role = $3, cancel_reason = $4 WHERE id = $5",
        act.now,
        act.person(),
        canceller.code(),
        reason,
        request.id
    )
    .execute(tx)
    .await?;
    q!(
        "UPDATE opening SET state = 'cancelled', changed_at = $1 WHERE request_id = $2",
        act.now,
        request.id
    )
    .execute(tx)
    .await?;
    tell_volunteers(tx, act, &request).await?;
    search::end(tx, act, &request, "cancelled").await?;
    check::end(tx, act, request.id).await?;
    let settled = [tasks::Kind::NobodyFound, tasks::Kind::WithdrawalInLock];
    tasks::settle(tx, act, request.id, &settled).await?;
    let params = json!({"by": canceller.code()});
    act.audit(tx, "request_cancelled", ("request", request.id.0), params)
        .await?;
    let contact = search::contact(tx, &request).await?;
    outbox::owe(
        tx,
        act,
        contact,
        &Mail::RequestCancelled { request: request.id },
        act.now,
    )
    .await?;
    Ok(())
}

/// Those who come, and those whose offer is still open and was handed over.
async fn tell_volunteers(tx: &mut Tx, act: &Act<'_>, request: &Request) -> Result<(), DbError> {
    let mut coming: Vec<_> = request.assignments.iter().collect();
    coming.sort_by_key(|assignment| assignment.volunteer);
    for assignment in coming {
        volunteers::lock(tx, assignment.volunteer).await?;
        assignments::end(tx, act, assignment.id, "cancelled").await?;
        let to = search::recipient(tx, assignment.volunteer).await?;
        outbox::owe(
            tx,
            act,
            to,
            &Mail::AssignmentCancelled {
                assignment: assignment.id,
            },
            act.now,
        )
        .await?;
    }
    let running = request
        .search
        .as_ref()
        .filter(|search| search.ended_at.is_none())
        .map(|search| search.id);
    for offer in store::offers_of(tx, request.id).await? {
        if Some(offer.search) == running && offer.state == OfferState::Sent {
            let to = search::recipient(tx, offer.volunteer).await?;
            outbox::owe(tx, act, to, &Mail::OfferCancelled { offer: offer.id }, act.now).await?;
        }
    }
    Ok(())
}
