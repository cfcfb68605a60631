//! Wall times that narrowing must not take at their word.

use chrono::{DateTime, Duration, Utc};
use sprachpool::{
    act::Actor,
    matching::Window,
    requests::{best, candidates},
};

use crate::support::{
    people,
    pool::{Options, Pool, at, each_pool},
};

/// One who is free only then is found for that hour.
async fn is_found(pool: &Pool, windows: &[(u8, &str, &str)], starts_at: DateTime<Utc>) {
    let request = pool.file(&pool.wanted()).await.id;
    let mut request = pool.request(request).await;
    request.slots[0].starts_at = starts_at;
    request.slots[0].ends_at = starts_at + Duration::hours(1);
    let mut tx = pool.app.db.begin().await.expect("it begins");
    let mut new = people::amina();
    new.email = "nilofar.azizi@post.example".parse().expect("an address");
    let time = |text: &str| text.parse().expect("a time");
    new.availability = windows
        .iter()
        .map(|(weekday, from, until)| Window {
            weekday: *weekday,
            from: time(from),
            until: time(until),
        })
        .collect();
    let who = people::volunteer(&mut tx, &pool.app.act(Actor::Command), &new).await;
    let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
    let now = pool.app.clock.now();
    let all = candidates::assess_all(&mut tx, &rules, &request, now)
        .await
        .expect("it reads");
    let can = all
        .iter()
        .any(|one| one.volunteer == who && one.assessment.is_eligible());
    assert!(can, "{windows:?} does not fit {starts_at}");
    let found = best(&mut tx, &rules, &request, now, |_| false)
        .await
        .expect("it reads")
        .people;
    assert!(
        found.iter().any(|one| one.volunteer == who),
        "{windows:?} is lost for {starts_at}"
    );
    tx.rollback().await.expect("it ends");
}

#[tokio::test]
async fn a_window_that_goes_on_after_midnight_is_found() {
    each_pool(Options::default, async |pool| {
        is_found(pool, &[(7, "22:00", "24:00"), (1, "00:00", "02:00")], at(3, 14, 23, 30)).await;
    })
    .await;
}

/// On 31 October it is 2:15 twice. Who is free from 2:30 on is free from the first 2:30 on: before the second 2:15.
#[tokio::test]
async fn an_hour_that_comes_twice_is_found() {
    let second_quarter_past_two = at(10, 31, 1, 15) + Duration::hours(2);
    each_pool(Options::default, async |pool| {
        is_found(pool, &[(7, "02:30", "04:00")], second_quarter_past_two).await;
    })
    .await;
}

/// On 28 March 2:00 becomes 3:00. Who is free from 2:30 on is free from that jump on.
#[tokio::test]
async fn an_hour_that_is_left_out_is_found() {
    let jump = at(3, 28, 3, 0);
    each_pool(Options::default, async |pool| {
        is_found(pool, &[(7, "02:30", "05:00")], jump).await;
    })
    .await;
}
