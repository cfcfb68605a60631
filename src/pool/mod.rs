//! The one reader across domains: what matching has to know of the volunteers, as plain values.
//!
//! SQL narrows to a superset ([`shortlist`]); matching decides. [`members`] reads everything of those who are named.

mod counts;
mod facts;
mod lately;
mod narrow;
mod rows;
mod shortlist;
mod whom;

pub use counts::{OffersThisWeek, offers_this_week, speakers};
pub use lately::{Lately, lately};
pub use narrow::{Narrow, Reach};
pub use shortlist::{Listed, cap_filled_at, shortlist};
pub use whom::{Whom, who_speaks};

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use crate::{
    database::{DbError, Tx, Value},
    forecast::Seen,
    matching::{Candidate, CandidateState, HeldAssignment, History},
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
    let lately = lately(tx, asking, volunteers.iter().map(|row| row.id)).await?;
    members_of(tx, asking, volunteers, &lately).await
}

/// The same, where it was counted already what they got and took lately.
pub async fn members_with(
    tx: &mut Tx,
    asking: &Asking,
    ids: Vec<Uuid>,
    lately: &HashMap<Uuid, Lately>,
) -> Result<Vec<Member>, DbError> {
    let volunteers = whom::volunteers(tx, &Whom::These(ids)).await?;
    members_of(tx, asking, volunteers, lately).await
}

async fn members_of(
    tx: &mut Tx,
    asking: &Asking,
    volunteers: Vec<VolunteerRow>,
    lately: &HashMap<Uuid, Lately>,
) -> Result<Vec<Member>, DbError> {
    let ids = Value::uuids(volunteers.iter().map(|row| row.id));
    let mut facts = facts::facts(tx, asking, ids.clone()).await?;
    let mut assignments = grouped(
        q!(
            "SELECT a.volunteer_id, a.starts_at, a.ends_at, r.site_id, r.mode, r.district
             FROM assignment a JOIN request r ON r.id = a.request_id
             WHERE a.volunteer_id IN (UUIDS($1)) AND a.ended_at IS NULL AND a.ends_at > $2 AND a.starts_at < $3
             UNION ALL
             SELECT o.volunteer_id, s.starts_at, s.ends_at, r.site_id, r.mode, r.district
             FROM offer o JOIN slot s ON s.id = o.willing_slot_id JOIN request r ON r.id = o.request_id
             WHERE o.volunteer_id IN (UUIDS($1)) AND o.willing_at IS NOT NULL AND o.state = 'sent'
               AND o.request_id <> $4 AND s.ends_at > $2 AND s.starts_at < $3",
            ids.clone(),
            asking.from - AROUND,
            asking.until + AROUND,
            // A yes that waits until a coordinator has picked holds the time for other requests, not for its own.
            asking.request
        )
        .all::<HeldRow>(tx)
        .await?,
        |row| row.volunteer_id,
    );
    let mut refusals = grouped(
        q!(
            "SELECT volunteer_id, institution_id, occasion FROM refusal
             WHERE volunteer_id IN (UUIDS($1)) AND ended_at IS NULL",
            ids
        )
        .all::<RefusalRow>(tx)
        .await?,
        |row| row.volunteer_id,
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
    volunteers
        .into_iter()
        .map(|row| {
            let id = row.id;
            let said = facts.remove(&id).unwrap_or_default();
            let lately = lately.get(&id);
            let of_request = asked.get(&id).map(Vec::as_slice).unwrap_or_default();
            let history = History {
                asked: of_request.iter().any(|offer| Some(offer.search_id) == asking.search),
                declined: of_request.iter().any(|offer| offer.is_no() && !offer.is_of_known()),
                known_to_me: of_request.iter().any(|offer| offer.is_no() && offer.is_of_known()),
                withdrew: lately.is_some_and(|lately| lately.gave_back > 0),
            };
            let refused = refusals.remove(&id).unwrap_or_default();
            let mut candidate = Candidate {
                id,
                state: match row.state.as_str() {
                    "retired" => CandidateState::Retired,
                    "paused" => paused(row.paused_until, asking.now),
                    _ => CandidateState::Active,
                },
                gender: word(&row.gender)?,
                birth_year: row.birth_year.and_then(|year| i32::try_from(year).ok()),
                languages: said.languages,
                german: word(&row.german_level)?,
                modes: row.modes(),
                home_district: row.home_district,
                districts: said.districts,
                sectors: said.sectors,
                max_travel_minutes: count(row.max_travel_minutes),
                availability: said.availability,
                absences: said.absences,
                qualifications: said.qualifications,
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
                banned: lately.is_some_and(|lately| lately.bans > 0),
                refused_institutions: refused.iter().filter_map(|row| row.institution_id).collect(),
                refused_occasions: refused.into_iter().filter_map(|row| row.occasion).collect(),
                weekly_cap: count(row.weekly_cap),
                offer_cap: None,
                offers_last_7_days: 0,
                last_offer_at: None,
                recent_assignments: 0,
                chance_milli: 0,
                history,
            };
            if let Some(lately) = lately {
                lately.tell(&mut candidate);
            }
            Ok(Member {
                name: row.name,
                seen: lately.map_or_else(Seen::default, |lately| Seen {
                    yes: lately.yes,
                    exposure_milli: lately.exposure_milli,
                }),
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

fn count(number: Option<i64>) -> Option<u32> {
    number.and_then(|number| u32::try_from(number).ok())
}

/// A stored word that is none of its kind means a broken row, not a wrong person.
fn word<T: std::str::FromStr<Err = crate::matching::UnknownWord>>(text: &str) -> Result<T, DbError> {
    text.parse()
        .map_err(|error: crate::matching::UnknownWord| DbError::Decode(error.into()))
}
