//! One change of one rule: checked against all others at every moment from which it counts, then appended.
//! Undoing appends what counted before; nothing is ever taken out.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use thiserror::Error;
use uuid::Uuid;

use super::{
    Rules,
    check::{self, Problem},
    store,
    timeline::{Timeline, Version},
};
use crate::{
    act::Act,
    database::{DbError, Tx},
};

#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub kind: String,
    pub key: String,
    /// As [`Kind::canonical`](super::kinds::Kind::canonical) writes it; none: the rule ends.
    pub value: Option<Value>,
    pub valid_from: DateTime<Utc>,
    /// The newest line of its history that whoever changes it has seen; none: there was no such rule.
    pub seen: Option<Uuid>,
    /// The line that it takes back.
    pub takes_back: Option<Uuid>,
}

#[derive(Debug, Error)]
pub enum ChangeError {
    /// Somebody else has changed this rule since.
    #[error("the rule was changed by somebody else")]
    Stale,
    /// It is so already, or there is nothing to end.
    #[error("nothing would change")]
    Same,
    #[error("the rules would not fit together")]
    Inconsistent(Vec<Problem>),
    #[error(transparent)]
    Database(#[from] DbError),
}

/// A change that fits, not yet recorded. `before` and `after` are all rules when it comes into force.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub change: Change,
    pub before: Arc<Rules>,
    pub after: Arc<Rules>,
    /// What counted for this rule until then.
    pub was: Option<Value>,
}

/// Takes the lock; what it finds stays true until the transaction ends.
pub async fn prepare(tx: &mut Tx, act: &Act<'_>, change: Change) -> Result<Prepared, ChangeError> {
    store::lock(tx).await?;
    let timeline = Timeline::read(tx).await?;
    let (kind, key, at) = (change.kind.as_str(), change.key.as_str(), change.valid_from);
    let newest = timeline.of(kind, key).first().map(|version| version.id);
    if newest != change.seen {
        return Err(ChangeError::Stale);
    }
    let was = timeline.value_at(kind, key, at).cloned();
    if was == change.value {
        return Err(ChangeError::Same);
    }
    let changed = timeline.with(Version {
        id: Uuid::max(),
        kind: kind.to_owned(),
        key: key.to_owned(),
        value: change.value.clone(),
        valid_from: at,
        recorded_at: act.now,
        recorded_by: None,
        takes_back: change.takes_back,
    });
    let moments: Vec<_> = std::iter::once(at)
        .chain(timeline.coming(at).map(|version| version.valid_from))
        .collect();
    let mut problems: Vec<Problem> = vec![];
    for moment in moments {
        // What did not fit before is not this change's fault.
        let known = check::problems(&timeline.in_force(moment));
        let found = check::problems(&changed.in_force(moment));
        for problem in found {
            if !known.contains(&problem) && !problems.contains(&problem) {
                problems.push(problem);
            }
        }
    }
    if !problems.is_empty() {
        return Err(ChangeError::Inconsistent(problems));
    }
    let rules = |timeline: &Timeline| Rules::from_rows(&timeline.in_force(at)).map(Arc::new);
    match (rules(&timeline), rules(&changed)) {
        (Ok(before), Ok(after)) => Ok(Prepared {
            change,
            before,
            after,
            was,
        }),
        // The check has said so already, unless they could not be read before either.
        _ => Err(ChangeError::Inconsistent(vec![])),
    }
}

/// Appends it, in the transaction that prepared it.
pub async fn record(tx: &mut Tx, act: &Act<'_>, prepared: &Prepared) -> Result<Uuid, DbError> {
    let Change {
        kind,
        key,
        value,
        valid_from,
        takes_back,
        ..
    } = &prepared.change;
    let id = store::append(tx, act, (kind, key), value.as_ref(), (*valid_from, *takes_back)).await?;
    let params = json!({ "rule": kind, "key": key, "version": id });
    match value {
        None => {
            act.audit(tx, "pool.rule_ended", ("pool", Uuid::nil()), params).await?;
        }
        Some(_) if prepared.was.is_none() => {
            act.audit(tx, "pool.rule_added", ("pool", Uuid::nil()), params).await?;
        }
        Some(_) => {
            act.audit(tx, "pool.rule_changed", ("pool", Uuid::nil()), params)
                .await?;
        }
    }
    Ok(id)
}

/// The change that takes a line of the history back. Only the newest line of a rule can be taken back.
pub fn undoing(timeline: &Timeline, version: Uuid, now: DateTime<Utc>) -> Option<Change> {
    let version = timeline.find(version)?;
    Some(Change {
        kind: version.kind.clone(),
        key: version.key.clone(),
        value: timeline.before(version).cloned(),
        valid_from: version.valid_from.max(now),
        seen: Some(version.id),
        takes_back: Some(version.id),
    })
}
