//! The one reader across domains: what matching has to know of the volunteers, as plain values.
//!
//! SQL narrows to a superset ([`shortlist`]); matching decides. [`members`] reads everything of those who are named.

mod counts;
mod narrow;
mod rows;
mod shortlist;
mod whom;

pub use counts::{OffersThisWeek, offers_this_week, speakers};
pub use narrow::{Narrow, Reach};
pub use shortlist::{Listed, cap_filled_at, shortlist};
pub use whom::Whom;

use std::collections::HashMap;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use uuid::Uuid;

use crate::{
    database::{DbError, Tx, Value},
    forecast::Seen,
    matching::{
        Absence, Candidate, CandidateState, HeldAssignment, HeldQualification, History, SpokenLanguage, Window,
    },
    q,
};
use rows::*;

/// Whose offers and answers count, and when.
#[derive(Clone, Copy, Debug)]
pub struct Asking {
    pub request: Uuid,
    /// The running search, if any.
    pub search: Option<Uuid>,
    pub institution: Uuid,
    /// First and last instant of all slots.
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
    pub now: DateTime<Utc>,
}

/// One volunteer as matching sees them, and the name for the coordinator's page.
#[derive(Clone, Debug)]
pub struct Member {
    pub name: String,
    /// Of the candidate the chance is not filled in: it depends on the time ahead.
    pub candidate: Candidate,
    /// What the forecast has seen of them.
    pub seen: Seen,
}

/// Assignments are read this far around the slots, for buffers and weekly caps.
const AROUND: Duration = Duration::days(8);

