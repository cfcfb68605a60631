//! A promise, not an average: nobody gets more offers in seven days than the pool allows.

use chrono::Duration;
use sprachpool::{
    act::Actor,
    app::Shared,
    q,
    requests::{SearchId, search},
};

use crate::support::pool::{Options, at, each_pool};

async fn step(app: &Shared, search: SearchId) {
    let mut tx = app.db.begin().await.expect("it begins");
    let rules = app.rules(&mut tx).await.expect("the rules are whole");
    let act = app.act(Actor::Service);
    search::step(&mut tx, &act, &rules, &app.keys, search)
        .await
        .expect("it steps");
    app.commit(tx).await.expect("it commits");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn forty_searches_at_once_ask_each_volunteer_five_times_together() {
    each_pool(Options::default, async |pool| {
        let mut searches = Vec::new();
        for day in 9..13 {
            for hour in 8..18 {
                let mut new = pool.wanted();
                new.form_key = pool.app.ids.uuid(pool.app.clock.now());
                new.slots = vec![crate::support::pool::slot(
                    day,
                    &format!("{hour:02}:00"),
                    &format!("{hour:02}:45"),
                )];
                let filed = pool.file(&new).await;
                searches.push(pool.request(filed.id).await.search.expect("a search began").id);
            }
        }
        assert_eq!(searches.len(), 40);
        let steps = searches.iter().map(|search| {
            let (app, search) = (pool.app.clone(), *search);
            tokio::spawn(async move { step(&app, search).await })
        });
        for step in steps.collect::<Vec<_>>() {
            step.await.expect("none fails");
        }
        for who in &pool.speakers {
            let offers = pool
                .count(q!("SELECT COUNT(*) FROM offer WHERE volunteer_id = $1", *who))
                .await;
            assert_eq!(offers, 5, "as many as the pool allows, and no more");
        }
        let waiting = pool.count(q!("SELECT COUNT(*) FROM timer WHERE kind = 'search'")).await;
        let given_up = pool
            .count(q!("SELECT COUNT(*) FROM task WHERE kind = 'nobody_found'"))
            .await;
        assert_eq!(waiting + given_up, 40, "each has a next step or a person");
    })
    .await;
}

#[tokio::test]
async fn what_waits_in_the_outbox_counts_and_what_left_it_late_counts_from_then() {
    each_pool(Options::default, async |pool| {
        // Handed over on Monday 8 March, at 9:12.
        for _ in 0..5 {
            let mut new = pool.wanted();
            new.form_key = pool.app.ids.uuid(pool.app.clock.now());
            pool.file(&new).await;
        }
        pool.work().await;
        let mut new = pool.wanted();
        new.form_key = pool.app.ids.uuid(pool.app.clock.now());
        let sixth = pool.file(&new).await.id;
        pool.work().await;
        assert_eq!(pool.offers(sixth).await.len(), 0);
        // A week later the first ones no longer count; the appointment is on the 16th.
        pool.work_at(at(3, 15, 9, 11)).await;
        assert_eq!(pool.offers(sixth).await.len(), 0);
        pool.work_at(at(3, 15, 9, 12) + Duration::seconds(1)).await;
        assert_eq!(pool.offers(sixth).await.len(), 2, "asked as soon as they may be");
    })
    .await;
}
