//! Whether the work is shared.

use std::collections::BTreeMap;

use crate::simulation::{log::Log, world::World};

/// Fewer opportunities say nothing about anybody, fewer people nothing about a group.
const OPPORTUNITIES: f64 = 15.0;
const PEOPLE: usize = 4;

/// Of assignments kept per opportunity (a request one fits), among speakers of the same language listed first;
/// groups count by their size.
pub fn gini(world: &World, log: &Log, holders: &[Option<usize>]) -> f64 {
    let mut kept = vec![0.0; world.volunteers.len()];
    let mut opportunities = vec![0.0; world.volunteers.len()];
    for (fitting, holder) in log.fitting.iter().zip(holders) {
        for volunteer in fitting {
            opportunities[*volunteer] += 1.0;
        }
        if let Some(holder) = holder {
            kept[*holder] += 1.0;
        }
    }
    let mut groups: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for (at, volunteer) in world.volunteers.iter().enumerate() {
        if let Some(first) = volunteer
            .languages
            .first()
            .filter(|_| opportunities[at] >= OPPORTUNITIES)
        {
            groups.entry(first).or_default().push(kept[at] / opportunities[at]);
        }
    }
    let (mut sum, mut weight) = (0.0, 0.0);
    for shares in groups.into_values().filter(|shares| shares.len() >= PEOPLE) {
        let size = shares.len() as f64;
        if let Some(gini) = of_group(shares) {
            sum += size * gini;
            weight += size;
        }
    }
    if weight > 0.0 { sum / weight } else { 0.0 }
}

/// `None`: there is nothing to share.
fn of_group(mut shares: Vec<f64>) -> Option<f64> {
    shares.sort_by(f64::total_cmp);
    let size = shares.len() as f64;
    let total: f64 = shares.iter().sum();
    let ranked = shares.iter().enumerate();
    let ranked: f64 = ranked
        .map(|(at, share)| (2.0 * (at as f64 + 1.0) - size - 1.0) * share)
        .sum();
    (total > 0.0).then(|| ranked / (size * total))
}
