//! Mode, district and the way there: from home, and from one assignment to the next.

use chrono::Duration;

use super::{
    assess::Limits,
    candidate::{Candidate, HeldAssignment},
    reason::Reason,
    wanted::{Slot, Wanted},
};

/// Minutes from one district to another, by their official numbers.
pub trait Travel {
    fn minutes(&self, from: &str, to: &str) -> u32;
}

impl<F: Fn(&str, &str) -> u32> Travel for F {
    fn minutes(&self, from: &str, to: &str) -> u32 {
        self(from, to)
    }
}

pub(super) fn check(wanted: &Wanted, candidate: &Candidate, travel: &dyn Travel, reasons: &mut Vec<Reason>) {
    if !candidate.modes.contains(&wanted.mode) {
        reasons.push(Reason::Mode);
    }
    if !wanted.mode.is_on_site() {
        return;
    }
    if !candidate.districts.is_empty() && !candidate.districts.contains(&wanted.district) {
        reasons.push(Reason::District);
    }
    if let (Some(minutes), Some(at_most)) = (
        minutes_from_home(wanted, candidate, travel),
        candidate.max_travel_minutes,
    ) && minutes > at_most
    {
        reasons.push(Reason::Travel { minutes, at_most });
    }
}

/// One way; none by phone or video, or when the home district is not known.
pub(super) fn minutes_from_home(wanted: &Wanted, candidate: &Candidate, travel: &dyn Travel) -> Option<u32> {
    let home = candidate.home_district.as_ref().filter(|_| wanted.mode.is_on_site())?;
    Some(travel.minutes(home, &wanted.district))
}

/// Clashes and gaps too short, against every assignment that stands.
pub(super) fn check_neighbouring_assignments(
    wanted: &Wanted,
    slot: &Slot,
    candidate: &Candidate,
    limits: &Limits,
    reasons: &mut Vec<Reason>,
) {
    for held in &candidate.assignments {
        let (starts_at, ends_at) = (held.starts_at, held.ends_at);
        if slot.overlaps(starts_at, ends_at) {
            reasons.push(Reason::Busy { starts_at, ends_at });
            continue;
        }
        let needed_minutes = buffer_minutes(wanted, held, limits);
        let gap = gap(slot, held);
        if gap < Duration::minutes(i64::from(needed_minutes)) {
            let gap_minutes = u32::try_from(gap.num_minutes()).unwrap_or(0);
            reasons.push(Reason::Buffer {
                starts_at,
                ends_at,
                gap_minutes,
                needed_minutes,
            });
        }
    }
}

/// Travel between the two places and the pool's margin; nothing when nobody has to move.
fn buffer_minutes(wanted: &Wanted, held: &HeldAssignment, limits: &Limits) -> u32 {
    let same_site = wanted.site.is_some() && wanted.site == held.site;
    if same_site || !wanted.mode.is_on_site() || !held.mode.is_on_site() {
        return 0;
    }
    // The way back may be longer than the way there; which of the two comes first does not matter to a plan.
    let there = limits.travel.minutes(&held.district, &wanted.district);
    let back = limits.travel.minutes(&wanted.district, &held.district);
    there.max(back).saturating_add(limits.buffer_margin_minutes)
}

/// Only for what does not overlap.
fn gap(slot: &Slot, held: &HeldAssignment) -> Duration {
    (slot.starts_at - held.ends_at).max(held.starts_at - slot.ends_at)
}
