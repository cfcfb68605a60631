//! Plans that stand under the rules of today: would they still, under those of then?

use chrono::{DateTime, Duration, Utc};

use crate::{
    database::{DbError, Tx},
    requests::affected::{self, Held},
    settings::{Late, LateRequests, Rules},
};

/// So far back a new lead time is tried on what came in.
const LOOKING_BACK: Duration = Duration::days(90);

/// Whether the way between any two districts gets longer; new districts have no way yet.
pub fn has_longer_ways(before: &Rules, after: &Rules) -> bool {
    let known: Vec<&str> = before.districts().map(|(code, _)| code).collect();
    known
        .iter()
        .any(|from| known.iter().any(|to| is_longer(before, after, from, to)))
}

/// Whether anybody has a longer way to this district than before.
pub fn is_further(before: &Rules, after: &Rules, district: &str) -> bool {
    before
        .districts()
        .any(|(from, _)| is_longer(before, after, from, district))
}

fn is_longer(before: &Rules, after: &Rules, from: &str, to: &str) -> bool {
    after.travel_minutes(from, to) > before.travel_minutes(from, to)
}

/// Pairs of appointments of one volunteer that leave time enough for the way today, and not then.
pub async fn too_tight(tx: &mut Tx, now: DateTime<Utc>, (before, after): (&Rules, &Rules)) -> Result<i64, DbError> {
    let held = affected::held(tx, now).await?;
    let tight = |pair: &[Held]| {
        let gap = pair[1].starts_at - pair[0].ends_at;
        pair[0].volunteer_id == pair[1].volunteer_id
            && gap >= Duration::minutes(needed(before, &pair[0], &pair[1]))
            && gap < Duration::minutes(needed(after, &pair[0], &pair[1]))
    };
    Ok(held.windows(2).map(|pair| i64::from(tight(pair))).sum())
}

/// As `matching` counts it: nobody has to move within a site, on the phone or before a screen.
fn needed(rules: &Rules, one: &Held, next: &Held) -> i64 {
    let is_on_site = |held: &Held| held.mode == "on_site";
    if one.site_id == next.site_id || !is_on_site(one) || !is_on_site(next) {
        return 0;
    }
    rules.travel_minutes(&one.district, &next.district) + rules.numbers().buffer_margin_minutes
}

/// Requests of the last months that came early enough by the old rule, and not by the new one.
pub async fn filed_too_late(
    tx: &mut Tx,
    now: DateTime<Utc>,
    (before, after): (&Rules, &Rules),
) -> Result<(i64, LateRequests), DbError> {
    let (old, new): (&Late, &Late) = (before.late(), after.late());
    // Whom nobody refused is refused now: those count too that were late before.
    let refuses = |late: &Late| late.later_requests == LateRequests::Refuse;
    let harsher = refuses(new) && !refuses(old);
    let filed = affected::filed_since(tx, now - LOOKING_BACK).await?;
    let hit = filed.iter().filter(|(filed_at, starts_at)| {
        let kept = old.request.is_kept(before, *filed_at, *starts_at);
        (kept || harsher) && !new.request.is_kept(after, *filed_at, *starts_at)
    });
    Ok((hit.map(|_| 1_i64).sum(), new.later_requests))
}

/// Appointments ahead that could be cancelled freely when the change comes into force, and then no longer can.
pub async fn no_longer_free(
    tx: &mut Tx,
    (now, from): (DateTime<Utc>, DateTime<Utc>),
    (before, after): (&Rules, &Rules),
) -> Result<i64, DbError> {
    let held = affected::held(tx, now).await?;
    let hit = held.iter().filter(|one| one.starts_at > from).filter(|one| {
        before.late().cancellation.is_kept(before, from, one.starts_at)
            && !after.late().cancellation.is_kept(after, from, one.starts_at)
    });
    Ok(hit.map(|_| 1_i64).sum())
}
