use super::{InstitutionId, State};
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{
        Mail,
        outbox::{self, Recipient},
    },
    people::PersonId,
    q,
};

/// Lets an institution that applied ask from now on, and tells its contacts. `false`: it was not waiting.
pub async fn approve(tx: &mut Tx, act: &Act<'_>, institution: InstitutionId) -> Result<bool, DbError> {
    let approved = q!(
        "UPDATE institution SET state = $1 WHERE id = $2 AND state = $3",
        State::Approved.code(),
        institution,
        State::Pending.code()
    )
    .execute(tx)
    .await?;
    if approved == 0 {
        return Ok(false);
    }
    let contacts = q!(
        "SELECT person_id FROM contact WHERE institution_id = $1 AND active ORDER BY id",
        institution
    )
    .all::<(PersonId,)>(tx)
    .await?;
    for (person,) in contacts {
        let mail = Mail::InstitutionApproved { institution };
        outbox::owe(tx, act, Recipient::Person(person), &mail, act.now).await?;
    }
    act.audit(
        tx,
        "institution_approved",
        ("institution", institution.0),
        serde_json::json!({}),
    )
    .await?;
    Ok(true)
}
