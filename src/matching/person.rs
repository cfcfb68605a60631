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
    let institution = wanted.institution.as_ref();
    if institution.is_some_and(|asking| candidate.refused_institutions.contains(asking)) {
        reasons.push(Reason::RefusedInstitution);
    }
    let occasion = wanted.occasion.as_ref();
    if occasion.is_some_and(|occasion| candidate.refused_occasions.contains(occasion)) {
        reasons.push(Reason::RefusedOccasion);
    }
    // The smaller of both: the pool's promise, and the volunteer's own wish.
    let caps = [limits.offers_per_week, candidate.offer_cap];
    if let Some(cap) = caps.into_iter().flatten().min()
        && candidate.offers_last_7_days >= cap
    {
        reasons.push(Reason::OfferCap { cap });
    }
    let history = candidate.history;
    let happened = [
        (history.asked, Reason::Asked),
        (history.declined, Reason::Declined),
        (history.known_to_me, Reason::KnownToMe),
        (history.withdrew, Reason::Withdrew),
    ];
    reasons.extend(happened.into_iter().filter(|(so, _)| *so).map(|(_, reason)| reason));
}
