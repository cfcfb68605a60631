use serde_json::json;

use super::{NewQualification, Problem, QualificationId, check, insert, proposed_until, review, runs_out, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    settings::Rules,
    timers,
    volunteers::{self, VolunteerId},
};

#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    #[error("cannot be right: {0:?}")]
    Wrong(Vec<Problem>),
    #[error("no such volunteer")]
    NotFound,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Notes what a volunteer has shown. Without `valid_until` the rules say until when it counts.
/// The same thing noted twice is one row.
pub async fn record(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    volunteer: VolunteerId,
    shown: &NewQualification,
) -> Result<QualificationId, RecordError> {
    let today = rules.local(act.now).date();
    let problems = check(rules, today, shown);
    if !problems.is_empty() {
        return Err(RecordError::Wrong(problems));
    }
    match volunteers::lock(tx, volunteer).await {
        Err(DbError::RowNotFound) => return Err(RecordError::NotFound),
        done => done?,
    }
    let kind = rules.qualification(&shown.kind);
    let valid_until = shown
        .valid_until
        .or_else(|| proposed_until(kind?, shown.seen_on, shown.issued_on));
    let shown = NewQualification {
        valid_until,
        ..shown.clone()
    };
    if let Some(same) = store::same(tx, volunteer, &shown).await? {
        return Ok(same);
    }
    let id = insert(tx, act, volunteer, &shown).await?;
    if let Some(until) = valid_until {
        let due_at = runs_out::notice_at(rules, until);
        timers::set(tx, act, timers::Kind::QualificationRunsOut, id.0, due_at).await?;
    }
    let params = json!({"qualification": id, "kind": shown.kind});
    act.audit(tx, "qualification_recorded", ("volunteer", volunteer.0), params)
        .await?;
    review(tx, act, rules, volunteer).await?;
    Ok(id)
}
