use chrono::{DateTime, NaiveDate, Utc};

use super::{super::QualificationId, day};
use crate::{
    database::{DbError, Tx},
    q,
    qualifications::NewQualification,
    row,
    volunteers::VolunteerId,
};

/// One thing that counts, or counted until its last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    pub id: QualificationId,
    pub kind: String,
    /// The last day on which it counts; none: for good.
    pub valid_until: Option<NaiveDate>,
}

/// One thing that was shown, with everything the pool knows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub id: QualificationId,
    pub kind: String,
    pub seen_on: NaiveDate,
    pub issued_on: Option<NaiveDate>,
    pub valid_until: Option<NaiveDate>,
    /// The coordinator's name.
    pub seen_by: Option<String>,
    pub revoked_at: Option<DateTime<Utc>>,
    pub revoked_by: Option<String>,
}

row! {
    struct ShownRow {
        id: QualificationId,
        kind: String,
        seen_on: String,
        issued_on: Option<String>,
        valid_until: Option<String>,
        seen_by: Option<String>,
        revoked_at: Option<DateTime<Utc>>,
        revoked_by: Option<String>,
    }
}

impl ShownRow {
    fn read(self) -> Result<Shown, DbError> {
        Ok(Shown {
            id: self.id,
            kind: self.kind,
            seen_on: day(&self.seen_on)?,
            issued_on: self.issued_on.as_deref().map(day).transpose()?,
            valid_until: self.valid_until.as_deref().map(day).transpose()?,
            seen_by: self.seen_by,
            revoked_at: self.revoked_at,
            revoked_by: self.revoked_by,
        })
    }
}

row! {
    pub(super) struct InForceRow {
        pub id: QualificationId,
        pub volunteer_id: VolunteerId,
        pub kind: String,
        pub valid_until: Option<String>,
    }
}

impl InForceRow {
    pub fn read(self) -> Result<InForce, DbError> {
        Ok(InForce {
            id: self.id,
            kind: self.kind,
            valid_until: self.valid_until.as_deref().map(day).transpose()?,
        })
    }
}

/// Everything, the newest first; what was revoked too.
pub async fn of_volunteer(tx: &mut Tx, volunteer: VolunteerId) -> Result<Vec<Shown>, DbError> {
    q!(
        "SELECT x.id, x.kind, x.seen_on, x.issued_on, x.valid_until, s.name AS seen_by, x.revoked_at,
                r.name AS revoked_by
         FROM qualification x LEFT JOIN person s ON s.id = x.seen_by LEFT JOIN person r ON r.id = x.revoked_by
         WHERE x.volunteer_id = $1 ORDER BY x.seen_on DESC, x.id DESC",
        volunteer
    )
    .all::<ShownRow>(tx)
    .await?
    .into_iter()
    .map(ShownRow::read)
    .collect()
}

pub async fn get_of(tx: &mut Tx, volunteer: VolunteerId, id: QualificationId) -> Result<Option<Shown>, DbError> {
    q!(
        "SELECT x.id, x.kind, x.seen_on, x.issued_on, x.valid_until, s.name AS seen_by, x.revoked_at,
                r.name AS revoked_by
         FROM qualification x LEFT JOIN person s ON s.id = x.seen_by LEFT JOIN person r ON r.id = x.revoked_by
         WHERE x.volunteer_id = $1 AND x.id = $2",
        volunteer,
        id
    )
    .optional::<ShownRow>(tx)
    .await?
    .map(ShownRow::read)
    .transpose()
}

/// What was not revoked.
pub async fn in_force(tx: &mut Tx, volunteer: VolunteerId) -> Result<Vec<InForce>, DbError> {
    q!(
        "SELECT id, volunteer_id, kind, valid_until FROM qualification
         WHERE volunteer_id = $1 AND revoked_at IS NULL ORDER BY id",
        volunteer
    )
    .all::<InForceRow>(tx)
    .await?
    .into_iter()
    .map(InForceRow::read)
    .collect()
}

pub async fn volunteer_of(tx: &mut Tx, id: QualificationId) -> Result<Option<VolunteerId>, DbError> {
    let row = q!("SELECT volunteer_id FROM qualification WHERE id = $1", id)
        .optional::<(VolunteerId,)>(tx)
        .await?;
    Ok(row.map(|(volunteer,)| volunteer))
}

/// The very same thing, noted before and not revoked.
pub async fn same(
    tx: &mut Tx,
    volunteer: VolunteerId,
    shown: &NewQualification,
) -> Result<Option<QualificationId>, DbError> {
    let text = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let row = q!(
        "SELECT id FROM qualification WHERE volunteer_id = $1 AND kind = $2 AND seen_on = $3 AND revoked_at IS NULL
           AND COALESCE(issued_on, '') = $4 AND COALESCE(valid_until, '') = $5 ORDER BY id LIMIT 1",
        volunteer,
        &shown.kind,
        shown.seen_on,
        text(shown.issued_on),
        text(shown.valid_until)
    )
    .optional::<(QualificationId,)>(tx)
    .await?;
    Ok(row.map(|(id,)| id))
}
