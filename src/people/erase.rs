//! A person becomes nobody: the row stays, so that what others did with it still counts.

use super::{AddressId, PersonId, SecondFactorId, expire};
use crate::{
    act::Act,
    database::{DbError, Tx, Value},
    q,
};

/// What was there, and how many rows: for the report.
pub type Counted = Vec<(&'static str, u64)>;

/// Whoever comes first: a second erasure of the same person waits for this one, and finds it done. `false`: no such
/// person, or erased before.
pub async fn begin_erasure(tx: &mut Tx, act: &Act<'_>, person: PersonId) -> Result<bool, DbError> {
    let begun = q!(
        "UPDATE person SET erased_at = $1 WHERE id = $2 AND erased_at IS NULL",
        act.now,
        person
    )
    .execute(tx)
    .await?;
    Ok(begun == 1)
}

/// Takes name, addresses, sign-ins, sessions and second factors. `called`: what pages show instead of a name.
/// Roles must have ended before.
pub async fn erase(tx: &mut Tx, act: &Act<'_>, person: PersonId, called: &str) -> Result<Counted, DbError> {
    let sessions = q!("DELETE FROM session WHERE person_id = $1", person)
        .execute(tx)
        .await?;
    let factors = q!("SELECT id FROM second_factor WHERE person_id = $1", person)
        .all::<(SecondFactorId,)>(tx)
        .await?;
    let factors = expire::delete_second_factors(tx, factors).await?;
    let (addresses, sign_ins) = addresses(tx, person).await?;
    q!(
        "UPDATE contact SET phone = NULL, active = $1, ended_at = COALESCE(ended_at, $2) WHERE person_id = $3",
        false,
        act.now,
        person
    )
    .execute(tx)
    .await?;
    q!(
        "UPDATE person SET name = $1, name_sort = '', locale = $2 WHERE id = $3",
        called,
        crate::l10n::FIRST,
        person
    )
    .execute(tx)
    .await?;
    Ok(vec![
        ("name", 1),
        ("addresses", addresses),
        ("sign_ins", sign_ins),
        ("sessions", sessions),
        ("second_factors", factors),
    ])
}

/// An address that others share stays theirs.
async fn addresses(tx: &mut Tx, person: PersonId) -> Result<(u64, u64), DbError> {
    let own = q!(
        "SELECT a.address_id FROM person_address a WHERE a.person_id = $1 AND NOT EXISTS (
             SELECT 1 FROM person_address b WHERE b.address_id = a.address_id AND b.person_id <> a.person_id)",
        person
    )
    .all::<(AddressId,)>(tx)
    .await?;
    let own = || Value::uuids(own.iter().map(|(id,)| id.0));
    let taken = q!("DELETE FROM person_address WHERE person_id = $1", person)
        .execute(tx)
        .await?;
    let sign_ins = q!("DELETE FROM sign_in WHERE address_id IN (UUIDS($1))", own())
        .execute(tx)
        .await?;
    q!("DELETE FROM address WHERE id IN (UUIDS($1))", own())
        .execute(tx)
        .await?;
    Ok((taken, sign_ins))
}

/// The addresses that only this person has, as they are written.
pub async fn own_addresses(tx: &mut Tx, person: PersonId) -> Result<Vec<(AddressId, String)>, DbError> {
    q!(
        "SELECT d.id, d.email FROM address d JOIN person_address a ON a.address_id = d.id
         WHERE a.person_id = $1 AND NOT EXISTS (
             SELECT 1 FROM person_address b WHERE b.address_id = d.id AND b.person_id <> $1)",
        person
    )
    .all(tx)
    .await
}
