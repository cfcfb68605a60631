//! What the timer does: asks when the appointment is over, reminds twice, then calls for a person.

use chrono::{DateTime, Duration, Utc};
use serde_json::json;

use super::{
    Days, Side, State, Turn,
    facts::{self, Facts},
    report::TASK_WITHIN,
    store::{self, Proof},
    turn,
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    keys::Keys,
    links::{self, Purpose},
    mail::{Mail, outbox},
    requests::AssignmentId,
    settings::Rules,
    tasks, timers,
};

/// The volunteer's link works this long; after that it is the phone.
const LINK_LIVES: Duration = Duration::days(90);

/// May run twice: it looks at what is true and does only what is missing.
pub async fn step(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    keys: &Keys,
    assignment: AssignmentId,
) -> Result<(), DbError> {
    // Nobody is thanked who may not have come: what a person finds out sets the timer again.
    let facts = facts::of(tx, assignment).await?;
    let facts = facts.filter(|facts| facts.stands && !facts.doubtful);
    let Some(facts) = facts else {
        return timers::clear(tx, timers::Kind::Proof, assignment.0).await;
    };
    if act.now < facts.planned.ends_at {
        return timers::set(tx, act, timers::Kind::Proof, assignment.0, facts.planned.ends_at).await;
    }
    if store::create(tx, act, assignment).await? {
        ask(tx, act, rules, keys, &facts).await?;
    }
    store::lock(tx, assignment).await?;
    match store::get(tx, assignment).await? {
        Some(proof) => chase(tx, act, rules, &facts, &proof).await,
        None => Ok(()),
    }
}

async fn ask(tx: &mut Tx, act: &Act<'_>, rules: &Rules, keys: &Keys, facts: &Facts) -> Result<(), DbError> {
    let assignment = facts.assignment;
    links::create(tx, act, keys, Purpose::Proof, assignment.0, act.now + LINK_LIVES).await?;
    let due = rules.next_sending_time(act.now);
    outbox::owe(tx, act, facts.to_volunteer(), &Mail::ProofAsked { assignment }, due).await?;
    let params = json!({"assignment": assignment, "volunteer": facts.volunteer});
    act.audit(tx, "proof_asked", ("request", facts.request.0), params).await
}

/// Who has not spoken though it is their turn, since when, and how often they were reminded.
fn silent(proof: &Proof) -> Option<(Side, DateTime<Utc>, i64)> {
    if matches!(proof.state, State::Done | State::Disputed) {
        return None;
    }
    let first = proof.versions.iter().find(|version| version.side == Side::Volunteer);
    Some(match first {
        None => (Side::Volunteer, proof.created_at, proof.volunteer_reminders),
        Some(first) => (Side::Institution, first.recorded_at, proof.institution_reminders),
    })
}

/// Sets the timer to the moment when the silent side is reminded next.
pub(super) async fn follow(tx: &mut Tx, act: &Act<'_>, rules: &Rules, proof: &Proof) -> Result<(), DbError> {
    let Some((_, since, reminders)) = silent(proof) else {
        return timers::clear(tx, timers::Kind::Proof, proof.assignment.0).await;
    };
    let due = match turn(since, reminders, Days::of(rules), &rules.quiet_hours(), act.now) {
        Turn::Wait(until) => until,
        Turn::Remind | Turn::GiveToPerson => act.now,
    };
    timers::set(tx, act, timers::Kind::Proof, proof.assignment.0, due).await
}

async fn chase(tx: &mut Tx, act: &Act<'_>, rules: &Rules, facts: &Facts, proof: &Proof) -> Result<(), DbError> {
    let id = facts.assignment.0;
    let Some((side, since, reminders)) = silent(proof) else {
        return timers::clear(tx, timers::Kind::Proof, id).await;
    };
    let days = Days::of(rules);
    match turn(since, reminders, days, &rules.quiet_hours(), act.now) {
        Turn::Wait(until) => timers::set(tx, act, timers::Kind::Proof, id, until).await,
        Turn::Remind => {
            remind(tx, act, facts, side).await?;
            let next = match turn(since, reminders + 1, days, &rules.quiet_hours(), act.now) {
                Turn::Wait(until) => until,
                Turn::Remind | Turn::GiveToPerson => act.now,
            };
            let earliest = act.now + days.gap_after(reminders + 1);
            timers::set(tx, act, timers::Kind::Proof, id, next.max(earliest)).await
        }
        Turn::GiveToPerson => {
            let params = json!({"side": side.code()});
            let due = act.now + TASK_WITHIN;
            tasks::create(tx, act, tasks::Kind::ProofMissing, facts.about(), params, due).await?;
            timers::clear(tx, timers::Kind::Proof, id).await
        }
    }
}

async fn remind(tx: &mut Tx, act: &Act<'_>, facts: &Facts, side: Side) -> Result<(), DbError> {
    let assignment = facts.assignment;
    let of_volunteer = side == Side::Volunteer;
    store::count_reminder(tx, assignment, of_volunteer).await?;
    let (to, mail) = if of_volunteer {
        (facts.to_volunteer(), Mail::ProofReminder { assignment })
    } else {
        (facts.to_contact(), Mail::ProofConfirmReminder { assignment })
    };
    outbox::owe(tx, act, to, &mail, act.now).await?;
    let params = json!({"assignment": assignment, "volunteer": facts.volunteer, "side": side.code()});
    act.audit(tx, "proof_reminded", ("request", facts.request.0), params)
        .await
}
