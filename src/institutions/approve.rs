use super::{InstitutionId, State, contacts, edit::change_state};
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{
        Mail,
        outbox::{self, Recipient},
    },
    q,
    tasks::{self, Kind},
};

/// Lets an institution that applied ask from now on, and tells its contacts. `false`: it was not waiting.
pub async fn approve(tx: &mut Tx, act: &Act<'_>, institution: InstitutionId) -> Result<bool, DbError> {
    let to = State::Approved;
    if !change_state(tx, act, institution, &[State::Pending], to, "institution_approved").await? {
        return Ok(false);
    }
    decided(tx, act, institution, &Mail::InstitutionApproved { institution }).await?;
    Ok(true)
}

/// Turns an application down; who applied reads the reason. `false`: it was not waiting.
pub async fn refuse(tx: &mut Tx, act: &Act<'_>, institution: InstitutionId, reason: &str) -> Result<bool, DbError> {
    let to = State::Retired;
    if !change_state(tx, act, institution, &[State::Pending], to, "institution_refused").await? {
        return Ok(false);
    }
    q!(
        "UPDATE institution SET refusal_reason = $1 WHERE id = $2",
        reason,
        institution
    )
    .execute(tx)
    .await?;
    decided(tx, act, institution, &Mail::RegistrationRefused { institution }).await?;
    Ok(true)
}

async fn decided(tx: &mut Tx, act: &Act<'_>, institution: InstitutionId, mail: &Mail) -> Result<(), DbError> {
    tasks::settle_institution(tx, act, institution, &[Kind::InstitutionWaits]).await?;
    for person in contacts::people_of(tx, institution).await? {
        outbox::owe(tx, act, Recipient::Person(person), mail, act.now).await?;
    }
    Ok(())
}
