use chrono::{Days, NaiveDate, NaiveTime};

use super::{NOTICE_DAYS, QualificationId};
use crate::{
    act::Act,
    database::{DbError, Tx},
    people::PersonId,
    q, timers,
    volunteers::VolunteerId,
};

/// What was shown, when and to whom; never the document or its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewQualification {
    /// A code of the pool's rules.
    pub kind: String,
    pub seen_on: NaiveDate,
    pub issued_on: Option<NaiveDate>,
    /// The last day on which it counts; none: for good.
    pub valid_until: Option<NaiveDate>,
    pub seen_by: Option<PersonId>,
}

/// Writes the row as it is; [`super::record`] checks first. Its timer is set by UTC here, where no rules are at
/// hand: the step itself waits for the pool's morning.
pub async fn insert(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    shown: &NewQualification,
) -> Result<QualificationId, DbError> {
    let id = QualificationId(act.uuid());
    q!(
        "INSERT INTO qualification (id, volunteer_id, kind, seen_on, issued_on, valid_until, seen_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id,
        volunteer,
        &shown.kind,
        shown.seen_on,
        shown.issued_on,
        shown.valid_until,
        shown.seen_by,
        act.now
    )
    .execute(tx)
    .await?;
    if let Some(until) = shown.valid_until {
        let day = until.checked_sub_days(Days::new(NOTICE_DAYS)).unwrap_or(until);
        let due_at = day.and_time(NaiveTime::MIN).and_utc();
        timers::set(tx, act, timers::Kind::QualificationRunsOut, id.0, due_at).await?;
    }
    Ok(id)
}
