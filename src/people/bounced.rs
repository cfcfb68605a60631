//! Addresses that take no mail, and which one is meant.

use serde_json::json;

use super::{AddressId, PersonId};
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions::InstitutionId,
    q,
    volunteers::VolunteerId,
};

/// No mail goes to this address until it works again; sign-in mails do, for they are asked for there and then.
/// `false`: it was known.
pub async fn bounced(tx: &mut Tx, act: &Act<'_>, address: AddressId) -> Result<bool, DbError> {
    let marked = q!(
        "UPDATE address SET bounced_at = $1 WHERE id = $2 AND bounced_at IS NULL",
        act.now,
        address
    )
    .execute(tx)
    .await?;
    if marked == 1 {
        tell(tx, act, address, "address_bounced").await?;
    }
    Ok(marked == 1)
}

/// A sign-in mail arrived there, or a coordinator says so. `false`: nothing was wrong with it.
pub async fn works_again(tx: &mut Tx, act: &Act<'_>, address: AddressId) -> Result<bool, DbError> {
    let cleared = q!(
        "UPDATE address SET bounced_at = NULL WHERE id = $1 AND bounced_at IS NOT NULL",
        address
    )
    .execute(tx)
    .await?;
    if cleared == 1 {
        tell(tx, act, address, "address_restored").await?;
    }
    Ok(cleared == 1)
}

/// On the page of everybody who has the address.
async fn tell(tx: &mut Tx, act: &Act<'_>, address: AddressId, action: &str) -> Result<(), DbError> {
    let people = q!(
        "SELECT person_id FROM person_address WHERE address_id = $1 ORDER BY person_id",
        address
    )
    .all::<(PersonId,)>(tx)
    .await?;
    for (person,) in people {
        act.audit(tx, action, ("person", person.0), json!({"address": address}))
            .await?;
    }
    Ok(())
}

/// That address of a person; without one, or when they have no such address (a forwarded mail names another):
/// the one that mails to them go to.
pub async fn address_of(tx: &mut Tx, person: PersonId, email: Option<&str>) -> Result<Option<AddressId>, DbError> {
    let row = q!(
        "SELECT a.id FROM address a JOIN person_address pa ON pa.address_id = a.id
         WHERE pa.person_id = $1 AND (a.email_key = $2 OR a.bounced_at IS NULL)
         ORDER BY CASE WHEN a.email_key = $2 THEN 0 ELSE 1 END, pa.position, a.id LIMIT 1",
        person,
        email.unwrap_or_default().to_lowercase()
    )
    .optional::<(AddressId,)>(tx)
    .await?;
    Ok(row.map(|(address,)| address))
}

/// Everybody who has that address.
pub async fn people_at(tx: &mut Tx, email: &str) -> Result<Vec<PersonId>, DbError> {
    let rows = q!(
        "SELECT pa.person_id FROM address a JOIN person_address pa ON pa.address_id = a.id
         WHERE a.email_key = $1 ORDER BY pa.person_id",
        email.to_lowercase()
    )
    .all::<(PersonId,)>(tx)
    .await?;
    Ok(rows.into_iter().map(|(person,)| person).collect())
}

/// What a person is in the pool, for finding their page: volunteer, contact of an institution (the first one).
pub async fn roles_of(tx: &mut Tx, person: PersonId) -> Result<(Option<VolunteerId>, Option<InstitutionId>), DbError> {
    let volunteer = q!(
        "SELECT id FROM volunteer WHERE person_id = $1 ORDER BY id LIMIT 1",
        person
    )
    .optional::<(VolunteerId,)>(tx)
    .await?;
    let institution = q!(
        "SELECT institution_id FROM contact WHERE person_id = $1 ORDER BY active DESC, id LIMIT 1",
        person
    )
    .optional::<(InstitutionId,)>(tx)
    .await?;
    Ok((volunteer.map(|(id,)| id), institution.map(|(id,)| id)))
}

/// The addresses of a person that take no mail.
pub async fn bounced_addresses(tx: &mut Tx, person: PersonId) -> Result<Vec<(AddressId, String)>, DbError> {
    q!(
        "SELECT a.id, a.email FROM address a JOIN person_address pa ON pa.address_id = a.id
         WHERE pa.person_id = $1 AND a.bounced_at IS NOT NULL ORDER BY pa.position, a.id",
        person
    )
    .all::<(AddressId, String)>(tx)
    .await
}
