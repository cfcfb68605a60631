//! A search asks volunteers, wave by wave, until every place is filled or it gives up.

use chrono::Duration;
use serde_json::json;
use uuid::Uuid;

use super::{
    OfferId, Request, RequestId, SearchId,
    candidates::{self, Assessed},
    decision::{Decision, decide},
    picks, promise, store, unfilled,
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    dispatch::{self, GiveUpReason, QuietHours, Step},
    keys::Keys,
    links,
    mail::{Freed, Mail, outbox},
    matching::Rank,
    q,
    settings::Rules,
    tasks, timers,
    volunteers::{self, VolunteerId},
};

/// Begins a round for the places that are open, and sets its timer to now.
pub async fn start(tx: &mut Tx, act: &Act<'_>, rules: &Rules, request: &Request) -> Result<(), DbError> {
    let Some(starts_at) = request.last_start(act.now).or_else(|| request.first_start()) else {
        return Ok(());
    };
    let promise::Promised { target, deadline } = promise::dates(rules, act.now, starts_at);
    let policy = request.policy.unwrap_or(rules.dispatch().policy);
    // Who says yes where a coordinator picks holds their time free: not for weeks.
    let picks = matches!(policy, dispatch::Policy::Pick { .. });
    let deadline = if picks { target } else { deadline };
    let (id, policy) = (SearchId(act.uuid()), policy.to_string());
    q!(
        "INSERT INTO search (id, request_id, round, policy, started_at, deadline, target)
         SELECT $1, $2, COALESCE(MAX(round), 0) + 1, $3, $4, $5, $6 FROM search WHERE request_id = $2",
        id,
        request.id,
        &policy,
        act.now,
        deadline,
        target
    )
    .execute(tx)
    .await?;
    act.audit(
        tx,
        "search_started",
        ("request", request.id.0),
        json!({"search": id, "policy": policy}),
    )
    .await?;
    promise::give(tx, act, id, target, deadline).await?;
    timers::set(tx, act, timers::Kind::Search, id.0, act.now).await
}

/// Ends the running search of a request, if there is one; unanswered offers close silently.
pub(super) async fn end(tx: &mut Tx, act: &Act<'_>, request: &Request, outcome: &str) -> Result<(), DbError> {
    let Some(search) = request.search.as_ref().filter(|search| search.ended_at.is_none()) else {
        return Ok(());
    };
    // Whoever calls a search off tells the willing in words of their own.
    let freed = match outcome {
        "filled" => Some(Freed::Filled),
        "nobody" => Some(Freed::Ended),
        _ => None,
    };
    if let Some(why) = freed {
        picks::free_all(tx, act, request, why).await?;
    }
    q!(
        "UPDATE search SET ended_at = $1, outcome = $2 WHERE id = $3",
        act.now,
        outcome,
        search.id
    )
    .execute(tx)
    .await?;
    q!(
        "UPDATE offer SET state = 'closed', ended_at = $1 WHERE search_id = $2 AND state IN ('queued', 'sent')",
        act.now,
        search.id
    )
    .execute(tx)
    .await?;
    let params = json!({"search": search.id, "outcome": outcome});
    act.audit(tx, "search_ended", ("request", request.id.0), params).await?;
    tasks::settle(tx, act, request.id, &[tasks::Kind::Choose]).await?;
    promise::take_back(tx, act, request, search.id).await?;
    timers::clear(tx, timers::Kind::Search, search.id.0).await
}

/// Does what `dispatch::next_step` says now. Safe to call at any time, any number of times.
pub async fn step(tx: &mut Tx, act: &Act<'_>, rules: &Rules, keys: &Keys, search: SearchId) -> Result<(), DbError> {
    let Some((request,)) = q!("SELECT request_id FROM search WHERE id = $1", search)
        .optional::<(RequestId,)>(tx)
        .await?
    else {
        return timers::clear(tx, timers::Kind::Search, search.0).await;
    };
    store::lock(tx, request).await?;
    let request = store::get(tx, request).await?.ok_or(DbError::RowNotFound)?;
    let is_this = request.search.as_ref().is_some_and(|running| running.id == search);
    let decision = decide(tx, rules, &request, act.now, act.now).await?.filter(|_| is_this);
    let Some(Decision { step, people }) = decision else {
        return timers::clear(tx, timers::Kind::Search, search.0).await;
    };
    match step {
        Step::Send {
            volunteers,
            look_again_at,
        } => {
            let all = ask(tx, act, rules, keys, &request, &people, volunteers).await?;
            // Somebody got their last offer of the week from another search a moment ago: look for others.
            let look_again_at = if all { look_again_at } else { act.now };
            timers::set(tx, act, timers::Kind::Search, search.0, look_again_at).await
        }
        Step::Wait { until } => timers::set(tx, act, timers::Kind::Search, search.0, until).await,
        Step::Choose => {
            picks::choose_best(tx, act, rules, keys, request.id).await?;
            let request = store::get(tx, request.id).await?.ok_or(DbError::RowNotFound)?;
            if request.search.as_ref().is_some_and(|search| search.ended_at.is_some()) {
                return Ok(());
            }
            // Fewer are left who can than there are places.
            give_up(tx, act, rules, &request, GiveUpReason::DeadlinePassed).await
        }
        Step::GiveUp { why } => give_up(tx, act, rules, &request, why).await,
        Step::Done => end(tx, act, &request, "filled").await,
    }
}

