//! Ids of one instant sort as they were made.

use chrono::{Duration, TimeZone, Utc};
use sprachpool::ids::Ids;

#[test]
fn ids_of_one_millisecond_count_up_and_later_ones_come_after() {
    let now = Utc.with_ymd_and_hms(2027, 3, 8, 8, 12, 0).single().expect("it exists");
    let ids = Ids::seeded(1);
    let mut made: Vec<_> = (0..70_000).map(|_| ids.uuid(now)).collect();
    made.push(ids.uuid(now + Duration::milliseconds(1)));
    assert!(made.is_sorted());
    assert!(made.windows(2).all(|pair| pair[0] != pair[1]));
    assert!(made.iter().all(|id| id.get_version_num() == 7));
}

#[test]
fn the_same_seed_gives_the_same_ids() {
    let now = Utc.with_ymd_and_hms(2027, 3, 8, 8, 12, 0).single().expect("it exists");
    let all = |seed| {
        let ids = Ids::seeded(seed);
        (0..5).map(|_| ids.uuid(now)).collect::<Vec<_>>()
    };
    assert_eq!(all(7), all(7));
    assert_ne!(all(7), all(8));
}
