//! A world: the people, the requests and the latent answers of one year, fixed in a JSON file.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::matching::WallTime;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct World {
    #[serde(with = "text")]
    pub timezone: Tz,
    pub start: NaiveDate,
    pub weeks: u32,
    /// Answers arrive only between these wall times.
    pub waking: [TimeOfDay; 2],
    pub travel_buffer_minutes: u32,
    pub behaviour: Behaviour,
    pub volunteers: Vec<Volunteer>,
    pub requests: Vec<Request>,
    pub answers: Vec<Answer>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Behaviour {
    pub fatigue: Fatigue,
    pub load: Load,
    /// Hours to the start, and how much of the willingness is left.
    pub lead_curve: Vec<(f64, f64)>,
}

/// Mails wear off: beyond so many a week the chance of a yes falls.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Fatigue {
    pub free_per_week: f64,
    pub rate: f64,
    pub floor: f64,
}

/// Assignments wear off as well.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Load {
    pub free: f64,
    pub rate: f64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Volunteer {
    pub id: String,
    pub gender: Gender,
    pub languages: Vec<String>,
    pub qualifications: Vec<String>,
    pub districts: Vec<String>,
    pub remote: bool,
    pub weekly_cap: u32,
    pub availability: Vec<Availability>,
    /// Both days included.
    pub absences: Vec<(NaiveDate, NaiveDate)>,
    /// Never seen by a policy.
    pub willingness: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gender {
    #[serde(rename = "f")]
    Female,
    #[serde(rename = "m")]
    Male,
    #[serde(rename = "d")]
    Diverse,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Availability {
    /// 1 is Monday.
    pub weekday: u8,
    pub from: TimeOfDay,
    pub to: TimeOfDay,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TimeOfDay(#[serde(with = "text")] pub WallTime);

impl TimeOfDay {
    pub fn time(self) -> NaiveTime {
        let minutes = u32::from(self.0.minutes());
        // 24:00 is the midnight that ends the day.
        NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0).unwrap_or(NaiveTime::MIN)
    }
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Request {
    pub id: String,
    pub created_at: DateTime<Utc>,
    pub language: String,
    pub gender_wish: Option<Gender>,
    pub qualification: Option<String>,
    pub district: Option<String>,
    pub remote: bool,
    pub slots: Vec<Slot>,
    /// Of the latest slot; each slot closes as long before its own start.
    pub deadline: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Slot {
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
}

/// What somebody would answer to a mail about that request; never seen by a policy before it arrives.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Answer {
    pub request: String,
    pub volunteer: String,
    pub u: f64,
    /// Waking hours.
    pub delay_hours: f64,
    pub declines: bool,
    /// A yes is given back after this part of the time from the yes to the start.
    pub withdraws_at: Option<f64>,
}

impl Request {
    /// The latest of its slots' starts.
    pub fn latest_start(&self) -> DateTime<Utc> {
        let starts = self.slots.iter().map(|slot| slot.start);
        starts.max().unwrap_or(self.deadline)
    }

    /// The last instant at which a yes to the slot counts.
    pub fn closes(&self, slot: &Slot) -> DateTime<Utc> {
        slot.start - (self.latest_start() - self.deadline)
    }

    /// Filed under 24 hours ahead.
    pub fn is_short_notice(&self) -> bool {
        self.latest_start() - self.created_at < Duration::hours(24)
    }
}

/// Values that are written as text: zones, times of day.
mod text {
    use std::{fmt::Display, str::FromStr};

    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<T: Display, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
    where
        T: FromStr<Err: Display>,
        D: Deserializer<'de>,
    {
        let text = String::deserialize(deserializer)?;
        text.parse()
            .map_err(|error| D::Error::custom(format!("{error} ({text:?})")))
    }
}
