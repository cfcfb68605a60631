//! Yeses, noes and silence of real offers, on both engines.

use sprachpool::{forecast::Pool as Sums, q, requests::forecast};

use crate::support::pool::{Options, Pool, at, each_pool};

async fn known(pool: &Pool, at: usize) -> Option<forecast::Known> {
    let mut tx = pool.app.db.begin().await.expect("it begins");
    forecast::of_volunteer(&mut tx, pool.speakers[at])
        .await
        .expect("it reads")
}

async fn sums(pool: &Pool) -> Sums {
    let mut tx = pool.app.db.begin().await.expect("it begins");
    forecast::load(&mut tx).await.expect("it reads")
}

async fn to_learn(pool: &Pool) -> i64 {
    pool.count(q!("SELECT COUNT(*) FROM offer WHERE learned_at IS NULL"))
        .await
}

#[tokio::test]
async fn yes_no_and_silence_are_learned_some_hours_later_and_only_once() {
    let options = || Options {
        more_speakers: 2,
        in_parallel: 4,
        ..Options::default()
    };
    each_pool(options, async |pool| {
        let request = pool.asked().await;
        let offers = pool.offers(request).await;
        let of = |who| {
            offers
                .iter()
                .find(|offer| offer.volunteer == who)
                .expect("was asked")
                .id
        };
        pool.decline(of(pool.speakers[1])).await.expect("a no");
        pool.accept(of(pool.speakers[0])).await.expect("a yes");
        assert_eq!(known(pool, 0).await, None, "learning is not the answer's work");

        pool.pass_until(at(3, 8, 16, 0)).await;
        let (yes, no) = (
            known(pool, 0).await.expect("known"),
            known(pool, 1).await.expect("known"),
        );
        assert_eq!((yes.offers, yes.yes, yes.no), (1, 1, 0));
        assert_eq!((no.offers, no.yes, no.no), (1, 0, 1));
        // The others were closed a moment after they were asked: there was hardly time to answer.
        let silent = known(pool, 2).await.expect("known");
        assert_eq!((silent.offers, silent.yes, silent.no), (1, 0, 0));
        assert!(
            silent.seen.exposure_milli < no.seen.exposure_milli / 10,
            "{silent:?} {no:?}"
        );
        assert_eq!(to_learn(pool).await, 0);
        let learned = sums(pool).await;
        assert_eq!(learned.all.yes, 1);

        pool.pass_until(at(3, 12, 16, 0)).await;
        assert_eq!(sums(pool).await, learned, "only once");
    })
    .await;
}

#[tokio::test]
async fn who_says_nothing_for_thirty_waking_hours_counts_as_silent() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        assert_eq!(pool.offers(request).await.len(), 2);
        pool.pass_until(at(3, 10, 9, 0)).await;
        assert_eq!(known(pool, 0).await, None, "27 waking hours");
        pool.pass_until(at(3, 11, 9, 0)).await;
        let silent = known(pool, 0).await.expect("known");
        assert_eq!((silent.offers, silent.yes, silent.no), (1, 0, 0));
    })
    .await;
}

#[tokio::test]
async fn what_was_learned_of_one_can_be_forgotten_and_does_not_come_back() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        let offer = pool.offer_to(request, pool.who.basir).await.id;
        pool.decline(offer).await.expect("a no");
        pool.pass_until(at(3, 8, 16, 0)).await;
        assert!(known(pool, 1).await.is_some());
        let before = sums(pool).await;

        for who in [0, 1] {
            let mut tx = pool.app.db.begin().await.expect("it begins");
            let act = pool.app.act(sprachpool::act::Actor::Service);
            forecast::forget(&mut tx, &act, pool.speakers[who])
                .await
                .expect("it forgets");
            pool.app.commit(tx).await.expect("it commits");
        }
        assert_eq!(known(pool, 1).await, None);
        // Amina's offer is still open: it is not learned from any more.
        pool.pass_until(at(3, 12, 16, 0)).await;
        assert_eq!((known(pool, 0).await, known(pool, 1).await), (None, None));
        assert_eq!(sums(pool).await, before, "the pool's sums name nobody and stay");
    })
    .await;
}
