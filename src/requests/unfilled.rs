//! By when a person should have looked at a request for which nobody was found. Pure.

use chrono::{DateTime, Duration, NaiveTime, Utc};

use crate::{settings::Rules, wall};

/// When the desk opens.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(8, 0, 0).expect("an hour of the day");
const EVENING: NaiveTime = NaiveTime::from_hms_opt(16, 0, 0).expect("an hour of the day");
/// So long before the start somebody can still be called.
const LEAD: Duration = Duration::hours(2);
/// Of an appointment tomorrow it is looked at now.
const NEAR: Duration = Duration::hours(2);

/// Half of what is left, at most a working day; while the desk is open, and never just before the start.
pub fn due(rules: &Rules, now: DateTime<Utc>, starts_at: DateTime<Utc>) -> DateTime<Utc> {
    let last = starts_at - LEAD;
    if last <= now {
        return now;
    }
    let half = ((starts_at - now) / 2).clamp(Duration::zero(), Duration::hours(8));
    let by = rules.quiet_hours().add_waking(now, half).min(last);
    let tomorrow = rules.local(now).date().succ_opt();
    if tomorrow.is_some_and(|tomorrow| rules.local(starts_at).date() <= tomorrow) {
        return by.min(now + NEAR);
    }
    at_the_desk(rules, now, by, last)
}

/// The last hour of the desk before that; where it was closed all the time the next one, if that is early enough.
fn at_the_desk(rules: &Rules, now: DateTime<Utc>, by: DateTime<Utc>, last: DateTime<Utc>) -> DateTime<Utc> {
    let (today, day) = (rules.local(now).date(), rules.local(by).date());
    let at = |day: chrono::NaiveDate, time| wall::first_instant(rules.zone(), day.and_time(time));
    let days = std::iter::successors(Some(day), chrono::NaiveDate::pred_opt).take_while(|day| *day >= today);
    let mut open = days.filter(|day| rules.is_working_day(*day));
    let hour = open.find_map(|day| {
        let (opens, closes) = (at(day, MORNING), at(day, EVENING));
        (opens < by && now < closes).then(|| closes.min(by))
    });
    let next = || {
        let mut days = day.iter_days().take(60).filter(|day| rules.is_working_day(*day));
        days.find_map(|day| Some(at(day, MORNING) + Duration::hours(1)).filter(|at| now < *at))
    };
    hour.or_else(|| next().filter(|at| *at <= last)).unwrap_or(by)
}
