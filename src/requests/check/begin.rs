use chrono::{DateTime, Utc};
use serde_json::json;

use super::store;
use crate::{
    act::Act,
    database::{DbError, Tx},
    requests::{CheckState, Request, promise},
    settings::{Rules, Verdict},
    tasks, timers,
};

/// Whether a coordinator looks before anybody is asked.
pub fn is_needed(rules: &Rules, topic: &str, trusted: bool) -> bool {
    let doubtful = rules
        .topic(topic)
        .is_some_and(|topic| topic.verdict == Verdict::Doubtful);
    doubtful && !trusted
}

/// By when the institution hears: within the pool's working days, and while half of the waking time until the
/// appointment is left for the search.
pub fn heard_by(rules: &Rules, now: DateTime<Utc>, starts_at: DateTime<Utc>) -> DateTime<Utc> {
    let by_rule = rules.working_days_later(now, rules.numbers().check_working_days);
    let quiet = rules.quiet_hours();
    let half = quiet.add_waking(now, quiet.waking_between(now, starts_at) / 2);
    promise::named(rules, now, by_rule.min(half)).max(now)
}

/// Instead of a search: the request waits in the coordinator's queue.
pub async fn begin(tx: &mut Tx, act: &Act<'_>, rules: &Rules, request: &Request) -> Result<(), DbError> {
    queue(tx, act, rules, request).await?;
    act.audit(tx, "check_started", ("request", request.id.0), json!({}))
        .await
}

/// It is the coordinators' turn, from now on.
pub(super) async fn queue(tx: &mut Tx, act: &Act<'_>, rules: &Rules, request: &Request) -> Result<(), DbError> {
    let starts_at = request.next_start(act.now).unwrap_or(act.now);
    let by = heard_by(rules, act.now, starts_at);
    store::set_state(tx, request.id, CheckState::Waiting, by).await?;
    tasks::urge(tx, act, tasks::Kind::RequestCheck, request.id, json!({}), by).await?;
    timers::set(tx, act, timers::Kind::RequestCheck, request.id.0, by).await
}
