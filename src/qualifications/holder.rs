//! Who has shown what, and for which sector that is enough. The verdict is matching's.

use chrono::{Days, NaiveDate};

use super::{NOTICE_DAYS, store, store::InForce};
use crate::{
    database::{DbError, Tx},
    matching::{self, HeldQualification, NeededQualification, QualificationProblem},
    people::PersonId,
    settings::Rules,
    volunteers::VolunteerId,
};

/// A volunteer with everything that counts.
#[derive(Clone, Debug)]
pub struct Holder {
    pub volunteer: VolunteerId,
    pub person: PersonId,
    pub name: String,
    pub birth_year: Option<i32>,
    pub retired: bool,
    /// Willing to work there. Empty: in every sector.
    pub sectors: Vec<String>,
    /// Without what was revoked.
    pub held: Vec<InForce>,
}

/// How it stands with one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Until that day; none: for good.
    Held {
        until: Option<NaiveDate>,
    },
    /// Counts, but ends within the next weeks.
    RunsOut {
        until: NaiveDate,
    },
    /// Its last day has passed.
    Expired {
        last_day: NaiveDate,
    },
    Missing,
    NotNeeded,
}

impl Standing {
    pub fn needs_attention(self) -> bool {
        matches!(self, Self::RunsOut { .. } | Self::Expired { .. } | Self::Missing)
    }
}

/// What the sector asks of a volunteer.
pub fn needed(rules: &Rules, sector: &str) -> Vec<NeededQualification> {
    let kinds = rules.needed_qualifications(sector).iter();
    kinds
        .map(|kind| NeededQualification {
            born_after: rules
                .qualification(kind)
                .and_then(|known| known.only_born_after)
                .and_then(|year| i32::try_from(year).ok()),
            kind: kind.clone(),
        })
        .collect()
}

/// Everybody who has not left, by name.
pub async fn holders(tx: &mut Tx) -> Result<Vec<Holder>, DbError> {
    store::holders(tx).await
}

/// Why this volunteer may not work in that sector on that day; empty: they may. An unknown one has shown nothing.
pub async fn problems_of(
    tx: &mut Tx,
    rules: &Rules,
    volunteer: VolunteerId,
    sector: &str,
    day: NaiveDate,
) -> Result<Vec<(String, QualificationProblem)>, DbError> {
    let holder = store::holder(tx, volunteer).await?;
    Ok(match holder {
        Some(holder) => holder.problems(rules, sector, day),
        None => matching::qualification_problems(&needed(rules, sector), &[], None, day),
    })
}

impl Holder {
    pub fn is_willing(&self, sector: &str) -> bool {
        self.sectors.is_empty() || self.sectors.iter().any(|willing| willing == sector)
    }

    /// What is missing for that sector on that day.
    pub fn problems(&self, rules: &Rules, sector: &str, day: NaiveDate) -> Vec<(String, QualificationProblem)> {
        let held: Vec<_> = self.held.iter().map(HeldQualification::from).collect();
        matching::qualification_problems(&needed(rules, sector), &held, self.birth_year, day)
    }

    pub fn may_work(&self, rules: &Rules, sector: &str, day: NaiveDate) -> bool {
        self.problems(rules, sector, day).is_empty()
    }

    /// How it stands with a kind, for the sectors in view among those that the volunteer is willing to work in.
    pub fn standing(&self, rules: &Rules, kind: &str, sectors: &[&str], today: NaiveDate) -> Standing {
        let of_kind = self.held.iter().filter(|held| held.kind == kind);
        let last_day = of_kind.map(|held| held.valid_until.unwrap_or(NaiveDate::MAX)).max();
        let soon = today.checked_add_days(Days::new(NOTICE_DAYS)).unwrap_or(today);
        match last_day {
            Some(NaiveDate::MAX) => Standing::Held { until: None },
            Some(until) if until > soon => Standing::Held { until: Some(until) },
            Some(until) if until >= today => Standing::RunsOut { until },
            _ if !self.is_asked(rules, kind, sectors) => Standing::NotNeeded,
            Some(last_day) => Standing::Expired { last_day },
            None => Standing::Missing,
        }
    }

    fn is_asked(&self, rules: &Rules, kind: &str, sectors: &[&str]) -> bool {
        let mut asking = sectors.iter().filter(|sector| self.is_willing(sector));
        asking.any(|sector| {
            needed(rules, sector)
                .iter()
                .any(|needed| needed.kind == kind && needed.is_asked_of(self.birth_year))
        })
    }
}

impl From<&InForce> for HeldQualification {
    fn from(held: &InForce) -> Self {
        Self {
            kind: held.kind.clone(),
            valid_until: held.valid_until,
        }
    }
}
