//! The promise to the institution: it hears by a certain time, also when nobody was found by then.

use chrono::{DateTime, Duration, Utc};
use serde_json::json;

use super::{Request, RequestId, Search, SearchId, decision, search, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{Mail, outbox},
    q,
    settings::Rules,
    tasks, timers,
};

/// A coordinator looks at a slow search within this much waking time.
const TO_LOOK: Duration = Duration::hours(4);

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
