//! What matching knows of one volunteer. Plain values: the pool's reader fills them.

use std::{fmt, str::FromStr};

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::vocabulary::{Gender, Level, Mode, UnknownWord};

#[derive(Clone, Debug)]
pub struct Candidate {
    pub id: Uuid,
    pub state: CandidateState,
    pub gender: Gender,
    pub birth_year: Option<i32>,
    pub languages: Vec<SpokenLanguage>,
    pub german: Level,
    pub modes: Vec<Mode>,
    pub home_district: Option<String>,
    /// Empty: everywhere.
    pub districts: Vec<String>,
    /// Empty: in every sector.
    pub sectors: Vec<String>,
    /// One way, from home; none: any distance.
    pub max_travel_minutes: Option<u32>,
    /// Empty: never free.
    pub availability: Vec<Window>,
    pub absences: Vec<Absence>,
    pub qualifications: Vec<HeldQualification>,
    /// Assignments that stand, at least a week around every slot.
    pub assignments: Vec<HeldAssignment>,
    /// Banned by the institution that asks.
    pub banned: bool,
    /// Institutions that the volunteer does not want to be asked by.
    pub refused_institutions: Vec<Uuid>,
    /// Kinds of appointments that the volunteer does not want to be asked for.
    pub refused_occasions: Vec<String>,
    /// Most assignments in one local ISO week; none: no limit.
    pub weekly_cap: Option<u32>,
    /// Most offers wanted in 7 days, if fewer than the pool allows.
    pub offer_cap: Option<u32>,
    /// Offers received in the last 7 days or on their way, of any request.
    pub offers_last_7_days: u32,
    /// When the last offer of any request went out; none: never.
    pub last_offer_at: Option<DateTime<Utc>>,
    /// Assignments taken in the last 8 weeks.
    pub recent_assignments: u32,
    /// The chance of a yes if asked now, in thousandths; see `forecast`.
    pub chance_milli: u32,
    pub history: History,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CandidateState {
    Active,
    /// Wants no offers: until that instant, or until further notice.
    Paused {
        until: Option<DateTime<Utc>>,
    },
    Retired,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenLanguage {
    pub language: String,
    pub level: Level,
}

/// A weekly time of being free, in wall time. Touching ones join, also over midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// 1 is Monday, 7 is Sunday.
    pub weekday: u8,
    pub from: WallTime,
    /// May be 24:00.
    pub until: WallTime,
}

/// Minutes after local midnight, 00:00 to 24:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WallTime(u16);

impl WallTime {
    pub const MIDNIGHT: Self = Self(0);
    pub const END_OF_DAY: Self = Self(24 * 60);

    /// `None`: after the end of the day.
    pub fn from_minutes(minutes: u16) -> Option<Self> {
        (minutes <= Self::END_OF_DAY.0).then_some(Self(minutes))
    }

    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for WallTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for WallTime {
    type Err = UnknownWord;

    /// "09:00" to "24:00", always five characters.
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let digits = |part: &str| {
            part.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| part.parse::<u16>().ok())?
        };
        let parsed = match text.split_once(':') {
            Some((hours, minutes)) if hours.len() == 2 && minutes.len() == 2 => {
                digits(hours).zip(digits(minutes)).filter(|(_, minutes)| *minutes < 60)
            }
            _ => None,
        };
        parsed
            .map(|(hours, minutes)| Self(hours * 60 + minutes))
            .filter(|time| *time <= Self::END_OF_DAY)
            .ok_or_else(|| UnknownWord {
                kind: "wall time",
                text: text.to_owned(),
            })
    }
}

/// Both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    pub from: NaiveDate,
    pub until: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldQualification {
    pub kind: String,
    /// The last day on which it counts; none: for good.
    pub valid_until: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldAssignment {
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub site: Option<Uuid>,
    pub mode: Mode,
    pub district: String,
}

/// What happened between this volunteer and this request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Has an offer of the running search, in whatever state.
    pub asked: bool,
    /// Said no, in this search or an earlier one.
    pub declined: bool,
    /// Said no in whatever search, since they know the people concerned: for this request that stays so.
    pub known_to_me: bool,
    /// Gave the assignment back.
    pub withdrew: bool,
}
