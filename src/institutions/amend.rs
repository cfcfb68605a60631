//! What a list of the office says about contacts whom the pool knows.

use serde_json::json;

use super::{ContactId, InstitutionId};
use crate::{
    act::Act,
    database::{DbError, Tx, Value, cells},
    q,
};

/// Another phone number, for that institution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactAmendment {
    pub contact: ContactId,
    pub old: Option<String>,
    pub new: Option<String>,
}

/// Changes each number that is still the old one; says which of them were. Who has left stays as they are.
pub async fn amend_contacts(tx: &mut Tx, act: &Act<'_>, wanted: &[ContactAmendment]) -> Result<Vec<bool>, DbError> {
    let rows = wanted
        .iter()
        .map(|one| cells([one.contact.into(), one.old.clone().into(), one.new.clone().into()]));
    let done = q!(
        "UPDATE contact SET phone = r.new_phone
         FROM (SELECT ID_OF(r.value ->> 0) AS id, r.value ->> 1 AS old_phone, r.value ->> 2 AS new_phone
               FROM ROWS($1) AS r) r
         WHERE contact.id = r.id AND contact.active AND COALESCE(contact.phone, '') = COALESCE(r.old_phone, '')
         RETURNING contact.id, contact.institution_id",
        Value::rows(rows.collect())
    )
    .all::<(ContactId, InstitutionId)>(tx)
    .await?;
    let line = |(contact, institution): &(ContactId, InstitutionId)| (institution.0, json!({ "contact": contact }));
    act.audit_many(tx, "contact_changed", "institution", done.iter().map(line).collect())
        .await?;
    let is_done = |one: &ContactAmendment| done.iter().any(|(contact, _)| *contact == one.contact);
    Ok(wanted.iter().map(is_done).collect())
}
