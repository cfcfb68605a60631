use std::{collections::HashMap, ops::RangeInclusive};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    candidate::Candidate,
    language, person, place,
    place::Travel,
    qualification, rank,
    rank::{Rank, Weights},
    reason::Reason,
    time,
    wanted::{Slot, Wanted},
};

/// The pool's rules at this moment.
#[derive(Clone, Copy)]
pub struct Limits<'a> {
    pub now: DateTime<Utc>,
    pub purpose: Purpose,
    /// Local days on which the pool is closed.
    pub closed: &'a [RangeInclusive<NaiveDate>],
    pub travel: &'a dyn Travel,
    /// Minutes on top of the travel between two assignments in person.
    pub buffer_margin_minutes: u32,
    /// Most offers to one volunteer in 7 days; none: no limit.
    pub offers_per_week: Option<u32>,
    pub weights: Weights,
    /// How many volunteers speak each language. One that is missing counts as rare as can be.
    pub speakers: &'a HashMap<String, u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// May this volunteer be asked?
    Offer,
    /// Was asked, says yes: is it still possible? Reasons that are only about being asked do not count.
    Accept,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    pub volunteer: Uuid,
    /// One for each slot asked for, in their order.
    pub slots: Vec<SlotAssessment>,
    pub verdict: Verdict,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotAssessment {
    pub slot: Uuid,
    /// What speaks against this date; empty: nothing of the date itself.
    pub reasons: Vec<Reason>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    Eligible {
        /// The dates that fit, in the order asked for.
        slots: Vec<Uuid>,
        rank: Rank,
    },
    /// Every reason there is, those of the single dates among them.
    NotEligible { reasons: Vec<Reason> },
}

impl Assessment {
    pub fn is_eligible(&self) -> bool {
        matches!(self.verdict, Verdict::Eligible { .. })
    }

    /// Only of those who can.
    pub fn rank(&self) -> Option<&Rank> {
        match &self.verdict {
            Verdict::Eligible { rank, .. } => Some(rank),
            Verdict::NotEligible { .. } => None,
        }
    }

    /// The dates that fit; none when not eligible.
    pub fn fitting_slots(&self) -> &[Uuid] {
        match &self.verdict {
            Verdict::Eligible { slots, .. } => slots,
            Verdict::NotEligible { .. } => &[],
        }
    }

    /// Without what is for the volunteer's eyes only, see `Reason::for_others`.
    pub fn for_others(mut self) -> Self {
        if let Verdict::NotEligible { reasons } = &mut self.verdict {
            let mut shown: Vec<Reason> = Vec::with_capacity(reasons.len());
            for reason in std::mem::take(reasons).into_iter().map(Reason::for_others) {
                if !shown.contains(&reason) {
                    shown.push(reason);
                }
            }
            *reasons = shown;
        }
        self
    }

    /// Every reason why not; empty when eligible.
    pub fn reasons(&self) -> &[Reason] {
        match &self.verdict {
            Verdict::Eligible { .. } => &[],
            Verdict::NotEligible { reasons } => reasons,
        }
    }
}

/// Can this volunteer do what is wanted, on which of the dates, and if not: every reason why.
pub fn assess(wanted: &Wanted, candidate: &Candidate, limits: &Limits) -> Assessment {
    let mut reasons = reasons_of_the_request(wanted, candidate, limits);
    let slots: Vec<SlotAssessment> = wanted
        .slots
        .iter()
        .map(|slot| SlotAssessment {
            slot: slot.id,
            reasons: reasons_of_the_date(wanted, slot, candidate, limits),
        })
        .collect();
    let fitting: Vec<Uuid> = slots
        .iter()
        .filter(|slot| slot.reasons.is_empty())
        .map(|slot| slot.slot)
        .collect();

    let verdict = if reasons.is_empty() && !fitting.is_empty() {
        Verdict::Eligible {
            slots: fitting,
            rank: rank::rank(wanted, candidate, limits),
        }
    } else {
        for reason in slots.iter().flat_map(|slot| &slot.reasons) {
            if !reasons.contains(reason) {
                reasons.push(reason.clone());
            }
        }
        Verdict::NotEligible { reasons }
    };
    Assessment {
        volunteer: candidate.id,
        slots,
        verdict,
    }
}

fn reasons_of_the_request(wanted: &Wanted, candidate: &Candidate, limits: &Limits) -> Vec<Reason> {
    let mut reasons = Vec::new();
    language::check(wanted, candidate, &mut reasons);
    person::check(wanted, candidate, limits, &mut reasons);
    place::check(wanted, candidate, limits.travel, &mut reasons);
    if limits.purpose == Purpose::Accept {
        reasons.retain(|reason| !reason.only_about_offers());
    }
    reasons
}

fn reasons_of_the_date(wanted: &Wanted, slot: &Slot, candidate: &Candidate, limits: &Limits) -> Vec<Reason> {
    let mut reasons = Vec::new();
    time::check(slot, candidate, limits, &mut reasons);
    place::check_neighbouring_assignments(wanted, slot, candidate, limits, &mut reasons);
    qualification::check(wanted, slot, candidate, &mut reasons);
    reasons
}
