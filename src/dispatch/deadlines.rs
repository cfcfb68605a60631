//! By when an offer is to be answered, and when a search ends.

use chrono::{DateTime, Duration, Utc};

use super::quiet::QuietHours;

/// Asked for less than that nobody can be expected to look into the mail.
const SHORTEST_WINDOW: Duration = Duration::minutes(30);

/// A near appointment leaves room for about this many rounds of asking.
const ROUNDS: i32 = 3;

/// A search takes no more than this part of the waking time before the appointment, as 1 of `SHARES` is the desk's.
const SHARES: i32 = 4;

/// When an offer handed over at `sent_at` counts as silent.
///
/// That is after `window` of waking time, or after a third of the waking time left until the appointment if that
/// is shorter, but not under half an hour; never after the search's `deadline`.
pub fn answer_by(
    sent_at: DateTime<Utc>,
    starts_at: DateTime<Utc>,
    deadline: DateTime<Utc>,
    window: Duration,
    quiet: &QuietHours,
) -> DateTime<Utc> {
    let share = quiet.waking_between(sent_at, starts_at) / ROUNDS;
    let window = window.min(share).max(SHORTEST_WINDOW);
    quiet.add_waking(sent_at, window).min(deadline)
}

/// When a search filed at `filed_at` ends.
///
/// That is `lead` of waking time before the appointment: a coordinator can still phone around in that time. When
/// little time is left the lead shrinks to a quarter of it; when all of it is quiet hours, the search may last
/// until the start.
pub fn deadline_for(
    filed_at: DateTime<Utc>,
    starts_at: DateTime<Utc>,
    lead: Duration,
    quiet: &QuietHours,
) -> DateTime<Utc> {
    let waking = quiet.waking_between(filed_at, starts_at);
    if waking <= Duration::zero() {
        return starts_at;
    }
    let lead = lead.min(waking / SHARES);
    quiet.add_waking(filed_at, waking - lead)
}
