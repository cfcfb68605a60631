//! What a search lets SQL leave out: only what could never come into question, whatever matching says.
//!
//! Each condition here is weaker than matching's rule of the same name; docs/decisions/narrowing.md says why each
//! may be asked in SQL. tests/pool holds that nobody who can is lost.

use chrono::{DateTime, Datelike, Duration, Utc};

use crate::{
    matching::{GenderWish, Slot, Wanted},
    wall,
};

/// Whom to leave in.
#[derive(Clone, Debug)]
pub struct Narrow {
    pub(super) languages: Vec<String>,
    pub(super) mode: &'static str,
    /// Required; empty: any.
    pub(super) gender: &'static str,
    /// Where somebody has to go; empty: nowhere.
    pub(super) district: String,
    pub(super) sector: String,
    pub(super) reach: Reach,
    pub(super) starts: Starts,
}

/// Where those who come into question may live.
#[derive(Clone, Debug)]
pub struct Reach {
    /// Whom nobody asks for the way: by phone or video, or in a pool where all of it is near.
    pub everywhere: bool,
    /// `0025` and a district: so many minutes away. The empty one, whose way nobody knows, is as near as can be.
    pub lines: Vec<String>,
    /// For who names no greatest travel time.
    pub usual: i64,
    /// Who would travel longer than this is left in, wherever they live.
    pub beyond: i64,
}

/// So much more than usual few would travel: not worth a list of all districts.
const FAR: f64 = 1.5;

impl Reach {
    pub fn everywhere() -> Self {
        Self {
            everywhere: true,
            lines: Vec::new(),
            usual: 0,
            beyond: i64::MAX,
        }
    }

    /// `minutes` to the meeting place from each district there is; `unknown`: from one that the rules do not know.
    pub fn new<'a>(minutes: impl IntoIterator<Item = (&'a str, i64)>, unknown: i64, usual: i64) -> Self {
        if unknown <= usual {
            return Self::everywhere();
        }
        let beyond = ((usual as f64 * FAR) as i64).min(unknown - 1).min(9_999);
        let near = minutes.into_iter().filter(|(_, minutes)| *minutes <= beyond);
        let line = |(district, minutes): (&str, i64)| format!("{:04}{district}", minutes.max(0));
        Self {
            everywhere: false,
            lines: near.chain([("", 0)]).map(line).collect(),
            usual,
            beyond,
        }
    }
}

/// When somebody has to be free at least: at the first moment of one of the dates, by the wall clock.
#[derive(Clone, Debug)]
pub struct Starts {
    /// Nothing can be said: everybody is left in.
    pub any: bool,
    pub of: [Start; 3],
}

/// A window of that weekday that begins at `open` or before and ends after `shut`. Weekday 0: no further date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Start {
    pub weekday: i64,
    pub open: String,
    pub shut: String,
}

impl Narrow {
    /// `None`: every date has begun, so nobody can.
    pub fn new(wanted: &Wanted, reach: Reach, now: DateTime<Utc>) -> Option<Self> {
        let ahead: Vec<&Slot> = wanted.slots.iter().filter(|slot| slot.starts_at > now).collect();
        if ahead.is_empty() {
            return None;
        }
        let neighbours = wanted.neighbours.iter().map(|neighbour| neighbour.language.clone());
        let on_site = wanted.mode.is_on_site();
        Some(Self {
            languages: neighbours.chain([wanted.language.clone()]).collect(),
            mode: wanted.mode.as_str(),
            gender: match wanted.gender {
                GenderWish::Required(gender) => gender.as_str(),
                GenderWish::None | GenderWish::Preferred(_) => "",
            },
            district: if on_site {
                wanted.district.clone()
            } else {
                String::new()
            },
            sector: wanted.sector.clone(),
            reach: if on_site { reach } else { Reach::everywhere() },
            starts: Starts::of(&ahead),
        })
    }
}

impl Starts {
    fn of(slots: &[&Slot]) -> Self {
        let mut starts: Vec<Start> = Vec::new();
        for slot in slots {
            let start = Start::of(slot);
            if !starts.contains(&start) {
                starts.push(start);
            }
        }
        let empty = slots.iter().any(|slot| slot.ends_at <= slot.starts_at);
        let any = empty || starts.len() > 3;
        let mut starts = starts.into_iter();
        let mut next = || starts.next().unwrap_or_default();
        Self {
            any,
            of: [next(), next(), next()],
        }
    }
}

impl Start {
    /// On a day when the clocks change, a wall time may come twice or not at all: then only the weekday counts.
    fn of(slot: &Slot) -> Self {
        let day = slot.first_day();
        let minute = |minutes| wall::minute_of_day(day, minutes);
        let begins = wall::first_instant(slot.zone, minute(0));
        let ends = wall::last_instant(slot.zone, minute(24 * 60));
        let time = slot.starts_at.with_timezone(&slot.zone).format("%H:%M").to_string();
        let (open, shut) = if ends - begins == Duration::hours(24) {
            (time.clone(), time)
        } else {
            ("24:00".to_owned(), String::new())
        };
        Self {
            weekday: i64::from(day.weekday().number_from_monday()),
            open,
            shut,
        }
    }
}
