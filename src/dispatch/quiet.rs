//! Quiet hours and days: nobody is woken by an offer, and nobody is expected to answer one.

use std::{ops::RangeInclusive, sync::Arc};

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use crate::wall;

/// Wall times of `zone`. `from` belongs to the quiet, `until` no longer does. Equal times: quiet on closed days only.
/// A clone is cheap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuietHours {
    pub zone: Tz,
    pub from: NaiveTime,
    pub until: NaiveTime,
    /// Local days on which the pool is closed: quiet as a whole.
    pub closed: Arc<[RangeInclusive<NaiveDate>]>,
}

impl QuietHours {
    pub fn is_quiet(&self, at: DateTime<Utc>) -> bool {
        self.awake_from(at) > at
    }

    /// `at` itself when people are awake, else the end of the quiet.
    pub fn awake_from(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        let mut spells = self.spells_from(at);
        spells.find(|(_, end)| at < *end).map_or(at, |(start, _)| start.max(at))
    }

    /// The instant at which `time` of waking has passed since `at`.
    pub fn add_waking(&self, at: DateTime<Utc>, time: Duration) -> DateTime<Utc> {
        let mut left = time.max(Duration::zero());
        for (start, end) in self.spells_from(at) {
            let start = start.max(at);
            if start + left <= end {
                return start + left;
            }
            left -= (end - start).max(Duration::zero());
        }
        at
    }

    /// Waking time from `start` to `end`; zero if `end` comes first.
    pub fn waking_between(&self, start: DateTime<Utc>, end: DateTime<Utc>) -> Duration {
        let spells = self.spells_from(start).take_while(|(from, _)| *from < end);
        spells.fold(Duration::zero(), |sum, (from, until)| {
            sum + (until.min(end) - from.max(start)).max(Duration::zero())
        })
    }

    /// Times of being awake, one a day, in order; the first may lie before `at`.
    fn spells_from(&self, at: DateTime<Utc>) -> impl Iterator<Item = (DateTime<Utc>, DateTime<Utc>)> + use<> {
        let quiet = self.clone();
        let today = wall::day_of(self.zone, at);
        today
            .pred_opt()
            .unwrap_or(today)
            .iter_days()
            .map(move |day| (quiet.is_open(day), quiet.spell(day)))
            .filter(|(is_open, _)| *is_open)
            .map(|(_, spell)| spell)
    }

    fn is_open(&self, day: NaiveDate) -> bool {
        !self.closed.iter().any(|closed| closed.contains(&day))
    }

    /// From the end of one quiet to the beginning of the next.
    fn spell(&self, day: NaiveDate) -> (DateTime<Utc>, DateTime<Utc>) {
        let same_day = self.until < self.from;
        let end_day = if same_day { day } else { day.succ_opt().unwrap_or(day) };
        let start = wall::first_instant(self.zone, day.and_time(self.until));
        let end = wall::first_instant(self.zone, end_day.and_time(self.from));
        (start, end)
    }
}
