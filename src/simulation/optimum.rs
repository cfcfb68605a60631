//! The most requests that one could fill knowing everything: every latent answer to a first, unfatigued mail at the
//! moment of filing, as long as it comes before the slot closes; nobody who would withdraw; nobody in two places,
//! nobody above the weekly cap. An integer program, solved exactly in its independent parts.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use microlp::{ComparisonOp, OptimizationDirection, Problem};

use super::{
    behaviour, people,
    world::{Answer, World},
};
use crate::wall;

#[derive(Debug, thiserror::Error)]
#[error("the solver found no proven optimum: {0}")]
pub struct NoOptimum(String);

/// One way to fill a request.
struct Choice {
    request: usize,
    volunteer: usize,
    from: DateTime<Utc>,
    /// The way to the next one included.
    until: DateTime<Utc>,
    week: NaiveDate,
}

/// At most so many of these choices.
struct AtMost {
    choices: Vec<usize>,
    count: u32,
}

/// How many requests could be filled.
pub fn optimum(world: &World) -> Result<usize, NoOptimum> {
    let choices = choices(world);
    let limits = limits(world, &choices);
    let parts = parts(choices.len(), &limits);
    let mut filled = 0;
    for part in parts.values() {
        filled += most(&part.choices, &part.limits, &limits)?;
    }
    Ok(filled)
}

fn choices(world: &World) -> Vec<Choice> {
    let asleep = people::asleep(world);
    let answers: HashMap<(&str, &str), &Answer> = world
        .answers
        .iter()
        .map(|answer| ((answer.request.as_str(), answer.volunteer.as_str()), answer))
        .collect();
    let buffer = Duration::minutes(i64::from(world.travel_buffer_minutes));
    let mut choices = Vec::new();
    for (at, fits) in people::fitting(world).into_iter().enumerate() {
        let request = &world.requests[at];
        for fit in fits {
            let volunteer = &world.volunteers[fit.volunteer];
            let Some(answer) = answers.get(&(request.id.as_str(), volunteer.id.as_str())) else {
                continue;
            };
            let filed = request.created_at;
            let chance =
                behaviour::fresh_chance(&world.behaviour, volunteer.willingness, request.latest_start(), filed);
            if answer.u >= chance || answer.withdraws_at.is_some() {
                continue;
            }
            let answered = asleep.add_waking(filed, behaviour::from_hours(answer.delay_hours));
            for slot in fit.slots.iter().map(|slot| &request.slots[*slot]) {
                if answered <= request.closes(slot) {
                    let day = wall::day_of(world.timezone, slot.start);
                    choices.push(Choice {
                        request: at,
                        volunteer: fit.volunteer,
                        from: slot.start,
                        until: slot.end + buffer,
                        week: day.week(chrono::Weekday::Mon).checked_first_day().unwrap_or(day),
                    });
                }
            }
        }
    }
    choices
}

/// Only what can bind.
fn limits(world: &World, choices: &[Choice]) -> Vec<AtMost> {
    let mut requests: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut weeks: BTreeMap<(usize, NaiveDate), Vec<usize>> = BTreeMap::new();
    let mut people: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, choice) in choices.iter().enumerate() {
        requests.entry(choice.request).or_default().push(at);
        weeks.entry((choice.volunteer, choice.week)).or_default().push(at);
        people.entry(choice.volunteer).or_default().push(at);
    }
    let one = |choices: Vec<usize>| AtMost { choices, count: 1 };
    let mut limits: Vec<AtMost> = requests.into_values().map(one).collect();
    limits.extend(weeks.into_iter().map(|((volunteer, _), choices)| AtMost {
        choices,
        count: world.volunteers[volunteer].weekly_cap,
    }));
    for own in people.into_values() {
        // Whatever goes on at the moment one begins excludes each other.
        for &at in &own {
            let begins = choices[at].from;
            let together = own.iter().copied();
            let together = together.filter(|other| choices[*other].from <= begins && begins < choices[*other].until);
            limits.push(one(together.collect()));
        }
    }
    limits.retain(|limit| limit.choices.len() > limit.count as usize);
    limits
}

#[derive(Default)]
struct Part {
    choices: Vec<usize>,
    limits: Vec<usize>,
}

/// Choices that no limit ties together are decided apart.
fn parts(choices: usize, limits: &[AtMost]) -> BTreeMap<usize, Part> {
    let mut parent: Vec<usize> = (0..choices).collect();
    fn root(parent: &mut [usize], mut at: usize) -> usize {
        while parent[at] != at {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        at
    }
    for limit in limits {
        for &choice in &limit.choices[1..] {
            let (a, b) = (root(&mut parent, limit.choices[0]), root(&mut parent, choice));
            parent[a] = b;
        }
    }
    let mut parts: BTreeMap<usize, Part> = BTreeMap::new();
    for choice in 0..choices {
        parts.entry(root(&mut parent, choice)).or_default().choices.push(choice);
    }
    for (at, limit) in limits.iter().enumerate() {
        parts
            .entry(root(&mut parent, limit.choices[0]))
            .or_default()
            .limits
            .push(at);
    }
    parts
}

fn most(choices: &[usize], own: &[usize], limits: &[AtMost]) -> Result<usize, NoOptimum> {
    if own.is_empty() {
        return Ok(choices.len());
    }
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let variables: HashMap<usize, _> = choices
        .iter()
        .map(|choice| (*choice, problem.add_binary_var(1.0)))
        .collect();
    for limit in own.iter().map(|limit| &limits[*limit]) {
        let sum: Vec<_> = limit.choices.iter().map(|choice| (variables[choice], 1.0)).collect();
        problem.add_constraint(&sum, ComparisonOp::Le, f64::from(limit.count));
    }
    let outcome = problem.solve().map_err(|error| NoOptimum(error.to_string()))?;
    let solution = outcome
        .into_solution()
        .map_err(|_| NoOptimum("it stopped early".to_owned()))?;
    Ok(solution.objective().round() as usize)
}
