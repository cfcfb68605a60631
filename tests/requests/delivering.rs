//! S50: the mail server is away, or knows nobody of that name. S51: a form sent twice.

use std::{sync::Arc, time::Duration as StdDuration};

use chrono::Duration;
use sprachpool::{
    mail::{Transport, smtp::Smtp},
    q,
    requests::{Status, store::OfferState},
};
use tokio::task::JoinSet;

use crate::support::{
    pool::{Options, each_pool, submit},
    smtp_sink::{Mood, Sink},
};

fn by_smtp(sink: &Sink) -> Options {
    let smtp = Smtp::new(&sink.config()).expect("it is configured");
    Options {
        transport: Some(Transport::Smtp(Arc::new(smtp))),
        more_speakers: 2,
        ..Options::default()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s50_ten_minutes_without_a_mail_server() {
    let sink = Sink::start().await;
    each_pool(
        || by_smtp(&sink),
        async |pool| {
            let before = sink.mails().len();
            sink.be(Mood::Greeting("421 come back later"));
            let request = pool.asked().await;
            for _ in 0..10 {
                let offers = pool.offers(request).await;
                assert_eq!(offers.len(), 3);
                for offer in offers {
                    assert_eq!(
                        (offer.state, offer.sent_at, offer.answer_by),
                        (OfferState::Queued, None, None)
                    );
                }
                pool.later(Duration::minutes(1)).await;
            }
            assert_eq!(sink.mails().len(), before);
            assert!(pool.tasks().await.is_empty(), "ten minutes are nobody's task");
            let now = pool.app.clock.now();
            assert!(matches!(
                pool.request(request).await.status(now),
                Status::Searching { .. }
            ));

            sink.be(Mood::Accepting);
            for _ in 0..10 {
                pool.later(Duration::minutes(1)).await;
            }
            assert_eq!(
                sink.mails().len(),
                before + 4,
                "three offers and the receipt, each once"
            );
            for offer in pool.offers(request).await {
                assert_eq!(offer.state, OfferState::Sent);
                let sent_at = offer.sent_at.expect("it was sent");
                assert!(sent_at >= now, "not before the server took it");
                assert_eq!(
                    offer.answer_by,
                    Some(sent_at + Duration::hours(8)),
                    "the time to answer starts then"
                );
            }
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s50_an_address_that_refuses_mail_is_replaced_and_a_person_looks_at_it() {
    let sink = Sink::start().await;
    each_pool(
        || by_smtp(&sink),
        async |pool| {
            let request = pool.file(&pool.wanted()).await.id;
            pool.ask_only(request).await;
            let unlucky = pool.offers(request).await[0].clone();
            let mut tx = pool.app.db.read().await.expect("it reads");
            let (address,) = q!(
                "SELECT a.email FROM volunteer v JOIN person_address pa ON pa.person_id = v.person_id
             JOIN address a ON a.id = pa.address_id WHERE v.id = $1",
                unlucky.volunteer
            )
            .one::<(String,)>(&mut tx)
            .await
            .expect("they have one");
            tx.rollback().await.expect("it ends");
            sink.refuse(&address, "550 5.1.1 no such user here");
            pool.work().await;
            let offers = pool.offers(request).await;
            assert_eq!(offers.len(), 4, "the next one is asked");
            let state = |id| offers.iter().find(|offer| offer.id == id).expect("it is there").state;
            assert_eq!(state(unlucky.id), OfferState::Bounced);
            assert_eq!(offers.iter().filter(|offer| offer.state == OfferState::Sent).count(), 3);

            let lucky = offers
                .iter()
                .find(|offer| offer.state == OfferState::Sent)
                .expect("somebody got it");
            pool.accept(lucky.id).await.expect("they come");
            let tasks = pool.tasks().await;
            assert_eq!(tasks.len(), 1, "one task, and a filled place does not mend the address");
            assert_eq!(tasks[0].kind, "mail_bounced");
            assert_eq!(tasks[0].volunteer_id, Some(unlucky.volunteer));
            let mut tx = pool.app.db.read().await.expect("it reads");
            let (marked,) = q!(
                "SELECT COUNT(*) FROM address WHERE email = $1 AND bounced_at IS NOT NULL",
                &address
            )
            .one::<(i64,)>(&mut tx)
            .await
            .expect("it counts");
            tx.rollback().await.expect("it ends");
            assert_eq!(marked, 1, "no mail goes there any more");
            sink.refuse(&address, "250 ok");
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s50_a_server_that_refuses_after_the_mail_was_read() {
    let sink = Sink::start().await;
    each_pool(
        || by_smtp(&sink),
        async |pool| {
            sink.be(Mood::AfterData("451 no room just now"));
            let request = pool.asked().await;
            assert!(
                pool.offers(request)
                    .await
                    .iter()
                    .all(|offer| offer.state == OfferState::Queued)
            );
            sink.be(Mood::Accepting);
            pool.later(Duration::minutes(1)).await;
            assert!(
                pool.offers(request)
                    .await
                    .iter()
                    .all(|offer| offer.state == OfferState::Sent)
            );
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn s51_sent_twenty_times_at_once_it_is_one_request() {
    each_pool(Options::default, async |pool| {
        let new = pool.wanted();
        let start = Arc::new(tokio::sync::Barrier::new(20));
        let mut tasks = JoinSet::new();
        for _ in 0..20 {
            let (app, new, start) = (pool.app.clone(), new.clone(), start.clone());
            tasks.spawn(async move {
                start.wait().await;
                submit(&app, &new).await.expect("it is taken")
            });
        }
        let filed = tokio::time::timeout(StdDuration::from_secs(30), tasks.join_all())
            .await
            .expect("no deadlock");
        assert!(filed.iter().all(|one| *one == filed[0]), "the same answer for all");
        assert_eq!(filed[0].reference, "SP-2027-0001");
        assert_eq!(pool.count(q!("SELECT COUNT(*) FROM request")).await, 1);
        assert_eq!(
            pool.count(q!("SELECT COUNT(*) FROM outbox WHERE kind = 'request_received'"))
                .await,
            1
        );
        // No number is missing afterwards.
        assert_eq!(pool.file(&pool.wanted()).await.reference, "SP-2027-0002");
    })
    .await;
}
