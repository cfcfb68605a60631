//! What a world file must hold beyond its form, so that the simulator need not ask again.

use std::{collections::HashSet, fmt};

use super::world::{Answer, Behaviour, Request, Volunteer, World};

/// Where in the file, and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub field: String,
    pub text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.text)
    }
}

pub fn check(world: &World) -> Result<(), Problem> {
    let [from, until] = world.waking;
    demand(world.weeks > 0, || ("weeks", "must be at least 1"))?;
    demand(from < until, || ("waking", "the first time must be before the second"))?;
    behaviour(&world.behaviour)?;
    let mut volunteers = HashSet::new();
    for (at, one) in world.volunteers.iter().enumerate() {
        let place = Place("volunteers", at);
        place.demand(volunteers.insert(one.id.as_str()), "id", "stands there twice")?;
        volunteer(one, &place)?;
    }
    let mut requests = HashSet::new();
    for (at, one) in world.requests.iter().enumerate() {
        let place = Place("requests", at);
        place.demand(requests.insert(one.id.as_str()), "id", "stands there twice")?;
        request(one, &place)?;
    }
    let mut pairs = HashSet::new();
    for (at, one) in world.answers.iter().enumerate() {
        let place = Place("answers", at);
        let (asked, who) = (one.request.as_str(), one.volunteer.as_str());
        place.demand(requests.contains(asked), "request", "there is no such request")?;
        place.demand(volunteers.contains(who), "volunteer", "there is no such volunteer")?;
        place.demand(pairs.insert((asked, who)), "volunteer", "answers this request twice")?;
        answer(one, &place)?;
    }
    Ok(())
}

fn behaviour(behaviour: &Behaviour) -> Result<(), Problem> {
    let (fatigue, load) = (behaviour.fatigue, behaviour.load);
    let not_negative = [fatigue.free_per_week, fatigue.rate, load.free, load.rate];
    demand(not_negative.iter().all(|number| *number >= 0.0), || {
        ("behaviour", "no number may be below 0")
    })?;
    demand((0.0..=1.0).contains(&fatigue.floor), || {
        ("behaviour.fatigue.floor", "must lie between 0 and 1")
    })?;
    let curve = &behaviour.lead_curve;
    let climbs = curve.windows(2).all(|pair| pair[0].0 < pair[1].0);
    demand(!curve.is_empty() && climbs, || {
        ("behaviour.lead_curve", "needs points, by growing hours")
    })
}

fn volunteer(one: &Volunteer, place: &Place) -> Result<(), Problem> {
    place.demand(!one.languages.is_empty(), "languages", "must name at least one")?;
    place.demand(
        (0.0..=1.0).contains(&one.willingness),
        "willingness",
        "must lie between 0 and 1",
    )?;
    for window in &one.availability {
        place.demand(
            (1..=7).contains(&window.weekday),
            "availability",
            "a weekday is 1 (Monday) to 7",
        )?;
        place.demand(window.from < window.to, "availability", "`from` must be before `to`")?;
    }
    let forwards = one.absences.iter().all(|(first, last)| first <= last);
    place.demand(forwards, "absences", "the first day must not be after the last")
}

fn request(one: &Request, place: &Place) -> Result<(), Problem> {
    place.demand(!one.slots.is_empty(), "slots", "must name at least one")?;
    let forwards = one.slots.iter().all(|slot| slot.start < slot.end);
    place.demand(forwards, "slots", "`start` must be before `end`")?;
    let before = one.deadline <= one.latest_start();
    place.demand(before, "deadline", "must not be after the latest slot's start")?;
    let somewhere = one.remote || one.district.is_some();
    place.demand(somewhere, "district", "is needed unless `remote` is true")
}

fn answer(one: &Answer, place: &Place) -> Result<(), Problem> {
    let part = |number: f64| (0.0..=1.0).contains(&number);
    place.demand(part(one.u), "u", "must lie between 0 and 1")?;
    // A year is more than any answer takes, and keeps the sums of times in bounds.
    let delay = (0.0..=8760.0).contains(&one.delay_hours);
    place.demand(delay, "delay_hours", "must lie between 0 and 8760")?;
    let withdraws = one.withdraws_at.is_none_or(part);
    place.demand(withdraws, "withdraws_at", "must be null or lie between 0 and 1")
}

struct Place(&'static str, usize);

impl Place {
    fn demand(&self, holds: bool, field: &str, text: &str) -> Result<(), Problem> {
        demand(holds, || (format!("{}[{}].{field}", self.0, self.1), text.to_owned()))
    }
}

fn demand<F: Into<String>, T: Into<String>>(holds: bool, problem: impl FnOnce() -> (F, T)) -> Result<(), Problem> {
    if holds {
        return Ok(());
    }
    let (field, text) = problem();
    Err(Problem {
        field: field.into(),
        text: text.into(),
    })
}
