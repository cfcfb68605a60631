//! Who is asked first. Every part is named and counted, so that a page can say why.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    assess::{Assessment, Limits, Verdict},
    candidate::Candidate,
    language, place,
    vocabulary::Level,
    wanted::{GenderWish, Wanted},
};

/// Points for one unit of each part. People are never ranked by how often they decline: they are free to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights {
    /// Once, for the person who came last time.
    pub same_volunteer: i32,
    /// Once, for the gender that is preferred.
    pub preferred_gender: i32,
    /// Taken off for each assignment of the last 8 weeks.
    pub recent_assignment: i32,
    /// Taken off for each offer of the last 7 days.
    pub recent_offer: i32,
    /// Taken off for each percent that a neighbouring language falls short.
    pub neighbour_percent: i32,
    /// For each level above A1.
    pub level_step: i32,
    /// Taken off for each minute from home, one way.
    pub travel_minute: i32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            same_volunteer: 1000,
            preferred_gender: 300,
            recent_assignment: 40,
            recent_offer: 25,
            neighbour_percent: 4,
            level_step: 10,
            travel_minute: 1,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rank {
    pub parts: Vec<RankPart>,
    /// Decides between equals: who was asked longest ago comes first, who never was before all.
    pub last_offer_at: Option<DateTime<Utc>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RankPart {
    pub kind: RankPartKind,
    /// What was counted, in the unit of its kind.
    pub measured: u32,
    /// Above zero: asked earlier; below: later.
    pub points: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RankPartKind {
    /// 1: came last time, and is wished for again.
    SameVolunteer,
    /// 1: has the gender that is preferred.
    PreferredGender,
    /// Assignments taken in the last 8 weeks.
    Fairness,
    /// Offers received in the last 7 days.
    RecentOffers,
    /// How close the language is, in percent.
    Closeness,
    /// Steps above A1.
    LanguageLevel,
    /// Minutes from home, one way.
    Travel,
}

impl RankPartKind {
    /// Stable: the key of the words in the locale files.
    pub fn code(self) -> &'static str {
        match self {
            Self::SameVolunteer => "same_volunteer",
            Self::PreferredGender => "preferred_gender",
            Self::Fairness => "fairness",
            Self::RecentOffers => "recent_offers",
            Self::Closeness => "closeness",
            Self::LanguageLevel => "language_level",
            Self::Travel => "travel",
        }
    }
}

impl Rank {
    pub fn points(&self) -> i32 {
        self.parts.iter().fold(0, |sum, part| sum.saturating_add(part.points))
    }
}

pub(super) fn rank(wanted: &Wanted, candidate: &Candidate, limits: &Limits) -> Rank {
    let weights = limits.weights;
    let mut parts = Vec::new();
    let mut part = |kind, measured: u32, points: i64| {
        let points = i32::try_from(points).unwrap_or(if points < 0 { i32::MIN } else { i32::MAX });
        parts.push(RankPart { kind, measured, points });
    };
    let off = |count: u32, weight: i32| -i64::from(count) * i64::from(weight);

    if let Some(wished) = wanted.same_volunteer {
        let same = wished == candidate.id;
        part(
            RankPartKind::SameVolunteer,
            same.into(),
            if same { weights.same_volunteer.into() } else { 0 },
        );
    }
    if let GenderWish::Preferred(wished) = wanted.gender {
        let has = wished == candidate.gender;
        part(
            RankPartKind::PreferredGender,
            has.into(),
            if has { weights.preferred_gender.into() } else { 0 },
        );
    }
    let (taken, mailed) = (candidate.recent_assignments, candidate.offers_last_7_days);
    part(RankPartKind::Fairness, taken, off(taken, weights.recent_assignment));
    part(RankPartKind::RecentOffers, mailed, off(mailed, weights.recent_offer));
    if let Some(fit) = language::best_fit(wanted, candidate) {
        let steps = Level::ALL.iter().filter(|level| **level < fit.level).count();
        let steps = u32::try_from(steps).unwrap_or(0);
        let missing = u32::from(100 - fit.strength);
        part(
            RankPartKind::Closeness,
            fit.strength.into(),
            off(missing, weights.neighbour_percent),
        );
        part(RankPartKind::LanguageLevel, steps, -off(steps, weights.level_step));
    }
    if let Some(minutes) = place::minutes_from_home(wanted, candidate, limits.travel) {
        part(RankPartKind::Travel, minutes, off(minutes, weights.travel_minute));
    }
    Rank {
        parts,
        last_offer_at: candidate.last_offer_at,
    }
}

/// Those who can, best first. The same input always gives the same order.
pub fn ranked<'a>(assessments: impl IntoIterator<Item = &'a Assessment>) -> Vec<Uuid> {
    let mut eligible: Vec<_> = assessments
        .into_iter()
        .filter_map(|assessment| match &assessment.verdict {
            Verdict::Eligible { rank, .. } => Some((Reverse(rank.points()), rank.last_offer_at, assessment.volunteer)),
            Verdict::NotEligible { .. } => None,
        })
        .collect();
    eligible.sort_unstable();
    eligible.into_iter().map(|(_, _, volunteer)| volunteer).collect()
}
