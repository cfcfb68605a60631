//! How early is early enough: one type wherever the pool counts a lead or a notice. Pure; `now` is handed in.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Duration, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::Rules;
use crate::{l10n::Locale, wall};

/// "24 h", "5 working days", "day before, 13:00".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Notice {
    /// So many hours before the start, by the clock that never jumps.
    Hours(i64),
    /// So many working days of the Land and the pool lie between; the last day that will do counts to its end.
    WorkingDays(i64),
    /// On the calendar day before, up to and including that wall time.
    DayBefore(NaiveTime),
}

const MOST_HOURS: i64 = 24 * 365;
const MOST_DAYS: i64 = 90;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no notice; write \"24 h\", \"5 working days\" or \"day before, 13:00\"")]
pub struct NotANotice(String);

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hours(hours) => write!(f, "{hours} h"),
            Self::WorkingDays(1) => write!(f, "1 working day"),
            Self::WorkingDays(days) => write!(f, "{days} working days"),
            Self::DayBefore(time) => write!(f, "day before, {}", time.format("%H:%M")),
        }
    }
}

impl FromStr for Notice {
    type Err = NotANotice;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NotANotice(text.to_owned());
        let plain = text.trim();
        if let Some(time) = plain.strip_prefix("day before,") {
            let time = time.trim();
            let read = NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| wrong())?;
            return if time.len() == 5 {
                Ok(Self::DayBefore(read))
            } else {
                Err(wrong())
            };
        }
        let (number, unit) = plain.split_once(' ').ok_or_else(wrong)?;
        let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        let number: i64 = number.parse().ok().filter(|_| digits).ok_or_else(wrong)?;
        match unit.trim() {
            "h" if number <= MOST_HOURS => Ok(Self::Hours(number)),
            "working day" | "working days" if number <= MOST_DAYS => Ok(Self::WorkingDays(number)),
            _ => Err(wrong()),
        }
    }
}

impl TryFrom<String> for Notice {
    type Error = NotANotice;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Notice> for String {
    fn from(notice: Notice) -> Self {
        notice.to_string()
    }
}

impl Notice {
    /// The last moment that is early enough for a start; never after the start itself.
    pub fn last_moment(self, rules: &Rules, starts_at: DateTime<Utc>) -> DateTime<Utc> {
        let day = rules.local(starts_at).date();
        let zone = rules.zone();
        let last = match self {
            Self::Hours(hours) => starts_at - Duration::hours(hours),
            Self::WorkingDays(days) => {
                let day = rules.working_days_before(day, days);
                let next = day.succ_opt().unwrap_or(day);
                wall::first_instant(zone, next.and_time(NaiveTime::MIN)) - Duration::microseconds(1)
            }
            Self::DayBefore(time) => {
                let day = day.pred_opt().unwrap_or(day);
                wall::first_instant(zone, day.and_time(time))
            }
        };
        last.min(starts_at)
    }

    pub fn is_kept(self, rules: &Rules, at: DateTime<Utc>, starts_at: DateTime<Utc>) -> bool {
        at <= self.last_moment(rules, starts_at)
    }

    /// The rule in words: "24 Stunden vorher".
    pub fn words(self, l: &Locale) -> String {
        match self {
            Self::Hours(hours) => l.with("notice-hours", &[("count", hours.into())]),
            Self::WorkingDays(days) => l.with("notice-working-days", &[("count", days.into())]),
            Self::DayBefore(time) => l.with("notice-day-before", &[("time", l.time(time).into())]),
        }
    }

    /// What it means for a start: "Montag, 15. März, 13:00 Uhr"; of a whole day its end.
    pub fn until(self, l: &Locale, rules: &Rules, starts_at: DateTime<Utc>) -> String {
        let last = self.last_moment(rules, starts_at);
        match self {
            Self::WorkingDays(_) if last < starts_at => {
                let day = l.date_short(rules.local(last).date());
                l.with("notice-end-of-day", &[("date", day.into())])
            }
            _ => l.moment(last, rules.zone()),
        }
    }
}

/// What the pool does with a request that comes later than it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LateRequests {
    /// Short notice: it tries, and says so.
    Try,
    /// It refuses, and names the phone number.
    Refuse,
}

impl LateRequests {
    pub const ALL: [Self; 2] = [Self::Try, Self::Refuse];

    pub fn code(self) -> &'static str {
        match self {
            Self::Try => "try",
            Self::Refuse => "refuse",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What counts as late, and what follows from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Late {
    /// A request is filed so early.
    pub request: Notice,
    pub later_requests: LateRequests,
    /// Until then an institution cancels free of charge.
    pub cancellation: Notice,
}

impl Rules {
    /// Filed later than the pool asks for.
    pub fn is_short_notice(&self, filed_at: DateTime<Utc>, starts_at: DateTime<Utc>) -> bool {
        !self.late().request.is_kept(self, filed_at, starts_at)
    }
}
