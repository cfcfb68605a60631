//! What is known of the pool at one moment: read once, asked many times.

use std::{collections::HashMap, ops::ControlFlow};

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::{Band, Chances, change::FURTHEST};
use crate::{
    database::{DbError, Tx},
    forecast::{Pool, Settings},
    institutions,
    matching::{Limits, Neighbour, Purpose, Slot, Wanted, assess},
    pool::{self, Asking, Member, Whom},
    qualifications,
    requests::{NewRequest, Request, candidates::hours, check_slot, forecast},
    settings::Rules,
};

/// Who has had as many offers as the pool allows can be asked again within this time.
const CAP_LASTS: Duration = Duration::days(7);

pub struct Scene {
    pub members: Vec<Member>,
    pub forecast: Pool,
    pub district: String,
    pub sector: String,
    pub now: DateTime<Utc>,
}

impl Scene {
    /// Everybody whom the request or one of its changes could concern.
    pub async fn read(
        tx: &mut Tx,
        rules: &Rules,
        new: &NewRequest,
        sector: &str,
        now: DateTime<Utc>,
    ) -> Result<Self, DbError> {
        let site = institutions::store::site(tx, new.institution, new.site).await?;
        let starts = new.slots.iter().filter_map(|slot| check_slot(rules, slot, now).ok());
        let (from, until) = starts.fold((now, now), |(from, until), (starts_at, ends_at)| {
            (from.min(starts_at), until.max(ends_at))
        });
        let (before, after) = FURTHEST;
        let asking = Asking {
            request: Uuid::nil(),
            search: None,
            institution: new.institution.0,
            from: from - before,
            until: until + after,
            now,
        };
        let speakers = pool::who_speaks(tx, &languages(rules, &new.language)).await?;
        Ok(Self {
            members: pool::members(tx, &asking, &Whom::These(speakers)).await?,
            forecast: forecast::load(tx).await?,
            district: site.map(|site| site.district).unwrap_or_default(),
            sector: sector.to_owned(),
            now,
        })
    }

    /// That appointment does not take place: nobody is kept by it.
    pub fn without(&mut self, old: &Request) {
        let times: Vec<_> = old.slots.iter().map(|slot| (slot.starts_at, slot.ends_at)).collect();
        for member in &mut self.members {
            let comes = old.assignments.iter().any(|one| one.volunteer.0 == member.candidate.id);
            let held = &mut member.candidate.assignments;
            held.retain(|held| !(comes && times.contains(&(held.starts_at, held.ends_at))));
        }
    }

    /// How many of these can be asked.
    pub fn who_can(&self, rules: &Rules, new: &NewRequest, whom: &[Uuid]) -> usize {
        let mut can = 0;
        self.each(rules, new, |id, _| {
            can += usize::from(whom.contains(&id));
            ControlFlow::Continue(())
        });
        can
    }

    /// Who could do this one, and how likely one of them says yes; counted until it is enough for a fair chance.
    pub fn chances(&self, rules: &Rules, new: &NewRequest) -> Chances {
        let mut chances = Chances::default();
        self.each(rules, new, |_, chance_milli| {
            chances.people += 1;
            chances.yeses_milli += u64::from(chance_milli);
            match chances.band(new.openings) {
                Band::Many => ControlFlow::Break(()),
                _ => ControlFlow::Continue(()),
            }
        });
        chances
    }

    /// Everybody who can, with how likely they say yes.
    fn each(&self, rules: &Rules, new: &NewRequest, mut take: impl FnMut(Uuid, u32) -> ControlFlow<()>) {
        let wanted = self.wanted(rules, new);
        let starts_at = wanted.slots.iter().map(|slot| slot.starts_at).max();
        let ahead = starts_at.map_or(Duration::zero(), |starts_at| starts_at - self.now);
        let number = |number: i64| u32::try_from(number).unwrap_or(0);
        let numbers = rules.numbers();
        let travel = |from: &str, to: &str| number(rules.travel_minutes(from, to));
        let closed = rules.quiet_hours().closed;
        let limits = Limits {
            now: self.now,
            closed: &closed,
            purpose: Purpose::Offer,
            travel: &travel,
            buffer_margin_minutes: number(numbers.buffer_margin_minutes),
            offers_per_week: (ahead <= CAP_LASTS).then(|| number(numbers.weekly_offer_cap)),
            weights: rules.weights(),
            // How rare a language is ranks, and excludes nobody.
            speakers: &HashMap::new(),
        };
        for member in &self.members {
            let mut candidate = member.candidate.clone();
            candidate
                .max_travel_minutes
                .get_or_insert(number(numbers.travel_max_minutes));
            let settings = Settings::DEFAULT;
            let exposure = self
                .forecast
                .exposure(&settings, hours(ahead), candidate.offers_last_7_days);
            candidate.chance_milli = self.forecast.chance_milli(&settings, member.seen, exposure);
            if assess(&wanted, &candidate, &limits).is_eligible()
                && take(candidate.id, candidate.chance_milli).is_break()
            {
                return;
            }
        }
    }

    fn wanted(&self, rules: &Rules, new: &NewRequest) -> Wanted {
        let neighbours = rules.all_neighbours().iter();
        let slots = new.slots.iter().zip(1u128..).filter_map(|(slot, number)| {
            let (starts_at, ends_at) = check_slot(rules, slot, self.now).ok()?;
            Some(Slot {
                id: Uuid::from_u128(number),
                starts_at,
                ends_at,
                zone: rules.zone(),
            })
        });
        Wanted {
            language: new.language.clone(),
            neighbours: neighbours
                .filter(|row| row.from == new.language && row.used)
                .map(|row| Neighbour {
                    language: row.to.clone(),
                    strength: u8::try_from(row.strength).unwrap_or(100),
                })
                .collect(),
            minimum_level: None,
            minimum_german: None,
            mode: new.mode,
            institution: Some(new.institution.0),
            site: Some(new.site.0),
            district: self.district.clone(),
            sector: self.sector.clone(),
            occasion: Some(new.occasion.clone()),
            qualifications: qualifications::needed(rules, &self.sector),
            gender: new.gender,
            // A wish of the kind ranks, and excludes nobody.
            same_volunteer: Vec::new(),
            slots: slots.collect(),
        }
    }
}

/// The language, and whatever the pool's table knows as its neighbour, with what serves instead of those.
fn languages(rules: &Rules, language: &str) -> Vec<String> {
    let near = |language: &str| {
        let rows = rules.all_neighbours().iter();
        rows.filter(|row| row.from == language)
            .map(|row| row.to.clone())
            .collect::<Vec<_>>()
    };
    let mut languages = vec![language.to_owned()];
    for neighbour in near(language) {
        languages.extend(near(&neighbour));
        languages.push(neighbour);
    }
    languages.sort_unstable();
    languages.dedup();
    languages
}
