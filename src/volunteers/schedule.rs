//! When somebody can come. Nothing here touches what was accepted: an appointment outside the new times stands
//! until its volunteer gives it back.

use chrono::Duration;
use serde_json::json;

use super::{AbsenceId, VolunteerId, details, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    matching::{Absence, Window, joined},
    q,
};

const ONE_DAY: Duration = Duration::days(1);

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

/// Not asked on these days, both included. What overlaps or touches becomes one absence. `None`: all of these days
/// are in an absence already.
pub async fn add_absence(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    absence: Absence,
) -> Result<Option<Absence>, DbError> {
    super::lock(tx, volunteer).await?;
    let known = store::absences_of(tx, volunteer).await?;
    let known: Vec<(AbsenceId, Absence)> = known
        .iter()
        .filter_map(|row| {
            let (from, until) = (row.from_date.parse().ok()?, row.until_date.parse().ok()?);
            Some((row.id, Absence { from, until }))
        })
        .collect();
    if known
        .iter()
        .any(|(_, one)| one.from <= absence.from && absence.until <= one.until)
    {
        return Ok(None);
    }
    let (mut whole, mut joined) = (absence, Vec::new());
    for (id, one) in known {
        if one.from <= whole.until + ONE_DAY && whole.from <= one.until + ONE_DAY {
            whole.from = whole.from.min(one.from);
            whole.until = whole.until.max(one.until);
            joined.push((id, one));
        }
    }
    for (id, _) in &joined {
        q!(
            "DELETE FROM absence WHERE id = $1 AND volunteer_id = $2",
            *id,
            volunteer
        )
        .execute(tx)
        .await?;
    }
    details::absences(tx, act, volunteer, &[whole]).await?;
    let mut params = json!({ "from": whole.from, "until": whole.until });
    if !joined.is_empty() {
        // So that it can be taken apart again.
        let days: Vec<_> = joined
            .iter()
            .map(|(_, one)| json!({ "from": one.from, "until": one.until }))
            .collect();
        params["joined"] = days.into();
    }
    act.audit(tx, "absence_added", ("volunteer", volunteer.0), params)
        .await?;
    Ok(Some(whole))
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
