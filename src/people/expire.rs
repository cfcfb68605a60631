//! What ends by itself: sign-ins, sessions, second factors, counters. A batch at a time; how many rows that was.

use chrono::{DateTime, Utc};

use super::{PersonId, SecondFactorId};
use crate::{
    database::{DbError, Tx, Value},
    q,
};

pub async fn delete_sign_ins_before(tx: &mut Tx, made: DateTime<Utc>, most: i64) -> Result<u64, DbError> {
    q!(
        "DELETE FROM sign_in WHERE id IN (SELECT id FROM sign_in WHERE created_at < $1 ORDER BY created_at, id LIMIT $2)",
        made,
        most
    )
    .execute(tx)
    .await
}

/// A session ends when somebody signs out, or by itself.
pub async fn delete_sessions_before(tx: &mut Tx, ended: DateTime<Utc>, most: i64) -> Result<u64, DbError> {
    q!(
        "DELETE FROM session WHERE id IN (SELECT id FROM session WHERE COALESCE(ended_at, expires_at) < $1
             ORDER BY id LIMIT $2)",
        ended,
        most
    )
    .execute(tx)
    .await
}

pub async fn delete_second_factors_before(tx: &mut Tx, ended: DateTime<Utc>, most: i64) -> Result<u64, DbError> {
    let over = q!(
        "SELECT id FROM second_factor WHERE ended_at < $1 ORDER BY id LIMIT $2",
        ended,
        most
    )
    .all::<(SecondFactorId,)>(tx)
    .await?;
    delete_second_factors(tx, over).await
}

pub async fn delete_counters_before(tx: &mut Tx, began: DateTime<Utc>) -> Result<u64, DbError> {
    q!("DELETE FROM rate_limit WHERE window_start < $1", began)
        .execute(tx)
        .await
}

/// Whose last role ended before then, and who is not anonymous yet. A contact of an institution that is no longer
/// with the pool has no role either. So many at most, in a fixed order.
pub async fn without_role_since(tx: &mut Tx, before: DateTime<Utc>, most: i64) -> Result<Vec<PersonId>, DbError> {
    let rows = q!(
        "SELECT p.id FROM person p WHERE p.erased_at IS NULL AND p.created_at < $1
           AND NOT EXISTS (SELECT 1 FROM coordinator c WHERE c.person_id = p.id
                AND (c.active OR COALESCE(c.ended_at, c.created_at) >= $1))
           AND NOT EXISTS (SELECT 1 FROM volunteer v WHERE v.person_id = p.id
                AND (v.state <> 'retired' OR COALESCE(v.retired_at, v.created_at) >= $1))
           AND NOT EXISTS (SELECT 1 FROM contact k JOIN institution i ON i.id = k.institution_id
                WHERE k.person_id = p.id AND ((k.active AND i.state <> 'retired')
                  OR COALESCE(k.ended_at, i.state_changed_at, k.created_at) >= $1))
         ORDER BY p.created_at, p.id LIMIT $2",
        before,
        most
    )
    .all::<(PersonId,)>(tx)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub(super) async fn delete_second_factors(tx: &mut Tx, factors: Vec<(SecondFactorId,)>) -> Result<u64, DbError> {
    let ids = || Value::uuids(factors.iter().map(|(id,)| id.0));
    q!("DELETE FROM recovery_code WHERE second_factor_id IN (UUIDS($1))", ids())
        .execute(tx)
        .await?;
    q!("DELETE FROM second_factor WHERE id IN (UUIDS($1))", ids())
        .execute(tx)
        .await
}
