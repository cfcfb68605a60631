use super::{ContactId, InstitutionId, State};
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

/// Mails a contact what this is and how to begin; again, when they ask. `false`: they may not sign in (now).
pub async fn invite(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    contact: ContactId,
) -> Result<bool, DbError> {
    let row = q!(
        "SELECT c.person_id, i.state FROM contact c JOIN institution i ON i.id = c.institution_id
         WHERE c.id = $1 AND c.institution_id = $2 AND c.active",
        contact,
        institution
    )
    .optional::<(PersonId, String)>(tx)
    .await?;
    match row {
        Some((person, state)) if matches!(state.parse(), Ok(State::Approved | State::Paused)) => {
            owe(tx, act, institution, person).await?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

pub(super) async fn owe(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    person: PersonId,
) -> Result<(), DbError> {
    let mail = Mail::ContactInvited {
        institution,
        by: act.person(),
    };
    outbox::owe(tx, act, Recipient::Person(person), &mail, act.now).await?;
    let params = serde_json::json!({ "person": person });
    act.audit(tx, "contact_invited", ("institution", institution.0), params)
        .await
}
