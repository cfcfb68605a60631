//! Many people at once, each statement for all of them: an import makes thousands.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{AddressId, EmailAddress, Name, PersonId, works_again};
use crate::{
    act::Act,
    database::{DbError, Tx, Value, cells},
    q,
};

/// What [`super::find_or_create`] is told about one person.
#[derive(Clone, Copy, Debug)]
pub struct NewPerson<'a> {
    pub name: &'a Name,
    pub email: &'a EmailAddress,
    pub locale: &'a str,
}

/// The same as [`super::find_or_create`] for each of them, in their order.
pub async fn find_or_create_many(
    tx: &mut Tx,
    act: &Act<'_>,
    people: &[NewPerson<'_>],
) -> Result<Vec<PersonId>, DbError> {
    let addresses = addresses(tx, act, people).await?;
    let old = addresses.values().filter(|one| !one.made).map(|one| one.id.0).collect();
    let mut known = known(tx, old).await?;
    let (mut made, mut ids) = (Vec::new(), Vec::with_capacity(people.len()));
    for one in people {
        let address = addresses.get(&one.email.key()).ok_or(DbError::RowNotFound)?;
        let key = (address.id, one.name.as_str().to_owned());
        let id = *known.entry(key).or_insert_with(|| {
            let id = PersonId(act.uuid());
            made.push((id, *one, *address));
            id
        });
        ids.push(id);
    }
    // Whoever enters an address (again) says that it is right.
    let again: HashSet<AddressId> = made
        .iter()
        .filter(|(_, _, at)| !at.made)
        .map(|(_, _, at)| at.id)
        .collect();
    for address in again {
        works_again(tx, act, address).await?;
    }
    insert(tx, act, &made).await?;
    Ok(ids)
}

#[derive(Clone, Copy, Debug)]
struct Address {
    id: AddressId,
    made: bool,
}

/// Their rows, which are then held until the transaction ends; in one order, so that two who do this never wait for
/// each other in a circle.
async fn addresses(tx: &mut Tx, act: &Act<'_>, people: &[NewPerson<'_>]) -> Result<HashMap<String, Address>, DbError> {
    let wanted: BTreeMap<String, &EmailAddress> = people.iter().map(|one| (one.email.key(), one.email)).collect();
    let new: HashMap<String, AddressId> = wanted.keys().map(|key| (key.clone(), AddressId(act.uuid()))).collect();
    let rows = wanted
        .iter()
        .map(|(key, email)| cells([new[key].into(), email.as_str().into(), key.into()]))
        .collect();
    let rows = q!(
        "INSERT INTO address (id, email, email_key, created_at)
         SELECT ID_OF(r.value ->> 0), r.value ->> 1, r.value ->> 2, $2 FROM ROWS($1) AS r WHERE 1 = 1
         ON CONFLICT (email_key) DO UPDATE SET email_key = excluded.email_key RETURNING email_key, id",
        Value::rows(rows),
        act.now
    )
    .all::<(String, AddressId)>(tx)
    .await?;
    let told = rows.into_iter().map(|(key, id)| {
        let made = new.get(&key) == Some(&id);
        (key, Address { id, made })
    });
    Ok(told.collect())
}

/// Who reads these addresses, by address and name.
async fn known(tx: &mut Tx, addresses: Vec<uuid::Uuid>) -> Result<HashMap<(AddressId, String), PersonId>, DbError> {
    let rows = q!(
        "SELECT pa.address_id, p.name, p.id FROM person_address pa JOIN person p ON p.id = pa.person_id
         WHERE pa.address_id IN (UUIDS($1)) ORDER BY p.id DESC",
        Value::Uuids(addresses)
    )
    .all::<(AddressId, String, PersonId)>(tx)
    .await?;
    // Of two the first one made is meant, as everywhere: it comes last.
    Ok(rows
        .into_iter()
        .map(|(address, name, id)| ((address, name), id))
        .collect())
}

async fn insert(tx: &mut Tx, act: &Act<'_>, made: &[(PersonId, NewPerson<'_>, Address)]) -> Result<(), DbError> {
    let rows = made.iter().map(|(id, one, _)| {
        cells([
            (*id).into(),
            one.name.as_str().into(),
            one.name.sort_key().into(),
            one.locale.into(),
        ])
    });
    q!(
        "INSERT INTO person (id, name, name_sort, locale, created_at)
         SELECT ID_OF(r.value ->> 0), r.value ->> 1, r.value ->> 2, r.value ->> 3, $2 FROM ROWS($1) AS r",
        Value::rows(rows.collect()),
        act.now
    )
    .execute(tx)
    .await?;
    let rows = made
        .iter()
        .map(|(id, _, address)| cells([(*id).into(), address.id.into()]));
    q!(
        "INSERT INTO person_address (person_id, address_id, position)
         SELECT ID_OF(r.value ->> 0), ID_OF(r.value ->> 1), 0 FROM ROWS($1) AS r",
        Value::rows(rows.collect())
    )
    .execute(tx)
    .await?;
    let lines = made.iter().map(|(id, _, _)| (id.0, serde_json::json!({}))).collect();
    act.audit_many(tx, "person_created", "person", lines).await
}
