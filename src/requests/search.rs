//! A search asks volunteers, wave by wave, until every place is filled or it gives up.

use chrono::{DateTime, Duration, Utc};
use serde_json::json;

use super::{
    OfferId, OpeningState, Request, RequestId, SearchId, candidates,
    store::{self, OfferState},
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    dispatch::{self, GiveUpReason, Policy, QuietHours, Step},
    keys::Keys,
    links,
    mail::{Mail, outbox},
    matching, q,
    settings::Rules,
    tasks, timers,
    volunteers::VolunteerId,
};

/// Begins a round for the places that are open, and sets its timer to now.
pub async fn start(tx: &mut Tx, act: &Act<'_>, rules: &Rules, request: &Request) -> Result<(), DbError> {
    let Some(starts_at) = request.next_start(act.now) else {
        return Ok(());
    };
    let numbers = rules.numbers();
    let deadline = dispatch::deadline_for(
        act.now,
        starts_at,
        Duration::hours(numbers.service_target_hours),
        Duration::hours(numbers.search_deadline_hours),
        &quiet(rules),
    );
    let id = SearchId(act.uuid());
    let policy = policy(rules).to_string();
    q!(
        "INSERT INTO search (id, request_id, round, policy, started_at, deadline)
         SELECT $1, $2, COALESCE(MAX(round), 0) + 1, $3, $4, $5 FROM search WHERE request_id = $2",
        id,
        request.id,
        &policy,
        act.now,
        deadline
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
    timers::set(tx, act, timers::Kind::Search, id.0, act.now).await
}

/// Ends the running search of a request, if there is one; unanswered offers close silently.
pub(super) async fn end(tx: &mut Tx, act: &Act<'_>, request: &Request, outcome: &str) -> Result<(), DbError> {
    let Some(search) = request.search.as_ref().filter(|search| search.ended_at.is_none()) else {
        return Ok(());
    };
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
    let running = request
        .search
        .as_ref()
        .filter(|running| running.id == search && running.ended_at.is_none());
    let Some(running) = running else {
        return timers::clear(tx, timers::Kind::Search, search.0).await;
    };
    let state = state(tx, rules, &request, running.deadline, act.now).await?;
    match dispatch::next_step(&state, act.now) {
        Step::Send {
            volunteers,
            look_again_at,
        } => {
            for volunteer in volunteers {
                make_offer(tx, act, keys, &request, search, VolunteerId(volunteer)).await?;
            }
            timers::set(tx, act, timers::Kind::Search, search.0, look_again_at).await
        }
        Step::Wait { until } => timers::set(tx, act, timers::Kind::Search, search.0, until).await,
        Step::GiveUp { why } => give_up(tx, act, rules, &request, why).await,
        Step::Done => end(tx, act, &request, "filled").await,
    }
}

pub(super) async fn state(
    tx: &mut Tx,
    rules: &Rules,
    request: &Request,
    deadline: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<dispatch::State, DbError> {
    let search = request.search.as_ref().map(|search| search.id);
    let offers = store::offers_of(tx, request.id).await?;
    let offers = offers.into_iter().filter(|offer| Some(offer.search) == search);
    let open = request
        .openings
        .iter()
        .filter(|opening| opening.state == OpeningState::Open)
        .count();
    let assessed = candidates::assess_speakers(tx, rules, request, now).await?;
    Ok(dispatch::State {
        policy: Policy::RollingK {
            k: u32::try_from(rules.numbers().offers_in_parallel).unwrap_or(3),
        },
        openings_open: u32::try_from(open).unwrap_or(0),
        deadline,
        starts_at: request.slots.iter().map(|slot| slot.starts_at).max().unwrap_or(now),
        quiet: quiet(rules),
        answer_window: Duration::hours(rules.numbers().offer_answer_hours),
        offers: offers
            .map(|offer| dispatch::Offer {
                volunteer: offer.volunteer.0,
                state: seen(&offer),
            })
            .collect(),
        candidates: matching::ranked(assessed.iter().map(|one| &one.assessment)),
    })
}

/// An offer's state as dispatch sees it.
fn seen(offer: &store::Offer) -> dispatch::OfferState {
    match (offer.state, offer.sent_at, offer.answer_by) {
        (OfferState::Sent, Some(sent_at), Some(answer_by)) => dispatch::OfferState::Sent { sent_at, answer_by },
        (OfferState::Queued | OfferState::Sent, _, _) => dispatch::OfferState::Queued,
        (OfferState::Accepted, _, _) => dispatch::OfferState::Accepted,
        (OfferState::Declined, _, _) => dispatch::OfferState::Declined,
        (OfferState::Closed, _, _) => dispatch::OfferState::Closed,
        (OfferState::Bounced, _, _) => dispatch::OfferState::Bounced,
    }
}

async fn make_offer(
    tx: &mut Tx,
    act: &Act<'_>,
    keys: &Keys,
    request: &Request,
    search: SearchId,
    volunteer: VolunteerId,
) -> Result<(), DbError> {
    let id = OfferId(act.uuid());
    let made = q!(
        "INSERT INTO offer (id, search_id, request_id, volunteer_id, state, created_at)
         VALUES ($1, $2, $3, $4, 'queued', $5) ON CONFLICT (search_id, volunteer_id) DO NOTHING",
        id,
        search,
        request.id,
        volunteer,
        act.now
    )
    .execute(tx)
    .await?;
    if made == 0 {
        return Ok(());
    }
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
    // A person still has half of what is left, at most a working day, and is not expected to act at night.
    let half = ((starts_at - act.now) / 2).clamp(Duration::zero(), Duration::hours(8));
    let due_at = quiet(rules).add_waking(act.now, half).min(starts_at).max(act.now);
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

fn policy(rules: &Rules) -> Policy {
    Policy::RollingK {
        k: u32::try_from(rules.numbers().offers_in_parallel).unwrap_or(3),
    }
}

pub(super) fn quiet(rules: &Rules) -> QuietHours {
    rules.quiet_hours()
}
