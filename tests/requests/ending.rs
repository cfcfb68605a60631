//! S14, S31, S32: cancelled, given back, and given back too late for a link.

use sprachpool::{
    act::Actor,
    q,
    requests::{
        self, CancelError, OpeningState, Status,
        assignments::{GiveBackError, GivenBack},
        offers::{AcceptError, Closed},
        store::OfferState,
    },
};

use crate::support::pool::{Options, at, each_pool, wanted};

fn eight_speakers() -> Options {
    Options {
        more_speakers: 6,
        in_parallel: 6,
        ..Options::default()
    }
}

#[tokio::test]
async fn s14_cancelled_with_six_offers_open_all_six_hear_and_every_link_is_dead() {
    each_pool(eight_speakers, async |pool| {
        let new = wanted(&pool.app, pool.who.jobcenter, (16, "09:00", "10:00"));
        let request = pool.file(&new).await.id;
        pool.work().await;
        let offers = pool.offers(request).await;
        assert_eq!(offers.len(), 6);
        pool.cancel(request).await.expect("it is cancelled");
        assert!(matches!(pool.cancel(request).await, Err(CancelError::AlreadyCancelled)));
        pool.work().await;
        assert_eq!(pool.sent("offer_cancelled"), 6);
        assert_eq!(pool.sent("request_cancelled"), 1);
        for offer in &offers {
            match pool.accept(offer.id).await {
                Err(AcceptError::Closed(Closed::Cancelled)) => {}
                other => panic!("{other:?}"),
            }
        }
        // Nothing follows, however late it gets.
        let mails = pool.mails.all().len();
        pool.work_at(at(3, 15, 12, 0)).await;
        assert_eq!(pool.mails.all().len(), mails);
        assert_eq!(pool.count(q!("SELECT COUNT(*) FROM timer")).await, 0);
    })
    .await;
}

#[tokio::test]
async fn s14_an_offer_on_its_way_out_when_the_cancellation_comes_is_followed_by_it() {
    each_pool(Options::default, async |pool| {
        let request = pool.file(&pool.wanted()).await.id;
        pool.ask_only(request).await;
        let offer = pool.offer_to(request, pool.who.amina).await.id;
        pool.cancel(request).await.expect("it is cancelled");
        // The mail server took the offer in the same second.
        let mut tx = pool.app.db.begin().await.expect("it begins");
        let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
        let act = pool.app.act(Actor::Service);
        requests::offers::handed_over(&mut tx, &act, &rules, offer)
            .await
            .expect("it is recorded");
        pool.app.commit(tx).await.expect("it commits");
        pool.work().await;
        assert_eq!(pool.sent("offer_cancelled"), 1, "only she may have read it");
    })
    .await;
}

#[tokio::test]
async fn s14_cancelled_after_somebody_accepted() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        pool.accept(pool.offer_to(request, pool.who.amina).await.id)
            .await
            .expect("she comes");
        pool.work().await;
        pool.cancel(request).await.expect("it is cancelled");
        pool.work().await;
        assert_eq!(pool.sent("assignment_cancelled"), 1);
        assert_eq!(pool.sent("offer_cancelled"), 0, "Basir's offer had closed silently");
        let mail = pool
            .mails
            .all()
            .into_iter()
            .find(|mail| mail.kind == "assignment_cancelled")
            .expect("sent");
        let calendar = mail.calendar.as_deref().expect("a calendar file");
        assert!(
            calendar.contains("METHOD:CANCEL") && calendar.contains("SEQUENCE:1"),
            "{calendar}"
        );
        // She is free again.
        let again = pool.asked().await;
        pool.accept(pool.offer_to(again, pool.who.amina).await.id)
            .await
            .expect("her slot is free");
    })
    .await;
}

