use super::{InstitutionId, lock};
use crate::{
    act::Act,
    database::{DbError, Tx},
    q,
};

/// Its doubtful topics are not checked from now on. What the pool refuses is refused to it as well.
/// `false`: no such institution, or it was trusted before.
pub async fn trust(tx: &mut Tx, act: &Act<'_>, institution: InstitutionId) -> Result<bool, DbError> {
    lock(tx, institution).await?;
    let changed = q!(
        "UPDATE institution SET trusted_since = $1, trusted_by = $2 WHERE id = $3 AND trusted_since IS NULL",
        act.now,
        act.person(),
        institution
    )
    .execute(tx)
    .await?;
    if changed == 1 {
        let none = serde_json::json!({});
        act.audit(tx, "institution_trusted", ("institution", institution.0), none)
            .await?;
    }
    Ok(changed == 1)
}

/// A coordinator looks at its doubtful topics again. `false`: it was not trusted.
pub async fn distrust(tx: &mut Tx, act: &Act<'_>, institution: InstitutionId) -> Result<bool, DbError> {
    lock(tx, institution).await?;
    let changed = q!(
        "UPDATE institution SET trusted_since = NULL, trusted_by = NULL WHERE id = $1 AND trusted_since IS NOT NULL",
        institution
    )
    .execute(tx)
    .await?;
    if changed == 1 {
        let none = serde_json::json!({});
        act.audit(tx, "institution_trust_ended", ("institution", institution.0), none)
            .await?;
    }
    Ok(changed == 1)
}
