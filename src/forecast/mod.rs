//! How likely somebody says yes, learned only from offers and their answers. Pure.
//!
//! chance = readiness of the volunteer × what the time ahead leaves × what recent offers leave.
//!
//! The readiness is a Beta-like mean: a newcomer counts as the pool's average and moves away from it with each
//! answer. Both factors are the pool's, learned from everybody together. What is kept are sums: yeses, and
//! "exposure", the yeses that an average volunteer would have given. So every number can be explained, and one
//! person's can be erased without touching the others.

mod classes;

pub use classes::{LEADS, RECENTS, lead_class, lead_hours, recent_class};

/// One thousandth: sums are kept as whole numbers.
pub const MILLI: f64 = 1000.0;

/// With how much trust the forecast starts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// The readiness of a pool that has seen nothing yet.
    pub mean: f64,
    /// So many offers that start counts for.
    pub pool_strength: f64,
    /// So many offers the pool's average counts for, against a volunteer's own answers.
    pub strength: f64,
    /// So many expected yeses the start of each factor counts for.
    pub factor_strength: f64,
}

impl Settings {
    pub const DEFAULT: Self = Self {
        mean: 0.35,
        pool_strength: 30.0,
        strength: 8.0,
        factor_strength: 20.0,
    };
}

impl Default for Settings {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// Sums over offers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    pub yes: i64,
    /// In thousandths.
    pub exposure_milli: i64,
}

impl Seen {
    fn add(&mut self, yes: bool, exposure: f64) {
        self.yes += i64::from(yes);
        self.exposure_milli += (exposure * MILLI).round() as i64;
    }

    fn exposure(self) -> f64 {
        self.exposure_milli as f64 / MILLI
    }

    /// Yeses per expected yes, pulled towards `start` as much as `strength` says.
    fn ratio(self, start: f64, strength: f64) -> f64 {
        (start * strength + self.yes as f64) / (strength + self.exposure())
    }
}

/// What all volunteers together taught.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pool {
    pub all: Seen,
    pub lead: [Seen; LEADS],
    pub recent: [Seen; RECENTS],
}

/// Under which circumstances somebody was asked, as it was seen then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exposure {
    pub lead: usize,
    pub recent: usize,
    /// Both factors together, in thousandths.
    pub factor_milli: i64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    Yes,
    No,
    /// Nothing, in so many waking hours until the place was taken or it was called off.
    Silence {
        waking_hours: f64,
    },
}

impl Answer {
    /// From then on silence is as good as a no.
    pub const SILENT_AFTER_HOURS: f64 = 30.0;
    /// Half of those who answer do so within so many waking hours.
    const MEDIAN_HOURS: f64 = 4.0;

    /// How much of the answers one would expect were in by then.
    fn weight(self) -> f64 {
        let arrived = |hours: f64| 1.0 - 1.0 / (1.0 + hours / Self::MEDIAN_HOURS);
        match self {
            Self::Yes | Self::No => 1.0,
            Self::Silence { waking_hours } => {
                (arrived(waking_hours.max(0.0)) / arrived(Self::SILENT_AFTER_HOURS)).min(1.0)
            }
        }
    }
}

impl Pool {
    pub fn exposure(&self, settings: &Settings, hours_to_start: f64, recent_offers: u32) -> Exposure {
        let (lead, recent) = (lead_class(hours_to_start), recent_class(recent_offers));
        let factor = self.lead_factor(settings, lead) * self.recent_factor(settings, recent);
        Exposure {
            lead,
            recent,
            factor_milli: (factor * MILLI).round() as i64,
        }
    }

    /// How ready somebody is at the best of times, 0 to 1.
    pub fn readiness(&self, settings: &Settings, person: Seen) -> f64 {
        let mean = self.all.ratio(settings.mean, settings.pool_strength);
        person.ratio(mean, settings.strength)
    }

    /// The chance of a yes, in thousandths: never 0 and never certain.
    pub fn chance_milli(&self, settings: &Settings, person: Seen, exposure: Exposure) -> u32 {
        let chance = self.readiness(settings, person) * exposure.factor_milli as f64;
        chance.round().clamp(10.0, 950.0) as u32
    }

    /// What an offer taught. Once for each offer.
    pub fn learn(&mut self, settings: &Settings, person: &mut Seen, exposure: Exposure, answer: Answer) {
        let yes = answer == Answer::Yes;
        let asked = exposure.factor_milli as f64 / MILLI * answer.weight();
        let expected = self.readiness(settings, *person) * asked;
        self.lead[exposure.lead].add(yes, expected);
        self.recent[exposure.recent].add(yes, expected);
        person.add(yes, asked);
        self.all.add(yes, asked);
    }

    /// What the time until the appointment leaves of a yes.
    pub fn lead_factor(&self, settings: &Settings, class: usize) -> f64 {
        classes::LEAD_START[class] * self.lead[class].ratio(1.0, settings.factor_strength)
    }

    /// What the offers of the last seven days leave of a yes.
    pub fn recent_factor(&self, settings: &Settings, class: usize) -> f64 {
        (classes::RECENT_START[class] * self.recent[class].ratio(1.0, settings.factor_strength)).min(1.1)
    }
}
