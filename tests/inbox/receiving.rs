//! S50: a bounce → the next candidate, and a task for Cora.

use sprachpool::{
    act::Actor,
    inbox::{self, Received},
    people, q,
    requests::{OfferId, store::OfferState},
};
use uuid::Uuid;

use super::{message, replaced};
use crate::support::pool::{Options, Pool, each_pool};

fn four_speakers() -> Options {
    Options {
        more_speakers: 2,
        ..Options::default()
    }
}

async fn receive(pool: &Pool, bytes: &[u8]) -> Received {
    let mail = inbox::read(bytes).expect("it is a mail");
    let mut tx = pool.app.db.begin().await.expect("it begins");
    let received = inbox::receive(&mut tx, &pool.app.act(Actor::Service), bytes, &mail).await;
    pool.app.commit(tx).await.expect("it commits");
    let received = received.expect("it is taken");
    pool.work().await;
    received
}

/// The row of the outbox whose mail carried that offer.
async fn mail_of(pool: &Pool, offer: OfferId) -> Uuid {
    let mut tx = pool.app.db.read().await.expect("it reads");
    let rows = q!("SELECT id, params FROM outbox WHERE kind = 'offer'")
        .all::<(Uuid, String)>(&mut tx)
        .await
        .expect("it reads");
    let of = |params: &str| params.contains(&offer.to_string());
    rows.into_iter().find(|(_, params)| of(params)).expect("it was sent").0
}

async fn email_of(pool: &Pool, volunteer: sprachpool::volunteers::VolunteerId) -> (String, bool) {
    let mut tx = pool.app.db.read().await.expect("it reads");
    let (email, bounced) = q!(
        "SELECT a.email, a.bounced_at FROM volunteer v JOIN person_address pa ON pa.person_id = v.person_id
         JOIN address a ON a.id = pa.address_id WHERE v.id = $1",
        volunteer
    )
    .one::<(String, Option<chrono::DateTime<chrono::Utc>>)>(&mut tx)
    .await
    .expect("they have one");
    (email, bounced.is_some())
}

async fn count(pool: &Pool, action: &str) -> i64 {
    let mut tx = pool.app.db.read().await.expect("it reads");
    let (count,) = q!("SELECT COUNT(*) FROM audit WHERE action = $1", action)
        .one::<(i64,)>(&mut tx)
        .await
        .expect("it counts");
    count
}

#[tokio::test]
async fn s50_a_bounce_asks_the_next_one_and_makes_a_task_once() {
    each_pool(four_speakers, async |pool| {
        let request = pool.asked().await;
        let unlucky = pool.offers(request).await[0].clone();
        assert_eq!(unlucky.state, OfferState::Sent);
        let (email, _) = email_of(pool, unlucky.volunteer).await;
        let bytes = message("postfix-dsn.eml", mail_of(pool, unlucky.id).await);
        let bytes = replaced(&bytes, "amina.rahimi@post.example", &email);
        assert!(matches!(receive(pool, &bytes).await, Received::Bounce(_)));
        assert_eq!(receive(pool, &bytes).await, Received::Again);
        // The same report by another server on the way: other bytes, the same bounce.
        let twice = replaced(&bytes, "4XkQ2v0J7Lz9s", "5YkQ2v0J7Lz9s");
        assert!(matches!(receive(pool, &twice).await, Received::Bounce(_)));

        let offers = pool.offers(request).await;
        assert_eq!(offers.len(), 4, "the next one is asked");
        let state = |id| offers.iter().find(|offer| offer.id == id).expect("it is there").state;
        assert_eq!(state(unlucky.id), OfferState::Bounced);
        assert_eq!(offers.iter().filter(|offer| offer.state == OfferState::Sent).count(), 3);
        let tasks = pool.tasks().await;
        assert_eq!(tasks.len(), 1, "{tasks:?}");
        assert_eq!(tasks[0].kind, "mail_bounced");
        assert_eq!(
            (tasks[0].request_id, tasks[0].volunteer_id),
            (Some(request), Some(unlucky.volunteer))
        );
        assert!(email_of(pool, unlucky.volunteer).await.1, "the address is marked");
        assert_eq!(count(pool, "address_bounced").await, 1);
        assert_eq!(count(pool, "mail_received").await, 2);
    })
    .await;
}

