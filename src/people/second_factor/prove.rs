//! By the app's code or by a recovery code. Each counts once: the conditional UPDATE decides, however many arrive
//! together.

use super::{Factor, Secret, factors, lock, tries};
use crate::{
    act::Act,
    database::{DbError, Tx},
    keys::{Keys, token_hash},
    mail::{
        Mail,
        outbox::{self, Recipient},
    },
    people::session::{self, SignedIn},
    q,
};

/// What came of a code. Commit it also when it was wrong: the try counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Yes,
    Wrong {
        tries_left: i64,
    },
    /// Right, but this code or a later one has counted before.
    Used,
    TooMany,
    /// There is no second factor to show; enrol first.
    NotSetUp,
}

/// `code` are six digits.
pub async fn prove(tx: &mut Tx, act: &Act<'_>, keys: &Keys, who: &SignedIn, code: &str) -> Result<Shown, DbError> {
    let (factor, secret) = match in_force(tx, act, keys, who).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    let Some(step) = secret.step_of(code, act.now) else {
        return wrong(tx, act, keys, who).await;
    };
    let counted = q!(
        "UPDATE second_factor SET last_step = $1
         WHERE id = $2 AND ended_at IS NULL AND (last_step IS NULL OR last_step < $1)",
        step,
        factor.id
    )
    .execute(tx)
    .await?;
    if counted == 0 {
        return Ok(Shown::Used);
    }
    session::second_factor_shown(tx, act, who.session).await?;
    act.audit(
        tx,
        "second_factor_shown",
        ("person", who.person.0),
        serde_json::json!({}),
    )
    .await?;
    Ok(Shown::Yes)
}

/// `code` is one that [`super::recovery_code`] read. Its owner gets a mail: somebody else may have used it.
pub async fn use_recovery_code(
    tx: &mut Tx,
    act: &Act<'_>,
    keys: &Keys,
    who: &SignedIn,
    code: &str,
) -> Result<Shown, DbError> {
    let (factor, _) = match in_force(tx, act, keys, who).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    let counted = q!(
        "UPDATE recovery_code SET used_at = $1 WHERE second_factor_id = $2 AND code_hash = $3 AND used_at IS NULL",
        act.now,
        factor.id,
        token_hash(code)
    )
    .execute(tx)
    .await?;
    if counted == 0 {
        return wrong(tx, act, keys, who).await;
    }
    session::second_factor_shown(tx, act, who.session).await?;
    let mail = Mail::RecoveryCodeUsed { person: who.person };
    outbox::owe(tx, act, Recipient::Person(who.person), &mail, act.now).await?;
    act.audit(
        tx,
        "recovery_code_used",
        ("person", who.person.0),
        serde_json::json!({}),
    )
    .await?;
    Ok(Shown::Yes)
}

/// The second factor to be shown, under lock; or the answer without looking at the code.
async fn in_force(
    tx: &mut Tx,
    act: &Act<'_>,
    keys: &Keys,
    who: &SignedIn,
) -> Result<Result<(Factor, Secret), Shown>, DbError> {
    if !lock(tx, who.person).await? {
        return Ok(Err(Shown::NotSetUp));
    }
    // A form sent twice.
    if session::has_shown_second_factor(tx, who.session).await? {
        return Ok(Err(Shown::Yes));
    }
    let found = factors(tx, who.person)
        .await?
        .into_iter()
        .filter(|factor| factor.confirmed_at.is_some())
        .find_map(|factor| Secret::of(keys, factor.key_number, factor.id).map(|secret| (factor, secret)));
    let Some(found) = found else {
        return Ok(Err(Shown::NotSetUp));
    };
    if tries::left(tx, act, keys, who.person).await? == 0 {
        return Ok(Err(Shown::TooMany));
    }
    Ok(Ok(found))
}

async fn wrong(tx: &mut Tx, act: &Act<'_>, keys: &Keys, who: &SignedIn) -> Result<Shown, DbError> {
    let tries_left = tries::wrong(tx, act, keys, who.person).await?;
    Ok(if tries_left == 0 {
        Shown::TooMany
    } else {
        Shown::Wrong { tries_left }
    })
}
