//! Whom an institution wishes for again.

use uuid::Uuid;

use super::{Request, RequestId};
use crate::{
    database::{DbError, Tx},
    q,
};

/// Nobody moves an appointment more often; beyond that it counts as a new one.
const MOST_MOVES: usize = 20;

/// Whoever had said yes to the day that this one stands for, else who mediated for this contact in this language last.
pub(super) async fn wished(tx: &mut Tx, request: &Request) -> Result<Vec<Uuid>, DbError> {
    if !request.same_volunteer {
        return Ok(Vec::new());
    }
    let mut before = request.replaces;
    for _ in 0..MOST_MOVES {
        let Some(old) = before else { break };
        let had_said_yes = coming_until_cancelled(tx, old).await?;
        if !had_said_yes.is_empty() {
            return Ok(had_said_yes);
        }
        // Moved on before anybody had answered: the wish is the one before.
        before = replaced(tx, old).await?;
    }
    last_volunteer(tx, request).await
}

async fn coming_until_cancelled(tx: &mut Tx, request: RequestId) -> Result<Vec<Uuid>, DbError> {
    let rows = q!(
        "SELECT volunteer_id FROM assignment WHERE request_id = $1 AND ended_how = 'cancelled'
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

async fn last_volunteer(tx: &mut Tx, request: &Request) -> Result<Vec<Uuid>, DbError> {
    let row = q!(
        "SELECT a.volunteer_id FROM assignment a JOIN request r ON r.id = a.request_id
         WHERE r.contact_id = $1 AND r.language = $2 AND r.id <> $3 AND a.ended_at IS NULL
         ORDER BY a.starts_at DESC LIMIT 1",
        request.contact,
        &request.language,
        request.id
    )
    .optional::<(Uuid,)>(tx)
    .await?;
    Ok(row.into_iter().map(|(id,)| id).collect())
}
