//! From the wall times that somebody typed to the instants they mean. Pure.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use super::Said;
use crate::{
    requests::Slot,
    settings::{self, WallTimeError},
    wall,
};

/// The appointment as it was planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    pub zone: Tz,
    pub date: NaiveDate,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeProblem {
    /// The clocks jump over it in spring.
    Nonexistent {
        suggest: NaiveTime,
    },
    EndBeforeStart,
    /// It begins on another day than the appointment.
    OtherDay,
    TooLong,
    Future,
}

/// At which of the two times something is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    Start,
    End,
}

/// Longer than any appointment: a slip of the pen.
const LONGEST: Duration = Duration::hours(24);
/// So much longer than planned is rare.
const FAR_OVER: Duration = Duration::hours(2);

impl Planned {
    /// `None`: the slot's zone is none, which no verb stores.
    pub fn of(slot: &Slot) -> Option<Self> {
        Some(Self {
            zone: slot.zone.parse().ok()?,
            date: slot.date,
            starts_at: slot.starts_at,
            ends_at: slot.ends_at,
        })
    }
}

/// Held on the planned day between these wall times. In the hour that autumn has twice, what lies nearer to
/// the planned time is meant, and the end comes after the start.
pub fn held(
    planned: &Planned,
    start: NaiveTime,
    end: NaiveTime,
    now: DateTime<Utc>,
) -> Result<Said, (Which, TimeProblem)> {
    let near = |to: DateTime<Utc>| move |at: &DateTime<Utc>| (*at - to).abs();
    let starts = instants(planned, start).map_err(|problem| (Which::Start, problem))?;
    let ends = instants(planned, end).map_err(|problem| (Which::End, problem))?;
    let from = starts
        .into_iter()
        .min_by_key(near(planned.starts_at))
        .unwrap_or(planned.starts_at);
    let until = ends
        .into_iter()
        .filter(|until| *until > from)
        .min_by_key(near(planned.ends_at))
        .ok_or((Which::End, TimeProblem::EndBeforeStart))?;
    let said = Said::Held { from, until };
    check(planned, said, now).map_err(|problem| (Which::End, problem))?;
    Ok(said)
}

/// So far from the plan that it may be a slip: whoever says it is asked once more. The lengths, planned and said.
pub fn doubtful(planned: &Planned, said: Said) -> Option<(Duration, Duration)> {
    let (from, until) = said.times()?;
    let (plan, length) = (planned.ends_at - planned.starts_at, until - from);
    let far = length > plan * 2 || length > plan + FAR_OVER || length * 4 < plan;
    far.then_some((plan, length))
}

/// What must never be stored, whoever says it.
pub fn check(planned: &Planned, said: Said, now: DateTime<Utc>) -> Result<(), TimeProblem> {
    let Some((from, until)) = said.times() else {
        return Ok(());
    };
    if until <= from {
        Err(TimeProblem::EndBeforeStart)
    } else if wall::day_of(planned.zone, from) != planned.date {
        Err(TimeProblem::OtherDay)
    } else if until - from > LONGEST {
        Err(TimeProblem::TooLong)
    } else if until > now {
        Err(TimeProblem::Future)
    } else {
        Ok(())
    }
}

/// The one instant at which clocks showed it, or the two of an autumn night.
fn instants(planned: &Planned, time: NaiveTime) -> Result<[DateTime<Utc>; 2], TimeProblem> {
    match settings::to_utc(planned.date, time, planned.zone) {
        Ok(first) => Ok([first, wall::last_instant(planned.zone, planned.date.and_time(time))]),
        Err(WallTimeError::Nonexistent { suggest }) => Err(TimeProblem::Nonexistent {
            suggest: suggest.time(),
        }),
        Err(WallTimeError::UnknownZone(_) | WallTimeError::OutOfRange) => Err(TimeProblem::OtherDay),
    }
}
