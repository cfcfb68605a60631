//! The promise to the institution: it hears by a certain time, also when nobody was found by then.

use chrono::{DateTime, Duration, NaiveDate, Timelike, Utc};
use serde_json::json;

use super::{Request, RequestId, Search, SearchId, decision, search, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    dispatch,
    mail::{Mail, outbox},
    q,
    settings::{Rules, desk_hours::LAST_HOUR},
    tasks, timers, wall,
};

/// A coordinator looks at a slow search within this much waking time.
const TO_LOOK: Duration = Duration::hours(4);

/// Nearer than that a promise is kept to the minute: rounding would take too much of it.
const NEAR: Duration = Duration::hours(1);

/// A promised moment as people name it: never 10:14, never a day on which nobody is there.
///
/// It is rounded down to the full hour of the pool's clocks. If that is no working day by the rules (weekend, holiday,
/// closed), it is 16:00 on the last working day before. Neither if less than an hour would be left from now on.
/// So it is never later than the moment itself.
pub fn named(rules: &Rules, now: DateTime<Utc>, at: DateTime<Utc>) -> DateTime<Utc> {
    let at = full_hour(rules, now, at);
    let day = rules.local(at).date();
    if rules.is_working_day(day) {
        return at;
    }
    let days = std::iter::successors(day.pred_opt(), NaiveDate::pred_opt);
    let today = rules.local(now).date();
    let open = days
        .take_while(|day| *day >= today)
        .find(|day| rules.is_working_day(*day))
        .map(|day| wall::first_instant(rules.zone(), day.and_time(LAST_HOUR)));
    open.filter(|open| now + NEAR <= *open).unwrap_or(at)
}

/// The full hour before, if at least an hour is left until then.
pub fn full_hour(rules: &Rules, now: DateTime<Utc>, at: DateTime<Utc>) -> DateTime<Utc> {
    let local = rules.local(at).time();
    let beyond = Duration::minutes(local.minute().into())
        + Duration::seconds(local.second().into())
        + Duration::nanoseconds(local.nanosecond().into());
    let hour = at - beyond;
    if now + NEAR <= hour { hour } else { at }
}

/// By when a search that begins now ends, and by when the institution is promised an answer: never after that end.
pub fn dates(rules: &Rules, now: DateTime<Utc>, starts_at: DateTime<Utc>) -> Promised {
    let numbers = rules.numbers();
    let lead = Duration::hours(numbers.search_deadline_hours);
    let deadline = dispatch::deadline_for(now, starts_at, lead, &rules.quiet_hours());
    let deadline = full_hour(rules, now, deadline);
    let target = named(rules, now, now + Duration::hours(numbers.service_target_hours));
    Promised {
        target: target.min(deadline),
        deadline,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promised {
    pub target: DateTime<Utc>,
    pub deadline: DateTime<Utc>,
}

/// A search begins. One that ends by the promised time keeps its promise by its end.
pub(super) async fn give(
    tx: &mut Tx,
    act: &Act<'_>,
    search: SearchId,
    target: DateTime<Utc>,
    deadline: DateTime<Utc>,
) -> Result<(), DbError> {
    if target < deadline {
        timers::set(tx, act, timers::Kind::SearchTarget, search.0, target).await?;
    }
    Ok(())
}

/// It ended: whoever waited hears of that instead.
pub(super) async fn take_back(tx: &mut Tx, act: &Act<'_>, request: &Request, search: SearchId) -> Result<(), DbError> {
    tasks::settle(tx, act, request.id, &[tasks::Kind::SearchSlow]).await?;
    timers::clear(tx, timers::Kind::SearchTarget, search.0).await
}

/// The promised time is over and the search goes on: the institution hears so, once a search. A person looks at it
/// when the search can do little more by itself.
pub async fn keep(tx: &mut Tx, act: &Act<'_>, rules: &Rules, search: SearchId) -> Result<(), DbError> {
    let row = q!("SELECT request_id FROM search WHERE id = $1", search);
    let Some((request,)) = row.optional::<(RequestId,)>(tx).await? else {
        return timers::clear(tx, timers::Kind::SearchTarget, search.0).await;
    };
    store::lock(tx, request).await?;
    // Another worker with the same timer was faster: its letter is owed already.
    if timers::due_of(tx, timers::Kind::SearchTarget, search.0)
        .await?
        .is_none()
    {
        return Ok(());
    }
    let request = store::get(tx, request).await?.ok_or(DbError::RowNotFound)?;
    timers::clear(tx, timers::Kind::SearchTarget, search.0).await?;
    let running = request.search.as_ref();
    let Some(running) = running.filter(|running| running.id == search && running.ended_at.is_none()) else {
        return Ok(());
    };
    if act.now < running.target {
        return timers::set(tx, act, timers::Kind::SearchTarget, search.0, running.target).await;
    }
    if running.deadline <= act.now {
        // Its end is due as well, and says more.
        return Ok(());
    }
    let params = json!({"search": search});
    act.audit(tx, "search_goes_on", ("request", request.id.0), params)
        .await?;
    let to = search::contact(tx, &request).await?;
    outbox::owe(tx, act, to, &Mail::StillSearching { request: request.id }, act.now).await?;
    ask_a_person(tx, act, rules, &request, running).await
}

/// While there is time and there are people to ask, nobody has to do anything.
async fn ask_a_person(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    request: &Request,
    running: &Search,
) -> Result<(), DbError> {
    let state = decision::situation(tx, rules, request, running, act.now).await?;
    let why = if state.candidates.is_empty() {
        "nobody_left"
    } else if state.starts_at - act.now < rules.dispatch().waves().short_notice {
        "near"
    } else {
        return Ok(());
    };
    let about = tasks::About {
        request: Some(request.id),
        ..Default::default()
    };
    let due_at = search::quiet(rules).add_waking(act.now, TO_LOOK).min(running.deadline);
    tasks::create(tx, act, tasks::Kind::SearchSlow, about, json!({"why": why}), due_at).await
}
