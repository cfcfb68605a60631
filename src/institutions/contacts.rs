use super::{ContactId, InstitutionId};
use crate::{
    act::Act,
    database::{DbError, Tx},
    people::{self, EmailAddress, Name, PersonId},
    q, requests, tasks,
};

#[derive(Clone, Debug)]
pub struct NewContact {
    pub name: Name,
    pub email: EmailAddress,
    pub phone: Option<String>,
    pub locale: String,
}

/// Lets somebody ask in an institution's name. Doing it twice keeps the contact and takes the new phone;
/// somebody who had left is back.
pub async fn add_contact(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    new: &NewContact,
) -> Result<ContactId, DbError> {
    let person = people::find_or_create(tx, act, &new.name, &new.email, &new.locale).await?;
    let (id,) = q!(
        "INSERT INTO contact (id, person_id, institution_id, phone, active, created_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (person_id, institution_id) DO UPDATE SET phone = excluded.phone, active = excluded.active,
             ended_at = NULL
         RETURNING id",
        act.uuid(),
        person,
        institution,
        new.phone.clone(),
        true,
        act.now
    )
    .one::<(ContactId,)>(tx)
    .await?;
    audit(tx, act, "contact_added", institution, id).await?;
    Ok(id)
}

#[derive(Debug, thiserror::Error)]
pub enum ChangeContactError {
    #[error("no such contact")]
    NotFound,
    /// Whoever changes an address can sign in with it: a coordinator's is not changed from an institution's page.
    #[error("a coordinator's address")]
    Coordinator,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// What somebody is called, how to reach them, and in which language. Phone is this institution's; the rest is the
/// person's, wherever else they work.
pub async fn change_contact(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    contact: ContactId,
    new: &NewContact,
) -> Result<(), ChangeContactError> {
    let (person,) = q!(
        "UPDATE contact SET phone = $1 WHERE id = $2 AND institution_id = $3 AND active RETURNING person_id",
        new.phone.clone(),
        contact,
        institution
    )
    .optional::<(PersonId,)>(tx)
    .await?
    .ok_or(ChangeContactError::NotFound)?;
    people::change_details(tx, person, &new.name, &new.locale).await?;
    let moved = people::change_address(tx, act, person, &new.email).await?;
    if moved && people::is_coordinator(tx, person).await? {
        // The caller rolls back.
        return Err(ChangeContactError::Coordinator);
    }
    audit(tx, act, "contact_changed", institution, contact).await?;
    Ok(())
}

/// Somebody has left, or may not ask any more: running sessions lose the role with the next click.
/// `false`: was no contact.
pub async fn end_contact(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    contact: ContactId,
) -> Result<bool, DbError> {
    let ended = q!(
        "UPDATE contact SET active = $1, ended_at = $2 WHERE id = $3 AND institution_id = $4 AND active",
        false,
        act.now,
        contact,
        institution
    )
    .execute(tx)
    .await?;
    if ended == 1 {
        audit(tx, act, "contact_ended", institution, contact).await?;
        if !requests::open_of_contact(tx, contact, act.now).await?.is_empty() {
            let about = tasks::About {
                institution: Some(institution),
                ..Default::default()
            };
            let params = serde_json::json!({ "contact": contact });
            tasks::create(tx, act, tasks::Kind::ContactLeft, about, params, act.now).await?;
        }
    }
    Ok(ended == 1)
}

/// Everybody who may ask for it, or could if it were approved.
pub(super) async fn people_of(tx: &mut Tx, institution: InstitutionId) -> Result<Vec<PersonId>, DbError> {
    let rows = q!(
        "SELECT person_id FROM contact WHERE institution_id = $1 AND active ORDER BY id",
        institution
    )
    .all::<(PersonId,)>(tx)
    .await?;
    Ok(rows.into_iter().map(|(person,)| person).collect())
}

async fn audit(
    tx: &mut Tx,
    act: &Act<'_>,
    action: &str,
    institution: InstitutionId,
    contact: ContactId,
) -> Result<(), DbError> {
    let params = serde_json::json!({ "contact": contact });
    act.audit(tx, action, ("institution", institution.0), params).await
}
