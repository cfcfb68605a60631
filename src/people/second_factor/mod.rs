//! What a coordinator shows besides the mailed code: a code that an app makes (RFC 6238), or a recovery code.
//!
//! | verb | file | what it leaves |
//! |---|---|---|
//! | enrol | `enrol` | a second factor that waits for its first code |
//! | confirm | `enrol` | it is in force; ten recovery codes, told once |
//! | prove | `prove` | the session shows the desk; that code never counts again |
//! | use a recovery code | `prove` | the same; the code is used up, its owner gets a mail |
//! | reset | `reset` | no second factor, no sessions |

mod enrol;
mod prove;
mod recovery;
mod reset;
mod totp;
mod tries;

pub use enrol::{Confirmed, confirm, enrol};
pub use prove::{Shown, prove, use_recovery_code};
pub use recovery::recovery_code;
pub use reset::reset;
pub(in crate::people) use reset::revoke;
pub use totp::Secret;

use chrono::{DateTime, Utc};

use super::{PersonId, SecondFactorId};
use crate::{
    database::{DbError, Tx},
    keys::Keys,
    q, row,
};

/// Wrong codes that a person may type within [`super::rate_limit::WINDOW`].
pub const TRIES: i64 = 5;

/// How far somebody is.
pub enum Standing {
    NotBegun,
    /// Enrolled; the first code is still to come.
    Begun(Secret),
    InForce,
}

row! {
    struct Factor {
        id: SecondFactorId,
        key_number: i64,
        confirmed_at: Option<DateTime<Utc>>,
    }
}

pub async fn standing(tx: &mut Tx, keys: &Keys, person: PersonId) -> Result<Standing, DbError> {
    let factors = factors(tx, person).await?;
    let usable = |confirmed: bool| {
        factors
            .iter()
            .filter(|factor| factor.confirmed_at.is_some() == confirmed)
            .find_map(|factor| Secret::of(keys, factor.key_number, factor.id))
    };
    if usable(true).is_some() {
        return Ok(Standing::InForce);
    }
    Ok(usable(false).map_or(Standing::NotBegun, Standing::Begun))
}

/// The newest first. One whose key has been retired makes no codes any more.
async fn factors(tx: &mut Tx, person: PersonId) -> Result<Vec<Factor>, DbError> {
    q!(
        "SELECT id, key_number, confirmed_at FROM second_factor
         WHERE person_id = $1 AND ended_at IS NULL ORDER BY id DESC",
        person
    )
    .all(tx)
    .await
}

/// One thing at a time happens to a coordinator's second factor. `false`: not a coordinator (any more).
async fn lock(tx: &mut Tx, person: PersonId) -> Result<bool, DbError> {
    let locked = q!(
        "UPDATE coordinator SET active = active WHERE person_id = $1 AND active",
        person
    )
    .execute(tx)
    .await?;
    Ok(locked == 1)
}
