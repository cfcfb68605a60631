//! Free at that time: the date lies ahead, inside the weekly availability, outside absences and the weekly cap.

use chrono::{DateTime, Datelike, Utc};

use super::{
    assess::Limits,
    candidate::{Candidate, Window},
    reason::Reason,
    wanted::Slot,
};
use crate::wall;

type Spell = (DateTime<Utc>, DateTime<Utc>);

pub(super) fn check(slot: &Slot, candidate: &Candidate, limits: &Limits, reasons: &mut Vec<Reason>) {
    if slot.starts_at <= limits.now {
        reasons.push(Reason::Past);
    }
    if !is_available(slot, &candidate.availability) {
        reasons.push(Reason::Availability);
    }
    let (first_day, last_day) = (slot.first_day(), slot.last_day());
    for closed in limits.closed {
        let (from, until) = (*closed.start(), *closed.end());
        if from <= last_day && first_day <= until {
            reasons.push(Reason::Closed { from, until });
        }
    }
    for absence in &candidate.absences {
        if absence.from <= last_day && first_day <= absence.until {
            reasons.push(Reason::Absence {
                from: absence.from,
                until: absence.until,
            });
        }
    }
    let iso_week = first_day.iso_week();
    if let Some(cap) = candidate.weekly_cap {
        let same_week = |at| wall::day_of(slot.zone, at).iso_week() == iso_week;
        let held = candidate
            .assignments
            .iter()
            .filter(|held| same_week(held.starts_at))
            .count();
        if u32::try_from(held).unwrap_or(u32::MAX) >= cap {
            reasons.push(Reason::WeeklyCap {
                year: iso_week.year(),
                week: iso_week.week(),
                cap,
            });
        }
    }
}

/// Compared as instants: so midnight, 23-hour and 25-hour days need no rules of their own.
pub fn is_available(slot: &Slot, windows: &[Window]) -> bool {
    let mut spells = free_spells(slot, windows);
    spells.sort_unstable();
    let mut free_until = slot.starts_at;
    for (from, until) in spells {
        if from > free_until {
            break;
        }
        free_until = free_until.max(until);
    }
    // An availability that only ends where the appointment starts has not moved `free_until`.
    free_until >= slot.ends_at
}

/// The windows laid on the days that the slot touches.
fn free_spells(slot: &Slot, windows: &[Window]) -> Vec<Spell> {
    let mut spells = Vec::new();
    let days = slot.first_day().iter_days().take_while(|day| *day <= slot.last_day());
    for day in days {
        let weekday = day.weekday().number_from_monday();
        for window in windows.iter().filter(|window| u32::from(window.weekday) == weekday) {
            let from = wall::first_instant(slot.zone, wall::minute_of_day(day, window.from.minutes()));
            let until = wall::last_instant(slot.zone, wall::minute_of_day(day, window.until.minutes()));
            if from < until {
                spells.push((from, until));
            }
        }
    }
    spells
}