pub async fn members(tx: &mut Tx, asking: &Asking, whom: &Whom) -> Result<Vec<Member>, DbError> {
    let volunteers = whom::volunteers(tx, whom).await?;
    let ids = Value::uuids(volunteers.iter().map(|row| row.id));
    let mut languages = grouped(
        q!(
            "SELECT volunteer_id, language, level FROM volunteer_language WHERE volunteer_id IN (UUIDS($1))",
            ids.clone()
        )
        .all::<LanguageRow>(tx)
        .await?,
        |row| row.volunteer_id,
    );
    let mut districts = grouped(
        q!(
            "SELECT volunteer_id, district FROM volunteer_district WHERE volunteer_id IN (UUIDS($1))",
            ids.clone()
        )
        .all::<(Uuid, String)>(tx)
        .await?,
        |row| row.0,
    );
    let mut sectors = grouped(
        q!(
            "SELECT volunteer_id, sector FROM volunteer_sector WHERE volunteer_id IN (UUIDS($1))",
            ids.clone()
        )
        .all::<(Uuid, String)>(tx)
        .await?,
        |row| row.0,
    );
    let mut availability = grouped(
        q!(
            "SELECT volunteer_id, weekday, from_time, until_time FROM availability WHERE volunteer_id IN (UUIDS($1))",
            ids.clone()
        )
        .all::<WindowRow>(tx)
        .await?,
        |row| row.volunteer_id,
    );
    let mut absences = grouped(
        q!(
            "SELECT volunteer_id, from_date, until_date FROM absence
             WHERE volunteer_id IN (UUIDS($1)) AND until_date >= $2 AND from_date <= $3",
            ids.clone(),
            (asking.from - Duration::days(1)).date_naive(),
            (asking.until + Duration::days(1)).date_naive()
        )
        .all::<AbsenceRow>(tx)
        .await?,
        |row| row.volunteer_id,
    );
    let mut qualifications = grouped(
        q!(
            "SELECT volunteer_id, kind, valid_until FROM qualification
             WHERE volunteer_id IN (UUIDS($1)) AND revoked_at IS NULL",
            ids.clone()
        )
        .all::<QualificationRow>(tx)
        .await?,
        |row| row.volunteer_id,
    );
    let mut assignments = grouped(
        q!(
            "SELECT a.volunteer_id, a.starts_at, a.ends_at, r.site_id, r.mode, r.district
             FROM assignment a JOIN request r ON r.id = a.request_id
             WHERE a.volunteer_id IN (UUIDS($1)) AND a.ended_at IS NULL AND a.ends_at > $2 AND a.starts_at < $3",
            ids.clone(),
            asking.from - AROUND,
            asking.until + AROUND
        )
        .all::<HeldRow>(tx)
        .await?,
        |row| row.volunteer_id,
    );
    let banned = grouped(
        q!(
            "SELECT volunteer_id FROM ban WHERE institution_id = $1 AND lifted_at IS NULL",
            asking.institution
        )
        .all::<(Uuid,)>(tx)
        .await?,
        |row| row.0,
    );
    let mut refusals = grouped(
        q!(
            "SELECT volunteer_id, institution_id, occasion FROM refusal
             WHERE volunteer_id IN (UUIDS($1)) AND ended_at IS NULL",
            ids.clone()
        )
        .all::<RefusalRow>(tx)
        .await?,
        |row| row.volunteer_id,
    );
    let mut mailed = by_id(
        q!(
            "SELECT volunteer_id, COUNT(*) AS counted, MAX(created_at) AS last_at FROM offer
             WHERE volunteer_id IN (UUIDS($1)) AND created_at > $2 AND created_at <= $3 GROUP BY volunteer_id",
            ids.clone(),
            asking.now - Duration::days(56),
            asking.now
        )
        .all::<(Uuid, i64, DateTime<Utc>)>(tx)
        .await?,
    );
    // Counted from the hand-over, and what is still on its way: so no seven days ever hold more than the cap.
    let mut this_week = by_id(
        q!(
            "SELECT volunteer_id, COUNT(*) AS counted, MAX(created_at) AS last_at FROM offer
             WHERE volunteer_id IN (UUIDS($1)) AND (sent_at > $2 OR (sent_at IS NULL AND state = 'queued'))
             GROUP BY volunteer_id",
            ids.clone(),
            asking.now - Duration::days(7)
        )
        .all::<(Uuid, i64, DateTime<Utc>)>(tx)
        .await?,
    );
    let seen: HashMap<Uuid, Seen> = q!(
        "SELECT volunteer_id, yes, exposure_milli FROM forecast_volunteer WHERE volunteer_id IN (UUIDS($1))",
        ids.clone()
    )
    .all::<(Uuid, i64, i64)>(tx)
    .await?
    .into_iter()
    .map(|(id, yes, exposure_milli)| (id, Seen { yes, exposure_milli }))
    .collect();
    let mut taken = by_id(
        q!(
            "SELECT volunteer_id, COUNT(*) AS counted, MAX(accepted_at) AS last_at FROM assignment
             WHERE volunteer_id IN (UUIDS($1)) AND accepted_at > $2 AND accepted_at <= $3 GROUP BY volunteer_id",
            ids,
            asking.now - Duration::days(56),
            asking.now
        )
        .all::<(Uuid, i64, DateTime<Utc>)>(tx)
        .await?,
    );
    let asked = grouped(
        q!(
            // A "no" from before the dates changed was said to other dates; one because of the people was not.
            "SELECT o.volunteer_id, o.search_id, o.state, o.known_to_me FROM offer o JOIN search s ON s.id = o.search_id
             JOIN request r ON r.id = o.request_id
             WHERE o.request_id = $1
               AND (o.state <> 'declined' OR o.known_to_me IS TRUE OR r.dates_changed_at IS NULL
                    OR s.started_at >= r.dates_changed_at)",
            asking.request
        )
        .all::<AskedRow>(tx)
        .await?,
        |row| row.volunteer_id,
    );
    let withdrew = grouped(
        q!(
            "SELECT volunteer_id FROM assignment WHERE request_id = $1 AND ended_how = 'given_back'",
            asking.request
        )
        .all::<(Uuid,)>(tx)
        .await?,
        |row| row.0,
    );
    volunteers
        .into_iter()
        .map(|row| {
            let id = row.id;
            let of_request = asked.get(&id).map(Vec::as_slice).unwrap_or_default();
            let history = History {
                asked: of_request.iter().any(|offer| Some(offer.search_id) == asking.search),
                declined: of_request.iter().any(|offer| offer.is_no() && !offer.is_of_known()),
                known_to_me: of_request.iter().any(|offer| offer.is_no() && offer.is_of_known()),
                withdrew: withdrew.contains_key(&id),
            };
            let refused = refusals.remove(&id).unwrap_or_default();
            let candidate = Candidate {
                id,
                state: match row.state.as_str() {
                    "retired" => CandidateState::Retired,
                    "paused" => paused(row.paused_until, asking.now),
                    _ => CandidateState::Active,
                },
                gender: word(&row.gender)?,
                birth_year: row.birth_year.and_then(|year| i32::try_from(year).ok()),
                languages: languages
                    .remove(&id)
                    .unwrap_or_default()
                    .into_iter()
                    .map(|spoken| {
                        Ok(SpokenLanguage {
                            language: spoken.language,
                            level: word(&spoken.level)?,
                        })
                    })
                    .collect::<Result<_, DbError>>()?,
                german: word(&row.german_level)?,
                modes: row.modes(),
                home_district: row.home_district,
                districts: second(districts.remove(&id)),
                sectors: second(sectors.remove(&id)),
                max_travel_minutes: count(row.max_travel_minutes),
                availability: availability
                    .remove(&id)
                    .unwrap_or_default()
                    .into_iter()
                    .map(|window| {
                        Ok(Window {
                            weekday: u8::try_from(window.weekday).unwrap_or(0),
                            from: word(&window.from_time)?,
                            until: word(&window.until_time)?,
                        })
                    })
                    .collect::<Result<_, DbError>>()?,
                absences: absences
                    .remove(&id)
                    .unwrap_or_default()
                    .into_iter()
                    .map(|absence| {
                        Ok(Absence {
                            from: day(&absence.from_date)?,
                            until: day(&absence.until_date)?,
                        })
                    })
                    .collect::<Result<_, DbError>>()?,
                qualifications: qualifications
                    .remove(&id)
                    .unwrap_or_default()
                    .into_iter()
                    .map(|held| {
                        Ok(HeldQualification {
                            kind: held.kind,
                            valid_until: held.valid_until.as_deref().map(day).transpose()?,
                        })
                    })
                    .collect::<Result<_, DbError>>()?,
                assignments: assignments
                    .remove(&id)
                    .unwrap_or_default()
                    .into_iter()
                    .map(|held| {
                        Ok(HeldAssignment {
                            starts_at: held.starts_at,
                            ends_at: held.ends_at,
                            site: Some(held.site_id),
                            mode: word(&held.mode)?,
                            district: held.district,
                        })
                    })
                    .collect::<Result<_, DbError>>()?,
                banned: banned.contains_key(&id),
                refused_institutions: refused.iter().filter_map(|row| row.institution_id).collect(),
                refused_occasions: refused.into_iter().filter_map(|row| row.occasion).collect(),
                weekly_cap: count(row.weekly_cap),
                offer_cap: count(row.offer_cap),
                offers_last_7_days: this_week.remove(&id).map_or(0, |(counted, _)| counted),
                last_offer_at: mailed.remove(&id).map(|(_, last)| last),
                recent_assignments: taken.remove(&id).map_or(0, |(counted, _)| counted),
                chance_milli: 0,
                history,
            };
            Ok(Member {
                name: row.name,
                seen: seen.get(&id).copied().unwrap_or_default(),
                candidate,
            })
        })
        .collect()
}

