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
    forecast::{Exposure, Pool, RECENTS, Seen, Settings},
    matching::{Candidate, Limits, Place, Purpose, Travel, Wanted, assess, rank},
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

    /// The best place that somebody could have, whatever they got and took lately. `None`: they live too far away.
    ///
    /// Both only ever take points off; an offer more can make a yes likelier, though, where the pool has seen that.
    pub fn best_place(&self, listed: &mut Listed) -> Option<Place> {
        let weights = self.rules.weights();
        let Listed { candidate, seen } = listed;
        let points = |offers: &usize| {
            let chance = self
                .forecast
                .chance_milli(&SETTINGS, *seen, self.exposure(number_of(*offers)));
            i64::from(chance) * i64::from(weights.forecast) - (*offers as i64) * 1000 * i64::from(weights.recent_offer)
        };
        let offers = (0..RECENTS).max_by_key(points).unwrap_or(0);
        candidate.offers_last_7_days = number_of(offers);
        self.place(candidate, *seen)
    }

    /// The place that somebody has if they can, once it is known what they got and took lately.
    pub fn place(&self, candidate: &mut Candidate, seen: Seen) -> Option<Place> {
        self.complete(candidate, seen);
        let travel = self.travel();
        if let (true, Some(home), Some(at_most)) = (
            self.wanted.mode.is_on_site(),
            &candidate.home_district,
            candidate.max_travel_minutes,
        ) && at_most < travel.minutes(home, &self.wanted.district)
        {
            return None;
        }
        Some(rank(self.wanted, candidate, &self.limits(&travel)).place(candidate.id))
    }

    /// Whether getting and taking something can only ever take points off.
    pub fn knows_the_best(&self) -> bool {
        let weights = self.rules.weights();
        weights.recent_assignment >= 0 && weights.recent_offer >= 0
    }

    /// Most offers that somebody may get in seven days.
    pub fn cap(&self, candidate: &Candidate) -> u32 {
        let pools = number(self.rules.numbers().weekly_offer_cap);
        candidate.offer_cap.map_or(pools, |own| own.min(pools))
    }

    /// What stands in the rules and in the forecast, not in anybody's rows.
    fn complete(&self, candidate: &mut Candidate, seen: Seen) -> Exposure {
        let furthest = number(self.rules.numbers().travel_max_minutes);
        candidate.max_travel_minutes.get_or_insert(furthest);
        let exposure = self.exposure(candidate.offers_last_7_days);
        candidate.chance_milli = self.forecast.chance_milli(&SETTINGS, seen, exposure);
        exposure
    }

    fn exposure(&self, offers: u32) -> Exposure {
        let last = self.wanted.slots.iter().map(|slot| slot.starts_at).max();
        let ahead = hours(last.unwrap_or(self.now) - self.now);
        self.forecast.exposure(&SETTINGS, ahead, offers)
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

fn number_of(offers: usize) -> u32 {
    u32::try_from(offers).unwrap_or(u32::MAX)
}

fn number(value: i64) -> u32 {
    u32::try_from(value).unwrap_or(0)
}
