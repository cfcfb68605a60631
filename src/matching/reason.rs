//! Why not. Every exclusion has a coded reason; the words for it are in the locale files, by `code`.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::vocabulary::{Gender, Level};

/// For coordinators' eyes. `Banned` is never told to the volunteer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// Speaks neither the language nor an accepted neighbour.
    Language,
    LanguageLevel {
        needed: Level,
        has: Level,
    },
    GermanLevel {
        needed: Level,
        has: Level,
    },
    Gender {
        required: Gender,
    },
    /// Does not work in person, by phone or by video, as asked.
    Mode,
    /// Does not work in that district.
    District,
    /// Further from home than wished: minutes one way.
    Travel {
        minutes: u32,
        at_most: u32,
    },
    Sector,
    /// Not free by the weekly availability.
    Availability,
    Absence {
        from: NaiveDate,
        until: NaiveDate,
    },
    /// Holds an assignment at that time.
    Busy {
        starts_at: DateTime<Utc>,
        ends_at: DateTime<Utc>,
    },
    /// Holds an assignment too close before or after.
    Buffer {
        starts_at: DateTime<Utc>,
        ends_at: DateTime<Utc>,
        gap_minutes: u32,
        needed_minutes: u32,
    },
    Qualification {
        kind: String,
        problem: QualificationProblem,
    },
    Banned,
    /// Does not want to be asked by this institution.
    RefusedInstitution,
    /// Does not want to be asked for this kind of appointment.
    RefusedOccasion,
    Paused {
        until: Option<DateTime<Utc>>,
    },
    Retired,
    /// Has as many assignments in that local ISO week as wished.
    WeeklyCap {
        year: i32,
        week: u32,
        cap: u32,
    },
    /// Got as many offers in the last 7 days as the pool allows, or as they want.
    OfferCap {
        cap: u32,
    },
    /// Was asked in this search already.
    Asked,
    Declined,
    /// Said no since the people concerned are known to them. Private: see `for_others`.
    KnownToMe,
    Withdrew,
    /// The date has begun or is over.
    Past,
    /// The pool is closed on those days, for everybody.
    Closed {
        from: NaiveDate,
        until: NaiveDate,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QualificationProblem {
    Missing,
    /// Its last day, which lies before the appointment.
    ExpiredOn(NaiveDate),
}

impl Reason {
    /// Stable: kept in task and audit rows, and the key of the words in the locale files.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::LanguageLevel { .. } => "language_level",
            Self::GermanLevel { .. } => "german_level",
            Self::Gender { .. } => "gender",
            Self::Mode => "mode",
            Self::District => "district",
            Self::Travel { .. } => "travel",
            Self::Sector => "sector",
            Self::Availability => "availability",
            Self::Absence { .. } => "absence",
            Self::Busy { .. } => "busy",
            Self::Buffer { .. } => "buffer",
            Self::Qualification { .. } => "qualification",
            Self::Banned => "banned",
            Self::RefusedInstitution => "refused_institution",
            Self::RefusedOccasion => "refused_occasion",
            Self::Paused { .. } => "paused",
            Self::Retired => "retired",
            Self::WeeklyCap { .. } => "weekly_cap",
            Self::OfferCap { .. } => "offer_cap",
            Self::Asked => "asked",
            Self::Declined => "declined",
            Self::KnownToMe => "known_to_me",
            Self::Withdrew => "withdrew",
            Self::Past => "past",
            Self::Closed { .. } => "closed",
        }
    }

    /// About being asked, not about being able: an offer that is out already may still be answered with yes.
    pub fn only_about_offers(&self) -> bool {
        matches!(
            self,
            Self::RefusedInstitution
                | Self::RefusedOccasion
                | Self::Paused { .. }
                | Self::OfferCap { .. }
                | Self::Asked
                | Self::Declined
                | Self::KnownToMe
                | Self::Withdrew
        )
    }

    /// May a coordinator assign all the same, with a reason in writing?
    ///
    /// | may be overridden: a wish or a rule of thumb | may not: a fact, a right or a duty |
    /// |---|---|
    /// | travel, district, buffer | busy: nobody is in two places |
    /// | availability, absence, weekly cap, offer cap | past |
    /// | sector, mode | banned, gender that is required: the institution's word |
    /// | language level, German level | language: not spoken at all |
    /// | the pool is closed: a coordinator may open it for one appointment | |
    /// | asked, declined, withdrew, paused | retired; a qualification that is missing or has run out |
    /// | refused by the volunteer: the institution, the kind of appointment | |
    ///
    /// "Known to me" goes with "declined": whoever could tell the two apart would know what is private.
    pub fn may_be_overridden(&self) -> bool {
        match self {
            Self::Travel { .. }
            | Self::District
            | Self::Buffer { .. }
            | Self::Availability
            | Self::Absence { .. }
            | Self::WeeklyCap { .. }
            | Self::OfferCap { .. }
            | Self::Sector
            | Self::Mode
            | Self::LanguageLevel { .. }
            | Self::GermanLevel { .. }
            | Self::Asked
            | Self::RefusedInstitution
            | Self::RefusedOccasion
            | Self::Declined
            | Self::KnownToMe
            | Self::Withdrew
            | Self::Closed { .. }
            | Self::Paused { .. } => true,
            Self::Busy { .. }
            | Self::Past
            | Self::Banned
            | Self::Gender { .. }
            | Self::Language
            | Self::Retired
            | Self::Qualification { .. } => false,
        }
    }

    /// As everybody but the volunteer may see it: that somebody is known to them is a "no" like any other.
    pub fn for_others(self) -> Self {
        match self {
            Self::KnownToMe => Self::Declined,
            other => other,
        }
    }
}
