//! All SQL of the pool's rules. The table is append-only: what was in force when stays known.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use thiserror::Error;
use uuid::Uuid;

use super::{
    RuleError, RuleRow, Rules,
    rows::KINDS,
    timeline::{Timeline, Version},
};
use crate::{
    act::{Act, Actor},
    database::{DbError, Tx},
    people::PersonId,
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
        id: Uuid,
        kind: String,
        key: String,
        value: String,
        valid_from: DateTime<Utc>,
        recorded_at: DateTime<Utc>,
        recorded_by: Option<PersonId>,
        takes_back: Option<Uuid>,
    }
}

/// Appends what differs from the rules in force at `valid_from`. What the file no longer names ends there.
pub async fn import(
    tx: &mut Tx,
    act: &Act<'_>,
    rows: &[RuleRow],
    valid_from: DateTime<Utc>,
) -> Result<Imported, DbError> {
    lock(tx).await?;
    let in_force = Timeline::read(tx).await?.in_force(valid_from);
    let mut in_force: BTreeMap<_, _> = in_force
        .into_iter()
        .map(|row| ((row.kind, row.key), row.value))
        .collect();
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
        append(tx, act, (&row.kind, &row.key), Some(&row.value), (valid_from, None)).await?;
    }
    // Other kinds are not the file's to end.
    for ((kind, key), _) in in_force
        .into_iter()
        .filter(|((kind, _), _)| KINDS.contains(&kind.as_str()))
    {
        append(tx, act, (&kind, &key), None, (valid_from, None)).await?;
        done.removed += 1;
    }
    let params = json!({ "added": done.added, "changed": done.changed, "removed": done.removed });
    act.audit(tx, "pool.imported", ("pool", Uuid::nil()), params).await?;
    Ok(done)
}

/// The rules in force at `now`.
pub async fn load(tx: &mut Tx, now: DateTime<Utc>) -> Result<Rules, LoadError> {
    let rows = Timeline::read(tx).await?.in_force(now);
    if rows.is_empty() {
        return Err(LoadError::NoRules);
    }
    Ok(Rules::from_rows(&rows)?)
}

pub(super) async fn versions(tx: &mut Tx) -> Result<Vec<Version>, DbError> {
    let stored =
        q!("SELECT id, kind, key, value, valid_from, recorded_at, recorded_by, takes_back FROM pool_rule ORDER BY id")
            .all::<Stored>(tx)
            .await?;
    let read = |row: Stored| {
        let value: Value = serde_json::from_str(&row.value).map_err(|error| DbError::Decode(error.into()))?;
        Ok(Version {
            id: row.id,
            kind: row.kind,
            key: row.key,
            value: (value != tombstone()).then_some(value),
            valid_from: row.valid_from,
            recorded_at: row.recorded_at,
            recorded_by: row.recorded_by,
            takes_back: row.takes_back,
        })
    };
    stored.into_iter().map(read).collect()
}

/// One after the other: whether rules fit together can only be said while nobody else changes them.
pub(super) async fn lock(tx: &mut Tx) -> Result<(), DbError> {
    q!("UPDATE pool_rule_lock SET version = version + 1")
        .execute(tx)
        .await?;
    Ok(())
}

/// No value: the rule ends. With the line that it takes back, if it does.
pub(super) async fn append(
    tx: &mut Tx,
    act: &Act<'_>,
    (kind, key): (&str, &str),
    value: Option<&Value>,
    (valid_from, takes_back): (DateTime<Utc>, Option<Uuid>),
) -> Result<Uuid, DbError> {
    let by = match act.actor {
        Actor::Person(person) | Actor::Link(person) => Some(person),
        Actor::Service | Actor::Command => None,
    };
    let id = act.uuid();
    q!(
        "INSERT INTO pool_rule (id, kind, key, value, valid_from, recorded_at, recorded_by, takes_back)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id,
        kind,
        key,
        value.cloned().unwrap_or_else(tombstone).to_string(),
        valid_from,
        act.now,
        by,
        takes_back.unwrap_or(id),
    )
    .execute(tx)
    .await?;
    Ok(id)
}

/// Says that a rule ended; rows are never taken out.
fn tombstone() -> Value {
    json!({ "removed": true })
}
