//! Scenarios of "Accepting" and "Eligibility" that are told through the whole service, asked in waves as shipped.

use axum::http::StatusCode;
use chrono::{DateTime, Duration, Utc};
use sprachpool::{
    act::Actor,
    matching::{Level, Reason, SpokenLanguage},
    requests::{
        RequestId, candidates,
        store::{self, OfferState},
    },
};

use crate::support::{
    databases::each_engine,
    people::{amina, volunteer},
    pool::{self, Options, Pool, at, each_pool, wanted},
    site::Site,
};

fn in_waves() -> Options {
    Options {
        more_speakers: 10,
        policy: Some("waves"),
        ..Options::default()
    }
}

async fn search_due(pool: &Pool, request: RequestId) -> DateTime<Utc> {
    let search = pool.request(request).await.search.expect("it runs").id;
    let mut tx = pool.app.db.read().await.expect("it reads");
    let due = sprachpool::timers::due_of(&mut tx, sprachpool::timers::Kind::Search, search.0).await;
    due.expect("it reads").expect("it has a next step")
}

#[tokio::test]
async fn s13_a_wave_due_in_the_night_goes_out_at_seven() {
    each_pool(in_waves, async |pool| {
        pool.app.clock.set(at(3, 8, 19, 30));
        let request = pool.asked().await;
        let first = pool.offers(request).await;
        assert!(
            !first.is_empty() && first.len() < 12,
            "a wave, not everybody: {}",
            first.len()
        );
        // Everybody of it declines at two in the morning: the next wave is due at once.
        pool.app.clock.set(at(3, 9, 2, 0));
        for offer in &first {
            pool.decline(offer.id).await.expect("a no is taken at night");
        }
        pool.work().await;
        assert_eq!(pool.offers(request).await.len(), first.len(), "nobody is woken");
        assert_eq!(search_due(pool, request).await, at(3, 9, 7, 0));
        pool.work_at(at(3, 9, 6, 59)).await;
        assert_eq!(pool.offers(request).await.len(), first.len());
        pool.work_at(at(3, 9, 7, 0)).await;
        let offers = pool.offers(request).await;
        assert!(offers.len() > first.len(), "the next wave");
        for offer in &offers[first.len()..] {
            assert_eq!((offer.state, offer.sent_at), (OfferState::Sent, Some(at(3, 9, 7, 0))));
        }
    })
    .await;
}

#[tokio::test]
async fn s13_unless_the_job_starts_before_that_makes_sense() {
    each_pool(in_waves, async |pool| {
        pool.app.clock.set(at(3, 8, 22, 30));
        let early = pool
            .file(&wanted(&pool.app, pool.who.kita, (9, "08:00", "09:00")))
            .await;
        let later = pool
            .file(&wanted(&pool.app, pool.who.kita, (9, "13:00", "14:00")))
            .await;
        pool.work().await;
        assert!(pool.offers(early.id).await.is_empty() && pool.offers(later.id).await.is_empty());
        let tasks = pool.tasks().await;
        assert_eq!(tasks.len(), 1, "a person hears of the early one at once");
        assert_eq!(tasks[0].request_id, Some(early.id));
        assert_eq!(search_due(pool, later.id).await, at(3, 9, 7, 0));
        pool.work_at(at(3, 9, 7, 0)).await;
        assert!(!pool.offers(later.id).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn s37_kurmanci_asked_is_no_sorani_asked_unless_a_person_says_so() {
    each_pool(Options::default, async |pool| {
        let mut tx = pool.app.db.begin().await.expect("it begins");
        let mut new = amina();
        new.name = "Rojin Aziz".parse().expect("a name");
        new.email = "rojin.aziz@post.example".parse().expect("an address");
        new.languages = vec![SpokenLanguage {
            language: "ckb".to_owned(),
            level: Level::Native,
        }];
        let rojin = volunteer(&mut tx, &pool.app.act(Actor::Command), &new).await;
        tx.commit().await.expect("it commits");
        let mut wanted = pool.wanted();
        wanted.language = "kmr".to_owned();
        let request = pool.file(&wanted).await.id;
        let asked = pool.request(request).await;
        let mut tx = pool.app.db.read().await.expect("it reads");
        let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
        let all = candidates::assess_all(&mut tx, &rules, &asked, pool.app.clock.now())
            .await
            .expect("it reads");
        tx.commit().await.expect("it ends");
        let hers = all.iter().find(|one| one.volunteer == rojin).expect("she is listed");
        assert_eq!(hers.assessment.reasons(), [Reason::Language]);
        pool.work().await;
        assert!(pool.offers(request).await.is_empty());
        assert_eq!(pool.sent("nobody_found"), 1);
    })
    .await;
}

#[tokio::test]
async fn s14_when_it_is_filled_who_had_not_answered_gets_no_mail() {
    each_pool(in_waves, async |pool| {
        let request = pool.asked().await;
        let offers = pool.offers(request).await;
        let before = pool.mails.all().len();
        pool.accept(offers[0].id).await.expect("the first yes");
        pool.work().await;
        pool.later(Duration::days(2)).await;
        let more: Vec<_> = pool.mails.all().iter().skip(before).map(|mail| mail.kind).collect();
        assert_eq!(
            pool.mails.all().len(),
            before + 2,
            "two confirmations and nothing else: {more:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn s9_a_forwarded_link_answers_for_its_volunteer_who_can_take_it_back() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let wanted = pool::wanted(&site.app, site.who.kita, (16, "09:00", "10:00"));
        let request = pool::submit(&site.app, &wanted).await.expect("it is taken").id;
        let (amina, basir) = ("amina.rahimi@post.example", "basir.noori@post.example");
        let link = site.link_for(amina, "offer", "/o/").await;
        // Whoever has the link says no, from a browser that nobody has signed in with.
        let stranger = site.browser();
        stranger
            .post(&link, &[("answer", "no")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let back = site.link_for(amina, "offer_declined", "/o/").await;
        assert_eq!(back, link, "the receipt holds the way back");
        let slot = {
            let mut tx = site.app.db.read().await.expect("it reads");
            let stored = store::get(&mut tx, request)
                .await
                .expect("it reads")
                .expect("it is there");
            tx.commit().await.expect("it ends");
            stored.slots[0].id
        };
        let yes = format!("yes:{slot}");
        site.browser()
            .post(&back, &[("answer", &yes)])
            .await
            .expect(StatusCode::SEE_OTHER);
        site.work().await;
        let confirmed = |address: &str| {
            site.mailbox
                .to(address)
                .iter()
                .any(|mail| mail.kind == "assignment_confirmed")
        };
        assert!(confirmed(amina) && !confirmed(basir));
        assert!(
            site.link_for(amina, "assignment_confirmed", "/a/")
                .await
                .starts_with("/a/")
        );
    })
    .await;
}
