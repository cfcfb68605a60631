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
    /// Runs the pool, and has shown the second factor in this session.
    pub coordinator: bool,
    /// Runs the pool, but has not shown it: all that the desk shows is closed.
    pub second_factor_missing: bool,
}

row! {
    struct SessionRow {
        id: SessionId,
        person_id: PersonId,
        name: String,
        locale: String,
        second_factor_at: Option<DateTime<Utc>>,
    }
}

row! {
    struct ContactRow {
        id: ContactId,
        institution_id: InstitutionId,
    }
}

/// Starts a session; the token goes into the cookie and is kept nowhere. `network` is where the person is, never
/// their whole address.
pub async fn start(tx: &mut Tx, act: &Act<'_>, person: PersonId, network: &str) -> Result<String, DbError> {
    use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
    let token = URL_SAFE_NO_PAD.encode(act.ids.bytes::<32>());
    q!(
        "INSERT INTO session (id, token_hash, person_id, created_at, expires_at, network)
         VALUES ($1, $2, $3, $4, $5, $6)",
        act.uuid(),
        token_hash(&token),
        person,
        act.now,
        act.now + LASTS,
        network
    )
    .execute(tx)
    .await?;
    Ok(token)
}

pub async fn find(tx: &mut Tx, token: &str, now: DateTime<Utc>) -> Result<Option<SignedIn>, DbError> {
    let Some(row) = q!(
        "SELECT s.id, s.person_id, p.name, p.locale, s.second_factor_at
         FROM session s JOIN person p ON p.id = s.person_id
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
        coordinator: coordinator.is_some() && row.second_factor_at.is_some(),
        second_factor_missing: coordinator.is_some() && row.second_factor_at.is_none(),
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

/// Everywhere at once.
pub async fn end_all(tx: &mut Tx, act: &Act<'_>, person: PersonId) -> Result<(), DbError> {
    q!(
        "UPDATE session SET ended_at = $1 WHERE person_id = $2 AND ended_at IS NULL",
        act.now,
        person
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// From now on the second factor counts as shown. Only [`super::second_factor`] and the demo's doors may say so.
pub async fn second_factor_shown(tx: &mut Tx, act: &Act<'_>, session: SessionId) -> Result<(), DbError> {
    q!(
        "UPDATE session SET second_factor_at = $1 WHERE id = $2 AND ended_at IS NULL AND second_factor_at IS NULL",
        act.now,
        session
    )
    .execute(tx)
    .await?;
    Ok(())
}

pub(super) async fn has_shown_second_factor(tx: &mut Tx, session: SessionId) -> Result<bool, DbError> {
    let shown = q!(
        "SELECT id FROM session WHERE id = $1 AND second_factor_at IS NOT NULL AND ended_at IS NULL",
        session
    )
    .optional::<(SessionId,)>(tx)
    .await?;
    Ok(shown.is_some())
}