fn paused(until: Option<DateTime<Utc>>, now: DateTime<Utc>) -> CandidateState {
    match until {
        Some(until) if until <= now => CandidateState::Active,
        until => CandidateState::Paused { until },
    }
}

fn grouped<T>(rows: Vec<T>, key: impl Fn(&T) -> Uuid) -> HashMap<Uuid, Vec<T>> {
    let mut groups: HashMap<Uuid, Vec<T>> = HashMap::new();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups
}

fn by_id(rows: Vec<(Uuid, i64, DateTime<Utc>)>) -> HashMap<Uuid, (u32, DateTime<Utc>)> {
    rows.into_iter()
        .map(|(id, counted, last)| (id, (u32::try_from(counted).unwrap_or(u32::MAX), last)))
        .collect()
}

fn second(rows: Option<Vec<(Uuid, String)>>) -> Vec<String> {
    rows.unwrap_or_default().into_iter().map(|(_, text)| text).collect()
}

fn count(number: Option<i64>) -> Option<u32> {
    number.and_then(|number| u32::try_from(number).ok())
}

/// A stored word that is none of its kind means a broken row, not a wrong person.
fn word<T: std::str::FromStr<Err = crate::matching::UnknownWord>>(text: &str) -> Result<T, DbError> {
    text.parse()
        .map_err(|error: crate::matching::UnknownWord| DbError::Decode(error.into()))
}

fn day(text: &str) -> Result<NaiveDate, DbError> {
    text.parse()
        .map_err(|error: chrono::ParseError| DbError::Decode(error.into()))
}
