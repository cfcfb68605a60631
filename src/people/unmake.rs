use chrono::{DateTime, Utc};

use super::PersonId;
use crate::{
    database::{DbError, Tx, Value},
    q,
};

/// Deletes those of these people who were made at that very moment and have no role (any more), with the addresses
/// that nobody else has. An import that is undone leaves nobody behind.
pub async fn unmake(tx: &mut Tx, people: &[PersonId], made_at: DateTime<Utc>) -> Result<u64, DbError> {
    let rows = q!(
        "SELECT p.id FROM person p WHERE p.id IN (UUIDS($1)) AND p.created_at = $2
           AND NOT EXISTS (SELECT 1 FROM volunteer v WHERE v.person_id = p.id)
           AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.person_id = p.id)
           AND NOT EXISTS (SELECT 1 FROM coordinator c WHERE c.person_id = p.id)
           AND NOT EXISTS (SELECT 1 FROM session s WHERE s.person_id = p.id)
           AND NOT EXISTS (SELECT 1 FROM outbox m WHERE m.person_id = p.id)",
        Value::uuids(people.iter().map(|person| person.0)),
        made_at
    )
    .all::<(PersonId,)>(tx)
    .await?;
    let ids = || Value::uuids(rows.iter().map(|(person,)| person.0));
    let addresses = q!(
        "SELECT DISTINCT address_id FROM person_address WHERE person_id IN (UUIDS($1))",
        ids()
    )
    .all::<(uuid::Uuid,)>(tx)
    .await?;
    q!("DELETE FROM person_address WHERE person_id IN (UUIDS($1))", ids())
        .execute(tx)
        .await?;
    let gone = q!("DELETE FROM person WHERE id IN (UUIDS($1))", ids())
        .execute(tx)
        .await?;
    q!(
        "DELETE FROM sign_in WHERE address_id IN (UUIDS($1)) AND NOT EXISTS (
             SELECT 1 FROM person_address pa WHERE pa.address_id = sign_in.address_id)",
        Value::uuids(addresses.iter().map(|(address,)| *address))
    )
    .execute(tx)
    .await?;
    q!(
        "DELETE FROM address WHERE id IN (UUIDS($1))
           AND NOT EXISTS (SELECT 1 FROM person_address pa WHERE pa.address_id = address.id)
           AND NOT EXISTS (SELECT 1 FROM outbox m WHERE m.address_id = address.id)",
        Value::uuids(addresses.iter().map(|(address,)| *address))
    )
    .execute(tx)
    .await?;
    Ok(gone)
}
