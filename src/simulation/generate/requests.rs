//! The requests: what is asked for, when and how long ahead.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};

use super::{Recipe, ZONE, chance::Chance, first_monday, languages::asked_for};
use crate::{
    simulation::world::{Gender, Request, Slot},
    wall,
};

/// Weeks of parents' evenings, in November and February, come on top of the rest.
const PEAKS: [i64; 8] = [9, 10, 11, 12, 22, 23, 24, 25];
/// How many requests a week brings; in the peaks so many more.
const ORDINARY: f64 = 53.0;
const PARENTS_EVENINGS: f64 = 69.5;

/// What kind of appointment it is decides how long it takes and when it begins.
struct Occasion {
    weekdays: [(i64, f64); 6],
    minutes: &'static [(i64, f64)],
    hours: &'static [(u32, f64)],
}

const ORDINARY_DAY: Occasion = Occasion {
    weekdays: [(0, 0.20), (1, 0.22), (2, 0.20), (3, 0.21), (4, 0.15), (5, 0.02)],
    minutes: &[(30, 0.12), (45, 0.13), (60, 0.455), (90, 0.195), (120, 0.10)],
    hours: &[
        (8, 0.123),
        (9, 0.136),
        (10, 0.141),
        (11, 0.107),
        (12, 0.064),
        (13, 0.09),
        (14, 0.126),
        (15, 0.095),
        (16, 0.069),
        (17, 0.049),
    ],
};

const PARENTS_EVENING: Occasion = Occasion {
    weekdays: [(0, 0.16), (1, 0.245), (2, 0.265), (3, 0.245), (4, 0.065), (5, 0.02)],
    minutes: &[(30, 0.535), (45, 0.26), (60, 0.205)],
    hours: &[
        (13, 0.10),
        (14, 0.205),
        (15, 0.245),
        (16, 0.225),
        (17, 0.145),
        (18, 0.08),
    ],
};

pub fn requests(recipe: &Recipe) -> Vec<Request> {
    let weeks = weeks();
    (0..recipe.requests)
        .map(|at| request(at, recipe, Chance::of(recipe.seed, "request", &[at]), &weeks))
        .collect()
}

/// Weeks and whether it is a parents' evening, with their weights.
fn weeks() -> Vec<((i64, bool), f64)> {
    let ordinary = (0..52).map(|week| {
        let part = match week {
            0 => 0.67,
            // Christmas.
            16 | 17 => 0.13,
            46 => 0.6,
            // Summer holidays.
            47.. => 0.34,
            _ => 1.0,
        };
        ((week, false), ORDINARY * part)
    });
    ordinary
        .chain(PEAKS.map(|week| ((week, true), PARENTS_EVENINGS)))
        .collect()
}

fn request(at: usize, recipe: &Recipe, mut chance: Chance, weeks: &[((i64, bool), f64)]) -> Request {
    let (week, evening) = chance.weighted(weeks);
    let occasion = if evening { &PARENTS_EVENING } else { &ORDINARY_DAY };
    let weekday = chance.weighted(&occasion.weekdays);
    let minutes = chance.weighted(occasion.minutes);
    let hour = chance.weighted(occasion.hours);
    let minute = chance.weighted(&[(0, 0.557), (30, 0.30), (15, 0.076), (45, 0.067)]);
    let start = at_time(first_monday() + Duration::days(7 * week + weekday), hour, minute);
    let created = created(&mut chance, start);
    let remote = chance.happens(0.2025);
    let district = chance.weighted(&[
        ("d0", 0.313),
        ("d1", 0.2235),
        ("d2", 0.192),
        ("d3", 0.1455),
        ("d4", 0.126),
    ]);
    let mut starts = vec![start];
    for _ in 0..recipe.alternatives {
        starts.extend(alternative(&mut chance, &starts, created));
    }
    let notice = if remote { 30 } else { 120 };
    let latest = starts.iter().max().copied().unwrap_or(start);
    Request {
        id: format!("r{at}"),
        created_at: instant(created),
        language: chance.weighted(&asked_for()).to_owned(),
        gender_wish: chance.weighted(&[
            (None, 0.8675),
            (Some(Gender::Female), 0.115),
            (Some(Gender::Male), 0.0175),
        ]),
        qualification: chance.happens(0.16).then(|| "clearance".to_owned()),
        district: (!remote).then(|| district.to_owned()),
        remote,
        slots: starts
            .into_iter()
            .map(|start| Slot {
                start: instant(start),
                end: instant(start) + Duration::minutes(minutes),
            })
            .collect(),
        deadline: instant(latest) - Duration::minutes(notice),
    }
}

/// Filed in the hours of an office; what would fall on a weekend was filed on the Friday before.
fn created(chance: &mut Chance, start: NaiveDateTime) -> NaiveDateTime {
    let days = (1.87 + 1.03 * chance.normal()).exp().clamp(0.9, 60.0);
    let before = start - Duration::minutes((days * 1440.0) as i64);
    let mut day = before.date();
    let mut hour = chance.weighted(&[
        (8, 0.29),
        (9, 0.53),
        (10, 0.53),
        (11, 0.53),
        (12, 0.5),
        (13, 0.5),
        (14, 1.06),
        (15, 1.06),
        (16, 1.06),
        (17, 0.9),
    ]);
    while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        day = day.pred_opt().expect("a day before one of 2026");
        hour = u32::try_from(chance.between(9, 16)).unwrap_or(9);
    }
    let second = chance.between(0, 3599);
    let filed = at_time(day, hour, 0) + Duration::seconds(second);
    if filed + Duration::hours(5) <= start {
        return filed;
    }
    // Not after the appointment: the afternoon of the working day before.
    let mut day = start.date().pred_opt().expect("a day before one of 2026");
    while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        day = day.pred_opt().expect("a day before one of 2026");
    }
    at_time(day, 14, 0) + Duration::seconds(second)
}

/// A day or two before or after at the same time, or three hours before or after; none if that can't be had.
fn alternative(chance: &mut Chance, starts: &[NaiveDateTime], created: NaiveDateTime) -> Option<NaiveDateTime> {
    let shift = chance.of_all(&[-48, -24, 24, 48, 3, -3]);
    let other = starts[0] + Duration::hours(shift);
    let day = !matches!(other.weekday(), Weekday::Sat | Weekday::Sun);
    let hour = (at_time(other.date(), 8, 0)..=at_time(other.date(), 18, 45)).contains(&other);
    let soon = other < created + Duration::hours(24);
    (day && hour && !soon && !starts.contains(&other)).then_some(other)
}

fn at_time(day: NaiveDate, hour: u32, minute: u32) -> NaiveDateTime {
    day.and_time(NaiveTime::from_hms_opt(hour, minute, 0).expect("a time of day"))
}

fn instant(local: NaiveDateTime) -> DateTime<Utc> {
    wall::first_instant(ZONE, local)
}
