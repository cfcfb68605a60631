//! Who the volunteer is, and what passed between them, the institution and this request.

use super::{
    assess::Limits,
    candidate::{Candidate, CandidateState},
    reason::Reason,
    wanted::{GenderWish, Wanted},
};

pub(super) fn check(wanted: &Wanted, candidate: &Candidate, limits: &Limits, reasons: &mut Vec<Reason>) {
    match candidate.state {
        CandidateState::Active => {}
        CandidateState::Paused { until } => {
            if until.is_none_or(|until| limits.now < until) {
                reasons.push(Reason::Paused { until });
            }
        }
        CandidateState::Retired => reasons.push(Reason::Retired),
    }
    if let GenderWish::Required(required) = wanted.gender
        && candidate.gender != required
    {
        reasons.push(Reason::Gender { required });
    }
    if !candidate.sectors.is_empty() && !candidate.sectors.contains(&wanted.sector) {
        reasons.push(Reason::Sector);
    }
    if candidate.banned {
        reasons.push(Reason::Banned);
    }
    if let Some(cap) = limits.offers_per_week
        && candidate.offers_last_7_days >= cap
    {
        reasons.push(Reason::OfferCap { cap });
    }
    let history = candidate.history;
    let happened = [
        (history.asked, Reason::Asked),
        (history.declined, Reason::Declined),
        (history.withdrew, Reason::Withdrew),
    ];
    reasons.extend(happened.into_iter().filter(|(so, _)| *so).map(|(_, reason)| reason));
}
