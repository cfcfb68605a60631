//! An institution does not want a volunteer again. The reason is for coordinators only.

use super::VolunteerId;
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions::InstitutionId,
    q,
};

/// No more offers of this institution to this volunteer. A ban that stands already is kept with its note.
pub async fn ban(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    volunteer: VolunteerId,
    note: &str,
) -> Result<(), DbError> {
    super::lock(tx, volunteer).await?;
    let added = q!(
        "INSERT INTO ban (id, institution_id, volunteer_id, note, created_at)
         SELECT $1, i.id, v.id, $2, $3 FROM institution i CROSS JOIN volunteer v
         WHERE i.id = $4 AND v.id = $5 AND NOT EXISTS (
             SELECT 1 FROM ban b WHERE b.institution_id = i.id AND b.volunteer_id = v.id AND b.lifted_at IS NULL)",
        act.uuid(),
        note,
        act.now,
        institution,
        volunteer
    )
    .execute(tx)
    .await?;
    if added > 0 {
        let params = serde_json::json!({ "institution": institution });
        act.audit(tx, "volunteer_banned", ("volunteer", volunteer.0), params)
            .await?;
    }
    Ok(())
}

/// Lifts a ban; its note stays. `false`: there was none.
pub async fn lift_ban(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    volunteer: VolunteerId,
) -> Result<bool, DbError> {
    let lifted = q!(
        "UPDATE ban SET lifted_at = $1 WHERE institution_id = $2 AND volunteer_id = $3 AND lifted_at IS NULL",
        act.now,
        institution,
        volunteer
    )
    .execute(tx)
    .await?;
    if lifted > 0 {
        let params = serde_json::json!({ "institution": institution });
        act.audit(tx, "ban_lifted", ("volunteer", volunteer.0), params).await?;
    }
    Ok(lifted > 0)
}
