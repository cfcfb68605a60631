//! Whom an institution wishes for again.

use uuid::Uuid;

use super::{NewRequest, Request, RequestId};
use crate::{
    database::{DbError, Tx},
    institutions::{ContactId, InstitutionId},
    q,
};

/// Nobody moves an appointment more often; beyond that it counts as a new one.
const MOST_MOVES: usize = 20;

/// Whoever had said yes to the day that this one stands for, else who mediated in this language last: for this
/// contact, or for a colleague of the same institution, whose work it may have been before.
pub(super) async fn wished(tx: &mut Tx, request: &Request) -> Result<Vec<Uuid>, DbError> {
    if !request.same_volunteer {
        return Ok(Vec::new());
    }
    let whose = Whose {
        institution: request.institution,
        contact: request.contact,
        language: &request.language,
        request: request.id,
    };
    find(tx, &whose, request.replaces).await
}

/// The same before it is filed. `before`: the request whose appointment it moves.
pub(super) async fn wished_by_new(
    tx: &mut Tx,
    new: &NewRequest,
    before: Option<RequestId>,
) -> Result<Vec<Uuid>, DbError> {
    if !new.same_volunteer {
        return Ok(Vec::new());
    }
    let whose = Whose {
        institution: new.institution,
        contact: new.contact,
        language: &new.language,
        request: RequestId(Uuid::nil()),
    };
    find(tx, &whose, before).await
}

/// Whose history counts.
struct Whose<'a> {
    institution: InstitutionId,
    contact: ContactId,
    language: &'a str,
    /// Itself is no history.
    request: RequestId,
}

async fn find(tx: &mut Tx, whose: &Whose<'_>, mut before: Option<RequestId>) -> Result<Vec<Uuid>, DbError> {
    for _ in 0..MOST_MOVES {
        let Some(old) = before else { break };
        let said_yes = coming(tx, old).await?;
        if !said_yes.is_empty() {
            return Ok(said_yes);
        }
        // Moved on before anybody had answered: the wish is the one before.
        before = replaced(tx, old).await?;
    }
    last_volunteer(tx, whose).await
}

/// As long as it stands, and until it was cancelled.
async fn coming(tx: &mut Tx, request: RequestId) -> Result<Vec<Uuid>, DbError> {
    let rows = q!(
        "SELECT volunteer_id FROM assignment WHERE request_id = $1 AND (ended_at IS NULL OR ended_how = 'cancelled')
         ORDER BY accepted_at, id",
        request
    )
    .all::<(Uuid,)>(tx)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

async fn replaced(tx: &mut Tx, request: RequestId) -> Result<Option<RequestId>, DbError> {
    let row = q!("SELECT replaces_id FROM request WHERE id = $1", request);
    Ok(row
        .optional::<(Option<RequestId>,)>(tx)
        .await?
        .and_then(|(before,)| before))
}

async fn last_volunteer(tx: &mut Tx, whose: &Whose<'_>) -> Result<Vec<Uuid>, DbError> {
    let row = q!(
        "SELECT a.volunteer_id FROM assignment a JOIN request r ON r.id = a.request_id
         WHERE r.institution_id = $1 AND r.language = $2 AND r.id <> $3 AND a.ended_at IS NULL
         ORDER BY CASE WHEN r.contact_id = $4 THEN 0 ELSE 1 END, a.starts_at DESC, a.id LIMIT 1",
        whose.institution,
        whose.language,
        whose.request,
        whose.contact
    )
    .optional::<(Uuid,)>(tx)
    .await?;
    Ok(row.into_iter().map(|(id,)| id).collect())
}
