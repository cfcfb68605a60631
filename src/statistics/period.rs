//! Months of the pool's own calendar.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate};

/// A longer period makes a table that nobody reads.
pub const MOST_MONTHS: i32 = 120;

/// A month, counted from the year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    pub fn of(date: NaiveDate) -> Self {
        Self(date.year() * 12 + date.month0() as i32)
    }

    /// "2026-03", as the address and browsers write it; "3.2026" and "03/2026", as people do.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = match text.split_once('-') {
            Some((year, month)) => (year, month),
            None => text.split_once(['.', '/']).map(|(month, year)| (year, month))?,
        };
        let digits = |part: &str, most: usize| {
            let fits = (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            fits.then(|| part.parse::<i32>().ok()).flatten()
        };
        let (year, month) = (digits(year, 4)?, digits(month, 2)?);
        ((2000..=2100).contains(&year) && (1..=12).contains(&month)).then(|| Self(year * 12 + month - 1))
    }

    pub fn plus(self, months: i32) -> Self {
        Self(self.0 + months)
    }

    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// 1 is January.
    pub fn number(self) -> u32 {
        self.0.rem_euclid(12).unsigned_abs() + 1
    }

    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year(), self.number(), 1).unwrap_or_default()
    }

    pub fn last_day(self) -> NaiveDate {
        self.plus(1).first_day() - Days::new(1)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

/// Whole months, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: Month,
    pub to: Month,
}

impl Period {
    /// The year that ends with the month of that day.
    pub fn year_until(day: NaiveDate) -> Self {
        let to = Month::of(day);
        Self { from: to.plus(-11), to }
    }

    pub fn year_before(self) -> Self {
        Self {
            from: self.from.plus(-12),
            to: self.to.plus(-12),
        }
    }

    pub fn is_sound(self) -> bool {
        self.from <= self.to && self.to.0 - self.from.0 < MOST_MONTHS
    }

    pub fn months(self) -> impl Iterator<Item = Month> {
        (self.from.0..=self.to.0).map(Month)
    }
}
