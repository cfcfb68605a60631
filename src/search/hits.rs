//! What a result says, so that the right one of two is chosen.

use chrono::{DateTime, Utc};

use crate::{
    database::{DbError, Tx, Value},
    institutions::InstitutionId,
    people::PersonId,
    q,
    requests::RequestId,
    row,
    volunteers::VolunteerId,
};

/// What somebody is to the pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    Volunteer {
        id: VolunteerId,
        retired: bool,
        languages: Vec<String>,
    },
    Contact {
        institution: InstitutionId,
        name: String,
        active: bool,
    },
    Coordinator,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonHit {
    pub id: PersonId,
    pub name: String,
    pub roles: Vec<Role>,
    /// A volunteer's next appointment.
    pub next: Option<Next>,
}

row! {
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Next {
        pub person_id: PersonId,
        pub starts_at: DateTime<Utc>,
        pub institution: String,
    }
}

row! {
    #[derive(Clone, Debug)]
    pub struct InstitutionHit {
        pub id: InstitutionId,
        pub name: String,
        pub sector: String,
        pub state: String,
    }
}

row! {
    #[derive(Clone, Debug)]
    pub struct RequestHit {
        pub id: RequestId,
        pub reference: String,
        pub institution: String,
        pub language: String,
        /// Where it begins, or where its first wish does.
        pub starts_at: Option<DateTime<Utc>>,
    }
}

row! {
    struct VolunteerRow {
        person_id: PersonId,
        id: VolunteerId,
        state: String,
    }
}

row! {
    struct ContactRow {
        person_id: PersonId,
        institution_id: InstitutionId,
        name: String,
        active: bool,
    }
}

/// By name.
pub async fn person_hits(tx: &mut Tx, ids: &[PersonId], now: DateTime<Utc>) -> Result<Vec<PersonHit>, DbError> {
    let list = || Value::uuids(ids.iter().map(|id| id.0));
    let people = q!(
        "SELECT id, name FROM person WHERE id IN (UUIDS($1)) ORDER BY name_sort, id",
        list()
    );
    let people = people.all::<(PersonId, String)>(tx).await?;
    let volunteers = q!(
        "SELECT person_id, id, state FROM volunteer WHERE person_id IN (UUIDS($1))",
        list()
    );
    let volunteers = volunteers.all::<VolunteerRow>(tx).await?;
    let spoken = q!(
        "SELECT volunteer_id, language FROM volunteer_language WHERE volunteer_id IN (UUIDS($1)) ORDER BY language",
        Value::uuids(volunteers.iter().map(|row| row.id.0))
    );
    let spoken = spoken.all::<(VolunteerId, String)>(tx).await?;
    let contacts = q!(
        "SELECT c.person_id, c.institution_id, i.name, c.active FROM contact c JOIN institution i
         ON i.id = c.institution_id WHERE c.person_id IN (UUIDS($1)) ORDER BY c.active DESC, i.name_sort, i.id",
        list()
    );
    let contacts = contacts.all::<ContactRow>(tx).await?;
    let coordinators = q!(
        "SELECT person_id FROM coordinator WHERE active AND person_id IN (UUIDS($1))",
        list()
    );
    let coordinators = coordinators.all::<(PersonId,)>(tx).await?;
    let ahead = q!(
        "SELECT v.person_id, a.starts_at, i.name AS institution FROM assignment a
         JOIN volunteer v ON v.id = a.volunteer_id JOIN request r ON r.id = a.request_id
         JOIN institution i ON i.id = r.institution_id
         WHERE v.person_id IN (UUIDS($1)) AND a.ended_at IS NULL AND a.ends_at > $2 ORDER BY a.starts_at, a.id",
        list(),
        now
    );
    let ahead = ahead.all::<Next>(tx).await?;
    let hits = people.into_iter().map(|(id, name)| {
        let volunteer = volunteers.iter().filter(|row| row.person_id == id).map(|row| {
            let languages = spoken.iter().filter(|(of, _)| *of == row.id);
            Role::Volunteer {
                id: row.id,
                retired: row.state == "retired",
                languages: languages.map(|(_, code)| code.clone()).collect(),
            }
        });
        let contact = contacts
            .iter()
            .filter(|row| row.person_id == id)
            .map(|row| Role::Contact {
                institution: row.institution_id,
                name: row.name.clone(),
                active: row.active,
            });
        let coordinator = coordinators.iter().filter(|(of,)| *of == id).map(|_| Role::Coordinator);
        PersonHit {
            id,
            roles: volunteer.chain(contact).chain(coordinator).collect(),
            next: ahead.iter().find(|next| next.person_id == id).cloned(),
            name,
        }
    });
    Ok(hits.collect())
}

/// By name.
pub async fn institution_hits(tx: &mut Tx, ids: &[InstitutionId]) -> Result<Vec<InstitutionHit>, DbError> {
    q!(
        "SELECT id, name, sector, state FROM institution WHERE id IN (UUIDS($1)) ORDER BY name_sort, id",
        Value::uuids(ids.iter().map(|id| id.0))
    )
    .all(tx)
    .await
}

/// The newest first.
pub async fn request_hits(tx: &mut Tx, ids: &[RequestId]) -> Result<Vec<RequestHit>, DbError> {
    q!(
        "SELECT r.id, r.reference, i.name AS institution, r.language,
           COALESCE((SELECT MIN(a.starts_at) FROM assignment a WHERE a.request_id = r.id AND a.ended_at IS NULL),
                    (SELECT s.starts_at FROM slot s WHERE s.request_id = r.id ORDER BY s.position LIMIT 1)) AS starts_at
         FROM request r JOIN institution i ON i.id = r.institution_id
         WHERE r.id IN (UUIDS($1)) ORDER BY r.filed_at DESC, r.id DESC",
        Value::uuids(ids.iter().map(|id| id.0))
    )
    .all(tx)
    .await
}
