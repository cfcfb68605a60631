use super::{ContactId, InstitutionId};
use crate::{
    act::Act,
    database::{DbError, Tx},
    people::{self, EmailAddress, Name},
    q,
};

#[derive(Clone, Debug)]
pub struct NewContact {
    pub name: Name,
    pub email: EmailAddress,
    pub phone: Option<String>,
    pub locale: String,
}

/// Lets somebody ask in an institution's name. Doing it twice keeps the contact and takes the new phone.
pub async fn add_contact(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    new: &NewContact,
) -> Result<ContactId, DbError> {
    let person = people::find_or_create(tx, act, &new.name, &new.email, &new.locale).await?;
    let (id,) = q!(
        "INSERT INTO contact (id, person_id, institution_id, phone, active, created_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (person_id, institution_id) DO UPDATE SET phone = excluded.phone, active = excluded.active
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
    let params = serde_json::json!({ "institution": institution });
    act.audit(tx, "contact_added", ("contact", id.0), params).await?;
    Ok(id)
}
