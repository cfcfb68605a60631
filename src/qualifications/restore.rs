use serde_json::json;

use super::{QualificationId, RevokeError, review, runs_out, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    q,
    settings::Rules,
    timers,
    volunteers::{self, VolunteerId},
};

/// It was revoked by mistake, and counts again. In force already is as good as restored now.
pub async fn restore(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    volunteer: VolunteerId,
    id: QualificationId,
) -> Result<(), RevokeError> {
    match volunteers::lock(tx, volunteer).await {
        Err(DbError::RowNotFound) => return Err(RevokeError::NotFound),
        done => done?,
    }
    let found = store::get_of(tx, volunteer, id).await?.ok_or(RevokeError::NotFound)?;
    if found.revoked_at.is_none() {
        return Ok(());
    }
    q!(
        "UPDATE qualification SET revoked_at = NULL, revoked_by = NULL WHERE id = $1",
        id
    )
    .execute(tx)
    .await?;
    let today = rules.local(act.now).date();
    for shown in store::in_force(tx, volunteer).await? {
        if let Some(until) = shown.valid_until.filter(|until| *until >= today)
            && shown.id == id
        {
            let due_at = runs_out::notice_at(rules, until);
            timers::set(tx, act, timers::Kind::QualificationRunsOut, id.0, due_at).await?;
        }
    }
    let params = json!({"qualification": id, "kind": found.kind});
    act.audit(tx, "qualification_restored", ("volunteer", volunteer.0), params)
        .await?;
    review(tx, act, rules, volunteer).await?;
    Ok(())
}
