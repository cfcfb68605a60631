//! Two weeks of five volunteers and eight requests, followed mail by mail with pencil and paper.

use std::path::Path;

use sprachpool::simulation::{Log, Measures, measure, read, world::World};

use super::{plan, year};

fn world() -> World {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/simulation/tiny.json");
    read::read(&file).expect("a readable world")
}

/// "r0 v1 7 09:00": on which day of September which request was mailed to whom.
fn mails(world: &World, log: &Log) -> Vec<String> {
    let at = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&world.timezone).format("%-d %H:%M").to_string();
    // Mails of one instant have no order: their volunteers stand in that of the file.
    let mut mails = log.mails.clone();
    mails.sort_by_key(|mail| (mail.at, mail.request, mail.volunteer));
    mails
        .iter()
        .map(|mail| format!("r{} v{} {}", mail.request, mail.volunteer, at(mail.at)))
        .collect()
}

fn holders(log: &Log) -> Vec<(usize, usize)> {
    log.fills.iter().map(|fill| (fill.request, fill.volunteer)).collect()
}

fn run(policy: &str) -> (Vec<String>, Vec<(usize, usize)>, Measures) {
    let world = world();
    let log = year(&world, &plan(policy));
    (mails(&world, &log), holders(&log), measure(&world, &log))
}

#[test]
fn broadcast_sends_these_seventeen_mails() {
    let (mails, holders, measures) = run("broadcast");
    let expected = [
        "r0 v0 7 09:00",
        "r0 v1 7 09:00",
        "r0 v2 7 09:00",
        "r1 v0 7 10:00",
        "r1 v2 7 10:00",
        "r2 v0 7 16:00",
        "r2 v4 7 16:00",
        "r3 v0 8 09:00",
        "r3 v3 8 09:00",
        "r4 v0 9 18:00",
        "r4 v4 9 18:00",
        "r3 v0 10 07:00",
        "r5 v1 12 07:00",
        "r6 v0 14 08:00",
        "r4 v0 16 07:00",
        "r7 v0 17 07:00",
        "r7 v4 17 07:00",
    ];
    assert_eq!(mails, expected);
    // r3 by v3 and r4 by v4 are given back and stay empty.
    assert_eq!(holders, [(0, 1), (1, 0), (2, 4), (3, 3), (4, 4), (5, 1)]);
    assert_eq!((measures.filled, measures.requests, measures.too_late), (4, 8, 2));
    assert_eq!((measures.withdrawn, measures.refilled), (2, 0.0));
    assert_eq!((measures.hours_to_fill_p50, measures.hours_to_fill_p90), (8.875, 14.75));
    // Six in the first week from Monday on, and one more within seven days of the first.
    assert_eq!((measures.weeks_above_5_mails, measures.most_mails_in_7_days), (10.0, 7));
    assert_eq!((measures.mails_per_fill, measures.short_notice_fill), (4.25, 50.0));
}

#[test]
fn one_by_one_sends_these_thirteen_mails() {
    let (mails, holders, measures) = run("one_by_one:4");
    let expected = [
        "r0 v0 7 09:00",
        "r1 v2 7 10:00",
        "r2 v4 7 16:00",
        "r2 v0 7 20:00",
        "r3 v1 8 09:00",
        "r3 v3 8 13:00",
        "r4 v4 9 18:00",
        "r4 v0 10 07:00",
        "r5 v1 12 07:00",
        "r6 v0 14 08:00",
        "r4 v0 16 07:00",
        "r7 v4 17 07:00",
        "r7 v0 17 07:15",
    ];
    assert_eq!(mails, expected);
    assert_eq!(holders, [(0, 0), (2, 4), (3, 1), (4, 4), (5, 1), (4, 0), (7, 0)]);
    assert_eq!((measures.filled, measures.too_late), (6, 2));
    assert_eq!((measures.withdrawn, measures.refilled), (1, 100.0));
    assert_eq!((measures.recoverable, measures.recoverable_refilled), (1, 100.0));
    assert_eq!((measures.hours_to_fill_p50, measures.hours_to_fill_p90), (9.125, 14.75));
    assert_eq!((measures.short_notice_fill, measures.most_mails_in_7_days), (100.0, 4));
}

#[cfg(feature = "optimum")]
#[test]
fn seven_of_eight_could_be_filled() {
    let most = sprachpool::simulation::optimum::optimum(&world()).expect("a proven optimum");
    assert_eq!(most, 7);
}
