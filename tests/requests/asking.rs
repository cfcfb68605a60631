//! Who is asked, who is asked next, and when nobody is left.

use chrono::Duration;
use sprachpool::{
    matching::Reason,
    q,
    requests::{
        OfferId, OpeningState, Status, candidates,
        offers::{AcceptError, Closed},
        store::OfferState,
    },
};

use crate::support::pool::{Options, accept, at, each_pool, slot, wanted};

fn six_speakers() -> Options {
    Options {
        more_speakers: 4,
        ..Options::default()
    }
}

#[tokio::test]
async fn s3_ends_at_half_past_ten_so_no_quarter_to_eleven_across_town() {
    each_pool(Options::default, async |pool| {
        let held = pool
            .file(&wanted(&pool.app, pool.who.kita, (16, "09:30", "10:30")))
            .await;
        pool.work().await;
        // Asked while she was still free; the Klinik is 25 minutes and 5 more away.
        let other = pool
            .file(&wanted(&pool.app, pool.who.klinik, (16, "10:45", "11:45")))
            .await;
        pool.work().await;
        let later = pool.offer_to(other.id, pool.who.amina).await.id;
        pool.accept(pool.offer_to(held.id, pool.who.amina).await.id)
            .await
            .expect("she comes");
        match pool.accept(later).await {
            Err(AcceptError::NoLongerPossible(reasons)) => {
                assert!(
                    reasons
                        .iter()
                        .any(|reason| matches!(reason, Reason::Buffer { gap_minutes: 15, .. }))
                );
            }
            other => panic!("{other:?}"),
        }
        assert!(matches!(
            pool.request(other.id).await.status(pool.app.clock.now()),
            Status::Searching { .. }
        ));
    })
    .await;
}

#[tokio::test]
async fn s4_the_same_site_or_the_phone_needs_no_way() {
    each_pool(Options::default, async |pool| {
        let first = pool
            .file(&wanted(&pool.app, pool.who.kita, (16, "09:30", "10:30")))
            .await;
        let same_site = pool
            .file(&wanted(&pool.app, pool.who.kita, (16, "10:30", "11:00")))
            .await;
        let mut by_phone = wanted(&pool.app, pool.who.klinik, (16, "11:00", "11:30"));
        by_phone.mode = sprachpool::matching::Mode::Phone;
        let by_phone = pool.file(&by_phone).await;
        pool.work().await;
        for request in [first, same_site, by_phone] {
            let offer = pool.offer_to(request.id, pool.who.amina).await.id;
            pool.accept(offer).await.expect("there is time enough");
        }
    })
    .await;
}

#[tokio::test]
async fn s6_whoever_is_busy_is_not_asked_and_the_desk_reads_why() {
    each_pool(Options::default, async |pool| {
        let first = pool.asked().await;
        pool.accept(pool.offer_to(first, pool.who.amina).await.id)
            .await
            .expect("she comes");
        let second = pool.asked().await;
        let asked: Vec<_> = pool.offers(second).await.iter().map(|offer| offer.volunteer).collect();
        assert_eq!(asked, [pool.who.basir]);

        let request = pool.request(second).await;
        let mut tx = pool.app.db.read().await.expect("it reads");
        let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
        let all = candidates::assess_all(&mut tx, &rules, &request, pool.app.clock.now())
            .await
            .expect("it reads");
        let amina = all
            .iter()
            .find(|one| one.volunteer == pool.who.amina)
            .expect("she is listed");
        let reasons = amina.assessment.reasons();
        assert!(
            reasons.iter().any(|reason| matches!(reason, Reason::Busy { .. })),
            "{reasons:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn s13_a_wave_due_at_two_waits_until_seven() {
    each_pool(six_speakers, async |pool| {
        let request = pool.asked().await;
        let declined = pool.offers(request).await[0].id;
        pool.app.clock.set(at(3, 9, 2, 0));
        pool.decline(declined).await.expect("a no is taken at night");
        pool.work().await;
        assert_eq!(pool.offers(request).await.len(), 3, "nobody is woken");
        pool.work_at(at(3, 9, 6, 59)).await;
        assert_eq!(pool.offers(request).await.len(), 3);
        pool.work_at(at(3, 9, 7, 0)).await;
        let offers = pool.offers(request).await;
        assert!(offers.len() > 3, "the next are asked");
        for offer in &offers[3..] {
            assert_eq!(offer.sent_at, Some(at(3, 9, 7, 0)));
        }
    })
    .await;
}

#[tokio::test]
async fn s13_unless_the_morning_is_too_late() {
    each_pool(Options::default, async |pool| {
        // Filed at 22:10 for 8:00: a mail at 7:00 would come too late, and nobody is woken.
        pool.app.clock.set(at(3, 8, 22, 10));
        let filed = pool
            .file(&wanted(&pool.app, pool.who.kita, (9, "08:00", "09:00")))
            .await;
        pool.work().await;
        assert!(pool.offers(filed.id).await.is_empty());
        assert_eq!(pool.tasks().await.len(), 1, "a person hears at once");
        assert_eq!(pool.sent("nobody_found"), 1);
    })
    .await;
}

#[tokio::test]
async fn whoever_declines_is_replaced_at_once() {
    each_pool(six_speakers, async |pool| {
        let request = pool.asked().await;
        assert_eq!(pool.offers(request).await.len(), 3);
        let first = pool.offers(request).await[0].id;
        pool.decline(first).await.expect("a no is taken");
        pool.decline(first).await.expect("a second no changes nothing");
        pool.work().await;
        let offers = pool.offers(request).await;
        assert_eq!(offers.len(), 4);
        assert_eq!(offers[3].state, OfferState::Sent);
        assert_eq!(pool.sent("offer_declined"), 1, "one receipt");
    })
    .await;
}

#[tokio::test]
async fn the_silent_are_replaced_when_their_time_is_over_and_may_still_say_yes() {
    each_pool(six_speakers, async |pool| {
        let request = pool.asked().await;
        let silent = pool.offers(request).await;
        let answer_by = silent[0].answer_by.expect("it was handed over");
        pool.work_at(answer_by - Duration::seconds(1)).await;
        assert_eq!(pool.offers(request).await.len(), 3);
        pool.work_at(answer_by).await;
        assert_eq!(pool.offers(request).await.len(), 6);
        pool.accept(silent[0].id).await.expect("late, but nobody was faster");
        assert_eq!(
            pool.request(request).await.status(pool.app.clock.now()),
            Status::Confirmed
        );
    })
    .await;
}

#[tokio::test]
async fn nobody_is_found_and_everybody_who_must_know_hears_so() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        let offers = pool.offers(request).await;
        assert_eq!(offers.len(), 2);
        for offer in &offers {
            pool.decline(offer.id).await.expect("a no is taken");
        }
        pool.work().await;
        let now = pool.app.clock.now();
        assert_eq!(pool.request(request).await.status(now), Status::Unfilled);
        assert_eq!(pool.sent("nobody_found"), 1);
        let tasks = pool.tasks().await;
        assert_eq!(tasks.len(), 1);
        assert_eq!(
            (tasks[0].kind.as_str(), tasks[0].request_id),
            ("nobody_found", Some(request))
        );
        assert!(tasks[0].due_at > now && tasks[0].due_at <= now + Duration::hours(8));

        // Half an hour later somebody changes their mind: the search is over, a person has it in hand.
        pool.later(Duration::minutes(30)).await;
        match pool.accept(offers[0].id).await {
            Err(AcceptError::Closed(Closed::SearchEnded)) => {}
            other => panic!("{other:?}"),
        }
    })
    .await;
}

