//! The institution hears by the promised time, also when the search goes on.

use chrono::Duration;
use sprachpool::{q, requests::Status};

use crate::support::pool::{Options, Pool, at, each_pool};

/// Filed on Monday, 8 March, 9:12: the pool promises an answer within 96 hours, and names the full hour.
fn promised() -> chrono::DateTime<chrono::Utc> {
    at(3, 12, 9, 0)
}

async fn kinds(pool: &Pool) -> Vec<String> {
    pool.tasks().await.into_iter().map(|task| task.kind).collect()
}

#[tokio::test]
async fn when_nobody_is_found_by_then_the_institution_hears_once_that_the_search_goes_on() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        let search = pool.request(request).await.search.expect("it runs");
        assert_eq!(search.target, promised());
        assert!(search.target < search.deadline);
        pool.pass_until(promised() - Duration::seconds(1)).await;
        assert_eq!(pool.sent("still_searching"), 0);
        pool.work_at(promised()).await;
        pool.work().await;
        assert_eq!(pool.sent("still_searching"), 1);
        // Both who can were asked: only a person can do more.
        assert_eq!(kinds(pool).await, ["search_slow"]);
        let status = pool.request(request).await.status(pool.app.clock.now());
        assert_eq!(
            status,
            Status::Searching {
                heard_by: search.deadline
            }
        );

        pool.pass_until(search.deadline).await;
        assert_eq!((pool.sent("still_searching"), pool.sent("nobody_found")), (1, 1));
        assert_eq!(kinds(pool).await, ["nobody_found"]);
    })
    .await;
}

#[tokio::test]
async fn the_mail_tells_how_it_stands_until_when_it_goes_on_and_what_would_help() {
    each_pool(Options::default, async |pool| {
        let mut wanted = pool.wanted();
        wanted.openings = 2;
        let request = pool.file(&wanted).await.id;
        pool.work().await;
        let offer = pool.offer_to(request, pool.who.amina).await.id;
        pool.accept(offer).await.expect("she comes");
        pool.pass_until(promised()).await;
        let mails = pool.mails.all();
        let mail = mails
            .iter()
            .find(|mail| mail.kind == "still_searching")
            .expect("it is sent");
        let text = mail.text.split_whitespace().collect::<Vec<_>>().join(" ");
        for said in [
            "1 von 2 Plätzen sind besetzt",
            "einige Personen gefragt",
            "Wir suchen bis Montag, 15. März",
            "zu einer anderen Zeit oder an einem anderen Tag? Geht es per Video?",
            "0251",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(!text.contains("Amina") && !text.contains("Basir"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn while_there_are_people_to_ask_nobody_at_the_desk_has_to_do_anything() {
    let options = || Options {
        more_speakers: 4,
        policy: Some("one_by_one:24"),
        ..Options::default()
    };
    each_pool(options, async |pool| {
        pool.asked().await;
        pool.pass_until(promised()).await;
        assert_eq!(pool.sent("still_searching"), 1);
        assert!(kinds(pool).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn who_was_found_or_called_it_off_hears_nothing_of_the_kind() {
    each_pool(Options::default, async |pool| {
        let found = pool.asked().await;
        let offer = pool.offer_to(found, pool.who.amina).await.id;
        pool.accept(offer).await.expect("she comes");
        let off = pool.asked().await;
        pool.cancel(off).await.expect("it is cancelled");
        let timers = q!("SELECT COUNT(*) FROM timer WHERE kind = 'search_target'");
        assert_eq!(pool.count(timers).await, 0);
        pool.pass_until(promised()).await;
        assert_eq!(pool.sent("still_searching"), 0);
    })
    .await;
}

#[tokio::test]
async fn a_search_that_ends_before_the_promised_time_says_so_itself() {
    each_pool(Options::default, async |pool| {
        let mut wanted = pool.wanted();
        wanted.slots[0].date -= Duration::days(5);
        let request = pool.file(&wanted).await.id;
        pool.work().await;
        let search = pool.request(request).await.search.expect("it runs");
        assert_eq!(search.target, search.deadline);
        pool.pass_until(search.deadline).await;
        assert_eq!((pool.sent("still_searching"), pool.sent("nobody_found")), (0, 1));
    })
    .await;
}
