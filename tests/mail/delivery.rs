//! The mail server fails in every way it can; nothing is lost, nothing goes twice.

use chrono::{DateTime, Duration, Utc};
use sprachpool::{
    clock::Clock,
    ids::Ids,
    mail::{Mail, outbox},
    people::{PersonId, sign_in},
    q,
    requests::OfferId,
    workers::Workers,
};

use super::world::{World, app};
use crate::support::{
    databases::each_engine,
    smtp_sink::{Mood, Sink},
};

async fn offers_sent(world: &World) -> Vec<(String, Option<DateTime<Utc>>, Option<DateTime<Utc>>)> {
    let mut tx = world.begin().await;
    q!("SELECT state, sent_at, answer_by FROM offer ORDER BY created_at, id")
        .all(&mut tx)
        .await
        .expect("offers")
}

#[tokio::test]
async fn s50_a_mail_server_that_is_down_for_ten_minutes_costs_ten_minutes_and_nothing_else() {
    for mood in [
        Mood::HangUp,
        Mood::Greeting("421 busy"),
        Mood::Greeting("554 not today"),
        Mood::Sender("550 who are you"),
        Mood::AfterData("451 later"),
    ] {
        each_engine(async |db| {
            let world = World::new(&db).await;
            world.sink.be(mood.clone());
            world.request().await;
            world.work().await;
            for _ in 0..20 {
                for (state, sent_at, answer_by) in offers_sent(&world).await {
                    assert_eq!((state.as_str(), sent_at, answer_by), ("queued", None, None), "{mood:?}");
                }
                world.wait(Duration::seconds(30));
                world.work().await;
            }
            assert_eq!(world.outbox("offer").await, (2, 0, 0), "{mood:?}: queued, not sent");
            let mut tx = world.begin().await;
            let waiting = outbox::oldest_unsent(&mut tx, world.now()).await.expect("the outbox");
            assert_eq!(waiting, Some(world.now() - Duration::minutes(10)));
            tx.rollback().await.expect("it ends");

            world.sink.be(Mood::Accepting);
            world.wait(Duration::minutes(10));
            world.work().await;
            world.wait(Duration::minutes(30));
            world.work().await;
            assert_eq!(world.outbox("offer").await, (0, 2, 0), "{mood:?}");
            assert_eq!(world.mails("offer").await.len(), 2, "once each");
            for (state, sent_at, answer_by) in offers_sent(&world).await {
                let (sent_at, answer_by) = (sent_at.expect("sent"), answer_by.expect("a deadline"));
                assert_eq!(state, "sent");
                assert!(sent_at >= crate::support::people::monday() + Duration::minutes(10));
                assert!(
                    answer_by >= sent_at + Duration::hours(1),
                    "the time to answer starts with the hand-over"
                );
            }
        })
        .await;
    }
}

