//! Who runs the pool: appointed, invited, retired.

use chrono::{DateTime, Utc};

use super::{EmailAddress, Name, PersonId, find_or_create, second_factor};
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{
        Mail,
        outbox::{self, Recipient},
    },
    q, row,
};

#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    #[error("is a coordinator already")]
    AlreadyThere,
    #[error(transparent)]
    Database(#[from] DbError),
}

#[derive(Debug, thiserror::Error)]
pub enum RetireError {
    #[error("nobody would be left to run the pool")]
    LastOne,
    #[error("is not a coordinator")]
    NotACoordinator,
    #[error(transparent)]
    Database(#[from] DbError),
}

row! {
    /// A line of the team's list.
    #[derive(Clone, Debug)]
    pub struct Coordinator {
        pub id: PersonId,
        pub name: String,
        pub email: Option<String>,
        pub since: DateTime<Utc>,
        pub second_factor: bool,
        pub last_sign_in: Option<DateTime<Utc>>,
    }
}

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
         ON CONFLICT (person_id) DO UPDATE SET active = excluded.active, ended_at = NULL",
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

/// The same, with a mail that says where to sign in.
pub async fn invite(
    tx: &mut Tx,
    act: &Act<'_>,
    name: &Name,
    email: &EmailAddress,
    locale: &str,
) -> Result<PersonId, InviteError> {
    let person = find_or_create(tx, act, name, email, locale).await?;
    if is_active(tx, person).await? {
        return Err(InviteError::AlreadyThere);
    }
    let person = create_coordinator(tx, act, name, email, locale).await?;
    let mail = Mail::CoordinatorInvited { person };
    outbox::owe(tx, act, Recipient::Person(person), &mail, act.now).await?;
    Ok(person)
}

/// Ends the role, the second factor and every session. The last one stays: nobody could let anybody in again.
pub async fn retire_coordinator(tx: &mut Tx, act: &Act<'_>, person: PersonId) -> Result<(), RetireError> {
    lock_all(tx).await?;
    let active = ids(tx).await?;
    if !active.contains(&person) {
        return Err(RetireError::NotACoordinator);
    }
    if active.len() == 1 {
        return Err(RetireError::LastOne);
    }
    q!(
        "UPDATE coordinator SET active = $1, ended_at = $2 WHERE person_id = $3",
        false,
        act.now,
        person
    )
    .execute(tx)
    .await?;
    second_factor::revoke(tx, act, person).await?;
    act.audit(tx, "coordinator_retired", ("person", person.0), serde_json::json!({}))
        .await?;
    Ok(())
}

pub async fn list_coordinators(tx: &mut Tx) -> Result<Vec<Coordinator>, DbError> {
    q!("SELECT p.id, p.name, c.created_at AS since,
                (SELECT a.email FROM address a JOIN person_address pa ON pa.address_id = a.id
                 WHERE pa.person_id = p.id ORDER BY pa.position, a.id LIMIT 1) AS email,
                EXISTS (SELECT 1 FROM second_factor f WHERE f.person_id = p.id
                        AND f.confirmed_at IS NOT NULL AND f.ended_at IS NULL) AS second_factor,
                (SELECT s.created_at FROM session s WHERE s.person_id = p.id
                 ORDER BY s.created_at DESC LIMIT 1) AS last_sign_in
         FROM coordinator c JOIN person p ON p.id = c.person_id WHERE c.active ORDER BY p.name_sort, p.id")
    .all(tx)
    .await
}

/// Those who sign in with that address.
pub async fn coordinators_at(tx: &mut Tx, email: &EmailAddress) -> Result<Vec<(PersonId, String)>, DbError> {
    q!(
        "SELECT p.id, p.name FROM coordinator c JOIN person p ON p.id = c.person_id
         JOIN person_address pa ON pa.person_id = p.id JOIN address a ON a.id = pa.address_id
         WHERE c.active AND a.email_key = $1 ORDER BY p.name_sort, p.id",
        email.key()
    )
    .all(tx)
    .await
}

async fn is_active(tx: &mut Tx, person: PersonId) -> Result<bool, DbError> {
    Ok(ids(tx).await?.contains(&person))
}

async fn ids(tx: &mut Tx) -> Result<Vec<PersonId>, DbError> {
    let rows = q!("SELECT person_id FROM coordinator WHERE active ORDER BY person_id")
        .all::<(PersonId,)>(tx)
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// One by one in the order of their ids, so that two who retire each other do not wait for each other.
async fn lock_all(tx: &mut Tx) -> Result<(), DbError> {
    for person in ids(tx).await? {
        q!("UPDATE coordinator SET active = active WHERE person_id = $1", person)
            .execute(tx)
            .await?;
    }
    Ok(())
}

/// Whether somebody is part of the team now.
pub async fn is_coordinator(tx: &mut Tx, person: PersonId) -> Result<bool, DbError> {
    let row = q!("SELECT id FROM coordinator WHERE person_id = $1 AND active", person)
        .optional::<(uuid::Uuid,)>(tx)
        .await?;
    Ok(row.is_some())
}

/// The name of somebody who is, or was, a coordinator.
pub async fn coordinator_name(tx: &mut Tx, person: PersonId) -> Result<Option<String>, DbError> {
    let row = q!(
        "SELECT p.name FROM person p JOIN coordinator c ON c.person_id = p.id WHERE p.id = $1",
        person
    )
    .optional::<(String,)>(tx)
    .await?;
    Ok(row.map(|(name,)| name))
}
