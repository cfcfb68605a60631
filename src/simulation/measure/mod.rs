//! What is measured of a year. Parts of a whole are in percent, times in hours.

mod fairness;
mod weeks;

use std::collections::BTreeSet;

use serde::Serialize;

use super::{
    behaviour::hours,
    log::{Log, Withdrawal},
    world::World,
};

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Measures {
    /// Requests filled at the end, of all.
    pub fill: f64,
    pub filled: usize,
    pub requests: usize,
    /// Of the most that one could fill knowing everything; only where that was worked out.
    pub percent_of_optimum: Option<f64>,
    /// From filing to the first yes that counted.
    pub hours_to_fill_p50: f64,
    pub hours_to_fill_p90: f64,
    pub mails: usize,
    pub mails_per_fill: f64,
    pub mails_per_volunteer_week: f64,
    /// Volunteer-weeks, from the world's first day, with more than 5 offers.
    pub weeks_above_5_mails: f64,
    /// The most offers that anybody got in any 7 days.
    pub most_mails_in_7_days: usize,
    /// Of assignments kept per opportunity; 0 is even, 1 is all for one.
    pub gini: f64,
    /// How often speakers of rare languages were free and rested when a request came that they fit.
    pub rare_language_free: f64,
    /// Of the requests filed under 24 hours ahead that somebody fits.
    pub short_notice_fill: f64,
    /// Requests that were given back, once or more.
    pub withdrawn: usize,
    /// Of those, filled at the end.
    pub refilled: f64,
    /// Given back while somebody could have taken over, and how many of those were filled again.
    pub recoverable: usize,
    pub recoverable_refilled: f64,
    /// Yeses that came when another had the assignment.
    pub too_late: usize,
}

pub fn measure(world: &World, log: &Log) -> Measures {
    let holders = holders(world, log);
    let filled = holders.iter().flatten().count();
    let times = hours_to_fill(world, log);
    let short = |at: &usize| world.requests[*at].is_short_notice() && !log.fitting[*at].is_empty();
    let short: Vec<usize> = (0..world.requests.len()).filter(short).collect();
    let recoverable = || log.withdrawals.iter().filter(|one| one.recoverable);
    let withdrawn: BTreeSet<usize> = log.withdrawals.iter().map(|one| one.request).collect();
    let kept = withdrawn.iter().filter(|request| holders[**request].is_some());
    let again = |one: &&Withdrawal| {
        let mut fills = log.fills.iter();
        fills.any(|fill| fill.request == one.request && fill.at > one.at)
    };
    let volunteer_weeks = world.volunteers.len() * world.weeks as usize;
    Measures {
        fill: percent(filled, world.requests.len()),
        filled,
        requests: world.requests.len(),
        percent_of_optimum: None,
        hours_to_fill_p50: percentile(&times, 0.5),
        hours_to_fill_p90: percentile(&times, 0.9),
        mails: log.mails.len(),
        mails_per_fill: ratio(log.mails.len(), filled),
        mails_per_volunteer_week: ratio(log.mails.len(), volunteer_weeks),
        weeks_above_5_mails: percent(weeks::above(5, world, log), volunteer_weeks),
        most_mails_in_7_days: weeks::most(world, log),
        gini: fairness::gini(world, log, &holders),
        rare_language_free: 100.0 * log.rare_free.iter().sum::<f64>() / log.rare_free.len().max(1) as f64,
        short_notice_fill: percent(short.iter().filter(|at| holders[**at].is_some()).count(), short.len()),
        withdrawn: withdrawn.len(),
        refilled: percent(kept.count(), withdrawn.len()),
        recoverable: recoverable().count(),
        recoverable_refilled: percent(recoverable().filter(again).count(), recoverable().count()),
        too_late: log.too_late,
    }
}

/// Who has each request at the end.
fn holders(world: &World, log: &Log) -> Vec<Option<usize>> {
    let mut holders = vec![None; world.requests.len()];
    let mut fills = vec![0_usize; world.requests.len()];
    for fill in &log.fills {
        holders[fill.request] = Some(fill.volunteer);
        fills[fill.request] += 1;
    }
    for withdrawal in &log.withdrawals {
        fills[withdrawal.request] -= 1;
        if fills[withdrawal.request] == 0 {
            holders[withdrawal.request] = None;
        }
    }
    holders
}

/// Of each request that was ever filled, the shortest first.
fn hours_to_fill(world: &World, log: &Log) -> Vec<f64> {
    let mut first = vec![None; world.requests.len()];
    for fill in &log.fills {
        first[fill.request].get_or_insert(fill.at);
    }
    let requests = world.requests.iter().zip(first);
    let mut times: Vec<f64> = requests
        .filter_map(|(request, first)| Some(hours(first? - request.created_at)))
        .collect();
    times.sort_by(f64::total_cmp);
    times
}

/// Between the two nearest, in proportion.
fn percentile(sorted: &[f64], part: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else {
        return 0.0;
    };
    let at = part * last as f64;
    let (low, high) = (sorted[at.floor() as usize], sorted[at.ceil() as usize]);
    low + (high - low) * (at - at.floor())
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * ratio(part, whole)
}

/// Nothing of nothing is 0.
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
