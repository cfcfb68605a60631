//! `/healthz`: the process answers. `/readyz`: it can do its work.

use axum::{Json, extract::State, http::StatusCode};
use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::{
    app::Shared,
    database::{self, DbError},
    mail::outbox,
    timers,
};

/// Behind by more than this is not ready (seconds).
const LATE: i64 = 15 * 60;

pub async fn healthz() -> &'static str {
    "ok\n"
}

/// Ages in seconds; `ready` is false when the database is away, unmigrated or ruleless, or work is 15 minutes late.
#[derive(Debug, Default, Serialize)]
pub struct Readiness {
    ready: bool,
    database: bool,
    migrated: bool,
    rules: bool,
    oldest_unsent_mail_seconds: i64,
    timers_behind_seconds: i64,
}

pub async fn readyz(State(app): State<Shared>) -> (StatusCode, Json<Readiness>) {
    let mut state = look(&app).await.unwrap_or_default();
    state.ready = state.database
        && state.migrated
        && state.rules
        && state.oldest_unsent_mail_seconds < LATE
        && state.timers_behind_seconds < LATE;
    let status = if state.ready {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    (status, Json(state))
}

async fn look(app: &Shared) -> Result<Readiness, DbError> {
    let now = app.clock.now();
    let migrated = database::is_current(&app.db).await?;
    let mut tx = app.db.read().await?;
    let oldest = outbox::oldest_unsent(&mut tx, now).await?;
    let timer = timers::next_due(&mut tx).await?;
    let rules = app.rules(&mut tx).await.is_ok();
    tx.commit().await?;
    let age = |at: Option<DateTime<Utc>>| at.map_or(0, |at| (now - at).num_seconds().max(0));
    Ok(Readiness {
        ready: false,
        database: true,
        migrated,
        rules,
        oldest_unsent_mail_seconds: age(oldest),
        timers_behind_seconds: age(timer),
    })
}
