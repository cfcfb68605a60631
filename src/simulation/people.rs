//! The world's people and requests in the words of matching.

use std::collections::HashMap;

use chrono_tz::Tz;
use uuid::Uuid;

use super::{
    plan::Plan,
    world::{self, World},
};
use crate::dispatch::QuietHours;
use crate::matching::{
    Absence, Candidate, CandidateState, Gender, GenderWish, HeldQualification, History, Level, Limits, Mode,
    NeededQualification, Purpose, Slot, SpokenLanguage, Wanted, Window, assess,
};

/// A district that stands for "by phone or video": between any two assignments of a world lies the buffer, and
/// matching asks for none where nobody travels.
const REMOTE: &str = "remote";

pub fn uuid(index: usize) -> Uuid {
    Uuid::from_u128(index as u128 + 1)
}

pub fn index(uuid: Uuid) -> usize {
    usize::try_from(uuid.as_u128()).map_or(0, |number| number - 1)
}

pub fn candidate(index: usize, volunteer: &world::Volunteer) -> Candidate {
    let mut districts = volunteer.districts.clone();
    if volunteer.remote {
        districts.push(REMOTE.to_owned());
    }
    if districts.is_empty() {
        // An empty list means "everywhere" to matching.
        districts.push("nowhere".to_owned());
    }
    let languages = volunteer.languages.iter().map(|language| SpokenLanguage {
        language: language.clone(),
        level: Level::C1,
    });
    let availability = volunteer.availability.iter().map(|window| Window {
        weekday: window.weekday,
        from: window.from.0,
        until: window.to.0,
    });
    let absences = volunteer.absences.iter().map(|(from, until)| Absence {
        from: *from,
        until: *until,
    });
    let qualifications = volunteer.qualifications.iter().map(|kind| HeldQualification {
        kind: kind.clone(),
        valid_until: None,
    });
    Candidate {
        id: uuid(index),
        state: CandidateState::Active,
        gender: gender(volunteer.gender),
        birth_year: None,
        languages: languages.collect(),
        german: Level::C1,
        modes: vec![Mode::OnSite],
        home_district: None,
        districts,
        sectors: vec![],
        max_travel_minutes: None,
        availability: availability.collect(),
        absences: absences.collect(),
        qualifications: qualifications.collect(),
        assignments: vec![],
        banned: false,
        refused_institutions: vec![],
        refused_occasions: vec![],
        weekly_cap: Some(volunteer.weekly_cap),
        offer_cap: None,
        offers_last_7_days: 0,
        last_offer_at: None,
        recent_assignments: 0,
        chance_milli: 0,
        history: History::default(),
    }
}

pub fn wanted(request: &world::Request, zone: Tz) -> Wanted {
    let qualifications = request.qualification.iter().map(|kind| NeededQualification {
        kind: kind.clone(),
        born_after: None,
    });
    let slots = request.slots.iter().enumerate().map(|(at, slot)| Slot {
        id: uuid(at),
        starts_at: slot.start,
        ends_at: slot.end,
        zone,
    });
    let wish = request.gender_wish;
    Wanted {
        language: request.language.clone(),
        neighbours: vec![],
        minimum_level: None,
        minimum_german: None,
        mode: Mode::OnSite,
        institution: None,
        site: None,
        district: district(request),
        sector: String::new(),
        occasion: None,
        qualifications: qualifications.collect(),
        gender: wish.map_or(GenderWish::None, |wish| GenderWish::Required(gender(wish))),
        same_volunteer: Vec::new(),
        slots: slots.collect(),
    }
}

pub fn district(request: &world::Request) -> String {
    match &request.district {
        Some(district) if !request.remote => district.clone(),
        _ => REMOTE.to_owned(),
    }
}

pub fn candidates(world: &World) -> Vec<Candidate> {
    let volunteers = world.volunteers.iter().enumerate();
    volunteers.map(|(at, one)| candidate(at, one)).collect()
}

/// When nobody answers.
pub fn asleep(world: &World) -> QuietHours {
    QuietHours {
        zone: world.timezone,
        from: world.waking[1].time(),
        until: world.waking[0].time(),
        closed: [].into(),
    }
}

/// How many speak each language.
pub fn speakers(world: &World) -> HashMap<String, u32> {
    let mut speakers = HashMap::new();
    for language in world.volunteers.iter().flat_map(|one| &one.languages) {
        *speakers.entry(language.clone()).or_insert(0) += 1;
    }
    speakers
}

/// Somebody who could come if nobody had anything booked, and to which of the slots.
#[derive(Clone, Debug)]
pub struct Fit {
    pub volunteer: usize,
    pub slots: Vec<usize>,
}

/// For each request who could, in the order of the file.
pub fn fitting(world: &World) -> Vec<Vec<Fit>> {
    let candidates = candidates(world);
    let nobody = HashMap::new();
    let fits = |request: &world::Request| {
        let wanted = wanted(request, world.timezone);
        let limits = Limits {
            now: request.created_at,
            purpose: Purpose::Accept,
            closed: &[],
            travel: &|_: &str, _: &str| 0,
            buffer_margin_minutes: world.travel_buffer_minutes,
            offers_per_week: None,
            weights: Plan::NO_WEIGHTS,
            speakers: &nobody,
        };
        let fit = |volunteer: usize| Fit {
            volunteer,
            slots: assess(&wanted, &candidates[volunteer], &limits)
                .fitting_slots()
                .iter()
                .map(|slot| index(*slot))
                .collect(),
        };
        let speaks = |at: &usize| world.volunteers[*at].languages.contains(&request.language);
        let all = (0..candidates.len()).filter(speaks).map(fit);
        all.filter(|fit| !fit.slots.is_empty()).collect()
    };
    world.requests.iter().map(fits).collect()
}

fn gender(gender: world::Gender) -> Gender {
    match gender {
        world::Gender::Female => Gender::Female,
        world::Gender::Male => Gender::Male,
        world::Gender::Diverse => Gender::Diverse,
    }
}
