use std::{fmt, time::Duration};

use sprachpool::{database::Engine, dispatch::Step};

use crate::world::{database::name, land, wishes};

pub const HEAD: &str = "\
| engine | volunteers | request | median ms | p99 ms | asked now |
|---|--:|---|--:|--:|--:|";

#[derive(Default)]
pub struct Times {
    took: Vec<Duration>,
    asked: usize,
}

impl Times {
    pub fn add(&mut self, took: Duration, step: &Step) {
        self.took.push(took);
        if let Step::Send { volunteers, .. } = step {
            self.asked += volunteers.len();
        }
    }

    /// The time under which so many percent lie, in milliseconds.
    pub fn percentile(&self, percent: usize) -> f64 {
        let mut sorted = self.took.clone();
        sorted.sort_unstable();
        let at = (sorted.len() * percent).div_ceil(100).max(1) - 1;
        sorted.get(at).map_or(0.0, |took| took.as_secs_f64() * 1_000.0)
    }

    fn asked(&self) -> f64 {
        self.asked as f64 / self.took.len().max(1) as f64
    }
}

pub struct Figure {
    pub engine: Engine,
    pub size: usize,
    pub land: land::Kind,
    pub wish: wishes::Kind,
    pub times: Times,
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match self.land {
            land::Kind::City if self.size > 1_000 => ", all in one city",
            _ => "",
        };
        write!(
            f,
            "| {} | {}{place} | {} | {:.2} | {:.2} | {:.1} |",
            name(self.engine),
            self.size,
            self.wish.label(),
            self.times.percentile(50),
            self.times.percentile(99),
            self.times.asked(),
        )
    }
}
