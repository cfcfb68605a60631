use super::{InstitutionId, State};
use crate::{
    act::Act,
    database::{DbError, Tx},
    people::Name,
    q,
};

/// What can be corrected about an institution itself.
#[derive(Clone, Debug)]
pub struct Details {
    pub name: Name,
    pub kind: Option<String>,
    pub sector: String,
}

/// Requests that are filed keep the sector they were filed under. `false`: no such institution.
pub async fn change_institution(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    new: &Details,
) -> Result<bool, DbError> {
    let changed = q!(
        "UPDATE institution SET name = $1, name_sort = $2, kind = $3, sector = $4 WHERE id = $5",
        new.name.as_str(),
        new.name.sort_key(),
        new.kind.clone(),
        &new.sector,
        institution
    )
    .execute(tx)
    .await?;
    if changed == 1 {
        let params = serde_json::json!({ "kind": &new.kind, "sector": &new.sector });
        act.audit(tx, "institution_changed", ("institution", institution.0), params)
            .await?;
    }
    Ok(changed == 1)
}

/// Locks an institution until the transaction ends, always before its requests. Filing takes the same lock,
/// so that no request slips in while an institution retires. `None`: there is none.
pub async fn lock(tx: &mut Tx, institution: InstitutionId) -> Result<Option<State>, DbError> {
    let row = q!(
        "UPDATE institution SET state = state WHERE id = $1 RETURNING state",
        institution
    )
    .optional::<(String,)>(tx)
    .await?;
    Ok(row.and_then(|(state,)| state.parse().ok()))
}

/// From one of these states to another. `false`: it was in none of them.
pub(super) async fn change_state(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    from: &[State],
    to: State,
    action: &str,
) -> Result<bool, DbError> {
    if !matches!(lock(tx, institution).await?, Some(state) if from.contains(&state)) {
        return Ok(false);
    }
    q!(
        "UPDATE institution SET state = $1, state_changed_at = $2 WHERE id = $3",
        to.code(),
        act.now,
        institution
    )
    .execute(tx)
    .await?;
    act.audit(tx, action, ("institution", institution.0), serde_json::json!({}))
        .await?;
    Ok(true)
}
