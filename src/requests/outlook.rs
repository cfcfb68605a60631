//! What a running search does next by itself, and when.

use chrono::{DateTime, Utc};

use super::{Request, Search, decision};
use crate::{
    database::{DbError, Tx},
    dispatch::{self, GiveUpReason, State, Step},
    settings::Rules,
    timers,
};

/// A search of a year's lead, looked at every few hours, comes to fewer looks than this.
const MOST_LOOKS: usize = 5_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    pub at: DateTime<Utc>,
    pub next: Next,
    /// It would be earlier, were it not night.
    pub after_night: bool,
    /// Who can and was not asked in this search yet.
    pub unasked: usize,
    /// When the first of those may be asked again who had as many offers as the pool allows, if that is known.
    pub free_again_at: Option<DateTime<Utc>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// So many are asked.
    Asks(usize),
    /// The best of those who have said yes is booked, if no coordinator has picked.
    Chooses,
    /// It ends, if nobody has said yes.
    Ends(GiveUpReason),
}

impl Outlook {
    /// How many are asked next; none: it ends.
    pub fn asks(&self) -> usize {
        match self.next {
            Next::Asks(count) => count,
            Next::Chooses | Next::Ends(_) => 0,
        }
    }
}

/// If nobody answers before; `None` when no search runs.
///
/// Asks the same function as the search itself, look after look, until one of them does something.
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
    let mut state = seen(tx, rules, request, running, now).await?;
    let mut seen_at = now;
    let (unasked, free_again_at) = (state.candidates.len(), state.next_candidate_at);
    let mut at = due.max(now);
    let mut after_night = now < at && at == state.quiet.awake_from(now);
    for _ in 0..MOST_LOOKS {
        if state.next_candidate_at.is_some_and(|free| seen_at < free && free <= at) {
            state = seen(tx, rules, request, running, at).await?;
            seen_at = at;
        }
        let next = match dispatch::next_step(&state, at) {
            Step::Wait { until } => {
                after_night = until == state.quiet.awake_from(at);
                at = until;
                continue;
            }
            // The chances have changed since they were read: look again with those of that moment.
            Step::Send { .. } if seen_at < at => {
                state = seen(tx, rules, request, running, at).await?;
                seen_at = at;
                continue;
            }
            Step::Send { volunteers, .. } => Next::Asks(volunteers.len()),
            Step::GiveUp { why } => Next::Ends(why),
            Step::Choose => Next::Chooses,
            Step::Done => return Ok(None),
        };
        return Ok(Some(Outlook {
            at,
            next,
            after_night,
            unasked,
            free_again_at,
        }));
    }
    Ok(None)
}

async fn seen(
    tx: &mut Tx,
    rules: &Rules,
    request: &Request,
    running: &Search,
    at: DateTime<Utc>,
) -> Result<State, DbError> {
    decision::situation(tx, rules, request, running, at).await
}
