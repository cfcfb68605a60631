use serde_json::json;

use super::{ProofError, Report, Side, report::locked, store, times};
use crate::{
    act::Act,
    database::Tx,
    mail::{Mail, outbox},
    requests::AssignmentId,
    tasks, timers,
};

/// A coordinator says what counts. Possible after both agreed too: a slip of both is put right here.
pub async fn decide(tx: &mut Tx, act: &Act<'_>, assignment: AssignmentId, report: &Report) -> Result<(), ProofError> {
    let (facts, proof) = locked(tx, assignment).await?;
    times::check(&facts.planned, report.said, act.now).map_err(ProofError::Times)?;
    // Sent twice, it is one decision.
    let again = proof.newest(Side::Coordinator).is_some_and(|newest| {
        (newest.said, newest.travel_minutes, &newest.note) == (report.said, report.travel_minutes, &report.note)
    });
    if again {
        return Ok(());
    }
    store::add(tx, act, assignment, Side::Coordinator, report).await?;
    let now = store::get(tx, assignment).await?.ok_or(ProofError::NotFound)?;
    store::settle(tx, act, assignment, now.stand()).await?;
    let params = json!({"assignment": assignment, "volunteer": facts.volunteer,
        "outcome": report.said.outcome().code()});
    act.audit(tx, "proof_decided", ("request", facts.request.0), params)
        .await?;
    let settled = [
        tasks::Kind::ProofMissing,
        tasks::Kind::ProofDisputed,
        tasks::Kind::ProofNoShow,
    ];
    tasks::settle_assignment(tx, act, assignment, &settled).await?;
    timers::clear(tx, timers::Kind::Proof, assignment.0).await?;
    for (to, volunteer) in [(facts.to_volunteer(), true), (facts.to_contact(), false)] {
        outbox::owe(tx, act, to, &Mail::ProofDecided { assignment, volunteer }, act.now).await?;
    }
    Ok(())
}
