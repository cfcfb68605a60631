//! Matching with everything it needs at hand: the rules, the forecast, and how rare each language is.

use std::{
    collections::{BTreeSet, HashMap},
    ops::RangeInclusive,
    sync::Arc,
};

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    candidates::{Assessed, hours},
    forecast,
};
use crate::{
    database::{DbError, Tx},
    forecast::{Exposure, Pool, Seen, Settings},
    matching::{Candidate, Limits, Purpose, Rank, Travel, Wanted, assess, rank},
    pool::{self, Listed, Member},
    settings::Rules,
    volunteers::VolunteerId,
};

/// With how much trust the forecast starts is the same in every pool.
const SETTINGS: Settings = Settings::DEFAULT;

pub(super) struct Judge<'a> {
    rules: &'a Rules,
    wanted: &'a Wanted,
    purpose: Purpose,
    now: DateTime<Utc>,
    forecast: Pool,
    speakers: HashMap<String, u32>,
    /// Local days on which the pool is closed.
    closed: Arc<[RangeInclusive<NaiveDate>]>,
}

impl<'a> Judge<'a> {
    /// For judging these people: what they speak is counted.
    pub async fn new(
        tx: &mut Tx,
        rules: &'a Rules,
        wanted: &'a Wanted,
        purpose: Purpose,
        now: DateTime<Utc>,
        people: impl Iterator<Item = &Candidate>,
    ) -> Result<Self, DbError> {
        let spoken = people.flat_map(|candidate| &candidate.languages);
        let mut languages: BTreeSet<&str> = spoken.map(|spoken| spoken.language.as_str()).collect();
        languages.insert(&wanted.language);
        Ok(Self {
            rules,
            wanted,
            purpose,
            now,
            forecast: forecast::load(tx).await?,
            speakers: pool::speakers(tx, &languages).await?,
            closed: rules.quiet_hours().closed,
        })
    }

    pub fn assess(&self, member: Member) -> Assessed {
        let Member {
            name,
            mut candidate,
            seen,
        } = member;
        let exposure = self.complete(&mut candidate, seen);
        let travel = self.travel();
        Assessed {
            volunteer: VolunteerId(candidate.id),
            name,
            recent_assignments: candidate.recent_assignments,
            assessment: assess(self.wanted, &candidate, &self.limits(&travel)).for_others(),
            exposure,
        }
    }

    /// The place somebody would have if they can. `None`: they live too far away.
    pub fn rank(&self, listed: &mut Listed) -> Option<Rank> {
        let candidate = &mut listed.candidate;
        self.complete(candidate, listed.seen);
        let travel = self.travel();
        if let (true, Some(home), Some(at_most)) = (
            self.wanted.mode.is_on_site(),
            &candidate.home_district,
            candidate.max_travel_minutes,
        ) && at_most < travel.minutes(home, &self.wanted.district)
        {
            return None;
        }
        Some(rank(self.wanted, candidate, &self.limits(&travel)))
    }

    /// What stands in the rules and in the forecast, not in anybody's rows.
    fn complete(&self, candidate: &mut Candidate, seen: Seen) -> Exposure {
        let furthest = number(self.rules.numbers().travel_max_minutes);
        candidate.max_travel_minutes.get_or_insert(furthest);
        let last = self.wanted.slots.iter().map(|slot| slot.starts_at).max();
        let ahead = hours(last.unwrap_or(self.now) - self.now);
        let exposure = self.forecast.exposure(&SETTINGS, ahead, candidate.offers_last_7_days);
        candidate.chance_milli = self.forecast.chance_milli(&SETTINGS, seen, exposure);
        exposure
    }

    fn travel(&self) -> impl Fn(&str, &str) -> u32 {
        |from, to| u32::try_from(self.rules.travel_minutes(from, to)).unwrap_or(0)
    }

    fn limits<'b>(&'b self, travel: &'b dyn Travel) -> Limits<'b> {
        Limits {
            now: self.now,
            purpose: self.purpose,
            closed: &self.closed,
            travel,
            buffer_margin_minutes: number(self.rules.numbers().buffer_margin_minutes),
            offers_per_week: Some(number(self.rules.numbers().weekly_offer_cap)),
            weights: self.rules.weights(),
            speakers: &self.speakers,
        }
    }
}

fn number(value: i64) -> u32 {
    u32::try_from(value).unwrap_or(0)
}
