use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

use super::{NOTICE_DAYS, QualificationId};
use crate::{
    act::Act,
    database::{DbError, Tx, Value, cells},
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
        timers::set(tx, act, timers::Kind::QualificationRunsOut, id.0, notice(until)).await?;
    }
    Ok(id)
}

/// The same as [`insert`] for many at once.
pub async fn insert_many(tx: &mut Tx, act: &Act<'_>, all: &[(VolunteerId, &NewQualification)]) -> Result<(), DbError> {
    let (mut rows, mut ends) = (Vec::new(), Vec::new());
    for (volunteer, shown) in all {
        let id = act.uuid();
        ends.extend(shown.valid_until.map(|until| (id, notice(until))));
        rows.push(cells([
            id.into(),
            (*volunteer).into(),
            (&shown.kind).into(),
            shown.seen_on.into(),
            shown.issued_on.into(),
            shown.valid_until.into(),
            shown.seen_by.into(),
        ]));
    }
    if rows.is_empty() {
        return Ok(());
    }
    q!(
        "INSERT INTO qualification (id, volunteer_id, kind, seen_on, issued_on, valid_until, seen_by, recorded_at)
         SELECT ID_OF(r.value ->> 0), ID_OF(r.value ->> 1), r.value ->> 2, r.value ->> 3, r.value ->> 4, r.value ->> 5,
                ID_OF(r.value ->> 6), $2
         FROM ROWS($1) AS r",
        Value::rows(rows),
        act.now
    )
    .execute(tx)
    .await?;
    timers::set_new(tx, act, timers::Kind::QualificationRunsOut, &ends).await
}

fn notice(until: NaiveDate) -> DateTime<Utc> {
    let day = until.checked_sub_days(Days::new(NOTICE_DAYS)).unwrap_or(until);
    day.and_time(NaiveTime::MIN).and_utc()
}
