//! How a policy is run: the pool's own numbers for the shipped default, the bare policy for those it is compared with.

use chrono::Duration;

use crate::{
    dispatch::{Policy, Waves},
    forecast,
    matching::Weights,
    settings::Rules,
};

#[derive(Clone, Debug)]
pub struct Plan {
    pub policy: Policy,
    /// At most so many offers to one volunteer in 7 days.
    pub cap: Option<u32>,
    pub weights: Weights,
    pub waves: Waves,
    pub forecast: forecast::Settings,
    /// By then the pool wants to have found somebody.
    pub target: Duration,
    /// Waking time to answer in.
    pub answer_window: Duration,
}

impl Plan {
    pub const NO_WEIGHTS: Weights = Weights {
        forecast: 0,
        recent_assignment: 0,
        recent_offer: 0,
        rare_language: 0,
        same_volunteer: 0,
        preferred_gender: 0,
        neighbour_percent: 0,
        level_step: 0,
        travel_minute: 0,
    };

    /// What a pool of these rules does.
    pub fn of_the_pool(rules: &Rules) -> Self {
        let numbers = rules.numbers();
        Self {
            policy: rules.dispatch().policy,
            cap: u32::try_from(numbers.weekly_offer_cap).ok(),
            weights: rules.weights(),
            waves: rules.dispatch().waves(),
            forecast: forecast::Settings::DEFAULT,
            target: Duration::hours(numbers.service_target_hours),
            answer_window: Duration::hours(numbers.offer_answer_hours),
        }
    }

    /// The policy alone, as it is usually run: no cap, and whoever was asked longest ago comes first.
    pub fn bare(policy: Policy, rules: &Rules) -> Self {
        Self {
            policy,
            cap: None,
            weights: Self::NO_WEIGHTS,
            ..Self::of_the_pool(rules)
        }
    }
}
