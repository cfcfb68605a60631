//! Worlds of our own, made from a seed: the same every time. A kind changes only how much the volunteers have to
//! give; people, requests and everybody's luck stay those of the seed.

mod answers;
mod chance;
mod languages;
mod requests;
mod volunteers;

use std::{fmt, str::FromStr};

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{
    people,
    world::{Behaviour, Fatigue, Load, TimeOfDay, World},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Base,
    Scarce,
    Rich,
}

/// What to make.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    pub kind: Kind,
    pub seed: u64,
    pub volunteers: usize,
    pub requests: usize,
    /// Alternative dates for each request, where one can be had.
    pub alternatives: usize,
    /// Whether mails wear volunteers off: a guess, so that a world without it must be tried as well.
    pub fatigue: bool,
}

impl Recipe {
    /// A year of a pool: 150 volunteers, 3,000 requests.
    pub fn year(kind: Kind, seed: u64) -> Self {
        Self {
            kind,
            seed,
            volunteers: 150,
            requests: 3000,
            alternatives: 0,
            fatigue: true,
        }
    }
}

/// "base-7", "base-7-alternatives-1", "scarce-2-no-fatigue"
impl fmt::Display for Recipe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.kind, self.seed)?;
        if self.alternatives > 0 {
            write!(f, "-alternatives-{}", self.alternatives)?;
        }
        f.write_str(if self.fatigue { "" } else { "-no-fatigue" })
    }
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no kind of world: base, scarce or rich")]
pub struct UnknownKind(String);

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        match text {
            "base" => Ok(Self::Base),
            "scarce" => Ok(Self::Scarce),
            "rich" => Ok(Self::Rich),
            _ => Err(UnknownKind(text.to_owned())),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Base => "base",
            Self::Scarce => "scarce",
            Self::Rich => "rich",
        })
    }
}

const ZONE: Tz = Tz::Europe__Berlin;

pub fn generate(recipe: &Recipe) -> World {
    let mut world = World {
        timezone: ZONE,
        start: first_monday(),
        weeks: 52,
        waking: [time("07:00"), time("22:00")],
        travel_buffer_minutes: 30,
        behaviour: Behaviour {
            fatigue: Fatigue {
                free_per_week: 2.0,
                rate: if recipe.fatigue { 0.15 } else { 0.0 },
                floor: 0.2,
            },
            load: Load { free: 4.0, rate: 0.06 },
            lead_curve: vec![(0.0, 0.30), (6.0, 0.45), (24.0, 0.65), (72.0, 0.90), (168.0, 1.0)],
        },
        volunteers: volunteers::volunteers(recipe),
        requests: requests::requests(recipe),
        answers: Vec::new(),
    };
    let fitting = people::fitting(&world);
    world.answers = answers::answers(recipe, &world, &fitting);
    world
}

/// The school year begins.
fn first_monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 7).expect("a day of the calendar")
}

fn time(text: &str) -> TimeOfDay {
    TimeOfDay(text.parse().expect("a time of day"))
}

/// To so many digits after the point, to keep the files short.
fn rounded(number: f64, digits: i32) -> f64 {
    let scale = 10_f64.powi(digits);
    (number * scale).round() / scale
}
