use chrono::Duration;
use serde_json::json;

use super::{
    ProofError, Said, Side, Stand, State, VersionId,
    facts::{self, Facts},
    step,
    store::{self, Proof},
    times,
};
use crate::{
    act::Act,
    database::{DbError, Tx},
    mail::{Mail, outbox},
    requests::AssignmentId,
    settings::Rules,
    tasks, timers,
};

/// One side's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub said: Said,
    /// The volunteer's way, if it is told.
    pub travel_minutes: Option<i64>,
    pub note: String,
}

/// By when a person should have looked at what only a person can settle.
pub(super) const TASK_WITHIN: Duration = Duration::days(2);

/// A side says what happened, or corrects what it said: until it is done, its newest word counts. Whoever acts
/// may be the side itself or a coordinator who writes down a call.
pub async fn report(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    assignment: AssignmentId,
    side: Side,
    report: &Report,
) -> Result<Stand, ProofError> {
    let (facts, proof) = open(tx, assignment).await?;
    times::check(&facts.planned, report.said, act.now).map_err(ProofError::Times)?;
    say(tx, act, rules, (&facts, &proof), side, report).await
}

/// The institution agrees with the word of the volunteer that it has read, and with no other.
pub async fn confirm(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    assignment: AssignmentId,
    seen: VersionId,
) -> Result<Stand, ProofError> {
    let (facts, proof) = open(tx, assignment).await?;
    let newest = proof
        .newest(Side::Volunteer)
        .filter(|version| version.id == seen)
        .ok_or(ProofError::Changed)?;
    let same = Report {
        said: newest.said,
        travel_minutes: None,
        note: String::new(),
    };
    say(tx, act, rules, (&facts, &proof), Side::Institution, &same).await
}

/// Under the proof's lock: read again what was true before it.
async fn open(tx: &mut Tx, assignment: AssignmentId) -> Result<(Facts, Proof), ProofError> {
    let found = locked(tx, assignment).await?;
    if found.1.state == State::Done {
        return Err(ProofError::Done);
    }
    Ok(found)
}

pub(super) async fn locked(tx: &mut Tx, assignment: AssignmentId) -> Result<(Facts, Proof), ProofError> {
    if !store::lock(tx, assignment).await? {
        return Err(ProofError::NotFound);
    }
    let facts = facts::of(tx, assignment).await?.ok_or(ProofError::NotFound)?;
    let proof = store::get(tx, assignment).await?.ok_or(ProofError::NotFound)?;
    Ok((facts, proof))
}

async fn say(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    (facts, proof): (&Facts, &Proof),
    side: Side,
    report: &Report,
) -> Result<Stand, ProofError> {
    // Sent twice, it is one word.
    let again = proof.newest(side).is_some_and(|newest| {
        (newest.said, newest.travel_minutes, &newest.note) == (report.said, report.travel_minutes, &report.note)
    });
    if again {
        return Ok(proof.stand());
    }
    store::add(tx, act, facts.assignment, side, report).await?;
    let now = store::get(tx, facts.assignment).await?.ok_or(ProofError::NotFound)?;
    let stand = now.stand();
    store::settle(tx, act, facts.assignment, stand).await?;
    let params = json!({"assignment": facts.assignment, "volunteer": facts.volunteer, "side": side.code(),
        "outcome": report.said.outcome().code()});
    act.audit(tx, "proof_reported", ("request", facts.request.0), params)
        .await?;
    // The institution's word is no answer of a volunteer who is being chased.
    if side == Side::Volunteer || stand.state != State::Reported {
        tasks::settle_assignment(tx, act, facts.assignment, &[tasks::Kind::ProofMissing]).await?;
    }
    no_show(tx, act, facts, side, report.said).await?;
    match stand.state {
        State::Done => agreed(tx, act, facts).await?,
        State::Disputed => disputed(tx, act, facts, proof.state).await?,
        State::Open | State::Reported if side == Side::Volunteer => {
            let mail = Mail::ProofToConfirm {
                assignment: facts.assignment,
            };
            outbox::owe(tx, act, facts.to_contact(), &mail, rules.next_sending_time(act.now)).await?;
            step::follow(tx, act, rules, &now).await?;
        }
        State::Open | State::Reported => {}
    }
    Ok(stand)
}

/// Nobody came, says the institution: a person looks, whatever the volunteer says or does not say.
async fn no_show(tx: &mut Tx, act: &Act<'_>, facts: &Facts, side: Side, said: Said) -> Result<(), DbError> {
    let kind = tasks::Kind::ProofNoShow;
    match (side, said) {
        (Side::Institution, Said::VolunteerAbsent) => {
            let due = act.now + TASK_WITHIN;
            tasks::create(tx, act, kind, facts.about(), json!({}), due).await
        }
        (Side::Institution, _) => tasks::settle_assignment(tx, act, facts.assignment, &[kind]).await,
        _ => Ok(()),
    }
}

async fn agreed(tx: &mut Tx, act: &Act<'_>, facts: &Facts) -> Result<(), DbError> {
    let params = json!({"assignment": facts.assignment, "volunteer": facts.volunteer});
    act.audit(tx, "proof_confirmed", ("request", facts.request.0), params)
        .await?;
    tasks::settle_assignment(
        tx,
        act,
        facts.assignment,
        &[tasks::Kind::ProofDisputed, tasks::Kind::ProofNoShow],
    )
    .await?;
    timers::clear(tx, timers::Kind::Proof, facts.assignment.0).await
}

/// A person has to decide, and both sides hear that. Once: they may go on correcting.
async fn disputed(tx: &mut Tx, act: &Act<'_>, facts: &Facts, before: State) -> Result<(), DbError> {
    timers::clear(tx, timers::Kind::Proof, facts.assignment.0).await?;
    if before == State::Disputed {
        return Ok(());
    }
    let params = json!({"assignment": facts.assignment, "volunteer": facts.volunteer});
    act.audit(tx, "proof_disputed", ("request", facts.request.0), params)
        .await?;
    let due = act.now + TASK_WITHIN;
    tasks::create(tx, act, tasks::Kind::ProofDisputed, facts.about(), json!({}), due).await?;
    for (to, volunteer) in [(facts.to_volunteer(), true), (facts.to_contact(), false)] {
        let mail = Mail::ProofDisputed {
            assignment: facts.assignment,
            volunteer,
        };
        outbox::owe(tx, act, to, &mail, act.now).await?;
    }
    Ok(())
}
