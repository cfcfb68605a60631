use super::{AddressId, EmailAddress, Name, PersonId};
use crate::{
    act::Act,
    database::{DbError, Tx},
    q,
};

/// A person without a role yet. `locale` is the language of their pages and mails.
pub async fn create_person(tx: &mut Tx, act: &Act<'_>, name: &Name, locale: &str) -> Result<PersonId, DbError> {
    let id = PersonId(act.uuid());
    q!(
        "INSERT INTO person (id, name, name_sort, locale, created_at) VALUES ($1, $2, $3, $4, $5)",
        id,
        name.as_str(),
        name.sort_key(),
        locale,
        act.now
    )
    .execute(tx)
    .await?;
    act.audit(tx, "person_created", ("person", id.0), serde_json::json!({}))
        .await?;
    Ok(id)
}

/// The address's row, which is then held until the transaction ends.
pub(super) async fn address(tx: &mut Tx, act: &Act<'_>, email: &EmailAddress) -> Result<AddressId, DbError> {
    let (id,) = q!(
        "INSERT INTO address (id, email, email_key, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (email_key) DO UPDATE SET email_key = excluded.email_key RETURNING id",
        act.uuid(),
        email.as_str(),
        email.key(),
        act.now
    )
    .one::<(AddressId,)>(tx)
    .await?;
    Ok(id)
}

/// Gives a person an address, after those they have. It may belong to others too.
pub async fn add_address(
    tx: &mut Tx,
    act: &Act<'_>,
    person: PersonId,
    email: &EmailAddress,
) -> Result<AddressId, DbError> {
    let id = address(tx, act, email).await?;
    // Whoever enters it (again) says that it is right.
    super::works_again(tx, act, id).await?;
    q!(
        "INSERT INTO person_address (person_id, address_id, position)
         SELECT p.id, a.id, (SELECT COUNT(*) FROM person_address WHERE person_id = $1)
         FROM person p CROSS JOIN address a WHERE p.id = $1 AND a.id = $2
         ON CONFLICT (person_id, address_id) DO NOTHING",
        person,
        id
    )
    .execute(tx)
    .await?;
    Ok(id)
}

/// Somebody who gets a role: the same name at the same address is the same person, so that one person can be
/// contact of several institutions, or volunteer and contact.
pub async fn find_or_create(
    tx: &mut Tx,
    act: &Act<'_>,
    name: &Name,
    email: &EmailAddress,
    locale: &str,
) -> Result<PersonId, DbError> {
    // Holds the address until the transaction ends: sent twice at the same moment, it is one person.
    address(tx, act, email).await?;
    let known = q!(
        "SELECT p.id FROM person p JOIN person_address pa ON pa.person_id = p.id
         JOIN address a ON a.id = pa.address_id WHERE a.email_key = $1 AND p.name = $2 ORDER BY p.id LIMIT 1",
        email.key(),
        name.as_str()
    )
    .optional::<(PersonId,)>(tx)
    .await?;
    if let Some((person,)) = known {
        return Ok(person);
    }
    let person = create_person(tx, act, name, locale).await?;
    add_address(tx, act, person, email).await?;
    Ok(person)
}
