//! What still hangs on a person and has to end first. Nothing of it ends by erasing: somebody may be counting on them.

use chrono::{DateTime, Utc};

use crate::{
    database::{DbError, Tx},
    inbox,
    people::PersonId,
    q, tasks,
    volunteers::{self, VolunteerId},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blocker {
    /// Runs the pool.
    Coordinator,
    /// Asks for an institution.
    Contact,
    /// Can be asked.
    Volunteer,
    /// Goes somewhere.
    Assignment,
    /// Nobody has settled yet what happened at an appointment.
    Proof,
    /// Waits for somebody.
    Request,
    /// Something about them waits for a coordinator.
    Task,
}

impl Blocker {
    pub const ALL: [Self; 7] = [
        Self::Coordinator,
        Self::Contact,
        Self::Volunteer,
        Self::Assignment,
        Self::Proof,
        Self::Request,
        Self::Task,
    ];

    /// Stable: the key of the words.
    pub fn code(self) -> &'static str {
        match self {
            Self::Coordinator => "coordinator",
            Self::Contact => "contact",
            Self::Volunteer => "volunteer",
            Self::Assignment => "assignment",
            Self::Proof => "proof",
            Self::Request => "request",
            Self::Task => "task",
        }
    }
}

pub async fn blockers(tx: &mut Tx, person: PersonId, now: DateTime<Utc>) -> Result<Vec<Blocker>, DbError> {
    let (coordinator, contact, volunteer) = q!(
        "SELECT (SELECT COUNT(*) FROM coordinator c WHERE c.person_id = $1 AND c.active),
                (SELECT COUNT(*) FROM contact k JOIN institution i ON i.id = k.institution_id
                 WHERE k.person_id = $1 AND k.active AND i.state <> 'retired'),
                (SELECT COUNT(*) FROM volunteer v WHERE v.person_id = $1 AND v.state <> 'retired')",
        person
    )
    .one::<(i64, i64, i64)>(tx)
    .await?;
    let (assignments, proofs, requests) = q!(
        "SELECT (SELECT COUNT(*) FROM assignment a JOIN volunteer v ON v.id = a.volunteer_id
                 WHERE v.person_id = $1 AND a.ended_at IS NULL AND a.ends_at > $2),
                (SELECT COUNT(*) FROM proof p JOIN assignment a ON a.id = p.assignment_id
                 JOIN volunteer v ON v.id = a.volunteer_id
                 WHERE v.person_id = $1 AND p.state <> 'done' AND a.ended_at IS NULL),
                (SELECT COUNT(*) FROM request r JOIN contact k ON k.id = r.contact_id
                 WHERE k.person_id = $1 AND r.cancelled_at IS NULL AND r.closed_at IS NULL
                   AND EXISTS (SELECT 1 FROM slot s WHERE s.request_id = r.id AND s.ends_at > $2)
                   AND EXISTS (SELECT 1 FROM opening o WHERE o.request_id = r.id AND o.state IN ('open', 'filled')))",
        person,
        now
    )
    .one::<(i64, i64, i64)>(tx)
    .await?;
    let mut waiting = inbox::open_of(tx, person).await?;
    if let Some(id) = volunteer_of(tx, person).await? {
        waiting += tasks::open_about(tx, id, tasks::Kind::ErasureAsked).await?;
    }
    let counted = [coordinator, contact, volunteer, assignments, proofs, requests, waiting];
    let standing = Blocker::ALL.into_iter().zip(counted);
    Ok(standing
        .filter(|(_, count)| *count > 0)
        .map(|(which, _)| which)
        .collect())
}

pub(super) async fn volunteer_of(tx: &mut Tx, person: PersonId) -> Result<Option<VolunteerId>, DbError> {
    volunteers::store::of_person(tx, person).await
}
