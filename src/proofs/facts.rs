//! What the verbs need to know about an assignment. Reads only.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::times::Planned;
use crate::{
    database::{DbError, Tx},
    institutions::InstitutionId,
    mail::outbox::Recipient,
    people::PersonId,
    q,
    requests::{AssignmentId, RequestId},
    row, tasks,
    volunteers::VolunteerId,
};

row! {
    struct Row {
        id: AssignmentId,
        request_id: RequestId,
        institution_id: InstitutionId,
        volunteer_id: VolunteerId,
        volunteer_person: PersonId,
        contact_person: PersonId,
        starts_at: DateTime<Utc>,
        ends_at: DateTime<Utc>,
        ended_at: Option<DateTime<Utc>>,
        withdrawal_asked_at: Option<DateTime<Utc>>,
        local_date: String,
        zone: String,
    }
}

pub struct Facts {
    pub assignment: AssignmentId,
    pub request: RequestId,
    pub institution: InstitutionId,
    pub volunteer: VolunteerId,
    /// Whom to write to.
    pub volunteer_person: PersonId,
    pub contact_person: PersonId,
    pub planned: Planned,
    /// Neither given back nor cancelled.
    pub stands: bool,
    /// They wrote that they cannot come, and nobody knows yet whether they came.
    pub doubtful: bool,
}

impl Facts {
    pub fn to_volunteer(&self) -> Recipient {
        Recipient::Person(self.volunteer_person)
    }

    pub fn to_contact(&self) -> Recipient {
        Recipient::Person(self.contact_person)
    }

    pub fn about(&self) -> tasks::About {
        tasks::About {
            request: Some(self.request),
            volunteer: Some(self.volunteer),
            institution: Some(self.institution),
            assignment: Some(self.assignment),
            ..Default::default()
        }
    }
}

pub async fn of(tx: &mut Tx, assignment: AssignmentId) -> Result<Option<Facts>, DbError> {
    let found = q!(
        "SELECT a.id, a.request_id, r.institution_id, a.volunteer_id, v.person_id AS volunteer_person,
                c.person_id AS contact_person, a.starts_at, a.ends_at, a.ended_at, a.withdrawal_asked_at, s.local_date,
                s.zone
         FROM assignment a JOIN request r ON r.id = a.request_id JOIN slot s ON s.id = a.slot_id
         JOIN volunteer v ON v.id = a.volunteer_id JOIN contact c ON c.id = r.contact_id WHERE a.id = $1",
        assignment
    )
    .optional::<Row>(tx)
    .await?;
    found.map(Row::read).transpose()
}

impl Row {
    fn read(self) -> Result<Facts, DbError> {
        let broken = |what: &str| DbError::Decode(format!("a slot holds {what:?}").into());
        let date: NaiveDate = self.local_date.parse().map_err(|_| broken(&self.local_date))?;
        let zone: Tz = self.zone.parse().map_err(|_| broken(&self.zone))?;
        Ok(Facts {
            assignment: self.id,
            request: self.request_id,
            institution: self.institution_id,
            volunteer: self.volunteer_id,
            volunteer_person: self.volunteer_person,
            contact_person: self.contact_person,
            planned: Planned {
                zone,
                date,
                starts_at: self.starts_at,
                ends_at: self.ends_at,
            },
            stands: self.ended_at.is_none(),
            doubtful: self.withdrawal_asked_at.is_some(),
        })
    }
}
