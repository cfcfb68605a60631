use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::{
    database::{DbError, Tx},
    institutions::InstitutionId,
    matching, q,
    requests::{AssignmentId, RequestId},
    row,
    volunteers::VolunteerId,
};

/// An assignment that stands, as other domains ask about it: does its volunteer still qualify, are they banned?
#[derive(Clone, Debug)]
pub struct Standing {
    pub id: AssignmentId,
    pub request: RequestId,
    pub volunteer: VolunteerId,
    pub institution: InstitutionId,
    pub sector: String,
    pub starts_at: DateTime<Utc>,
    /// The last local day it touches.
    pub last_day: NaiveDate,
    /// Codes of the reasons against which a person assigned it.
    pub overridden: Vec<String>,
}

row! {
    struct StandingRow {
        id: AssignmentId,
        request_id: RequestId,
        volunteer_id: VolunteerId,
        institution_id: InstitutionId,
        sector: String,
        slot_id: Uuid,
        starts_at: DateTime<Utc>,
        ends_at: DateTime<Utc>,
        zone: String,
        overridden: Option<String>,
    }
}

impl StandingRow {
    fn read(self) -> Result<Standing, DbError> {
        let slot = matching::Slot {
            id: self.slot_id,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            zone: self
                .zone
                .parse()
                .map_err(|error: chrono_tz::ParseError| DbError::Decode(error.into()))?,
        };
        Ok(Standing {
            id: self.id,
            request: self.request_id,
            volunteer: self.volunteer_id,
            institution: self.institution_id,
            sector: self.sector,
            starts_at: self.starts_at,
            last_day: slot.last_day(),
            overridden: self
                .overridden
                .as_deref()
                .map(serde_json::from_str)
                .transpose()
                .map_err(|error| DbError::Decode(error.into()))?
                .unwrap_or_default(),
        })
    }
}

/// What this volunteer has accepted and what begins after `from`, in order.
pub async fn standing(tx: &mut Tx, volunteer: VolunteerId, from: DateTime<Utc>) -> Result<Vec<Standing>, DbError> {
    q!(
        "SELECT a.id, a.request_id, a.volunteer_id, r.institution_id, r.sector, a.slot_id, a.starts_at, a.ends_at, s.zone,
                a.overridden
         FROM assignment a JOIN request r ON r.id = a.request_id JOIN slot s ON s.id = a.slot_id
         WHERE a.volunteer_id = $1 AND a.ended_at IS NULL AND a.starts_at > $2 ORDER BY a.starts_at, a.id",
        volunteer,
        from
    )
    .all::<StandingRow>(tx)
    .await?
    .into_iter()
    .map(StandingRow::read)
    .collect()
}

/// What everybody has accepted and what begins after `from`.
pub async fn standing_of_all(tx: &mut Tx, from: DateTime<Utc>) -> Result<Vec<Standing>, DbError> {
    q!(
        "SELECT a.id, a.request_id, a.volunteer_id, r.institution_id, r.sector, a.slot_id, a.starts_at, a.ends_at, s.zone,
                a.overridden
         FROM assignment a JOIN request r ON r.id = a.request_id JOIN slot s ON s.id = a.slot_id
         WHERE a.ended_at IS NULL AND a.starts_at > $1 ORDER BY a.starts_at, a.id",
        from
    )
    .all::<StandingRow>(tx)
    .await?
    .into_iter()
    .map(StandingRow::read)
    .collect()
}
