//! What a coordinator ended by mistake goes on, as if it had not been ended.

use serde_json::json;

use super::{ContactId, InstitutionId, SiteId, State, edit::change_state, lock};
use crate::{
    act::Act,
    database::{DbError, Tx},
    q,
};

/// It may ask again. `false`: it had not left.
pub async fn reinstate(tx: &mut Tx, act: &Act<'_>, institution: InstitutionId) -> Result<bool, DbError> {
    let (from, to) = ([State::Retired], State::Approved);
    change_state(tx, act, institution, &from, to, "institution_reinstated").await
}

/// The contact has its role again. `false`: it had not lost it.
pub async fn restore_contact(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    contact: ContactId,
) -> Result<bool, DbError> {
    let restored = q!(
        "UPDATE contact SET active = $1, ended_at = NULL WHERE id = $2 AND institution_id = $3 AND NOT active",
        true,
        contact,
        institution
    )
    .execute(tx)
    .await?;
    if restored == 1 {
        let params = json!({ "contact": contact });
        act.audit(tx, "contact_restored", ("institution", institution.0), params)
            .await?;
    }
    Ok(restored == 1)
}

/// The site can be chosen again. `false`: it was not closed.
pub async fn reopen_site(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    site: SiteId,
) -> Result<bool, DbError> {
    if lock(tx, institution).await?.is_none() {
        return Ok(false);
    }
    let reopened = q!(
        "UPDATE site SET active = $1 WHERE id = $2 AND institution_id = $3 AND NOT active",
        true,
        site,
        institution
    )
    .execute(tx)
    .await?;
    if reopened == 1 {
        let params = json!({ "site": site });
        act.audit(tx, "site_reopened", ("institution", institution.0), params)
            .await?;
    }
    Ok(reopened == 1)
}
