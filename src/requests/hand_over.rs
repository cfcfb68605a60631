//! Another person of the same institution takes a request: they are told, and whoever comes is told whom to call.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::{RequestId, Status, search, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions::{ContactId, InstitutionId},
    mail::{
        Mail,
        outbox::{self, Recipient},
    },
    people::PersonId,
    q, tasks,
};

#[derive(Debug, thiserror::Error)]
pub enum HandOverError {
    #[error("no such request")]
    NotFound,
    /// Nothing is left to do for anybody.
    #[error("cancelled or refused")]
    Cancelled,
    /// Not of this institution, or not any more.
    #[error("nobody to hand over to")]
    NoSuchContact,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Twice is as good as once.
pub async fn hand_over(tx: &mut Tx, act: &Act<'_>, request: RequestId, to: ContactId) -> Result<(), HandOverError> {
    hand_over_these(tx, act, &[request], to).await
}

/// All that is open of a contact. How many there were.
pub async fn hand_over_all(tx: &mut Tx, act: &Act<'_>, from: ContactId, to: ContactId) -> Result<usize, HandOverError> {
    let open = open_of_contact(tx, from, act.now).await?;
    hand_over_these(tx, act, &open, to).await?;
    Ok(open.len())
}

/// What somebody still waits for, or is coming to, with this contact as the person to call. In the order of filing.
pub async fn open_of_contact(tx: &mut Tx, contact: ContactId, now: DateTime<Utc>) -> Result<Vec<RequestId>, DbError> {
    let rows = q!(
        "SELECT r.id FROM request r WHERE r.contact_id = $1 AND r.cancelled_at IS NULL
           AND COALESCE(r.check_state, '') <> 'refused' AND (
           EXISTS (SELECT 1 FROM assignment a WHERE a.request_id = r.id AND a.ended_at IS NULL AND a.ends_at > $2)
           OR (r.closed_at IS NULL
             AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.request_id = r.id AND a.ended_at IS NULL)
             AND EXISTS (SELECT 1 FROM slot s WHERE s.request_id = r.id AND s.ends_at > $2)))
         ORDER BY r.id",
        contact,
        now
    )
    .all::<(RequestId,)>(tx)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

async fn hand_over_these(
    tx: &mut Tx,
    act: &Act<'_>,
    requests: &[RequestId],
    to: ContactId,
) -> Result<(), HandOverError> {
    let mut handed = Vec::new();
    let mut person = None;
    for id in requests {
        let (new, changed) = give(tx, act, *id, to).await?;
        person = Some(new);
        if changed {
            handed.push(*id);
        }
    }
    if let Some(first) = handed.first() {
        settle(tx, act, *first).await?;
    }
    // Whoever takes a request themselves knows it.
    if let Some(person) = person.filter(|person| !handed.is_empty() && act.person() != Some(*person)) {
        let mail = Mail::HandedOver { requests: handed };
        outbox::owe(tx, act, Recipient::Person(person), &mail, act.now).await?;
    }
    Ok(())
}

/// Nobody who has left is named by an open request any more: then a coordinator's task is done.
async fn settle(tx: &mut Tx, act: &Act<'_>, handed: RequestId) -> Result<(), DbError> {
    let (institution,) = q!("SELECT institution_id FROM request WHERE id = $1", handed)
        .one::<(InstitutionId,)>(tx)
        .await?;
    let former = q!(
        "SELECT id FROM contact WHERE institution_id = $1 AND NOT active",
        institution
    )
    .all::<(ContactId,)>(tx)
    .await?;
    for (contact,) in former {
        if !open_of_contact(tx, contact, act.now).await?.is_empty() {
            return Ok(());
        }
    }
    tasks::settle_institution(tx, act, institution, &[tasks::Kind::ContactLeft]).await
}

/// Who has it now, and whether that is new.
async fn give(tx: &mut Tx, act: &Act<'_>, id: RequestId, to: ContactId) -> Result<(PersonId, bool), HandOverError> {
    if !store::lock(tx, id).await? {
        return Err(HandOverError::NotFound);
    }
    let request = store::get(tx, id).await?.ok_or(HandOverError::NotFound)?;
    let status = request.status(act.now);
    if matches!(status, Status::Cancelled | Status::Refused) {
        return Err(HandOverError::Cancelled);
    }
    let (person,) = q!(
        "SELECT person_id FROM contact WHERE id = $1 AND institution_id = $2 AND active",
        to,
        request.institution
    )
    .optional::<(PersonId,)>(tx)
    .await?
    .ok_or(HandOverError::NoSuchContact)?;
    if request.contact == to {
        return Ok((person, false));
    }
    q!("UPDATE request SET contact_id = $1 WHERE id = $2", to, id)
        .execute(tx)
        .await?;
    let params = json!({"from": request.contact, "to": to});
    act.audit(tx, "request_handed_over", ("request", id.0), params).await?;
    if !matches!(status, Status::Past { .. }) {
        for assignment in &request.assignments {
            let volunteer = search::recipient(tx, assignment.volunteer).await?;
            let mail = Mail::ContactChanged {
                assignment: assignment.id,
            };
            outbox::owe(tx, act, volunteer, &mail, act.now).await?;
        }
    }
    Ok((person, true))
}
