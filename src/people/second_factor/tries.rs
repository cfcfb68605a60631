//! Wrong codes are counted for the person, whatever browser they come from.

use super::TRIES;
use crate::{
    act::Act,
    database::{DbError, Tx},
    keys::Keys,
    people::{PersonId, rate_limit},
};

pub async fn left(tx: &mut Tx, act: &Act<'_>, keys: &Keys, person: PersonId) -> Result<i64, DbError> {
    let wrong = rate_limit::hits(tx, &key(keys, person), act.now).await?;
    Ok((TRIES - wrong).max(0))
}

/// Counts one more; says how many are left.
pub async fn wrong(tx: &mut Tx, act: &Act<'_>, keys: &Keys, person: PersonId) -> Result<i64, DbError> {
    rate_limit::allows(tx, &key(keys, person), act.now, TRIES).await?;
    let left = left(tx, act, keys, person).await?;
    if left == 0 {
        let about = ("person", person.0);
        act.audit(tx, "second_factor_locked", about, serde_json::json!({}))
            .await?;
    }
    Ok(left)
}

fn key(keys: &Keys, person: PersonId) -> String {
    keys.pseudonym("second factor", &person.0.simple().to_string())
}
