//! What a running search does next by itself, and when.

use chrono::{DateTime, Utc};

use super::{Request, decision::decide};
use crate::{
    database::{DbError, Tx},
    dispatch::Step,
    settings::Rules,
    timers,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    pub at: DateTime<Utc>,
    /// So many are asked then; none: the search only looks again.
    pub asks: usize,
    /// It ends then, if nobody has said yes.
    pub gives_up: bool,
}

/// If nobody answers before; `None` when no search runs.
pub async fn outlook(
    tx: &mut Tx,
    rules: &Rules,
    request: &Request,
    now: DateTime<Utc>,
) -> Result<Option<Outlook>, DbError> {
    let Some(running) = request.search.as_ref().filter(|search| search.ended_at.is_none()) else {
        return Ok(None);
    };
    let Some(due) = timers::due_of(tx, timers::Kind::Search, running.id.0).await? else {
        return Ok(None);
    };
    let at = due.max(now);
    let Some(decision) = decide(tx, rules, request, now, at).await? else {
        return Ok(None);
    };
    let (asks, gives_up) = match decision.step {
        Step::Send { volunteers, .. } => (volunteers.len(), false),
        Step::GiveUp { .. } => (0, true),
        Step::Wait { .. } | Step::Done => (0, false),
    };
    Ok(Some(Outlook { at, asks, gives_up }))
}