#[tokio::test]
async fn s50_a_bounce_asks_the_next_one_and_makes_a_task() {
    each_engine(async |db| {
        let world = World::new(&db).await;
        world.sink.refuse("amina.rahimi@post.example", "550 5.1.1 nobody here");
        let request = world.request().await;
        world.work().await;
        let mut tx = world.begin().await;
        let states = q!(
            "SELECT p.name, o.state FROM offer o JOIN volunteer v ON v.id = o.volunteer_id
             JOIN person p ON p.id = v.person_id WHERE o.request_id = $1 ORDER BY p.name",
            request
        )
        .all::<(String, String)>(&mut tx)
        .await
        .expect("offers");
        assert_eq!(
            states,
            [
                ("Amina Rahimi".to_owned(), "bounced".to_owned()),
                ("Basir Noori".to_owned(), "sent".to_owned())
            ]
        );
        let tasks = q!("SELECT kind FROM task WHERE done_at IS NULL")
            .all::<(String,)>(&mut tx)
            .await
            .expect("tasks");
        assert_eq!(tasks, [("mail_bounced".to_owned(),)]);
        tx.rollback().await.expect("it ends");
        assert_eq!(world.outbox("offer").await, (0, 1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_silent_server_does_not_hold_the_others_up_for_ever() {
    let world_time = std::time::Duration::from_secs(60);
    let done = tokio::time::timeout(world_time, async {
        let sink = Sink::start().await;
        sink.be(Mood::Silent);
        let transport = sprachpool::mail::smtp::Smtp::new(&sink.config()).expect("no TLS");
        let transport = sprachpool::mail::Transport::Smtp(transport.into());
        let outcome = transport
            .hand_over(super::message::outgoing("Amina", "Termin"), &super::world::settings())
            .await;
        assert!(
            matches!(outcome, sprachpool::mail::HandOver::TryAgain(_)),
            "{outcome:?}"
        );
    });
    done.await.expect("it gives up");
}

#[tokio::test]
async fn one_mail_that_cannot_be_written_never_holds_up_the_others() {
    each_engine(async |db| {
        let world = World::new(&db).await;
        let act = world.act();
        let mut tx = world.begin().await;
        let (person,) = q!("SELECT id FROM person WHERE name = 'Amina Rahimi'")
            .one::<(PersonId,)>(&mut tx)
            .await
            .expect("Amina");
        let broken = Mail::Offer {
            offer: OfferId(act.uuid()),
        };
        outbox::owe(
            &mut tx,
            &act,
            outbox::Recipient::Person(person),
            &broken,
            act.now - Duration::hours(1),
        )
        .await
        .expect("owed");
        q!(
            "INSERT INTO outbox (id, kind, person_id, params, created_at, due_at, attempts)
             VALUES ($1, 'of_a_later_version', $2, '{\"kind\":\"of_a_later_version\"}', $3, $3, 0)",
            act.uuid(),
            person,
            act.now - Duration::hours(1)
        )
        .execute(&mut tx)
        .await
        .expect("owed");
        tx.commit().await.expect("it commits");
        world.request().await;
        world.work().await;
        assert_eq!(world.mails("request_received").await.len(), 1);
        assert_eq!(world.mails("offer").await.len(), 2);
        assert_eq!(world.outbox("offer").await, (1, 2, 0), "the broken one waits");
    })
    .await;
}

#[tokio::test]
async fn a_mail_nobody_takes_for_three_days_is_given_up_with_a_task() {
    each_engine(async |db| {
        let world = World::new(&db).await;
        world.sink.be(Mood::Greeting("421 busy"));
        world.request().await;
        world.work().await;
        world.wait(Duration::days(3));
        world.work().await;
        assert_eq!(world.outbox("request_received").await, (0, 0, 1));
        let mut tx = world.begin().await;
        let stuck = q!("SELECT kind FROM task WHERE kind = 'mail_stuck' AND done_at IS NULL")
            .all::<(String,)>(&mut tx)
            .await
            .expect("tasks");
        assert_eq!(stuck.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_longer_owed_at_its_turn_is_dropped_with_a_line_in_the_audit_trail() {
    each_engine(async |db| {
        let world = World::new(&db).await;
        let mut tx = world.begin().await;
        let email = "amina.rahimi@post.example".parse().expect("an address");
        sign_in::request(&mut tx, &world.act(), &world.app.keys, &email, "192.0.2.1")
            .await
            .expect("few tries");
        tx.commit().await.expect("it commits");
        let request = world.request().await;
        // Both wait; then the sign-in runs out, and the request is cancelled.
        world.sink.be(Mood::HangUp);
        world.work().await;
        world.wait(Duration::minutes(15));
        let mut tx = world.begin().await;
        sprachpool::requests::cancel(&mut tx, &world.act(), request, "")
            .await
            .expect("it stands");
        tx.commit().await.expect("it commits");
        world.sink.be(Mood::Accepting);
        world.wait(Duration::minutes(30));
        world.work().await;
        for kind in ["sign_in", "request_received", "offer"] {
            let (waiting, sent, dropped) = world.outbox(kind).await;
            assert!(waiting == 0 && sent == 0 && dropped > 0, "{kind}");
        }
        assert_eq!(world.outbox("request_cancelled").await, (0, 1, 0));
        let mut tx = world.begin().await;
        let lines = q!("SELECT params FROM audit WHERE action = 'mail.dropped'")
            .all::<(String,)>(&mut tx)
            .await
            .expect("the audit trail");
        assert!(lines.iter().any(|(line,)| line.contains("sign_in_expired")));
        assert!(lines.iter().any(|(line,)| line.contains("request_cancelled")));
    })
    .await;
}

#[tokio::test]
async fn two_instances_send_each_mail_once() {
    each_engine(async |db| {
        let world = World::new(&db).await;
        for day in 16..=19 {
            world
                .request_of(world.people.kita, &format!("2027-03-{day}"), "09:00", "10:00")
                .await;
        }
        let other = app(&db, &world.sink, Ids::seeded(8), Clock::manual(world.now()));
        let other = Workers::new(&other);
        for _ in 0..3 {
            let (one, two) = tokio::join!(world.workers.catch_up(), other.catch_up());
            one.and(two).expect("the workers work");
        }
        let mut ids: Vec<String> = world.sink.mails().iter().map(|mail| mail.id()).collect();
        let all = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), all, "a mail went twice");
        assert_eq!(world.outbox("offer").await, (0, 8, 0));
    })
    .await;
}

#[tokio::test]
async fn a_claim_that_waited_for_another_takes_nothing_of_what_that_one_took() {
    each_engine(async |db| {
        let world = World::new(&db).await;
        world.request().await;
        let (one, other) = (world.app.ids.uuid(world.now()), world.app.ids.uuid(world.now()));
        let now = world.now();
        let mut tx = world.begin().await;
        let first = outbox::claim(&mut tx, one, now, 10).await.expect("claimed");
        let waiting = tokio::spawn(async move {
            let mut tx = db.begin().await.expect("the database is there");
            let second = outbox::claim(&mut tx, other, now, 10).await.expect("claimed");
            tx.commit().await.expect("it commits");
            second
        });
        // Long enough for the second to stand before the lock.
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        tx.commit().await.expect("it commits");
        let second = waiting.await.expect("it ends");
        assert_eq!((first.len(), second.len()), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn what_a_crashed_instance_had_taken_is_taken_over_within_half_a_minute() {
    each_engine(async |db| {
        let world = World::new(&db).await;
        world.request().await;
        let mut tx = world.begin().await;
        let gone = world.app.ids.uuid(world.now());
        let taken = outbox::claim(&mut tx, gone, world.now(), 10).await.expect("claimed");
        tx.commit().await.expect("it commits");
        assert_eq!(taken.len(), 1);
        world.work().await;
        assert_eq!(world.outbox("request_received").await, (1, 0, 0), "still the other's");
        world.wait(Duration::seconds(29));
        world.work().await;
        assert_eq!(world.outbox("request_received").await, (0, 1, 0));
    })
    .await;
}
