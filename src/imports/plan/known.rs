//! What the pool has already, read once before the rows.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use crate::{
    database::{DbError, Tx},
    imports::{Kind, Policy},
    institutions::{self, KnownInstitution},
    requests::{self, TakenTime},
    volunteers::{self, Facts, KnownVolunteer, VolunteerId},
};

#[derive(Clone, Debug, Default)]
pub struct Known {
    /// What may be changed about people who are known.
    pub policy: Policy,
    /// What is known about them, where it may be changed.
    pub facts: HashMap<VolunteerId, Facts>,
    pub volunteers: Vec<KnownVolunteer>,
    pub institutions: Vec<KnownInstitution>,
    /// Institution, language, start: what an appointment is recognised by.
    pub appointments: HashSet<(uuid::Uuid, String, DateTime<Utc>)>,
    pub taken: HashMap<VolunteerId, Vec<TakenTime>>,
    pub references: HashSet<String>,
}

impl Known {
    pub async fn read(tx: &mut Tx, kind: Kind, policy: Policy) -> Result<Self, DbError> {
        let mut known = Self {
            policy,
            ..Self::default()
        };
        match kind {
            Kind::Volunteers => {
                known.volunteers = volunteers::known(tx).await?;
                if policy != Policy::Keep {
                    known.facts = volunteers::facts(tx).await?;
                }
            }
            Kind::Institutions => known.institutions = institutions::known(tx).await?,
            Kind::Appointments => {
                known.volunteers = volunteers::known(tx).await?;
                known.institutions = institutions::known(tx).await?;
                for one in requests::known(tx).await? {
                    known.references.insert(one.reference);
                    known
                        .appointments
                        .insert((one.institution_id.0, one.language, one.starts_at));
                }
                for one in requests::taken_times(tx).await? {
                    known.taken.entry(one.volunteer_id).or_default().push(one);
                }
            }
        }
        Ok(known)
    }
}
