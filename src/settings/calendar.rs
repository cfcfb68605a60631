//! Wall time and working days. No clock in here: `now` is always handed in.

use chrono::{DateTime, Duration, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc, Weekday};
use chrono::{Datelike, Offset};
use chrono_tz::Tz;
use thiserror::Error;

use super::Rules;
use crate::wall;

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WallTimeError {
    /// The clocks jump over it in spring.
    #[error("the clocks skip this time; {suggest} exists")]
    Nonexistent { suggest: NaiveDateTime },
    #[error("there is no time zone {0:?}")]
    UnknownZone(String),
    #[error("this day lies outside the calendar")]
    OutOfRange,
}

/// The zone of that name, "Europe/Berlin".
pub fn zone(name: &str) -> Result<Tz, WallTimeError> {
    name.parse().map_err(|_| WallTimeError::UnknownZone(name.to_owned()))
}

/// The instant of a wall time. In the hour that autumn has twice, the earlier one.
pub fn to_utc(date: NaiveDate, time: NaiveTime, zone: Tz) -> Result<DateTime<Utc>, WallTimeError> {
    let wall = date.and_time(time);
    match zone.from_local_datetime(&wall) {
        MappedLocalTime::Single(at) | MappedLocalTime::Ambiguous(at, _) => Ok(at.to_utc()),
        MappedLocalTime::None => Err(match after_gap(wall, zone) {
            Some(at) => WallTimeError::Nonexistent {
                suggest: at.with_timezone(&zone).naive_local(),
            },
            None => WallTimeError::OutOfRange,
        }),
    }
}

/// A skipped wall time read with the offset from before the jump: 02:30 becomes 03:30.
fn after_gap(wall: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    let day_before = wall.checked_sub_signed(Duration::hours(24))?;
    let offset = zone.offset_from_local_datetime(&day_before).earliest()?.fix();
    Some(wall.checked_sub_offset(offset)?.and_utc())
}

impl Rules {
    /// The wall time of the pool's zone as an instant.
    pub fn to_utc(&self, date: NaiveDate, time: NaiveTime) -> Result<DateTime<Utc>, WallTimeError> {
        to_utc(date, time, self.zone())
    }

    /// What the calendar and the clock on the pool's wall show.
    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.zone()).naive_local()
    }

    /// `now`, or the end of the quiet hours that it lies in.
    pub fn next_sending_time(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        self.quiet_hours().awake_from(now)
    }

    /// `now` plus so much time outside the quiet hours.
    pub fn add_waking(&self, now: DateTime<Utc>, time: Duration) -> DateTime<Utc> {
        self.quiet_hours().add_waking(now, time)
    }

    /// Monday to Friday, no public holiday, the pool not closed.
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
            && self.holiday(date).is_none()
            && self.closure(date).is_none()
    }

    /// The working days after `from`, up to and including `to`: an ordinary Wednesday to Wednesday has five.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> usize {
        self.working_days_after(from, to).count()
    }

    /// The last day on which something for `date` lies that many working days ahead.
    pub fn working_days_before(&self, date: NaiveDate, days: i64) -> NaiveDate {
        let mut left = days;
        let mut day = date;
        while left > 0 {
            if self.is_working_day(day) {
                left -= 1;
            }
            match day.pred_opt() {
                Some(before) => day = before,
                None => break,
            }
        }
        day
    }

    /// The same time of day, so many working days on.
    pub fn working_days_later(&self, now: DateTime<Utc>, days: i64) -> DateTime<Utc> {
        let local = self.local(now);
        let days = usize::try_from(days).unwrap_or(1);
        let day = local
            .date()
            .iter_days()
            .skip(1)
            .filter(|day| self.is_working_day(*day))
            .nth(days.saturating_sub(1))
            .unwrap_or(local.date());
        wall::first_instant(self.zone(), day.and_time(local.time()))
    }

    fn working_days_after(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        from.iter_days()
            .skip(1)
            .take_while(move |day| *day <= to)
            .filter(|day| self.is_working_day(*day))
    }
}
