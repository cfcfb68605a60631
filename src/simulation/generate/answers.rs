//! What everybody would answer, whomever the policy asks.

use super::{Recipe, chance::Chance, rounded};
use crate::simulation::{
    people::Fit,
    world::{Answer, World},
};

/// Half of the answers come within three waking hours; some people are slower than others.
const DELAY: f64 = 1.12;
const PEOPLE_DIFFER: f64 = 0.48;
const ANSWERS_DIFFER: f64 = 1.1;
/// Of those who do not say yes, so many say no; the others stay silent.
const SAYS_NO: f64 = 0.45;
const WITHDRAWS: f64 = 0.05;

pub fn answers(recipe: &Recipe, world: &World, fitting: &[Vec<Fit>]) -> Vec<Answer> {
    let slowness: Vec<f64> = (0..world.volunteers.len())
        .map(|at| Chance::of(recipe.seed, "slowness", &[at]).normal() * PEOPLE_DIFFER)
        .collect();
    let mut answers = Vec::new();
    for (request, fitting) in fitting.iter().enumerate() {
        for &Fit { volunteer, .. } in fitting {
            let mut chance = Chance::of(recipe.seed, "answer", &[request, volunteer]);
            let u = rounded(chance.share(), 5);
            let delay = (DELAY + slowness[volunteer] + ANSWERS_DIFFER * chance.normal()).exp();
            let declines = chance.happens(SAYS_NO);
            let withdraws = chance.happens(WITHDRAWS);
            answers.push(Answer {
                request: world.requests[request].id.clone(),
                volunteer: world.volunteers[volunteer].id.clone(),
                u,
                delay_hours: rounded(delay.min(600.0), 5),
                declines,
                withdraws_at: withdraws.then(|| rounded(chance.beta(2.4, 1.4), 4)),
            });
        }
    }
    answers
}
