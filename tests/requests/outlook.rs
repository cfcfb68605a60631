//! What a page says comes next is what comes next, whichever the way of asking.

use chrono::{DateTime, Utc};
use sprachpool::{
    dispatch::GiveUpReason,
    requests::{self, Next, Outlook, RequestId},
};

use crate::support::pool::{Options, Pool, at, each_pool};

async fn outlook(pool: &Pool, request: RequestId) -> Option<Outlook> {
    let request = pool.request(request).await;
    let mut tx = pool.app.db.read().await.expect("it reads");
    let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
    let outlook = requests::outlook(&mut tx, &rules, &request, pool.app.clock.now()).await;
    tx.commit().await.expect("it ends");
    outlook.expect("it reads")
}

/// Nobody ever answers: step by step until the search ends.
async fn it_comes_as_foretold(policy: &'static str, speakers: usize) {
    let options = || Options {
        more_speakers: speakers - 2,
        policy: Some(policy),
        ..Options::default()
    };
    each_pool(options, async |pool| {
        let request = pool.asked().await;
        let mut asked = pool.offers(request).await.len();
        assert!(asked > 0, "{policy} begins at once");
        let mut steps = 0;
        while let Some(next) = outlook(pool, request).await {
            steps += 1;
            assert!(steps < 100, "{policy} comes to an end");
            let before: DateTime<Utc> = pool.app.clock.now();
            assert!(before < next.at, "{policy}: {next:?}");
            assert_eq!(next.unasked, speakers - asked);
            pool.work_at(next.at).await;
            let now_asked = pool.offers(request).await.len();
            let goes_on = outlook(pool, request).await.is_some();
            match next.next {
                // What was learned from silence in the meantime may change a wave by a little.
                Next::Asks(_) if policy == "waves" => assert!(now_asked > asked, "{next:?}"),
                Next::Asks(count) => assert_eq!(now_asked, asked + count, "{policy}: {next:?}"),
                Next::Chooses => panic!("{policy}: nobody is willing"),
                Next::Ends(_) => assert!(now_asked == asked && !goes_on, "{policy}: {next:?}"),
            }
            asked = now_asked;
        }
        assert_eq!(pool.sent("nobody_found"), 1);
    })
    .await;
}

#[tokio::test]
async fn in_waves_it_comes_as_foretold() {
    it_comes_as_foretold("waves", 9).await;
}

#[tokio::test]
async fn three_at_a_time_it_comes_as_foretold() {
    it_comes_as_foretold("rolling:3", 7).await;
}

#[tokio::test]
async fn one_by_one_it_comes_as_foretold() {
    it_comes_as_foretold("one_by_one:4", 4).await;
}

#[tokio::test]
async fn all_at_once_it_comes_as_foretold() {
    it_comes_as_foretold("broadcast", 4).await;
}

#[tokio::test]
async fn a_step_that_falls_into_the_night_comes_at_seven_and_says_why() {
    let options = || Options {
        more_speakers: 10,
        policy: Some("waves"),
        ..Options::default()
    };
    each_pool(options, async |pool| {
        pool.app.clock.set(at(3, 8, 19, 30));
        let request = pool.asked().await;
        pool.app.clock.set(at(3, 8, 23, 0));
        for offer in pool.offers(request).await {
            pool.decline(offer.id).await.expect("a no is taken at night");
        }
        pool.work().await;
        let next = outlook(pool, request).await.expect("it goes on");
        assert_eq!((next.at, next.after_night), (at(3, 9, 7, 0), true));
        assert!(next.asks() > 0);
    })
    .await;
}

#[tokio::test]
async fn when_everybody_is_asked_it_says_when_the_search_ends() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        let deadline = pool.request(request).await.search.expect("it runs").deadline;
        let next = outlook(pool, request).await.expect("it runs");
        assert_eq!(next.unasked, 0);
        assert_eq!(
            (next.at, next.next),
            (deadline, Next::Ends(GiveUpReason::DeadlinePassed))
        );
    })
    .await;
}

#[tokio::test]
async fn who_had_enough_offers_is_counted_apart_with_the_time_when_they_are_free() {
    each_pool(Options::default, async |pool| {
        for _ in 0..5 {
            pool.asked().await;
        }
        let sixth = pool.asked().await;
        assert!(pool.offers(sixth).await.is_empty());
        let next = outlook(pool, sixth).await.expect("it waits for them");
        assert_eq!(next.unasked, 0);
        assert_eq!(next.free_again_at, Some(at(3, 15, 9, 12)));
        assert_eq!((next.at, next.next), (at(3, 15, 9, 12), Next::Asks(2)));
        pool.pass_until(next.at).await;
        assert_eq!(pool.offers(sixth).await.len(), 2);
    })
    .await;
}
