//! Accepted appointments whose volunteer does not qualify for them (any more): a task each, settled by itself.

use chrono::{DateTime, Duration, Utc};
use serde_json::json;
use uuid::Uuid;

use super::{Holder, holders, runs_out, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    requests::assignments,
    settings::Rules,
    tasks, timers,
    volunteers::VolunteerId,
};

/// The code of matching's reason: a person who overrode it has decided, and is not asked again.
pub(super) const OVERRIDDEN: &str = "qualification";

/// Looks at everything this volunteer has accepted. Safe at any time, any number of times.
pub async fn review(tx: &mut Tx, act: &Act<'_>, rules: &Rules, volunteer: VolunteerId) -> Result<(), DbError> {
    if let Some(holder) = store::holder(tx, volunteer).await? {
        assignments_of(tx, act, rules, &holder).await?;
        runs_out::settle(tx, act, rules, &holder).await?;
    }
    Ok(())
}

/// Rules that count from then on may ask for other qualifications.
pub async fn review_from(tx: &mut Tx, act: &Act<'_>, valid_from: DateTime<Utc>) -> Result<(), DbError> {
    timers::set(tx, act, timers::Kind::QualificationsReview, act.uuid(), valid_from).await
}

pub async fn review_everybody(tx: &mut Tx, act: &Act<'_>, rules: &Rules, timer: Uuid) -> Result<(), DbError> {
    for holder in holders(tx).await? {
        assignments_of(tx, act, rules, &holder).await?;
    }
    timers::clear(tx, timers::Kind::QualificationsReview, timer).await
}

async fn assignments_of(tx: &mut Tx, act: &Act<'_>, rules: &Rules, holder: &Holder) -> Result<(), DbError> {
    for one in assignments::standing(tx, holder.volunteer, act.now).await? {
        let problems = holder.problems(rules, &one.sector, one.last_day);
        let decided = one.overridden.iter().any(|code| code == OVERRIDDEN);
        if problems.is_empty() || decided {
            tasks::settle_assignment(tx, act, one.id, &[tasks::Kind::AssignmentUnqualified]).await?;
            continue;
        }
        let about = tasks::About {
            request: Some(one.request),
            volunteer: Some(holder.volunteer),
            assignment: Some(one.id),
            ..Default::default()
        };
        let kinds: Vec<_> = problems.into_iter().map(|(kind, _)| kind).collect();
        let kind = tasks::Kind::AssignmentUnqualified;
        let due_at = due_before(one.starts_at, act.now);
        tasks::create(tx, act, kind, about, json!({ "kinds": kinds }), due_at).await?;
    }
    Ok(())
}

/// A week ahead, so that somebody else can be found; when it is nearer, half of what is left, at most a day.
fn due_before(starts_at: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    let soon = now + ((starts_at - now) / 2).min(Duration::days(1));
    (starts_at - Duration::days(7)).max(soon)
}
