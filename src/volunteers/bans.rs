//! An institution does not want a volunteer again. The reason is for coordinators only, and the ban itself is
//! told to neither side.

use chrono::{DateTime, Duration, Utc};
use serde_json::json;

use super::{BanId, VolunteerId};
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions::InstitutionId,
    q,
    requests::{
        assignments::{self, Standing},
        offers,
    },
    row, tasks,
};

row! {
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Ban {
        pub id: BanId,
        pub institution_id: InstitutionId,
        pub note: String,
        pub created_at: DateTime<Utc>,
        pub lifted_at: Option<DateTime<Utc>>,
    }
}

/// No more offers of this institution to this volunteer. Open ones are closed without a word; what was accepted
/// stands until a person has decided. `false`: a ban stands already, and is kept with its note.
pub async fn ban(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    volunteer: VolunteerId,
    note: &str,
) -> Result<bool, DbError> {
    // Requests are locked before volunteers, everywhere.
    offers::close_for(tx, act, institution, volunteer).await?;
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
    if added == 0 {
        return Ok(false);
    }
    let params = json!({ "institution": institution });
    act.audit(tx, "volunteer_banned", ("volunteer", volunteer.0), params)
        .await?;
    for one in accepted(tx, act, institution, volunteer).await? {
        let about = tasks::About {
            request: Some(one.request),
            volunteer: Some(volunteer),
            assignment: Some(one.id),
            ..Default::default()
        };
        // Half of what is left, at most a day: the volunteer may have to be called.
        let due_at = act.now + ((one.starts_at - act.now) / 2).min(Duration::days(1));
        tasks::create(tx, act, tasks::Kind::AssignmentBanned, about, json!({}), due_at).await?;
    }
    Ok(true)
}

/// Lifts a ban; its note stays. `false`: there was none.
pub async fn lift_ban(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    volunteer: VolunteerId,
) -> Result<bool, DbError> {
    super::lock(tx, volunteer).await?;
    let lifted = q!(
        "UPDATE ban SET lifted_at = $1 WHERE institution_id = $2 AND volunteer_id = $3 AND lifted_at IS NULL",
        act.now,
        institution,
        volunteer
    )
    .execute(tx)
    .await?;
    if lifted == 0 {
        return Ok(false);
    }
    let params = json!({ "institution": institution });
    act.audit(tx, "ban_lifted", ("volunteer", volunteer.0), params).await?;
    for one in accepted(tx, act, institution, volunteer).await? {
        tasks::settle_assignment(tx, act, one.id, &[tasks::Kind::AssignmentBanned]).await?;
    }
    Ok(true)
}

/// Those that stand first, then those that were lifted, the newest first.
pub async fn bans_of(tx: &mut Tx, volunteer: VolunteerId) -> Result<Vec<Ban>, DbError> {
    q!(
        "SELECT id, institution_id, note, created_at, lifted_at FROM ban WHERE volunteer_id = $1
         ORDER BY CASE WHEN lifted_at IS NULL THEN 0 ELSE 1 END, created_at DESC, id DESC",
        volunteer
    )
    .all(tx)
    .await
}

async fn accepted(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    volunteer: VolunteerId,
) -> Result<Vec<Standing>, DbError> {
    let all = assignments::standing(tx, volunteer, act.now).await?;
    Ok(all.into_iter().filter(|one| one.institution == institution).collect())
}
