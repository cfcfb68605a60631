//! Due timers, each in a transaction of its own.

use chrono::Duration;
use uuid::Uuid;

use super::WorkError;
use crate::{
    act::Actor,
    app::Shared,
    imports::{self, ImportId},
    privacy, proofs,
    qualifications::{self, QualificationId},
    requests::{AssignmentId, RequestId, SearchId, check, forecast, joining, promise, search},
    timers::{self, Kind, Lane, Timer},
};

/// A worker that dies leaves its timers to others after this long.
pub(super) const LEASE: Duration = Duration::seconds(20);
const AT_ONCE: i64 = 20;

/// Runs what is due now; how many that was.
pub async fn run_due(app: &Shared, worker: Uuid) -> Result<usize, WorkError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let mut due = timers::claim(&mut tx, worker, now, LEASE, (Lane::Short, AT_ONCE)).await?;
    // Which search asks first must not be the engine's choice.
    due.sort_by_key(|timer| (timer.due_at, timer.id));
    tx.commit().await?;
    for timer in &due {
        // One broken timer never holds up the others; its lease runs out and it is tried again.
        if let Err(error) = run(app, timer).await {
            tracing::error!(timer = %timer.id, kind = timer.kind, attempts = timer.attempts, %error, "a timer failed");
        }
    }
    Ok(due.len())
}

async fn run(app: &Shared, timer: &Timer) -> Result<(), WorkError> {
    let mut tx = app.db.begin().await?;
    let rules = app.rules(&mut tx).await?;
    let act = app.act(Actor::Service);
    match Kind::from_code(&timer.kind) {
        Some(Kind::Search) => {
            search::step(&mut tx, &act, &rules, &app.keys, SearchId(timer.subject_id)).await?;
        }
        Some(Kind::SearchTarget) => {
            promise::keep(&mut tx, &act, &rules, SearchId(timer.subject_id)).await?;
        }
        Some(Kind::RequestCheck) => {
            check::step(&mut tx, &act, RequestId(timer.subject_id)).await?;
        }
        Some(Kind::Joining) => joining::remind(&mut tx, &act, RequestId(timer.subject_id)).await?,
        Some(Kind::Proof) => {
            proofs::step(&mut tx, &act, &rules, &app.keys, AssignmentId(timer.subject_id)).await?;
        }
        Some(Kind::QualificationRunsOut) => {
            qualifications::runs_out(&mut tx, &act, &rules, QualificationId(timer.subject_id)).await?;
        }
        Some(Kind::QualificationsReview) => {
            qualifications::review_everybody(&mut tx, &act, &rules, timer.subject_id).await?;
        }
        Some(Kind::ForecastLearning) => forecast::learn(&mut tx, &act, &rules).await?,
        Some(Kind::Retention) => privacy::retention::run(&mut tx, &act, &rules, &app.l10n).await?,
        // Of the other lane: see `long`.
        Some(Kind::Import) => {}
        Some(Kind::ImportEnds) => imports::expire(&mut tx, &act, ImportId(timer.subject_id)).await?,
        None => tracing::error!(kind = timer.kind, "a timer of an unknown kind"),
    }
    app.commit(tx).await?;
    Ok(())
}
