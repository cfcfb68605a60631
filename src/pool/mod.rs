//! The one reader across domains: what matching has to know of the volunteers, as plain values.
//!
//! SQL narrows to a superset ([`shortlist`]); matching decides. [`members`] reads everything of those who are named.

mod asked;
mod counts;
mod facts;
mod lately;
mod narrow;
mod packed;
mod shortlist;
mod whom;

pub use asked::{Asked, asked};
pub use counts::{OffersThisWeek, offers_this_week, speakers};
pub use lately::{Lately, lately};
pub use narrow::{Narrow, Reach};
pub use shortlist::{Listed, cap_filled_at, shortlist};
pub use whom::{Whom, who_speaks};

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    database::{DbError, Tx},
    forecast::Seen,
    matching::{Candidate, CandidateState},
};
use facts::facts;

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

pub async fn members(tx: &mut Tx, asking: &Asking, whom: &Whom) -> Result<Vec<Member>, DbError> {
    let ids = whom::ids(tx, whom).await?;
    let lately = lately(tx, asking, ids.iter().copied()).await?;
    let asked = asked(tx, asking).await?;
    members_with(tx, asking, &ids, &lately, &asked).await
}

/// The same, where what they got and took lately, and who was asked, was read already.
pub async fn members_with(
    tx: &mut Tx,
    asking: &Asking,
    ids: &[Uuid],
    lately: &HashMap<Uuid, Lately>,
    asked: &Asked,
) -> Result<Vec<Member>, DbError> {
    let rows = facts(tx, asking, ids).await?;
    rows.into_iter()
        .map(|(row, said)| {
            let id = row.id;
            let history = asked.history(id);
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
                assignments: said.assignments,
                banned: said.banned,
                refused_institutions: said.refused_institutions,
                refused_occasions: said.refused_occasions,
                weekly_cap: count(row.weekly_cap),
                offer_cap: None,
                offers_last_7_days: 0,
                last_offer_at: None,
                recent_assignments: 0,
                chance_milli: 0,
                history,
            };
            if let Some(lately) = lately.get(&id) {
                lately.tell(&mut candidate);
            }
            Ok(Member {
                name: row.name,
                seen: Seen {
                    yes: row.yes,
                    exposure_milli: row.exposure_milli,
                },
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

fn count(number: Option<i64>) -> Option<u32> {
    number.and_then(|number| u32::try_from(number).ok())
}

/// A stored word that is none of its kind means a broken row, not a wrong person.
fn word<T: std::str::FromStr<Err = crate::matching::UnknownWord>>(text: &str) -> Result<T, DbError> {
    text.parse()
        .map_err(|error: crate::matching::UnknownWord| DbError::Decode(error.into()))
}