#[tokio::test]
async fn s31_given_back_in_time_the_search_goes_on_without_her() {
    each_pool(Options::default, async |pool| {
        let new = wanted(&pool.app, pool.who.kita, (12, "10:00", "11:00"));
        let filed = pool.file(&new).await;
        pool.work().await;
        let offer = pool.offer_to(filed.id, pool.who.amina).await.id;
        let held = pool.accept(offer).await.expect("she comes").assignment;
        pool.work().await;
        // Thursday 18:00 for Friday 10:00.
        pool.app.clock.set(at(3, 11, 18, 0));
        assert_eq!(pool.give_back(held).await.expect("in time"), GivenBack::SearchRestarted);
        assert!(matches!(pool.give_back(held).await, Err(GiveBackError::Ended)));
        pool.work().await;
        let request = pool.request(filed.id).await;
        assert_eq!(request.reference, filed.reference);
        assert!(matches!(request.status(pool.app.clock.now()), Status::Searching { .. }));
        let search = request.search.expect("it runs");
        assert_eq!(search.round, 2);
        let asked: Vec<_> = pool
            .offers(filed.id)
            .await
            .into_iter()
            .filter(|one| one.search == search.id)
            .collect();
        assert_eq!(asked.len(), 1);
        assert_eq!(asked[0].volunteer, pool.who.basir);
        assert_eq!(pool.sent("search_restarted"), 1, "the Kita is told");
        assert_eq!(pool.sent("assignment_given_back"), 1, "with a receipt");
        // Her old link says yes no more.
        assert!(pool.accept(offer).await.is_err());
        pool.accept(asked[0].id).await.expect("Basir comes");
    })
    .await;
}

#[tokio::test]
async fn s32_inside_the_lock_a_person_is_called_and_nothing_changes() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        let held = pool
            .accept(pool.offer_to(request, pool.who.amina).await.id)
            .await
            .expect("she comes")
            .assignment;
        pool.work().await;
        pool.app.clock.set(at(3, 16, 5, 1));
        for _ in 0..2 {
            assert_eq!(pool.give_back(held).await.expect("heard"), GivenBack::CallTheDesk);
        }
        let tasks = pool.tasks().await;
        assert_eq!(tasks.len(), 1, "one task, however often it is said");
        assert_eq!(tasks[0].kind, "withdrawal_in_lock");
        assert_eq!(tasks[0].volunteer_id, Some(pool.who.amina));
        assert_eq!(tasks[0].due_at, pool.app.clock.now());
        assert_eq!(pool.request(request).await.assignments.len(), 1);
        pool.app.clock.set(at(3, 16, 9, 0));
        assert!(matches!(pool.give_back(held).await, Err(GiveBackError::Over)));
    })
    .await;
}

/// What another place does settles no task that is about somebody else.
#[tokio::test]
async fn s32_the_urgent_task_stays_when_the_other_place_is_filled() {
    each_pool(Options::default, async |pool| {
        let mut new = wanted(&pool.app, pool.who.kita, (8, "12:00", "13:00"));
        new.openings = 2;
        let request = pool.file(&new).await.id;
        pool.work().await;
        let held = pool
            .accept(pool.offer_to(request, pool.who.amina).await.id)
            .await
            .expect("she comes")
            .assignment;
        assert_eq!(pool.give_back(held).await.expect("heard"), GivenBack::CallTheDesk);
        pool.accept(pool.offer_to(request, pool.who.basir).await.id)
            .await
            .expect("he comes");
        assert_eq!(pool.tasks().await.len(), 1, "somebody still has to call Amina");
    })
    .await;
}

#[tokio::test]
async fn given_back_after_the_other_place_stayed_empty_keeps_that_task() {
    each_pool(
        || Options {
            more_speakers: 1,
            ..Options::default()
        },
        async |pool| {
            let mut wanted = pool.wanted();
            wanted.openings = 2;
            let request = pool.file(&wanted).await.id;
            pool.work().await;
            let held = pool
                .accept(pool.offer_to(request, pool.who.amina).await.id)
                .await
                .expect("she comes")
                .assignment;
            pool.decline(pool.offer_to(request, pool.who.basir).await.id)
                .await
                .expect("a no is taken");
            let deadline = pool.request(request).await.search.expect("it runs").deadline;
            pool.pass_until(deadline).await;
            let empty = |state| move |opening: &&requests::Opening| opening.state == state;
            let openings = pool.request(request).await.openings;
            assert_eq!(openings.iter().filter(empty(OpeningState::Unfilled)).count(), 1);
            pool.give_back(held).await.expect("in time");
            pool.work().await;
            let search = pool.request(request).await.search.expect("it runs again").id;
            let again = pool
                .offers(request)
                .await
                .into_iter()
                .find(|offer| offer.search == search);
            let again = again.expect("somebody is left");
            assert_eq!(again.state, OfferState::Sent);
            pool.accept(again.id).await.expect("there is a place");
            let kinds: Vec<_> = pool.tasks().await.into_iter().map(|task| task.kind).collect();
            assert_eq!(kinds, ["nobody_found"], "one place is still empty");
        },
    )
    .await;
}
