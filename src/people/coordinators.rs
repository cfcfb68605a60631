use super::{EmailAddress, Name, PersonId, find_or_create};
use crate::{
    act::Act,
    database::{DbError, Tx},
    q,
};

/// Makes somebody a coordinator. Doing it twice changes nothing, but gives back a role that had been taken.
pub async fn create_coordinator(
    tx: &mut Tx,
    act: &Act<'_>,
    name: &Name,
    email: &EmailAddress,
    locale: &str,
) -> Result<PersonId, DbError> {
    let person = find_or_create(tx, act, name, email, locale).await?;
    q!(
        "INSERT INTO coordinator (id, person_id, active, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id) DO UPDATE SET active = excluded.active",
        act.uuid(),
        person,
        true,
        act.now
    )
    .execute(tx)
    .await?;
    act.audit(tx, "coordinator_appointed", ("person", person.0), serde_json::json!({}))
        .await?;
    Ok(person)
}
