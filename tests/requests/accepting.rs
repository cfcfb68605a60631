//! S1, A3: the first yes wins under any concurrency.

use std::sync::Arc;

use sprachpool::{
    app::Shared,
    database::Engine,
    matching::Reason,
    q,
    requests::{
        OfferId, RequestId,
        offers::{AcceptError, Accepted},
    },
};
use tokio::task::JoinSet;

use crate::support::pool::{Options, Pool, accept, each_pool};

/// As many as a test's database allows, see `Fresh`.
const CONNECTIONS: usize = 16;

/// So many are asked at the same time.
fn asking(speakers: usize, in_parallel: u32) -> impl Fn() -> Options {
    move || Options {
        more_speakers: speakers - 2,
        in_parallel,
        ..Options::default()
    }
}

/// Else the first one is done before the second has a connection.
async fn every_connection_is_open(app: &Shared) {
    if app.db.engine() == Engine::Postgres {
        let mut held = Vec::new();
        for _ in 0..CONNECTIONS {
            held.push(app.db.read().await.expect("it reads"));
        }
    }
}

/// All at once, from as many tasks.
async fn accept_all(app: &Shared, offers: Vec<OfferId>) -> Vec<Result<Accepted, AcceptError>> {
    every_connection_is_open(app).await;
    let start = Arc::new(tokio::sync::Barrier::new(offers.len()));
    let mut tasks = JoinSet::new();
    for offer in offers {
        let (app, start) = (app.clone(), start.clone());
        tasks.spawn(async move {
            start.wait().await;
            accept(&app, offer, None).await
        });
    }
    tasks.join_all().await
}

/// How many won, and how many were told so again; everybody else must have read that it is taken.
#[track_caller]
fn winners(answers: &[Result<Accepted, AcceptError>]) -> (usize, usize) {
    let (mut won, mut again) = (0, 0);
    for answer in answers {
        match answer {
            Ok(accepted) if accepted.already => again += 1,
            Ok(_) => won += 1,
            Err(AcceptError::Taken | AcceptError::Closed(_)) => {}
            Err(other) => panic!("a loser read something else: {other:?}"),
        }
    }
    (won, again)
}

async fn standing(pool: &Pool, request: RequestId) -> i64 {
    pool.count(q!(
        "SELECT COUNT(*) FROM assignment WHERE request_id = $1 AND ended_at IS NULL",
        request
    ))
    .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn s1_twenty_say_yes_at_once_and_one_comes() {
    each_pool(asking(20, 20), async |pool| {
        let request = pool.asked().await;
        let offers: Vec<_> = pool.offers(request).await.iter().map(|offer| offer.id).collect();
        assert_eq!(offers.len(), 20);
        let answers = accept_all(&pool.app, offers).await;
        assert_eq!(winners(&answers), (1, 0));
        let taken = |answer: &&Result<_, _>| matches!(answer, Err(AcceptError::Taken));
        assert_eq!(
            answers.iter().filter(taken).count(),
            19,
            "the others read: schon vergeben"
        );
        assert_eq!(standing(pool, request).await, 1);
        pool.work().await;
        assert_eq!(pool.sent("assignment_confirmed"), 1);
        assert_eq!(pool.sent("request_confirmed"), 1);
        assert_eq!(pool.sent("offer_cancelled"), 0, "who had not answered gets no mail");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_hundred_say_yes_at_once_and_one_comes() {
    each_pool(asking(200, 200), async |pool| {
        let request = pool.file(&pool.wanted()).await.id;
        pool.ask_only(request).await;
        let offers: Vec<_> = pool.offers(request).await.iter().map(|offer| offer.id).collect();
        assert_eq!(offers.len(), 200);
        let answers = accept_all(&pool.app, offers).await;
        assert_eq!(winners(&answers), (1, 0));
        assert_eq!(standing(pool, request).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_volunteer_says_yes_to_two_hundred_overlapping_requests_and_gets_one() {
    let options = || Options {
        numbers: &[("weekly_offer_cap", 500)],
        ..Options::default()
    };
    each_pool(options, async |pool| {
        let requests = pool.file_and_ask(200).await;
        let mut offers = Vec::new();
        for request in requests {
            offers.push(pool.offer_to(request, pool.who.amina).await.id);
        }
        let answers = accept_all(&pool.app, offers).await;
        let won = answers.iter().filter(|answer| answer.is_ok()).count();
        assert_eq!(won, 1);
        for answer in &answers {
            match answer {
                Ok(_) => {}
                Err(AcceptError::NoLongerPossible(reasons)) => {
                    assert!(reasons.iter().any(|reason| matches!(reason, Reason::Busy { .. })));
                }
                Err(other) => panic!("a loser read something else: {other:?}"),
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a3_one_link_two_hundred_times_is_one_transition() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        let offer = pool.offer_to(request, pool.who.amina).await.id;
        let answers = accept_all(&pool.app, vec![offer; 200]).await;
        assert_eq!(winners(&answers), (1, 199));
        assert_eq!(
            pool.count(q!("SELECT COUNT(*) FROM audit WHERE action = 'offer_accepted'"))
                .await,
            1
        );
        assert_eq!(pool.count(q!("SELECT COUNT(*) FROM assignment")).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a3_five_links_forty_times_each_have_one_winner() {
    each_pool(asking(5, 5), async |pool| {
        let request = pool.asked().await;
        let links: Vec<_> = pool.offers(request).await.iter().map(|offer| offer.id).collect();
        assert_eq!(links.len(), 5);
        let answers = accept_all(&pool.app, links.repeat(40)).await;
        assert_eq!(winners(&answers), (1, 39));
        assert_eq!(standing(pool, request).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_places_never_get_three() {
    each_pool(asking(6, 6), async |pool| {
        let mut wanted = pool.wanted();
        wanted.openings = 2;
        let request = pool.file(&wanted).await.id;
        pool.work().await;
        let offers: Vec<_> = pool.offers(request).await.iter().map(|offer| offer.id).collect();
        assert_eq!(offers.len(), 6);
        let answers = accept_all(&pool.app, offers).await;
        assert_eq!(winners(&answers), (2, 0));
        assert_eq!(standing(pool, request).await, 2);
        pool.work().await;
        assert_eq!(pool.sent("assignment_confirmed"), 2);
    })
    .await;
}

/// The verb locks and asks matching; should a mistake ever get past both, the database itself refuses.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_database_itself_refuses_a_double_booking() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        let offer = pool.offer_to(request, pool.who.amina).await.id;
        let held = pool.accept(offer).await.expect("it is hers").assignment;
        let other = pool.asked().await;
        let place = pool.request(other).await;
        let (opening, slot) = (place.openings[0].id, place.slots[0].id);
        let mut tx = pool.app.db.begin().await.expect("it begins");
        let forced = q!(
            "INSERT INTO assignment (id, request_id, opening_id, slot_id, volunteer_id, offer_id, starts_at, ends_at,
                 accepted_at, calendar_uid, calendar_sequence)
             SELECT $1, $2, $3, $4, volunteer_id, NULL, starts_at, ends_at, accepted_at, calendar_uid, 0
             FROM assignment WHERE id = $5",
            pool.app.ids.uuid(pool.app.clock.now()),
            other,
            opening,
            slot,
            held
        )
        .execute(&mut tx)
        .await;
        let error = forced.expect_err("nobody is in two places").to_string();
        assert!(error.contains("assignment_no_overlap"), "{error}");
    })
    .await;
}
