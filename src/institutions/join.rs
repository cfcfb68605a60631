//! A colleague joins by invitation of somebody who asks for the same institution.

use super::{ContactId, InstitutionId, NewContact, add_contact, invite, lock, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
};

/// More than these do not ask for one institution; with them nobody can have mails sent without end.
const MOST: usize = 30;

#[derive(Debug, thiserror::Error)]
pub enum JoinError {
    #[error("is a contact already")]
    Known,
    /// Whoever was ended comes back by the pool only: there may have been a reason.
    #[error("was a contact before")]
    Left,
    #[error("enough contacts")]
    TooMany,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Adds and invites them. After an error the caller rolls back.
pub async fn join(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    new: &NewContact,
) -> Result<ContactId, JoinError> {
    // Two at the same moment are counted one after the other.
    lock(tx, institution).await?;
    let now = store::contacts_of(tx, institution).await?;
    let former = store::former_contacts_of(tx, institution).await?;
    if now.len() + former.len() >= MOST {
        return Err(JoinError::TooMany);
    }
    let id = add_contact(tx, act, institution, new).await?;
    if now.iter().any(|contact| contact.id == id) {
        return Err(JoinError::Known);
    }
    if former.iter().any(|contact| contact.id == id) {
        return Err(JoinError::Left);
    }
    invite(tx, act, institution, id).await?;
    Ok(id)
}
