//! Who is asked first. Every part is named and counted, so that a page can say why.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    assess::{Assessment, Limits},
    candidate::Candidate,
    language, place,
    vocabulary::Level,
    wanted::{GenderWish, Wanted},
};

/// Points for one unit of each part. A pool sets its own; docs/dispatch.md shows what each does.
///
/// A "no" never counts against anybody: people are free to. It only makes the next yes less likely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// For a certain yes; a chance of a yes counts in proportion.
    pub forecast: i32,
    /// Taken off for each assignment of the last 8 weeks.
    pub recent_assignment: i32,
    /// Taken off for each offer of the last 7 days.
    pub recent_offer: i32,
    /// Taken off, divided by the number of its speakers, from who also speaks a rarer language.
    pub rare_language: i32,
    /// Once, for the person who came last time.
    pub same_volunteer: i32,
    /// Once, for the gender that is preferred.
    pub preferred_gender: i32,
    /// Taken off for each percent that a neighbouring language falls short.
    pub neighbour_percent: i32,
    /// For each level above A1.
    pub level_step: i32,
    /// Taken off for each minute from home, one way.
    pub travel_minute: i32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rank {
    pub parts: Vec<RankPart>,
    /// Decides between equals: who was asked longest ago comes first, who never was before all.
    pub last_offer_at: Option<DateTime<Utc>>,
}

/// Where somebody stands among those who can: the smaller, the earlier they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(Reverse<i32>, Option<DateTime<Utc>>, Uuid);

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
    /// The chance of a yes, in thousandths.
    Forecast,
    /// 1: came last time, and is wished for again.
    SameVolunteer,
    /// 1: has the gender that is preferred.
    PreferredGender,
    /// Assignments taken in the last 8 weeks.
    Fairness,
    /// Offers received in the last 7 days.
    RecentOffers,
    /// Also speaks a language that fewer speak: how many do.
    RareLanguage,
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
            Self::Forecast => "forecast",
            Self::SameVolunteer => "same_volunteer",
            Self::PreferredGender => "preferred_gender",
            Self::Fairness => "fairness",
            Self::RecentOffers => "recent_offers",
            Self::RareLanguage => "rare_language",
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

    /// Sorts the best to the front; no two volunteers are equal.
    pub fn place(&self, volunteer: Uuid) -> Place {
        Place(Reverse(self.points()), self.last_offer_at, volunteer)
    }

    /// The chance of a yes, in thousandths, as it was forecast.
    pub fn chance_milli(&self) -> u32 {
        let forecast = self.parts.iter().find(|part| part.kind == RankPartKind::Forecast);
        forecast.map_or(0, |part| part.measured)
    }
}

/// The place among those who can. Of a candidate it looks only at gender, languages, home and what they got lately:
/// so the order is known before everything about everybody is.
pub fn rank(wanted: &Wanted, candidate: &Candidate, limits: &Limits) -> Rank {
    let weights = limits.weights;
    let mut parts = Vec::new();
    let mut part = |kind, measured: u32, points: i64| {
        let points = i32::try_from(points).unwrap_or(if points < 0 { i32::MIN } else { i32::MAX });
        parts.push(RankPart { kind, measured, points });
    };
    let off = |count: u32, weight: i32| -i64::from(count) * i64::from(weight);

    let chance = candidate.chance_milli;
    part(
        RankPartKind::Forecast,
        chance,
        i64::from(chance) * i64::from(weights.forecast) / 1000,
    );
    if !wanted.same_volunteer.is_empty() {
        let same = wanted.same_volunteer.contains(&candidate.id);
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
        let speakers = |language: &str| limits.speakers.get(language).copied().unwrap_or(1).max(1);
        let rarest = candidate
            .languages
            .iter()
            .map(|spoken| speakers(&spoken.language))
            .min();
        if let Some(rarest) = rarest.filter(|rarest| *rarest < speakers(&wanted.language)) {
            part(
                RankPartKind::RareLanguage,
                rarest,
                off(1, weights.rare_language) / i64::from(rarest),
            );
        }
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
pub fn ranked<'a>(assessments: impl IntoIterator<Item = &'a Assessment>) -> Vec<&'a Assessment> {
    let mut eligible: Vec<_> = assessments
        .into_iter()
        .filter_map(|assessment| Some((assessment.rank()?, assessment)))
        .map(|(rank, assessment)| (rank.place(assessment.volunteer), assessment))
        .collect();
    eligible.sort_unstable_by_key(|(place, _)| *place);
    eligible.into_iter().map(|(_, assessment)| assessment).collect()
}
