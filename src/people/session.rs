//! Who is signed in, and as what.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::{PersonId, SessionId};
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions::{ContactId, InstitutionId},
    keys::token_hash,
    q, row,
    volunteers::VolunteerId,
};

/// A session ends after this long, whatever happens.
pub const LASTS: Duration = Duration::hours(12);

/// A person with a running session.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub session: SessionId,
    pub person: PersonId,
    pub name: String,
    pub locale: String,
    pub contact_of: Vec<(ContactId, InstitutionId)>,
    pub volunteer: Option<VolunteerId>,
    pub coordinator: bool,
}

row! {
    struct SessionRow {
        id: SessionId,
        person_id: PersonId,
        name: String,
        locale: String,
    }
}

row! {
    struct ContactRow {
        id: ContactId,
        institution_id: InstitutionId,
    }
}

/// Starts a session; the token goes into the cookie and is kept nowhere.
pub async fn start(tx: &mut Tx, act: &Act<'_>, person: PersonId) -> Result<String, DbError> {
    use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
    let token = URL_SAFE_NO_PAD.encode(act.ids.bytes::<32>());
    q!(
        "INSERT INTO session (id, token_hash, person_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
        act.uuid(),
        token_hash(&token),
        person,
        act.now,
        act.now + LASTS
    )
    .execute(tx)
    .await?;
    Ok(token)
}

pub async fn find(tx: &mut Tx, token: &str, now: DateTime<Utc>) -> Result<Option<SignedIn>, DbError> {
    let Some(row) = q!(
        "SELECT s.id, s.person_id, p.name, p.locale FROM session s JOIN person p ON p.id = s.person_id
         WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.ended_at IS NULL",
        token_hash(token),
        now
    )
    .optional::<SessionRow>(tx)
    .await?
    else {
        return Ok(None);
    };
    let contacts = q!(
        "SELECT c.id, c.institution_id FROM contact c JOIN institution i ON i.id = c.institution_id
         WHERE c.person_id = $1 AND c.active AND i.state IN ('approved', 'paused') ORDER BY i.name_sort, c.id",
        row.person_id
    )
    .all::<ContactRow>(tx)
    .await?;
    let volunteer = q!(
        "SELECT id FROM volunteer WHERE person_id = $1 AND state <> 'retired'",
        row.person_id
    )
    .optional::<(Uuid,)>(tx)
    .await?;
    let coordinator = q!(
        "SELECT id FROM coordinator WHERE person_id = $1 AND active",
        row.person_id
    )
    .optional::<(Uuid,)>(tx)
    .await?;
    Ok(Some(SignedIn {
        session: row.id,
        person: row.person_id,
        name: row.name,
        locale: row.locale,
        contact_of: contacts.into_iter().map(|c| (c.id, c.institution_id)).collect(),
        volunteer: volunteer.map(|(id,)| VolunteerId(id)),
        coordinator: coordinator.is_some(),
    }))
}

pub async fn end(tx: &mut Tx, act: &Act<'_>, session: SessionId) -> Result<(), DbError> {
    q!(
        "UPDATE session SET ended_at = $1 WHERE id = $2 AND ended_at IS NULL",
        act.now,
        session
    )
    .execute(tx)
    .await?;
    Ok(())
}