#[tokio::test]
async fn a_deadline_that_passes_in_silence_ends_the_search() {
    each_pool(six_speakers, async |pool| {
        let request = pool.asked().await;
        let deadline = pool.request(request).await.search.expect("it runs").deadline;
        pool.pass_until(deadline).await;
        let request = pool.request(request).await;
        assert_eq!(request.openings[0].state, OpeningState::Unfilled);
        assert_eq!(pool.tasks().await.len(), 1);
        assert_eq!(pool.offers(request.id).await.len(), 6, "everybody once");
    })
    .await;
}

#[tokio::test]
async fn a_no_may_become_a_yes_while_the_place_is_open() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        let offer = pool.offer_to(request, pool.who.amina).await.id;
        pool.decline(offer).await.expect("a no is taken");
        pool.work().await;
        pool.accept(offer).await.expect("the place is open");
        assert!(
            pool.decline(offer).await.is_err(),
            "after a yes the assignment is given back instead"
        );
        assert_eq!(pool.request(request).await.assignments.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_offer_nobody_made_is_not_found() {
    each_pool(Options::default, async |pool| {
        let unknown = OfferId(pool.app.ids.uuid(pool.app.clock.now()));
        assert!(matches!(pool.accept(unknown).await, Err(AcceptError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn the_first_yes_fixes_one_of_the_dates() {
    each_pool(six_speakers, async |pool| {
        let mut wanted = pool.wanted();
        wanted.openings = 2;
        wanted.slots.push(slot(17, "14:00", "15:00"));
        let request = pool.file(&wanted).await.id;
        pool.work().await;
        let dates = pool.request(request).await.slots;
        let offers = pool.offers(request).await;
        accept(&pool.app, offers[0].id, Some(dates[1].id))
            .await
            .expect("Wednesday suits");
        // From now on the other date is gone.
        assert!(accept(&pool.app, offers[1].id, Some(dates[0].id)).await.is_err());
        accept(&pool.app, offers[1].id, None).await.expect("Wednesday it is");
        let standing = pool.request(request).await.assignments;
        assert_eq!(standing.len(), 2);
        assert!(standing.iter().all(|assignment| assignment.slot == dates[1].id));
        assert_eq!(
            pool.count(q!("SELECT COUNT(DISTINCT starts_at) FROM assignment")).await,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn s13_an_offer_that_missed_the_evening_waits_for_the_morning_and_other_mails_do_not() {
    each_pool(Options::default, async |pool| {
        pool.app.clock.set(at(3, 8, 20, 58));
        let filed = pool.file(&pool.wanted()).await;
        pool.ask_only(filed.id).await;
        // The process stood still from 20:58 on; it is night when the mails' turn comes.
        pool.work_at(at(3, 9, 2, 0)).await;
        assert_eq!((pool.sent("offer"), pool.sent("request_received")), (0, 1));
        let queued = pool.offers(filed.id).await;
        assert!(queued.iter().all(|offer| offer.state == OfferState::Queued));
        pool.work_at(at(3, 9, 7, 0)).await;
        assert_eq!(pool.sent("offer"), 2);
        let sent = pool.offers(filed.id).await;
        assert!(sent.iter().all(|offer| offer.sent_at == Some(at(3, 9, 7, 0))));
    })
    .await;
}
