//! A person is called or reached differently from now on.

use serde_json::json;

use super::{AddressId, EmailAddress, Name, PersonId, create};
use crate::{
    act::Act,
    database::{DbError, Tx},
    q,
};

/// Another name, or another language of pages and mails. `false`: both were so already.
/// The audit line is the caller's: who is changed as what.
pub async fn change_details(tx: &mut Tx, person: PersonId, name: &Name, locale: &str) -> Result<bool, DbError> {
    let changed = q!(
        "UPDATE person SET name = $1, name_sort = $2, locale = $3 WHERE id = $4 AND (name <> $1 OR locale <> $3)",
        name.as_str(),
        name.sort_key(),
        locale,
        person
    )
    .execute(tx)
    .await?;
    Ok(changed > 0)
}

/// The person reads another address instead of their first one. An address may be shared: whoever else reads the
/// old one keeps it, and whoever reads the new one already stays there. `false`: it was that one already.
pub async fn change_address(
    tx: &mut Tx,
    act: &Act<'_>,
    person: PersonId,
    email: &EmailAddress,
) -> Result<bool, DbError> {
    let new = create::address(tx, act, email).await?;
    let first = q!(
        "SELECT address_id FROM person_address WHERE person_id = $1 ORDER BY position, address_id LIMIT 1",
        person
    )
    .optional::<(AddressId,)>(tx)
    .await?;
    if first == Some((new,)) {
        return Ok(false);
    }
    // The new one may have been their second; positions only have to be in order.
    for address in first.into_iter().map(|(address,)| address).chain([new]) {
        q!(
            "DELETE FROM person_address WHERE person_id = $1 AND address_id = $2",
            person,
            address
        )
        .execute(tx)
        .await?;
    }
    q!(
        "INSERT INTO person_address (person_id, address_id, position)
         SELECT p.id, a.id, COALESCE((SELECT MIN(position) - 1 FROM person_address WHERE person_id = $1), 0)
         FROM person p CROSS JOIN address a WHERE p.id = $1 AND a.id = $2",
        person,
        new
    )
    .execute(tx)
    .await?;
    // Whoever enters an address says that it is right.
    super::works_again(tx, act, new).await?;
    act.audit(tx, "person_address_changed", ("person", person.0), json!({}))
        .await?;
    Ok(true)
}

/// The language of pages and mails.
pub async fn set_locale(tx: &mut Tx, person: PersonId, locale: &str) -> Result<(), DbError> {
    q!("UPDATE person SET locale = $1 WHERE id = $2", locale, person)
        .execute(tx)
        .await?;
    Ok(())
}
