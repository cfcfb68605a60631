//! From nothing to a second factor in force.

use super::{Secret, Standing, factors, lock, recovery, standing, tries};
use crate::{
    act::Act,
    database::{DbError, Tx},
    keys::Keys,
    people::{
        PersonId, SecondFactorId,
        session::{self, SignedIn},
    },
    q,
};

/// What came of the first code. Commit it also when it was wrong: the try counts.
#[derive(Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// The recovery codes, told this once.
    Codes(Vec<String>),
    Wrong {
        tries_left: i64,
    },
    TooMany,
    /// Nothing waits for a code: not begun, or in force already.
    Over,
}

/// Begins; doing it twice changes nothing. A second factor whose key has been retired ends here. `false`: not a
/// coordinator.
pub async fn enrol(tx: &mut Tx, act: &Act<'_>, keys: &Keys, person: PersonId) -> Result<bool, DbError> {
    if !lock(tx, person).await? {
        return Ok(false);
    }
    if !matches!(standing(tx, keys, person).await?, Standing::NotBegun) {
        return Ok(true);
    }
    end_all(tx, act, person).await?;
    q!(
        "INSERT INTO second_factor (id, person_id, key_number, created_at) VALUES ($1, $2, $3, $4)",
        SecondFactorId(act.uuid()),
        person,
        keys.current_number(),
        act.now
    )
    .execute(tx)
    .await?;
    Ok(true)
}

/// The first code proves that the app knows the secret: from now on it counts, and so it does in this session.
pub async fn confirm(
    tx: &mut Tx,
    act: &Act<'_>,
    keys: &Keys,
    who: &SignedIn,
    code: &str,
) -> Result<Confirmed, DbError> {
    if !lock(tx, who.person).await? {
        return Ok(Confirmed::Over);
    }
    let Standing::Begun(secret) = standing(tx, keys, who.person).await? else {
        return Ok(Confirmed::Over);
    };
    if tries::left(tx, act, keys, who.person).await? == 0 {
        return Ok(Confirmed::TooMany);
    }
    let Some(step) = secret.step_of(code, act.now) else {
        let tries_left = tries::wrong(tx, act, keys, who.person).await?;
        return Ok(if tries_left == 0 {
            Confirmed::TooMany
        } else {
            Confirmed::Wrong { tries_left }
        });
    };
    end_others(tx, act, who.person, &secret).await?;
    q!(
        "UPDATE second_factor SET confirmed_at = $1, last_step = $2
         WHERE id = $3 AND confirmed_at IS NULL AND ended_at IS NULL",
        act.now,
        step,
        secret.id
    )
    .execute(tx)
    .await?;
    let codes = recovery::create(tx, act, secret.id).await?;
    session::second_factor_shown(tx, act, who.session).await?;
    act.audit(
        tx,
        "second_factor_enrolled",
        ("person", who.person.0),
        serde_json::json!({ "second_factor": secret.id.0 }),
    )
    .await?;
    Ok(Confirmed::Codes(codes))
}

/// Those that wait, those in force, those of a retired key.
pub(super) async fn end_all(tx: &mut Tx, act: &Act<'_>, person: PersonId) -> Result<u64, DbError> {
    q!(
        "UPDATE second_factor SET ended_at = $1 WHERE person_id = $2 AND ended_at IS NULL",
        act.now,
        person
    )
    .execute(tx)
    .await
}

async fn end_others(tx: &mut Tx, act: &Act<'_>, person: PersonId, kept: &Secret) -> Result<(), DbError> {
    for other in factors(tx, person).await?.iter().filter(|factor| factor.id != kept.id) {
        q!(
            "UPDATE second_factor SET ended_at = $1 WHERE id = $2",
            act.now,
            other.id
        )
        .execute(tx)
        .await?;
    }
    Ok(())
}
