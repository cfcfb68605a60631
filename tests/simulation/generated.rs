//! The worlds that are made look like the ones the policies are judged by.

use sprachpool::simulation::{
    Measures,
    generate::{Kind, Recipe, generate},
    measure,
    world::World,
};

use super::{plan, year};

fn measured(world: &World, policy: &str) -> Measures {
    measure(world, &year(world, &plan(policy)))
}

/// A whole year: 150 volunteers, 3,000 requests. `sprachpool simulate --generate base --seeds 10` shows the mean of ten.
#[test]
fn broadcast_fares_as_in_the_reference_table() {
    let year = measured(&generate(&Recipe::year(Kind::Base, 1)), "broadcast");
    // Table: 68.9, 1.6 / 11.9, 10.25, 14.7, .35. A single world is off by more than a mean.
    assert!((year.fill - 68.9).abs() < 4.0, "{year:?}");
    assert!((year.hours_to_fill_p50 - 1.6).abs() < 0.4, "{year:?}");
    assert!((year.mails_per_fill - 10.25).abs() < 1.5, "{year:?}");
    assert!((year.weeks_above_5_mails - 14.7).abs() < 4.0, "{year:?}");
    assert!((year.gini - 0.35).abs() < 0.04, "{year:?}");
}

fn small(kind: Kind, alternatives: usize) -> World {
    generate(&Recipe {
        volunteers: 60,
        requests: 500,
        alternatives,
        ..Recipe::year(kind, 7)
    })
}

#[test]
fn a_kind_changes_how_much_the_volunteers_can_give_and_nothing_else() {
    let [scarce, base, rich] = [Kind::Scarce, Kind::Base, Kind::Rich].map(|kind| small(kind, 0));
    assert!(scarce.answers.len() < base.answers.len() && base.answers.len() < rich.answers.len());
    for (one, other) in scarce.requests.iter().zip(&rich.requests) {
        assert_eq!(
            (&one.language, one.created_at, one.deadline),
            (&other.language, other.created_at, other.deadline)
        );
    }
    for (one, other) in scarce.volunteers.iter().zip(&rich.volunteers) {
        assert_eq!((&one.languages, one.weekly_cap), (&other.languages, other.weekly_cap));
    }
}

#[test]
fn alternative_dates_help() {
    let (one, two) = (small(Kind::Base, 0), small(Kind::Base, 1));
    assert!(two.requests.iter().filter(|request| request.slots.len() == 2).count() > 250);
    assert!(two.answers.len() > one.answers.len());
    assert!(measured(&two, "default").fill > measured(&one, "default").fill);
}

#[test]
fn the_pools_own_way_needs_far_fewer_mails() {
    let world = small(Kind::Base, 0);
    let (all, ours) = (measured(&world, "broadcast"), measured(&world, "default"));
    // So few requests wear nobody off: here everybody at once does no harm but the mails.
    assert!(ours.fill > all.fill - 4.0, "{ours:?} {all:?}");
    assert!(ours.mails < all.mails * 8 / 10, "{ours:?} {all:?}");
    assert!(ours.most_mails_in_7_days <= 5);
}
