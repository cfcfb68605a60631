//! What takes long, one at a time: so far, imports. Offers and mails go on meanwhile.

use std::time::Duration;

use uuid::Uuid;

use super::{WorkError, timers::LEASE};
use crate::{
    act::Actor,
    app::Shared,
    imports::{self, ImportId},
    timers::{self, Lane, Timer},
};

/// Some times within a lease, so that one that is held up does not lose it.
const KEEP_EVERY: Duration = Duration::from_secs(5);

/// Does one that is due, if there is one; how many that was. What is under way when `stop` is ready is given up:
/// nothing of it was written, and the next who looks begins it anew.
pub async fn run_due(app: &Shared, worker: Uuid, stop: impl Future<Output = ()>) -> Result<usize, WorkError> {
    let mut tx = app.db.read().await?;
    let due = timers::is_due(&mut tx, Lane::Long, app.clock.now()).await?;
    tx.commit().await?;
    if !due {
        return Ok(0);
    }
    let mut tx = app.db.begin().await?;
    let claimed = timers::claim(&mut tx, worker, app.clock.now(), LEASE, (Lane::Long, 1)).await?;
    tx.commit().await?;
    let Some(timer) = claimed.first() else { return Ok(0) };
    let stopped = tokio::select! {
        done = run(app, worker, timer) => {
            if let Err(error) = done {
                tracing::error!(timer = %timer.id, kind = timer.kind, attempts = timer.attempts, %error, "a timer failed");
            }
            false
        }
        // Somebody wants it done anew, or has taken it over.
        () = lost(app, worker, timer) => false,
        () = stop => true,
    };
    if stopped {
        let mut tx = app.db.begin().await?;
        timers::release(&mut tx, worker, timer.id).await?;
        tx.commit().await?;
    }
    Ok(1)
}

/// A long file is read without a transaction; what it comes to is written in one.
async fn run(app: &Shared, worker: Uuid, timer: &Timer) -> Result<(), WorkError> {
    let mut tx = app.db.read().await?;
    let rules = app.rules(&mut tx).await?;
    tx.commit().await?;
    let act = app.act(Actor::Service);
    imports::work(&app.db, &act, &rules, ImportId(timer.subject_id), timer.attempts).await?;
    let mut tx = app.db.begin().await?;
    timers::finish(&mut tx, worker, timer.id).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Keeps the lease; ready when it is gone.
async fn lost(app: &Shared, worker: Uuid, timer: &Timer) {
    loop {
        tokio::time::sleep(KEEP_EVERY).await;
        match keep(app, worker, timer).await {
            Ok(true) => {}
            Ok(false) => return,
            // On SQLite the import itself may be writing.
            Err(error) => tracing::debug!(timer = %timer.id, %error, "a lease could not be kept"),
        }
    }
}

async fn keep(app: &Shared, worker: Uuid, timer: &Timer) -> Result<bool, WorkError> {
    let mut tx = app.db.begin().await?;
    let kept = timers::keep(&mut tx, worker, timer.id, app.clock.now() + LEASE).await?;
    tx.commit().await?;
    Ok(kept)
}
