//! What pages and mails read about a person.

use super::{AddressId, PersonId};
use crate::{
    database::{DbError, Tx},
    q, row,
};

row! {
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Person {
        pub id: PersonId,
        pub name: String,
        pub locale: String,
    }
}

row! {
    /// Somebody who may sign in, and as what.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct RoleHolder {
        pub id: PersonId,
        pub name: String,
        pub locale: String,
        pub coordinator: bool,
        pub volunteer: bool,
        pub contact: bool,
    }
}

pub async fn get(tx: &mut Tx, person: PersonId) -> Result<Option<Person>, DbError> {
    q!("SELECT id, name, locale FROM person WHERE id = $1", person)
        .optional(tx)
        .await
}

/// Where mails to a person go: their first address that has not bounced.
pub async fn mail_address(tx: &mut Tx, person: PersonId) -> Result<Option<String>, DbError> {
    let row = q!(
        "SELECT a.email FROM address a JOIN person_address pa ON pa.address_id = a.id
         WHERE pa.person_id = $1 AND a.bounced_at IS NULL ORDER BY pa.position, a.id LIMIT 1",
        person
    )
    .optional::<(String,)>(tx)
    .await?;
    Ok(row.map(|(email,)| email))
}

/// The address a person signs in with and gets mails at, also when mails to it came back; and whether they did.
pub async fn first_address(tx: &mut Tx, person: PersonId) -> Result<Option<(String, bool)>, DbError> {
    q!(
        "SELECT a.email, a.bounced_at IS NOT NULL AS bounced FROM address a
         JOIN person_address pa ON pa.address_id = a.id
         WHERE pa.person_id = $1 ORDER BY pa.position, a.id LIMIT 1",
        person
    )
    .optional::<(String, bool)>(tx)
    .await
}

/// Everybody behind an address who has a role now. The roles are those that a session counts too.
pub async fn role_holders_at(tx: &mut Tx, address: AddressId) -> Result<Vec<RoleHolder>, DbError> {
    let people: Vec<RoleHolder> = q!(
        "SELECT p.id, p.name, p.locale,
                EXISTS (SELECT 1 FROM coordinator c WHERE c.person_id = p.id AND c.active) AS coordinator,
                EXISTS (SELECT 1 FROM volunteer v WHERE v.person_id = p.id AND v.state <> 'retired') AS volunteer,
                EXISTS (SELECT 1 FROM contact c JOIN institution i ON i.id = c.institution_id
                        WHERE c.person_id = p.id AND c.active AND i.state IN ('approved', 'paused')) AS contact
         FROM person p JOIN person_address pa ON pa.person_id = p.id
         WHERE pa.address_id = $1 ORDER BY p.name_sort, p.id",
        address
    )
    .all(tx)
    .await?;
    Ok(people
        .into_iter()
        .filter(|person| person.coordinator || person.volunteer || person.contact)
        .collect())
}
