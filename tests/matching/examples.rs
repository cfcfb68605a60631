//! Kita Sonnenblume asks for Dari on Tuesday, 2 March 2027, 10:00 to 11:00; Amina can.

use std::{collections::HashMap, sync::LazyLock};

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::{Europe::Berlin, Tz};
use sprachpool::matching::*;
use uuid::Uuid;

/// A wall time in Berlin that exists once.
pub fn at(text: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a date and a time");
    Berlin
        .from_local_datetime(&local)
        .single()
        .expect("exists once")
        .to_utc()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub const AMINA: u128 = 1;
pub const SITE: u128 = 100;
pub const KITA: u128 = 300;

pub fn slot(from: &str, until: &str) -> Slot {
    slot_between(at(from), at(until))
}

pub fn slot_between(starts_at: DateTime<Utc>, ends_at: DateTime<Utc>) -> Slot {
    Slot {
        id: id(starts_at.timestamp().unsigned_abs().into()),
        starts_at,
        ends_at,
        zone: zone(),
    }
}

pub fn zone() -> Tz {
    Berlin
}

pub fn window(weekday: u8, from: &str, until: &str) -> Window {
    Window {
        weekday,
        from: from.parse().expect("a wall time"),
        until: until.parse().expect("a wall time"),
    }
}

pub fn whole_week() -> Vec<Window> {
    (1..=7).map(|weekday| window(weekday, "00:00", "24:00")).collect()
}

pub fn speaks(language: &str, level: Level) -> SpokenLanguage {
    SpokenLanguage {
        language: language.into(),
        level,
    }
}

pub fn wanted() -> Wanted {
    Wanted {
        language: "prs".into(),
        neighbours: vec![],
        minimum_level: None,
        minimum_german: None,
        mode: Mode::OnSite,
        institution: Some(id(KITA)),
        site: Some(id(SITE)),
        district: "61".into(),
        sector: "kita".into(),
        occasion: Some("parents".into()),
        qualifications: vec![],
        gender: GenderWish::None,
        same_volunteer: Vec::new(),
        slots: vec![slot("2027-03-02 10:00", "2027-03-02 11:00")],
    }
}

pub fn amina() -> Candidate {
    Candidate {
        id: id(AMINA),
        state: CandidateState::Active,
        gender: Gender::Female,
        birth_year: Some(1988),
        languages: vec![speaks("prs", Level::Native), speaks("fa", Level::C1)],
        german: Level::C1,
        modes: vec![Mode::OnSite, Mode::Phone, Mode::Video],
        home_district: Some("61".into()),
        districts: vec![],
        sectors: vec![],
        max_travel_minutes: None,
        availability: whole_week(),
        absences: vec![],
        qualifications: vec![],
        assignments: vec![],
        banned: false,
        refused_institutions: vec![],
        refused_occasions: vec![],
        weekly_cap: None,
        offer_cap: None,
        offers_last_7_days: 0,
        last_offer_at: None,
        recent_assignments: 0,
        chance_milli: 350,
        history: History::default(),
    }
}

/// An assignment in person at another institution in Hiltrup, across town from Coerde.
pub fn held(from: &str, until: &str) -> HeldAssignment {
    HeldAssignment {
        starts_at: at(from),
        ends_at: at(until),
        site: Some(id(200)),
        mode: Mode::OnSite,
        district: "95".into(),
    }
}

/// Half an hour between any two districts, none within one.
fn travel(from: &str, to: &str) -> u32 {
    if from == to { 0 } else { 30 }
}

/// Twenty speak each of the usual languages, two speak Romani.
pub static SPEAKERS: LazyLock<HashMap<String, u32>> = LazyLock::new(|| {
    [("prs", 20), ("fa", 20), ("tg", 20), ("rom", 2)]
        .map(|(language, count)| (language.to_owned(), count))
        .into()
});

/// The model city's.
pub const WEIGHTS: Weights = Weights {
    forecast: 1000,
    recent_assignment: 100,
    recent_offer: 60,
    rare_language: 1000,
    same_volunteer: 1000,
    preferred_gender: 300,
    neighbour_percent: 4,
    level_step: 10,
    travel_minute: 1,
};

pub fn limits() -> Limits<'static> {
    Limits {
        now: at("2027-02-22 09:00"),
        purpose: Purpose::Offer,
        closed: &[],
        travel: &travel,
        buffer_margin_minutes: 0,
        offers_per_week: None,
        weights: WEIGHTS,
        speakers: &SPEAKERS,
    }
}

pub fn codes(wanted: &Wanted, candidate: &Candidate) -> Vec<&'static str> {
    assess(wanted, candidate, &limits())
        .reasons()
        .iter()
        .map(Reason::code)
        .collect()
}
