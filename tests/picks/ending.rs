//! Whatever ends a hold: the willing hear it, and their time is free.

use chrono::Duration;
use sprachpool::{
    act::Actor,
    dispatch::Policy,
    requests::{self, CloseReason},
    volunteers,
};

use super::{against, change, kinds_of_tasks, newest_offer, own, says_yes, to_pick, willing};
use crate::support::pool::{Options, Pool, each_pool};

/// Amina has said yes; then something happens to it.
async fn ended(pool: &Pool, kind: &str, event: impl AsyncFn(requests::RequestId)) {
    let request = to_pick(pool, 3).await;
    says_yes(pool, request, pool.who.amina).await;
    pool.work().await;
    pool.later(Duration::minutes(1)).await;
    event(request).await;
    pool.work().await;
    assert_eq!(willing(pool, request).await, []);
    assert_eq!(pool.sent(kind), 1, "Amina hears it");
    let told = pool.sent("hold_ended") + pool.sent("offer_cancelled");
    assert!(told <= 2, "once");
    assert!(!kinds_of_tasks(pool).await.contains(&"choose".to_owned()));
}

#[tokio::test]
async fn by_a_cancellation() {
    each_pool(Options::default, async |pool| {
        let request = to_pick(pool, 3).await;
        says_yes(pool, request, pool.who.amina).await;
        pool.cancel(request).await.expect("it stands");
        pool.work().await;
        assert_eq!(willing(pool, request).await, []);
        assert_eq!(
            (pool.sent("offer_cancelled"), pool.sent("hold_ended")),
            (2, 0),
            "one mail each"
        );
        assert_eq!(kinds_of_tasks(pool).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn by_closing_the_request() {
    each_pool(Options::default, async |pool| {
        ended(pool, "hold_ended", async |request| {
            let mut tx = pool.app.db.begin().await.expect("it begins");
            let act = pool.app.act(Actor::Person(pool.who.cora));
            requests::close(&mut tx, &act, request, CloseReason::OtherHelp, "")
                .await
                .expect("it is open");
            pool.app.commit(tx).await.expect("it commits");
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn by_a_change_of_the_search() {
    each_pool(Options::default, async |pool| {
        ended(pool, "hold_ended", async |request| {
            change(pool, request, &own(Policy::Broadcast))
                .await
                .expect("it is open");
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn by_a_pause_by_link_or_by_the_desk() {
    for by_link in [true, false] {
        each_pool(Options::default, async |pool| {
            ended(pool, "hold_ended", async |_| {
                let mut tx = pool.app.db.begin().await.expect("it begins");
                let act = pool.app.act(Actor::Person(pool.who.cora));
                let until = act.now + Duration::days(30);
                let amina = pool.who.amina;
                let paused = if by_link {
                    volunteers::pause_by_link(&mut tx, &act, amina, until).await
                } else {
                    volunteers::pause(&mut tx, &act, amina, Some(until)).await
                };
                assert!(paused.expect("it writes"));
                pool.app.commit(tx).await.expect("it commits");
            })
            .await;
        })
        .await;
    }
}

#[tokio::test]
async fn by_leaving_the_pool() {
    each_pool(Options::default, async |pool| {
        ended(pool, "hold_ended", async |_| {
            let mut tx = pool.app.db.begin().await.expect("it begins");
            let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
            let act = pool.app.act(Actor::Person(pool.who.cora));
            let left = volunteers::leave(&mut tx, &act, &rules, pool.who.amina).await;
            assert!(left.expect("nothing holds her"));
            pool.app.commit(tx).await.expect("it commits");
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn by_a_ban_that_is_never_told() {
    each_pool(Options::default, async |pool| {
        ended(pool, "hold_ended", async |request| {
            let institution = pool.request(request).await.institution;
            let mut tx = pool.app.db.begin().await.expect("it begins");
            let act = pool.app.act(Actor::Person(pool.who.cora));
            requests::offers::close_for(&mut tx, &act, institution, pool.who.amina)
                .await
                .expect("it closes");
            pool.app.commit(tx).await.expect("it commits");
        })
        .await;
        let mails = pool.mails.all();
        let mail = mails.iter().find(|mail| mail.kind == "hold_ended").expect("a mail");
        assert!(!mail.text.contains("Jemand anderes"), "{}", mail.text);
    })
    .await;
}

#[tokio::test]
async fn and_afterwards_the_time_is_free() {
    each_pool(Options::default, async |pool| {
        let request = to_pick(pool, 3).await;
        let other = pool.asked().await;
        says_yes(pool, request, pool.who.amina).await;
        assert_ne!(against(pool, other, pool.who.amina).await, []);
        pool.cancel(request).await.expect("it stands");
        assert_eq!(against(pool, other, pool.who.amina).await, []);
        pool.accept(newest_offer(pool, other, pool.who.amina).await)
            .await
            .expect("she is free");
    })
    .await;
}
