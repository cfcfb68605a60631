//! All SQL of the pool's rules. The table is append-only: what was in force when stays known.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use thiserror::Error;
use uuid::Uuid;

use super::{RuleError, RuleRow, Rules, rows::KINDS};
use crate::{
    act::{Act, Actor},
    database::{DbError, Tx},
    q, row,
};

#[derive(Debug, Error)]
pub enum LoadError {
    #[error("this database holds no rules of a pool yet: run `sprachpool pool import FILE`")]
    NoRules,
    #[error("{0}; run `sprachpool pool import FILE` with a file for this version")]
    Rule(#[from] RuleError),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What an import did, in rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub added: usize,
    pub changed: usize,
    pub removed: usize,
    pub unchanged: usize,
}

row! {
    struct Stored {
        kind: String,
        key: String,
        value: String,
    }
}

/// Appends what differs from the rules in force at `valid_from`. What the file no longer names ends there.
pub async fn import(
    tx: &mut Tx,
    act: &Act<'_>,
    rows: &[RuleRow],
    valid_from: DateTime<Utc>,
) -> Result<Imported, DbError> {
    let mut in_force = in_force(tx, valid_from).await?;
    let mut done = Imported::default();
    for row in rows {
        match in_force.remove(&(row.kind.clone(), row.key.clone())) {
            Some(value) if value == row.value => {
                done.unchanged += 1;
                continue;
            }
            Some(_) => done.changed += 1,
            None => done.added += 1,
        }
        append(tx, act, row, valid_from).await?;
    }
    // Other kinds are not the file's to end.
    for ((kind, key), _) in in_force
        .into_iter()
        .filter(|((kind, _), _)| KINDS.contains(&kind.as_str()))
    {
        append(
            tx,
            act,
            &RuleRow {
                kind,
                key,
                value: tombstone(),
            },
            valid_from,
        )
        .await?;
        done.removed += 1;
    }
    let params = json!({ "added": done.added, "changed": done.changed, "removed": done.removed });
    act.audit(tx, "pool.imported", ("pool", Uuid::nil()), params).await?;
    Ok(done)
}

/// The rules in force at `now`.
pub async fn load(tx: &mut Tx, now: DateTime<Utc>) -> Result<Rules, LoadError> {
    let rows: Vec<RuleRow> = in_force(tx, now)
        .await?
        .into_iter()
        .map(|((kind, key), value)| RuleRow { kind, key, value })
        .collect();
    if rows.is_empty() {
        return Err(LoadError::NoRules);
    }
    Ok(Rules::from_rows(&rows)?)
}

async fn in_force(tx: &mut Tx, at: DateTime<Utc>) -> Result<BTreeMap<(String, String), Value>, DbError> {
    let stored = q!(
        "SELECT kind, key, value FROM pool_rule WHERE valid_from <= $1 ORDER BY valid_from, recorded_at, id",
        at
    )
    .all::<Stored>(tx)
    .await?;
    let mut rules = BTreeMap::new();
    for row in stored {
        let value = serde_json::from_str(&row.value).map_err(|error| DbError::Decode(error.into()))?;
        rules.insert((row.kind, row.key), value);
    }
    rules.retain(|_, value| *value != tombstone());
    Ok(rules)
}

async fn append(tx: &mut Tx, act: &Act<'_>, row: &RuleRow, valid_from: DateTime<Utc>) -> Result<(), DbError> {
    let by = match act.actor {
        Actor::Person(person) | Actor::Link(person) => Some(person),
        Actor::Service | Actor::Command => None,
    };
    q!(
        "INSERT INTO pool_rule (id, kind, key, value, valid_from, recorded_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        act.uuid(),
        &row.kind,
        &row.key,
        row.value.to_string(),
        valid_from,
        act.now,
        by,
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Says that a rule ended; rows are never taken out.
fn tombstone() -> Value {
    json!({ "removed": true })
}
