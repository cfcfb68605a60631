//! The volunteers: what they speak, when they are free, where they go, how willingly.

use chrono::{Days, NaiveDate};

use super::{
    Kind, Recipe,
    chance::Chance,
    first_monday,
    languages::{HOW_MANY, LANGUAGES, spoken_first},
    rounded, time,
};
use crate::simulation::world::{Availability, Gender, Volunteer};

pub const DISTRICTS: [&str; 5] = ["d0", "d1", "d2", "d3", "d4"];

/// What a kind of world changes.
struct Plenty {
    willingness: f64,
    clearance: f64,
    remote: f64,
    each_district: f64,
    /// How the chance to be free in a part of the day changes.
    free: fn(f64) -> f64,
}

fn plenty(kind: Kind) -> Plenty {
    match kind {
        Kind::Base => Plenty {
            willingness: 0.40,
            clearance: 0.53,
            remote: 0.85,
            each_district: 0.845,
            free: |chance| chance,
        },
        Kind::Scarce => Plenty {
            willingness: 0.375,
            clearance: 0.41,
            remote: 0.85,
            each_district: 0.62,
            free: |chance| chance * 0.68,
        },
        Kind::Rich => Plenty {
            willingness: 0.45,
            clearance: 0.65,
            remote: 0.97,
            each_district: 0.97,
            free: |chance| 1.0 - (1.0 - chance) * 0.62,
        },
    }
}

/// Morning, afternoon, evening: how likely somebody of a kind is free on a weekday. At home by day, mixed, at work.
const DAYS: [([f64; 3], f64); 3] = [
    ([0.87, 0.71, 0.50], 0.40),
    ([0.57, 0.67, 0.61], 0.25),
    ([0.32, 0.51, 0.83], 0.35),
];
const SATURDAY: f64 = 0.31;

pub fn volunteers(recipe: &Recipe) -> Vec<Volunteer> {
    let plenty = plenty(recipe.kind);
    (0..recipe.volunteers)
        .map(|at| volunteer(at, Chance::of(recipe.seed, "volunteer", &[at]), &plenty))
        .collect()
}

fn volunteer(at: usize, mut chance: Chance, plenty: &Plenty) -> Volunteer {
    let languages = languages(&mut chance);
    let gender = if chance.happens(0.66) {
        Gender::Female
    } else {
        Gender::Male
    };
    let cleared = chance.happens(plenty.clearance);
    let remote = chance.happens(plenty.remote);
    let weekly_cap = chance.weighted(&[(1, 0.20), (2, 0.35), (3, 0.27), (5, 0.18)]);
    let availability = availability(&mut chance, plenty);
    let absences = absences(&mut chance);
    let mut districts: Vec<&str> = DISTRICTS
        .into_iter()
        .filter(|_| chance.happens(plenty.each_district))
        .collect();
    if districts.is_empty() {
        districts.push(chance.of_all(&DISTRICTS));
    }
    // Last: it takes an uneven number of draws.
    let willing = chance.beta(4.0 * plenty.willingness, 4.0 * (1.0 - plenty.willingness));
    Volunteer {
        id: format!("v{at}"),
        gender,
        languages,
        qualifications: if cleared { vec!["clearance".to_owned()] } else { vec![] },
        districts: districts.into_iter().map(str::to_owned).collect(),
        remote,
        weekly_cap,
        availability,
        absences,
        willingness: rounded(willing.clamp(0.03, 0.95), 4),
    }
}

fn languages(chance: &mut Chance) -> Vec<String> {
    let (first, _, _, others) = LANGUAGES[chance.weighted(&spoken_first())];
    let mut spoken = vec![first.to_owned()];
    let more = chance.weighted(HOW_MANY) - 1;
    let mut others = others.to_vec();
    for _ in 0..more.min(others.len()) {
        let next = chance.weighted(&others);
        others.retain(|(other, _)| *other != next);
        spoken.push(next.to_owned());
    }
    spoken
}

fn availability(chance: &mut Chance, plenty: &Plenty) -> Vec<Availability> {
    let kind = chance.weighted(&DAYS);
    // Some have more time than others of their kind, after noon above all.
    let more = chance.share() * 0.4 - 0.2;
    let parts = [kind[0], kind[1] + more, kind[2] + more];
    let saturday = chance.happens(SATURDAY);
    let mut windows = Vec::new();
    for weekday in 1..=6 {
        let free = parts.map(|part| chance.happens((plenty.free)(part.clamp(0.05, 0.95))));
        if weekday < 6 || saturday {
            let spells: &[(&str, &str)] = match free {
                [true, true, true] => &[("08:00", "20:30")],
                [true, true, false] => &[("08:00", "16:00")],
                [false, true, true] => &[("12:00", "20:30")],
                [true, false, true] => &[("08:00", "12:00"), ("16:00", "20:30")],
                [true, false, false] => &[("08:00", "12:00")],
                [false, true, false] => &[("12:00", "16:00")],
                [false, false, true] => &[("16:00", "20:30")],
                [false, false, false] => &[],
            };
            windows.extend(spells.iter().map(|(from, to)| Availability {
                weekday,
                from: time(from),
                to: time(to),
            }));
        }
    }
    windows
}

/// A week somewhere in the year, a fortnight in summer, a week at its end.
fn absences(chance: &mut Chance) -> Vec<(NaiveDate, NaiveDate)> {
    let mut absences = [
        (chance.between(2, 48), 1),
        (chance.between(40, 49), 2),
        (chance.between(46, 50), 1),
    ];
    absences.sort_unstable();
    let day = |days: i64| first_monday() + Days::new(u64::try_from(days).unwrap_or(0));
    absences
        .map(|(week, weeks)| (day(7 * week), day(7 * (week + weeks) - 1)))
        .to_vec()
}
