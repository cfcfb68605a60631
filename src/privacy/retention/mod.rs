//! Every night what has outlived its deadline goes: a batch of each rule in a transaction, until nothing is left.
//!
//! Doing it twice changes nothing more. The trail gets one line with counts only, if there was anything.

mod rules;

use chrono::{Duration, NaiveTime};
use uuid::Uuid;

pub use rules::{Rule, STAYS};

use crate::{
    act::Act,
    database::{DbError, Tx},
    l10n::L10n,
    settings, timers, wall,
};

/// One timer for the whole pool.
const SUBJECT: Uuid = Uuid::nil();
/// So many rows of each rule in one transaction.
pub(super) const BATCH: i64 = 500;
/// When nobody waits for a page.
const NIGHT: NaiveTime = match NaiveTime::from_hms_opt(3, 20, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// Sets the timer, if it is not set: with the first start of a version that keeps deadlines.
pub async fn begin(tx: &mut Tx, act: &Act<'_>) -> Result<(), DbError> {
    timers::set_unless_set(tx, act, timers::Kind::Retention, SUBJECT, act.now).await
}

/// One batch; the timer comes again at once while there is more, else with the next night.
pub async fn run(tx: &mut Tx, act: &Act<'_>, rules: &settings::Rules, l10n: &L10n) -> Result<(), DbError> {
    let mut counts = serde_json::Map::new();
    let mut more = false;
    for rule in Rule::ALL {
        let done = rule.carry_out(tx, act, rules, l10n).await?;
        if done.rows > 0 {
            counts.insert(rule.code().to_owned(), done.rows.into());
        }
        more |= done.more;
    }
    if !counts.is_empty() {
        act.audit(tx, "retention_ran", ("pool", SUBJECT), counts.into()).await?;
    }
    let next = if more { act.now } else { next_night(act, rules) };
    timers::set(tx, act, timers::Kind::Retention, SUBJECT, next).await
}

fn next_night(act: &Act<'_>, rules: &settings::Rules) -> chrono::DateTime<chrono::Utc> {
    let zone = rules.zone();
    let today = wall::day_of(zone, act.now);
    let tonight = wall::last_instant(zone, today.and_time(NIGHT));
    if tonight > act.now {
        return tonight;
    }
    wall::last_instant(zone, (today + Duration::days(1)).and_time(NIGHT))
}
