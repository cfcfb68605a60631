//! The transactional outbox: a mail is owed from the moment its row is committed with the change that owes it.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Mail;
use crate::{
    act::Act,
    database::{DbError, Tx},
    people::{AddressId, PersonId},
    q,
};

/// To whom: a person (at their first address that has not bounced), or one address (sign-in).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipient {
    Person(PersonId),
    Address(AddressId),
}

/// Owes a mail, to be handed over from `due_at` on.
pub async fn owe(
    tx: &mut Tx,
    act: &Act<'_>,
    to: Recipient,
    mail: &Mail,
    due_at: DateTime<Utc>,
) -> Result<Uuid, DbError> {
    let id = act.uuid();
    let (person, address) = match to {
        Recipient::Person(person) => (Some(person), None),
        Recipient::Address(address) => (None, Some(address)),
    };
    let params = serde_json::to_string(mail).map_err(|error| DbError::Encode(error.into()))?;
    q!(
        "INSERT INTO outbox (id, kind, person_id, address_id, params, created_at, due_at, attempts)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0)",
        id,
        mail.kind(),
        person,
        address,
        params,
        act.now,
        due_at
    )
    .execute(tx)
    .await?;
    Ok(id)
}
