//! What needs a person: with what is needed to act, and alike tasks together.

use chrono::Duration;
use sprachpool::tasks::{self, About, Kind};

use super::{main_of, page};
use crate::support::{
    databases::each_engine,
    scene::{AMINA, BASIR, CORA, ask, offer_link, service, tuesday},
    site::Site,
};

#[tokio::test]
async fn a_task_says_whom_to_call() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        for email in [AMINA, BASIR] {
            let link = offer_link(&site, email).await;
            site.browser().post(&link, &[("answer", "no")]).await;
        }
        site.work().await;
        let cora = site.signed_in(CORA).await;
        let desk = page(&cora, "/desk").await;
        for words in [
            "Niemand gefunden: Kita Sonnenblume",
            "Jana Vogt",
            "href=\"tel:+492515550142\"",
            "/desk/week",
        ] {
            assert!(desk.contains(words), "{words}: {desk}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_kind_has_its_one_action_and_many_alike_are_folded() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![tuesday()]).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        let act = service(&site);
        let due = site.app.clock.now() + Duration::days(1);
        for kind in Kind::ALL {
            let about = About {
                request: Some(request),
                volunteer: Some(site.who.amina),
                institution: Some(site.who.kita.institution),
                ..About::default()
            };
            let made = tasks::create(&mut tx, &act, *kind, about, serde_json::json!({}), due).await;
            made.expect("it is made");
        }
        // Thirty more of one kind, each about somebody's appointment of their own.
        for _ in 0..30 {
            sprachpool::q!(
                "INSERT INTO task (id, kind, volunteer_id, params, due_at, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
                act.uuid(),
                Kind::QualificationRunsOut.code(),
                site.who.basir,
                "{}",
                due,
                act.now
            )
            .execute(&mut tx)
            .await
            .expect("it is made");
        }
        site.app.commit(tx).await.expect("it commits");
        let cora = site.signed_in(CORA).await;
        let desk = page(&cora, "/desk").await;
        let (_, jobs) = main_of(&desk)
            .split_once("class=\"jobs\"")
            .expect("there is something to do");
        assert_eq!(jobs.matches("<h3>").count(), Kind::ALL.len(), "{jobs}");
        let buttons = jobs.matches("class=\"btn").count();
        assert_eq!(buttons, Kind::ALL.len(), "one action each: {jobs}");
        assert_eq!(
            jobs.matches("class=\"btn\"").count(),
            1,
            "one of them is the first: {jobs}"
        );
        for words in [
            "30 weitere Aufgaben dieser Art",
            "Und noch 10. Sie rücken nach.",
            "Das war alles.",
        ] {
            assert!(jobs.contains(words), "{words}: {jobs}");
        }
        assert!(desk.len() < 100_000, "{} bytes", desk.len());
    })
    .await;
}
