//! Circumstances come in a few classes, so that a small pool has enough to learn from in each.

/// Bounds in hours to the start: below the first, between each two, above the last.
const LEAD_HOURS: [f64; 5] = [6.0, 24.0, 72.0, 168.0, 336.0];
pub const LEADS: usize = LEAD_HOURS.len() + 1;
pub const RECENTS: usize = 7;

/// What each time ahead leaves of a yes, before the pool has seen anything: people plan their week.
pub(super) const LEAD_START: [f64; LEADS] = [0.4, 0.55, 0.75, 0.9, 1.0, 1.0];
/// What 0, 1, … 6 or more offers of the last seven days leave of a yes.
pub(super) const RECENT_START: [f64; RECENTS] = [1.0, 1.0, 1.0, 0.95, 0.85, 0.75, 0.6];

pub fn lead_class(hours_to_start: f64) -> usize {
    LEAD_HOURS.partition_point(|bound| *bound <= hours_to_start)
}

/// From which hour ahead a class begins, and where it ends, if anywhere.
pub fn lead_hours(class: usize) -> (f64, Option<f64>) {
    let from = class.checked_sub(1).map_or(0.0, |before| LEAD_HOURS[before]);
    (from, LEAD_HOURS.get(class).copied())
}

pub fn recent_class(offers: u32) -> usize {
    (offers as usize).min(RECENTS - 1)
}
