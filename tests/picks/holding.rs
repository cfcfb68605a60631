//! A yes where a coordinator picks holds the time, and can be taken back.

use sprachpool::{
    matching::Reason,
    q,
    requests::{offers::AcceptError, store::OfferState},
};

use super::{against, choose, coming, kinds_of_tasks, more, newest_offer, says_yes, says_yes_to, to_pick, willing};
use crate::support::pool::{Options, at, each_pool};

#[tokio::test]
async fn a_yes_books_nobody_holds_the_time_and_makes_one_task() {
    each_pool(Options::default, async |pool| {
        let request = to_pick(pool, 3).await;
        let amina = pool.who.amina;
        says_yes(pool, request, amina).await;
        says_yes(pool, request, pool.who.basir).await;
        pool.work().await;
        assert_eq!(coming(pool, request).await, []);
        assert_eq!(willing(pool, request).await.len(), 2);
        assert_eq!(kinds_of_tasks(pool).await, ["choose"]);
        let due = pool.tasks().await[0].due_at;
        let deadline = pool.request(request).await.search.expect("it runs").deadline;
        assert!(pool.app.clock.now() < due && due < deadline, "{due}");
        assert_eq!((pool.sent("offer_willing"), pool.sent("assignment_confirmed")), (2, 0));
        // Said twice it is one yes.
        says_yes(pool, request, amina).await;
        pool.work().await;
        assert_eq!(pool.sent("offer_willing"), 2);
        let forecast = q!("SELECT COUNT(*) FROM offer WHERE willing_at IS NOT NULL AND state = 'sent'");
        assert_eq!(pool.count(forecast).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_held_time_is_busy_for_every_other_request_and_free_when_it_ends() {
    each_pool(Options::default, async |pool| {
        let amina = pool.who.amina;
        // Asked for both before she has answered either.
        let other = pool.asked().await;
        let request = to_pick(pool, 3).await;
        let held = says_yes(pool, request, amina).await;
        let busy = |reasons: &[Reason]| reasons.iter().any(|reason| matches!(reason, Reason::Busy { .. }));
        assert!(busy(&against(pool, other, amina).await), "when somebody is asked");
        assert!(
            !busy(&against(pool, request, amina).await),
            "not for the request itself"
        );
        let offer = newest_offer(pool, other, amina).await;
        match says_yes_to(pool, offer, None).await {
            Err(AcceptError::NoLongerPossible(reasons)) => assert!(busy(&reasons), "{reasons:?}"),
            answer => panic!("held twice: {answer:?}"),
        }
        pool.decline(held).await.expect("she takes it back");
        assert!(!busy(&against(pool, other, amina).await));
        pool.accept(offer).await.expect("her time is free");
    })
    .await;
}

#[tokio::test]
async fn a_yes_taken_back_is_replaced_and_the_last_one_settles_the_task() {
    each_pool(more(3), async |pool| {
        let request = to_pick(pool, 2).await;
        let asked: Vec<_> = pool.offers(request).await.iter().map(|offer| offer.volunteer).collect();
        assert_eq!(asked.len(), 2, "as many as are to choose from");
        let first = says_yes(pool, request, asked[0]).await;
        says_yes(pool, request, asked[1]).await;
        pool.work().await;
        assert_eq!(pool.offers(request).await.len(), 2, "nobody is asked in vain");
        pool.decline(first).await.expect("back");
        pool.work().await;
        assert_eq!(pool.offers(request).await.len(), 3);
        assert_eq!(kinds_of_tasks(pool).await, ["choose"]);
        pool.decline(newest_offer(pool, request, asked[1]).await)
            .await
            .expect("back");
        pool.work().await;
        assert_eq!(kinds_of_tasks(pool).await, Vec::<String>::new());
        // Changed their mind once more.
        says_yes(pool, request, asked[1]).await;
        assert_eq!(kinds_of_tasks(pool).await, ["choose"]);
    })
    .await;
}

#[tokio::test]
async fn a_yes_is_no_silence_and_no_late_report_of_a_mail_server_undoes_it() {
    each_pool(more(3), async |pool| {
        let request = to_pick(pool, 1).await;
        let only = pool.offers(request).await[0].clone();
        says_yes(pool, request, only.volunteer).await;
        pool.work_at(at(3, 10, 12, 0)).await;
        assert_eq!(
            pool.offers(request).await.len(),
            1,
            "two days later nobody else was asked"
        );
        let mut tx = pool.app.db.begin().await.expect("it begins");
        let act = pool.app.act(sprachpool::act::Actor::Service);
        sprachpool::requests::offers::bounced(&mut tx, &act, only.id)
            .await
            .expect("it is read");
        pool.app.commit(tx).await.expect("it commits");
        assert_eq!(pool.offers(request).await[0].state, OfferState::Sent);
        choose(pool, request, only.id).await.expect("still willing");
        assert_eq!(coming(pool, request).await, [only.volunteer]);
    })
    .await;
}
