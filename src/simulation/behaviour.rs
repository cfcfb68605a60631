//! How a simulated volunteer answers a mail. Policies never look in here.

use chrono::{DateTime, Duration, Utc};

use super::world::{Behaviour, Load};

/// A sum whose parts are forgotten exponentially.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fading {
    value: f64,
    at: Option<DateTime<Utc>>,
}

impl Fading {
    pub fn at(&self, now: DateTime<Utc>, time_constant: Duration) -> f64 {
        let Some(at) = self.at else { return 0.0 };
        self.value * (-hours(now - at) / hours(time_constant)).exp()
    }

    pub fn add(&mut self, amount: f64, now: DateTime<Utc>, time_constant: Duration) {
        self.value = self.at(now, time_constant) + amount;
        self.at = Some(now);
    }
}

/// What a volunteer remembers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Memory {
    /// Mails, and half a one for each yes that came too late.
    mails: Fading,
    /// Assignments taken.
    load: Fading,
}

const MAILS: Duration = Duration::hours(168);
const LOAD: Duration = Duration::weeks(8);

impl Memory {
    pub fn mail(&mut self, now: DateTime<Utc>) {
        self.mails.add(1.0, now, MAILS);
    }

    pub fn too_late(&mut self, now: DateTime<Utc>) {
        self.mails.add(0.5, now, MAILS);
    }

    pub fn assignment(&mut self, now: DateTime<Utc>) {
        self.load.add(1.0, now, LOAD);
    }

    pub fn fatigue(&self, behaviour: &Behaviour, now: DateTime<Utc>) -> f64 {
        let fatigue = behaviour.fatigue;
        let over = (self.mails.at(now, MAILS) - fatigue.free_per_week).max(0.0);
        (-fatigue.rate * over).exp().max(fatigue.floor)
    }

    /// The chance of a yes to a mail sent now.
    pub fn chance(
        &self,
        behaviour: &Behaviour,
        willingness: f64,
        latest_start: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> f64 {
        let lead = lead(&behaviour.lead_curve, hours(latest_start - now));
        willingness * lead * self.fatigue(behaviour, now) / loaded(behaviour.load, self.load.at(now, LOAD))
    }
}

/// The chance of somebody who was never asked before.
pub fn fresh_chance(behaviour: &Behaviour, willingness: f64, latest_start: DateTime<Utc>, now: DateTime<Utc>) -> f64 {
    Memory::default().chance(behaviour, willingness, latest_start, now)
}

fn loaded(load: Load, taken: f64) -> f64 {
    1.0 + load.rate * (taken - load.free).max(0.0)
}

/// Linear between the points, flat outside.
fn lead(curve: &[(f64, f64)], hours: f64) -> f64 {
    let after = curve.partition_point(|(at, _)| *at <= hours);
    match (after.checked_sub(1).map(|at| curve[at]), curve.get(after)) {
        (Some((from, low)), Some((to, high))) => low + (high - low) * (hours - from) / (to - from),
        (Some((_, last)), None) => last,
        (None, Some((_, first))) => *first,
        (None, None) => 1.0,
    }
}

pub fn from_hours(hours: f64) -> Duration {
    Duration::microseconds((hours * 3.6e9).round() as i64)
}

pub fn hours(time: Duration) -> f64 {
    time.num_microseconds().map_or(f64::INFINITY, |micros| micros as f64) / 3.6e9
}
