//! The outbox keeps that a mail went out; to whom it went, it forgets.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    act::Act,
    database::{DbError, Tx, Value},
    people::{AddressId, PersonId},
    q,
};

/// Of mails that were sent or dropped before then.
pub async fn forget_recipients_before(tx: &mut Tx, over: DateTime<Utc>, most: i64) -> Result<u64, DbError> {
    q!(
        "UPDATE outbox SET person_id = NULL, address_id = NULL, params = '{}' WHERE id IN (
             SELECT id FROM outbox WHERE (sent_at < $1 OR dropped_at < $1) AND params <> '{}' ORDER BY id LIMIT $2)",
        over,
        most
    )
    .execute(tx)
    .await
}

/// What still waits to go out is dropped first. `addresses`: those that nobody else has.
pub async fn erase(
    tx: &mut Tx,
    act: &Act<'_>,
    person: PersonId,
    addresses: &[(AddressId, String)],
) -> Result<u64, DbError> {
    let own = || Value::uuids(addresses.iter().map(|(id, _)| id.0));
    q!(
        "UPDATE outbox SET dropped_at = $1, drop_reason = 'erased', lease_owner = NULL, leased_until = NULL
         WHERE (person_id = $2 OR address_id IN (UUIDS($3))) AND sent_at IS NULL AND dropped_at IS NULL",
        act.now,
        person,
        own()
    )
    .execute(tx)
    .await?;
    q!(
        "UPDATE outbox SET person_id = NULL, address_id = NULL, params = '{}'
         WHERE person_id = $1 OR address_id IN (UUIDS($2))",
        person,
        own()
    )
    .execute(tx)
    .await
}

/// The mails that went to somebody, for what came back about them.
pub async fn sent_to(tx: &mut Tx, person: PersonId) -> Result<Vec<Uuid>, DbError> {
    let rows = q!("SELECT id FROM outbox WHERE person_id = $1", person)
        .all::<(Uuid,)>(tx)
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
