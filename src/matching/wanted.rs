//! What a request asks for, as matching sees it. Plain values: the pool's reader fills them.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::vocabulary::{Gender, Level, Mode};
use crate::wall;

#[derive(Clone, Debug)]
pub struct Wanted {
    /// BCP 47, as the pool's table writes it ("kmr").
    pub language: String,
    /// Languages the pool's table accepts instead. Empty: this language and no other.
    pub neighbours: Vec<Neighbour>,
    /// Least level in the language asked for; none: any.
    pub minimum_level: Option<Level>,
    /// Least level of German; none: any.
    pub minimum_german: Option<Level>,
    pub mode: Mode,
    /// Who asks; none: nobody yet.
    pub institution: Option<Uuid>,
    pub site: Option<Uuid>,
    /// Official number of the district of the meeting place.
    pub district: String,
    pub sector: String,
    /// What kind of appointment it is; none: not said yet.
    pub occasion: Option<String>,
    /// What the sector asks of a volunteer.
    pub qualifications: Vec<NeededQualification>,
    pub gender: GenderWish,
    /// Who came last time, or had said yes to another day, if the institution wishes for the same person.
    pub same_volunteer: Vec<Uuid>,
    /// The dates that would do; one of them takes place.
    pub slots: Vec<Slot>,
}

/// A language close enough to be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    pub language: String,
    /// How well it serves, in percent; 100 is as good as the language itself.
    pub strength: u8,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededQualification {
    pub kind: String,
    /// Asked only of those born after this year (measles proof: 1970). Who gave no year has to show it.
    pub born_after: Option<i32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GenderWish {
    None,
    /// Ranks, but excludes nobody.
    Preferred(Gender),
    Required(Gender),
}

/// One date. The instants are derived from wall time and zone, which are its truth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    pub id: Uuid,
    pub starts_at: DateTime<Utc>,
    /// The first instant that is free again.
    pub ends_at: DateTime<Utc>,
    pub zone: Tz,
}

impl Slot {
    pub fn first_day(&self) -> NaiveDate {
        wall::day_of(self.zone, self.starts_at)
    }

    /// The last local day it touches: one that ends at midnight does not touch the next.
    pub fn last_day(&self) -> NaiveDate {
        wall::day_of(self.zone, self.ends_at - Duration::microseconds(1)).max(self.first_day())
    }

    pub fn overlaps(&self, starts_at: DateTime<Utc>, ends_at: DateTime<Utc>) -> bool {
        starts_at < self.ends_at && self.starts_at < ends_at
    }
}