/// Makes the offers. False if somebody was left out who has got as many from other searches by now.
///
/// The promise that nobody gets more than the cap holds for all searches together: so each volunteer is locked
/// and counted once more.
async fn ask(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    keys: &Keys,
    request: &Request,
    people: &[Assessed],
    volunteers: Vec<Uuid>,
) -> Result<bool, DbError> {
    let mut in_order = volunteers.clone();
    in_order.sort_unstable();
    for volunteer in in_order {
        volunteers::lock(tx, VolunteerId(volunteer)).await?;
    }
    let mut all = true;
    for volunteer in volunteers {
        let assessed = people.iter().find(|one| one.volunteer.0 == volunteer);
        let Some(assessed) = assessed else { continue };
        if candidates::may_get_another_offer(tx, rules, assessed.volunteer, act.now).await? {
            make_offer(tx, act, keys, request, assessed).await?;
        } else {
            all = false;
        }
    }
    Ok(all)
}

async fn make_offer(
    tx: &mut Tx,
    act: &Act<'_>,
    keys: &Keys,
    request: &Request,
    assessed: &Assessed,
) -> Result<(), DbError> {
    let Some(search) = &request.search else { return Ok(()) };
    let (id, volunteer) = (OfferId(act.uuid()), assessed.volunteer);
    let rank = assessed.assessment.rank();
    let made = q!(
        "INSERT INTO offer (id, search_id, request_id, volunteer_id, state, created_at,
                            rank, chance_milli, lead_class, recent_class, factor_milli, slots)
         VALUES ($1, $2, $3, $4, 'queued', $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (search_id, volunteer_id) DO NOTHING",
        id,
        search.id,
        request.id,
        volunteer,
        act.now,
        json!(rank.map(|rank| &rank.parts)).to_string(),
        i64::from(rank.map_or(0, Rank::chance_milli)),
        i64::try_from(assessed.exposure.lead).unwrap_or_default(),
        i64::try_from(assessed.exposure.recent).unwrap_or_default(),
        assessed.exposure.factor_milli,
        json!(assessed.assessment.fitting_slots()).to_string()
    )
    .execute(tx)
    .await?;
    if made == 0 {
        return Ok(());
    }
    super::forecast::will_learn(tx, act).await?;
    // After the appointment the page has nothing to say any more.
    let over = request.slots.iter().map(|slot| slot.ends_at).max().unwrap_or(act.now);
    links::create(tx, act, keys, links::Purpose::Offer, id.0, over + Duration::days(7)).await?;
    links::create(
        tx,
        act,
        keys,
        links::Purpose::Pause,
        volunteer.0,
        over + Duration::days(30),
    )
    .await?;
    let to = recipient(tx, volunteer).await?;
    outbox::owe(tx, act, to, &Mail::Offer { offer: id }, act.now).await?;
    act.audit(
        tx,
        "offer_made",
        ("request", request.id.0),
        json!({"offer": id, "volunteer": volunteer}),
    )
    .await
}

pub(super) async fn recipient(tx: &mut Tx, volunteer: VolunteerId) -> Result<outbox::Recipient, DbError> {
    let (person,) = q!("SELECT person_id FROM volunteer WHERE id = $1", volunteer)
        .one(tx)
        .await?;
    Ok(outbox::Recipient::Person(person))
}

pub(super) async fn contact(tx: &mut Tx, request: &Request) -> Result<outbox::Recipient, DbError> {
    let (person,) = q!("SELECT person_id FROM contact WHERE id = $1", request.contact)
        .one(tx)
        .await?;
    Ok(outbox::Recipient::Person(person))
}

/// Nobody was found: the institution hears it honestly, a coordinator has a task.
async fn give_up(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    request: &Request,
    why: GiveUpReason,
) -> Result<(), DbError> {
    end(tx, act, request, "nobody").await?;
    q!(
        "UPDATE opening SET state = 'unfilled', changed_at = $1 WHERE request_id = $2 AND state = 'open'",
        act.now,
        request.id
    )
    .execute(tx)
    .await?;
    let to = contact(tx, request).await?;
    outbox::owe(tx, act, to, &Mail::NobodyFound { request: request.id }, act.now).await?;
    let starts_at = request.next_start(act.now).unwrap_or(act.now);
    let due_at = unfilled::due(rules, act.now, starts_at);
    let about = tasks::About {
        request: Some(request.id),
        ..Default::default()
    };
    tasks::create(
        tx,
        act,
        tasks::Kind::NobodyFound,
        about,
        json!({"why": why.code()}),
        due_at,
    )
    .await
}

pub(super) fn quiet(rules: &Rules) -> QuietHours {
    rules.quiet_hours()
}
