//! When somebody can come. Nothing here touches what was accepted: an appointment outside the new times stands
//! until its volunteer gives it back.

use serde_json::json;

use super::{AbsenceId, VolunteerId, details, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    matching::{Absence, Window, joined},
    q,
};

/// The whole week from now on; windows that touch or overlap become one. `false`: it was so already.
pub async fn set_availability(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    windows: &[Window],
) -> Result<bool, DbError> {
    super::lock(tx, volunteer).await?;
    let windows = joined(windows);
    if joined(&store::windows_of(tx, volunteer).await?) == windows {
        return Ok(false);
    }
    q!("DELETE FROM availability WHERE volunteer_id = $1", volunteer)
        .execute(tx)
        .await?;
    details::availability(tx, act, volunteer, &windows).await?;
    let params = json!({ "windows": windows.len() });
    act.audit(tx, "volunteer_availability_changed", ("volunteer", volunteer.0), params)
        .await?;
    Ok(true)
}

/// Not asked on these days, both included. `false`: the same absence stands there already.
pub async fn add_absence(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    absence: Absence,
) -> Result<bool, DbError> {
    super::lock(tx, volunteer).await?;
    let known = store::absences_of(tx, volunteer).await?;
    let (from, until) = (absence.from.to_string(), absence.until.to_string());
    if known.iter().any(|one| one.from_date == from && one.until_date == until) {
        return Ok(false);
    }
    details::absences(tx, act, volunteer, &[absence]).await?;
    let params = json!({ "from": absence.from, "until": absence.until });
    act.audit(tx, "absence_added", ("volunteer", volunteer.0), params)
        .await?;
    Ok(true)
}

/// `false`: this volunteer has no such absence.
pub async fn remove_absence(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    absence: AbsenceId,
) -> Result<bool, DbError> {
    super::lock(tx, volunteer).await?;
    let known = store::absences_of(tx, volunteer).await?;
    let Some(known) = known.into_iter().find(|one| one.id == absence) else {
        return Ok(false);
    };
    let removed = q!(
        "DELETE FROM absence WHERE id = $1 AND volunteer_id = $2",
        absence,
        volunteer
    )
    .execute(tx)
    .await?;
    if removed > 0 {
        // The days, so that whoever removed it by mistake can put it back.
        let params = json!({ "from": known.from_date, "until": known.until_date });
        act.audit(tx, "absence_removed", ("volunteer", volunteer.0), params)
            .await?;
    }
    Ok(removed > 0)
}