#[tokio::test]
async fn every_way_to_say_that_it_did_not_arrive_moves_the_search_on() {
    each_pool(four_speakers, async |pool| {
        for (name, marked) in [
            ("exchange-dsn.eml", true),
            ("forwarded-dsn.eml", true),
            ("qmail-letter.eml", true),
            ("postfix-full.eml", false),
        ] {
            let request = pool.asked().await;
            let offers = pool.offers(request).await;
            let Some(offer) = offers.iter().find(|offer| offer.state == OfferState::Sent) else {
                continue;
            };
            let bytes = message(name, mail_of(pool, offer.id).await);
            receive(pool, &bytes).await;
            let after = pool.offers(request).await;
            let state = after.iter().find(|one| one.id == offer.id).expect("it is there").state;
            assert_eq!(state, OfferState::Bounced, "{name}");
            assert_eq!(email_of(pool, offer.volunteer).await.1, marked, "{name}");
            works_again(pool, offer.volunteer).await;
        }
    })
    .await;
}

async fn works_again(pool: &Pool, volunteer: sprachpool::volunteers::VolunteerId) {
    let (email, _) = email_of(pool, volunteer).await;
    let mut tx = pool.app.db.begin().await.expect("it begins");
    let person = people::people_at(&mut tx, &email).await.expect("it reads")[0];
    let act = pool.app.act(Actor::Service);
    for (address, _) in people::bounced_addresses(&mut tx, person).await.expect("it reads") {
        assert!(
            people::works_again(&mut tx, &act, address)
                .await
                .expect("it is cleared")
        );
    }
    pool.app.commit(tx).await.expect("it commits");
}

#[tokio::test]
async fn who_made_up_a_bounce_switches_nobody_off() {
    each_pool(four_speakers, async |pool| {
        let request = pool.asked().await;
        let forged = message("forged-dsn.eml", Uuid::nil());
        assert!(matches!(receive(pool, &forged).await, Received::Bounce(_)));
        assert!(
            !email_of(pool, pool.who.amina).await.1,
            "only a mail of ours can prove it"
        );
        assert!(
            pool.offers(request)
                .await
                .iter()
                .all(|offer| offer.state == OfferState::Sent)
        );
        let tasks = pool.tasks().await;
        assert_eq!((tasks.len(), tasks[0].kind.as_str()), (1, "mail_bounced"));
        assert_eq!(tasks[0].volunteer_id, Some(pool.who.amina), "a person looks");
        assert!(tasks[0].inbound_mail_id.is_some());
    })
    .await;
}

#[tokio::test]
async fn late_and_automatic_mails_change_nothing() {
    each_pool(four_speakers, async |pool| {
        let request = pool.asked().await;
        let mail = mail_of(pool, pool.offers(request).await[0].id).await;
        for name in ["postfix-delayed.eml", "out-of-office.eml", "calendar-accepted.eml"] {
            let received = receive(pool, &message(name, mail)).await;
            assert!(matches!(received, Received::Automatic(_)), "{name}");
        }
        assert!(pool.tasks().await.is_empty());
        assert!(
            pool.offers(request)
                .await
                .iter()
                .all(|offer| offer.state == OfferState::Sent)
        );
    })
    .await;
}

#[tokio::test]
async fn a_reply_is_kept_once_and_becomes_a_task() {
    each_pool(four_speakers, async |pool| {
        let request = pool.asked().await;
        let offers = pool.offers(request).await;
        let offer = offers.first().expect("somebody was asked");
        let bytes = message("reply-windows-1252.eml", mail_of(pool, offer.id).await);
        assert!(matches!(receive(pool, &bytes).await, Received::Reply(_)));
        assert_eq!(receive(pool, &bytes).await, Received::Again);
        let tasks = pool.tasks().await;
        assert_eq!((tasks.len(), tasks[0].kind.as_str()), (1, "mail_reply"));
        assert_eq!(
            (tasks[0].request_id, tasks[0].volunteer_id),
            (Some(request), Some(offer.volunteer))
        );
        // Without a word about which mail it answers: the address tells who wrote.
        let alone = replaced(&message("reply-windows-1252.eml", Uuid::nil()), "AW:", "Neu:");
        assert!(matches!(receive(pool, &alone).await, Received::Reply(_)));
        let tasks = pool.tasks().await;
        assert_eq!(tasks.len(), 2);
        let new = tasks
            .iter()
            .find(|task| task.request_id.is_none())
            .expect("the new one");
        assert_eq!(new.volunteer_id, Some(pool.who.amina));
        // From somebody whom nobody knows.
        receive(pool, &message("reply-strange.eml", Uuid::nil())).await;
        assert_eq!(pool.tasks().await.len(), 3);
        assert_eq!(
            (pool.offers(request).await).len(),
            offers.len(),
            "an answer by mail is no answer by link"
        );
    })
    .await;
}
