//! Chance for the demo, from its seeded ids: the same every time.

use crate::ids::Ids;

#[derive(Clone)]
pub struct Chance(Ids);

impl Chance {
    pub fn seeded(seed: u64) -> Self {
        Self(Ids::seeded(seed))
    }

    /// Evenly from 0 up to 1.
    pub fn share(&self) -> f64 {
        let bits = u64::from_le_bytes(self.0.bytes()) >> 11;
        bits as f64 / (1_u64 << 53) as f64
    }

    pub fn happens(&self, probability: f64) -> bool {
        self.share() < probability
    }

    /// Evenly from 0 to `below` - 1.
    pub fn index(&self, below: usize) -> usize {
        ((self.share() * below as f64) as usize).min(below.saturating_sub(1))
    }

    pub fn between(&self, least: i64, most: i64) -> i64 {
        least + (self.share() * (most - least + 1) as f64) as i64
    }

    pub fn of<'a, T>(&self, items: &'a [T]) -> &'a T {
        &items[self.index(items.len())]
    }

    /// One of the items, each as likely as its weight says.
    pub fn weighted<'a, T>(&self, items: &'a [(T, u32)]) -> &'a T {
        let total: u32 = items.iter().map(|(_, weight)| weight).sum();
        let mut at = self.share() * f64::from(total);
        for (item, weight) in items {
            at -= f64::from(*weight);
            if at < 0.0 {
                return item;
            }
        }
        &items[items.len() - 1].0
    }

    /// Hours until somebody answers a mail: often soon, sometimes the next day.
    pub fn answer_hours(&self) -> f64 {
        -3.0 * (1.0 - self.share()).ln() + 0.1
    }
}
