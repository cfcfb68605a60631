//! Whatever the policy, the world and the luck: what is promised to volunteers holds in every single case.

use chrono::{Duration, Timelike};
use proptest::prelude::*;
use sprachpool::simulation::{
    Log, Measures,
    generate::{Kind, Recipe, generate},
    measure,
    world::World,
};

use super::{plan, year};

/// Few people and many requests: the pool is asked far too much.
fn busy_world(kind: Kind, seed: u64, alternatives: usize) -> World {
    generate(&Recipe {
        volunteers: 9,
        requests: 160,
        alternatives,
        ..Recipe::year(kind, seed)
    })
}

fn kinds() -> impl Strategy<Value = Kind> {
    prop_oneof![Just(Kind::Base), Just(Kind::Scarce), Just(Kind::Rich)]
}

fn policies() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just("default"),
        Just("waves"),
        Just("broadcast"),
        Just("one_by_one:4"),
        Just("rolling:3"),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn nobody_gets_more_than_the_cap_in_any_seven_days(
        kind in kinds(), policy in policies(), seed in 0u64..1_000_000, cap in 1u32..6, alternatives in 0usize..2,
    ) {
        let world = busy_world(kind, seed, alternatives);
        let mut plan = plan(policy);
        plan.cap = Some(cap);
        let log = year(&world, &plan);
        for mail in &log.mails {
            let week = log.mails.iter().filter(|other| {
                other.volunteer == mail.volunteer && other.at <= mail.at && mail.at < other.at + Duration::days(7)
            });
            prop_assert!(week.count() <= cap as usize);
        }
        let measures: Measures = measure(&world, &log);
        prop_assert!(measures.most_mails_in_7_days <= cap as usize);
    }

    #[test]
    fn no_mail_at_night_none_once_filled_none_after_the_deadline(
        kind in kinds(), policy in policies(), seed in 0u64..1_000_000, alternatives in 0usize..2,
    ) {
        let world = busy_world(kind, seed, alternatives);
        let log = year(&world, &plan(policy));
        for mail in &log.mails {
            let hour = mail.at.with_timezone(&world.timezone).hour();
            prop_assert!((7..21).contains(&hour), "{mail:?}");
            let request = &world.requests[mail.request];
            prop_assert!(request.created_at <= mail.at && mail.at < request.deadline, "{mail:?}");
            prop_assert!(!is_filled(&log, mail.request, mail.at), "{mail:?}");
        }
    }

    #[test]
    fn the_same_world_gives_the_same_year(kind in kinds(), policy in policies(), seed in 0u64..1_000_000) {
        let (world, plan) = (busy_world(kind, seed, 0), plan(policy));
        prop_assert_eq!(year(&world, &plan), year(&world, &plan));
    }
}

/// Filled before that instant, and not given back since.
fn is_filled(log: &Log, request: usize, at: chrono::DateTime<chrono::Utc>) -> bool {
    let fills = log.fills.iter().filter(|fill| fill.request == request && fill.at < at);
    let back = log
        .withdrawals
        .iter()
        .filter(|one| one.request == request && one.at <= at);
    fills.count() > back.count()
}

#[test]
fn the_pools_own_way_has_the_promised_cap() {
    assert_eq!(plan("default").cap, Some(5));
}
