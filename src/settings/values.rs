//! What a rule of each kind holds. The same structs are read from the pool's file and from the table's JSON.

use chrono::{Duration, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::Names;
use crate::dispatch::{Policy, Waves};

/// The service itself: who runs it and whom people call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pool {
    pub name: String,
    pub zone: String,
    pub city: String,
    pub operator: String,
    pub desk_person: String,
    pub desk_phone: String,
    pub desk_phone_hours: Names,
    pub desk_mail: String,
    /// `SP` gives references like SP-2027-0042.
    pub reference_prefix: String,
}

impl Pool {
    /// When the desk answers the phone, in that locale.
    pub fn desk_hours(&self, locale: &str) -> String {
        self.desk_phone_hours.get(locale).unwrap_or_default().to_owned()
    }
}

/// The numbers that differ from pool to pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// On top of the travel time between two assignments at different places.
    pub buffer_margin_minutes: i64,
    pub max_hours: i64,
    /// A request must be filed at least so long before its start.
    pub filing_notice_minutes: i64,
    /// Counted outside the quiet hours.
    pub offer_answer_hours: i64,
    /// The search ends so long before the start, counted outside the quiet hours.
    pub search_deadline_hours: i64,
    /// In the last hours a volunteer gives back by phone only.
    pub volunteer_lock_hours: i64,
    /// At most so many offers to one volunteer in seven days.
    pub weekly_offer_cap: i64,
    /// For volunteers who named no greatest travel time.
    pub travel_max_minutes: i64,
    pub service_target_hours: i64,
    /// How long the one-click pause in a mail lasts.
    pub mail_pause_days: i64,
    /// An institution that registers itself hears within so many working days.
    pub registration_working_days: i64,
    /// What is doubtful is checked within so many working days.
    #[serde(default = "one")]
    pub check_working_days: i64,
    /// Days of silence after an appointment until the first reminder to say what happened.
    pub proof_reminder_days: i64,
    /// Until the second one.
    pub proof_second_reminder_days: i64,
    /// Until a person has to call.
    pub proof_task_days: i64,
    /// Months after somebody's last role until they are made anonymous.
    #[serde(default = "three")]
    pub keep_person_months: i64,
    /// Months after an appointment until free text about it is emptied.
    #[serde(default = "three")]
    pub keep_text_months: i64,
    /// Months after its last day until an absence is deleted.
    #[serde(default = "three")]
    pub keep_absence_months: i64,
    /// Days without a change until a draft is deleted.
    #[serde(default = "thirty")]
    pub keep_draft_days: i64,
    /// Days after it was sent or dropped until nobody knows to whom a mail went; after its end until a link is deleted.
    #[serde(default = "ninety")]
    pub keep_mail_days: i64,
    /// Days after its task was done until a mail that came in is emptied.
    #[serde(default = "thirty")]
    pub keep_inbound_days: i64,
    /// Days after their end until sessions and second factors are deleted.
    #[serde(default = "thirty")]
    pub keep_session_days: i64,
    /// Days until tasks that are done, and bans that were lifted, are deleted.
    #[serde(default = "year")]
    pub keep_done_days: i64,
}

// Pools whose rules are older than these numbers.
fn three() -> i64 {
    3
}

fn thirty() -> i64 {
    30
}

fn ninety() -> i64 {
    90
}

fn year() -> i64 {
    365
}

/// For pools whose rules are older than the number.
fn one() -> i64 {
    1
}

/// How volunteers are asked, where a request says nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dispatch {
    pub policy: Policy,
    /// From one wave to the next, in minutes of waking time.
    pub wave_minutes: i64,
    /// How sure all waves together want to be of a yes by the service target, in percent.
    pub certainty_percent: i64,
    /// The same for appointments that are near when the search begins.
    pub short_notice_certainty_percent: i64,
    /// Near: in fewer hours than these.
    pub short_notice_hours: i64,
    /// However much time there is, no more waves than these are planned.
    pub most_waves: i64,
}

impl Dispatch {
    pub fn waves(&self) -> Waves {
        let part = |percent: i64| percent as f64 / 100.0;
        Waves {
            hours: self.wave_minutes as f64 / 60.0,
            certainty: part(self.certainty_percent),
            short_notice_certainty: part(self.short_notice_certainty_percent),
            short_notice: Duration::hours(self.short_notice_hours),
            most: self.most_waves as f64,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    #[serde(with = "wall_time")]
    pub from: NaiveTime,
    #[serde(with = "wall_time")]
    pub until: NaiveTime,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    pub name: Names,
    /// Other spellings that mean exactly this language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// A sign language cannot be mediated by phone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub signed: bool,
}

/// A name that people use for several languages: never mapped silently, always asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ambiguous {
    pub ask: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

/// Who asks for `from` may also be served in `to`; not the other way round unless a second row says so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Neighbour {
    pub from: String,
    pub to: String,
    /// 0 to 100: how well speakers of `from` follow `to`.
    pub strength: i64,
    /// Only a row that the pool has switched on counts.
    #[serde(default)]
    pub used: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Borough {
    pub name: String,
    pub neighbours: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct District {
    pub name: String,
    pub borough: String,
}

/// Minutes between two places, when no pair of districts says otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TravelByBorough {
    pub same_district: i64,
    pub same_borough: i64,
    pub neighbouring_borough: i64,
    pub across: i64,
}

/// Counts in both directions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TravelPair {
    pub from: String,
    pub to: String,
    pub minutes: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    pub name: Names,
}

/// Days on which the pool is closed, first and last included.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub name: Names,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QualificationKind {
    pub code: String,
    pub name: Names,
    /// None: it does not run out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_months: Option<i64>,
    /// Counts only when shown within so many months after it was issued (clearance: 3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_age_months: Option<i64>,
    /// Only needed from people born after that year (measles: 1970).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_born_after: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sector {
    pub code: String,
    pub name: Names,
    pub needs: Vec<String>,
}

/// Who runs an institution: the city, a church, the Land. German: Trägerart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstitutionKind {
    pub code: String,
    pub name: Names,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Allow,
    /// A coordinator decides.
    Doubtful,
    /// Not this service: the referral says why and where to go.
    Refuse,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    pub code: String,
    pub name: Names,
    pub verdict: Verdict,
    #[serde(default)]
    pub referral: Names,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Occasion {
    pub code: String,
    pub name: Names,
    pub usual_minutes: i64,
    pub topic: String,
    /// Empty: in every sector.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mode {
    pub code: String,
    pub name: Names,
}

/// "21:00", nothing else: neither seconds nor a missing zero.
mod wall_time {
    use chrono::NaiveTime;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(time: &NaiveTime, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&time.format("%H:%M"))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveTime, D::Error> {
        let text = String::deserialize(from)?;
        match NaiveTime::parse_from_str(&text, "%H:%M") {
            Ok(time) if text.len() == 5 => Ok(time),
            _ => Err(D::Error::custom(format!(
                "{text:?} is not a time of day like \"21:00\""
            ))),
        }
    }
}
