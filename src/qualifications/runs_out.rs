//! A qualification that ends: four weeks before, its holder and the desk hear of it.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde_json::json;

use super::{Holder, QualificationId, review, store, store::InForce};
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{
        Mail,
        outbox::{self, Recipient},
    },
    settings::Rules,
    tasks, timers, volunteers, wall,
};

pub const NOTICE_DAYS: u64 = 28;
/// The desk has done something about it a week before.
const DUE_DAYS: u64 = 7;
/// 8:00 by the wall clock.
const MORNING: u16 = 8 * 60;

/// The timer's step. Looks at what is true, and may run twice.
pub async fn runs_out(tx: &mut Tx, act: &Act<'_>, rules: &Rules, id: QualificationId) -> Result<(), DbError> {
    const KIND: timers::Kind = timers::Kind::QualificationRunsOut;
    let Some(volunteer) = store::volunteer_of(tx, id).await? else {
        return timers::clear(tx, KIND, id.0).await;
    };
    volunteers::lock(tx, volunteer).await?;
    // Another instance may have done it while this one waited for the lock.
    if timers::due_of(tx, KIND, id.0)
        .await?
        .is_none_or(|due_at| due_at > act.now)
    {
        return Ok(());
    }
    let Some(holder) = store::holder(tx, volunteer).await?.filter(|holder| !holder.retired) else {
        return timers::clear(tx, KIND, id.0).await;
    };
    let Some((ending, until)) = ending(&holder, id) else {
        return timers::clear(tx, KIND, id.0).await;
    };
    if rules.local(act.now).date() > until {
        let params = json!({"qualification": id, "kind": ending.kind});
        act.audit(tx, "qualification_ran_out", ("volunteer", volunteer.0), params)
            .await?;
        timers::clear(tx, KIND, id.0).await?;
        return review(tx, act, rules, volunteer).await;
    }
    let notice_at = notice_at(rules, until);
    if act.now < notice_at {
        return timers::set(tx, act, KIND, id.0, notice_at).await;
    }
    tell(tx, act, rules, &holder, ending, until).await?;
    let to = Recipient::Person(holder.person);
    let mail = Mail::QualificationRunsOut { qualification: id };
    outbox::owe(tx, act, to, &mail, rules.next_sending_time(act.now)).await?;
    let day_after = until.checked_add_days(Days::new(1)).unwrap_or(until);
    timers::set(tx, act, KIND, id.0, morning(rules, day_after, 0)).await?;
    review(tx, act, rules, volunteer).await
}

/// When the desk and its holder hear of it.
pub(super) fn notice_at(rules: &Rules, until: NaiveDate) -> DateTime<Utc> {
    let day = until.checked_sub_days(Days::new(NOTICE_DAYS)).unwrap_or(until);
    morning(rules, day, MORNING)
}

fn morning(rules: &Rules, day: NaiveDate, minutes: u16) -> DateTime<Utc> {
    wall::first_instant(rules.zone(), wall::minute_of_day(day, minutes))
}

/// The row, if it ends and no newer one of its kind goes on.
fn ending(holder: &Holder, id: QualificationId) -> Option<(&InForce, NaiveDate)> {
    let this = holder.held.iter().find(|held| held.id == id)?;
    let until = this.valid_until?;
    let goes_on = |other: &InForce| {
        let longer = (other.valid_until.unwrap_or(NaiveDate::MAX), other.id) > (until, id);
        other.kind == this.kind && longer
    };
    (!holder.held.iter().any(goes_on)).then_some((this, until))
}

async fn tell(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    holder: &Holder,
    ending: &InForce,
    until: NaiveDate,
) -> Result<(), DbError> {
    let day = until.checked_sub_days(Days::new(DUE_DAYS)).unwrap_or(until);
    let about = tasks::About {
        volunteer: Some(holder.volunteer),
        ..Default::default()
    };
    tasks::create(
        tx,
        act,
        tasks::Kind::QualificationRunsOut,
        about,
        json!({"qualification": ending.id, "kind": ending.kind}),
        morning(rules, day, MORNING).max(act.now),
    )
    .await
}

/// A newer one was noted, or this one is revoked: its task is done. A volunteer has one such task at a time, so
/// another one that is about to end takes its place.
pub(super) async fn settle(tx: &mut Tx, act: &Act<'_>, rules: &Rules, holder: &Holder) -> Result<(), DbError> {
    let kind = tasks::Kind::QualificationRunsOut;
    let open = tasks::open(tx).await?;
    let mine = open
        .iter()
        .filter(|task| task.kind == kind.code() && task.volunteer_id == Some(holder.volunteer));
    let still_true = |task: &tasks::Task| {
        let params: serde_json::Value = serde_json::from_str(&task.params).unwrap_or_default();
        let id = params["qualification"].as_str().and_then(|id| id.parse().ok());
        id.is_some_and(|id| ending(holder, id).is_some())
    };
    if mine.clone().all(still_true) {
        return Ok(());
    }
    tasks::settle_volunteer(tx, act, holder.volunteer, &[kind]).await?;
    let today = rules.local(act.now).date();
    for held in &holder.held {
        if let Some((ending, until)) = ending(holder, held.id)
            && until >= today
            && notice_at(rules, until) <= act.now
        {
            tell(tx, act, rules, holder, ending, until).await?;
        }
    }
    Ok(())
}
