//! Up to three dates a request, several places: what an offer carries, what the first yes fixes, never one too many.

use std::sync::Arc;

use axum::http::StatusCode;
use sprachpool::{
    act::Actor,
    requests::{
        NewSlot, SlotId,
        offers::AcceptError,
        store::{self, Offer},
    },
    volunteers,
};
use tokio::task::JoinSet;

use crate::support::{
    databases::each_engine,
    people::{amina, volunteer},
    pool::{self, Options, Pool, accept, each_pool, slot},
    site::Site,
    words::plain,
};

fn three_dates() -> Vec<NewSlot> {
    vec![
        slot(16, "09:00", "10:00"),
        slot(17, "14:00", "15:00"),
        slot(18, "16:30", "17:30"),
    ]
}

/// Somebody who is free only on Tuesdays and Thursdays.
async fn halima(pool: &Pool) -> volunteers::VolunteerId {
    let mut tx = pool.app.db.begin().await.expect("it begins");
    let mut new = amina();
    new.name = "Halima Sadat".parse().expect("a name");
    new.email = "halima.sadat@post.example".parse().expect("an address");
    new.availability.retain(|window| matches!(window.weekday, 2 | 4));
    let id = volunteer(&mut tx, &pool.app.act(Actor::Command), &new).await;
    tx.commit().await.expect("it commits");
    id
}

#[tokio::test]
async fn an_offer_carries_the_dates_that_fit_and_the_first_yes_fixes_one() {
    each_pool(Options::default, async |pool| {
        let halima = halima(pool).await;
        let mut wanted = pool.wanted();
        wanted.slots = three_dates();
        wanted.openings = 2;
        let request = pool.file(&wanted).await.id;
        pool.work().await;
        let mails = pool.mails.to("halima.sadat@post.example");
        let mail = mails.iter().find(|mail| mail.kind == "offer").expect("she is asked");
        let mail = plain(&mail.text).to_lowercase();
        assert!(mail.contains("16. märz") && mail.contains("18. märz"), "{mail}");
        assert!(!mail.contains("17. märz"), "Wednesday is no day of hers: {mail}");

        let dates: Vec<SlotId> = pool.request(request).await.slots.iter().map(|slot| slot.id).collect();
        let hers = pool.offer_to(request, halima).await.id;
        match accept(&pool.app, hers, Some(dates[1])).await {
            Err(AcceptError::Taken | AcceptError::Closed(_)) => panic!("nobody has it yet"),
            Err(_) => {}
            Ok(accepted) => panic!("not on a Wednesday: {accepted:?}"),
        }
        accept(&pool.app, hers, Some(dates[2])).await.expect("Thursday suits");
        let aminas = pool.offer_to(request, pool.who.amina).await.id;
        assert!(
            accept(&pool.app, aminas, Some(dates[0])).await.is_err(),
            "it is Thursday now"
        );
        accept(&pool.app, aminas, Some(dates[2])).await.expect("Thursday it is");
        let held = pool.request(request).await.assignments;
        assert!(held.len() == 2 && held.iter().all(|held| held.slot == dates[2]));
    })
    .await;
}

#[tokio::test]
async fn after_the_first_yes_the_others_links_show_only_that_date() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let mut wanted = pool::wanted(&site.app, site.who.kita, (16, "09:00", "10:00"));
        wanted.slots = three_dates();
        wanted.openings = 2;
        let request = pool::submit(&site.app, &wanted).await.expect("it is taken").id;
        let link = site.link_for("basir.noori@post.example", "offer", "/o/").await;
        let page = site.browser().get(&link).await.expect(StatusCode::OK).body;
        assert!(page.contains("16. März") && page.contains("17. März") && page.contains("18. März"));

        let mut tx = site.app.db.read().await.expect("it reads");
        let offers: Vec<Offer> = store::offers_of(&mut tx, request).await.expect("it reads");
        let whole = store::get(&mut tx, request)
            .await
            .expect("it reads")
            .expect("it is there");
        tx.commit().await.expect("it ends");
        let aminas = offers.iter().find(|offer| offer.volunteer == site.who.amina);
        let aminas = aminas.expect("she was asked").id;
        accept(&site.app, aminas, Some(whole.slots[1].id))
            .await
            .expect("Wednesday suits");
        let page = site.browser().get(&link).await.expect(StatusCode::OK).body;
        assert!(page.contains("17. März"), "{page}");
        assert!(!page.contains("16. März") && !page.contains("18. März"), "{page}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_of_two_and_never_three_when_fifty_say_yes_to_different_dates_at_once() {
    let fifty = || Options {
        more_speakers: 48,
        in_parallel: 50,
        ..Options::default()
    };
    each_pool(fifty, async |pool| {
        let mut wanted = pool.wanted();
        wanted.slots = three_dates();
        wanted.openings = 2;
        let request = pool.file(&wanted).await.id;
        pool.ask_only(request).await;
        let dates: Vec<SlotId> = pool.request(request).await.slots.iter().map(|slot| slot.id).collect();
        let offers = pool.offers(request).await;
        assert_eq!(offers.len(), 50);
        let start = Arc::new(tokio::sync::Barrier::new(offers.len()));
        let mut tasks = JoinSet::new();
        for (number, offer) in offers.iter().enumerate() {
            let (app, start, offer, date) = (pool.app.clone(), start.clone(), offer.id, dates[number % 3]);
            tasks.spawn(async move {
                start.wait().await;
                accept(&app, offer, Some(date)).await.is_ok()
            });
        }
        let won = tasks.join_all().await.into_iter().filter(|won| *won).count();
        assert_eq!(won, 2);
        let held = pool.request(request).await.assignments;
        assert_eq!(held.len(), 2, "never more");
        assert_eq!(held[0].slot, held[1].slot, "both on the same date");
    })
    .await;
}
