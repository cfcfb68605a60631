//! The request's page tells what was tried, what is next, and why these were asked in this order.

use axum::http::StatusCode;
use chrono::Duration;
use sprachpool::{
    act::Actor,
    requests::{RequestId, offers},
};

use crate::{
    institution::{says, text},
    support::{
        databases::each_engine,
        people::{amina, volunteer},
        scene::{CORA, accepts, ask, tuesday},
        site::{Browser, Site},
    },
};

async fn three_more(site: &Site) {
    let mut tx = site.app.db.begin().await.expect("it begins");
    for number in 1..=3 {
        let mut new = amina();
        new.name = format!("Person {number}").parse().expect("a name");
        new.email = format!("person{number}@post.example").parse().expect("an address");
        volunteer(&mut tx, &site.app.act(Actor::Command), &new).await;
    }
    tx.commit().await.expect("it commits");
}

async fn page(cora: &Browser, request: RequestId) -> String {
    let page = cora.get(&format!("/desk/requests/{request}")).await;
    page.expect(StatusCode::OK).body
}

async fn one_declines(site: &Site, request: RequestId) {
    let mut tx = site.app.db.begin().await.expect("it begins");
    let all = sprachpool::requests::store::offers_of(&mut tx, request).await;
    let first = all.expect("it reads")[0].id;
    let act = site.app.act(Actor::Service);
    offers::decline(&mut tx, &act, first).await.expect("a no is taken");
    site.app.commit(tx).await.expect("it commits");
    site.work().await;
}

#[tokio::test]
async fn what_was_tried_and_what_is_next() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        three_more(&site).await;
        let request = ask(&site, vec![tuesday()]).await;
        let first = page(&cora, request).await;
        says(&first, "Bisher: 3 Personen gefragt: 3 noch in der Frist.");
        says(
            &first,
            "Nächster Schritt: heute, 18:00 Uhr. Dann fragen wir 2 weitere Personen.",
        );
        one_declines(&site, request).await;
        let second = page(&cora, request).await;
        says(&second, "4 Personen gefragt: 1 abgesagt, 3 noch in der Frist.");
        says(&second, "heute, 18:00 Uhr. Dann fragen wir eine weitere Person.");
        site.app.clock.advance(Duration::hours(9));
        site.work().await;
        let third = page(&cora, request).await;
        says(
            &third,
            "5 Personen gefragt: 1 abgesagt, 3 ohne Antwort, 1 noch in der Frist.",
        );
        says(&third, "Alle, die können, sind gefragt.");
        says(&third, "Sagt niemand zu, endet die Suche:");
    })
    .await;
}

#[tokio::test]
async fn who_was_asked_shows_the_parts_as_they_were_then() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        three_more(&site).await;
        // Amina has an assignment in these weeks, the others none.
        ask(&site, vec![tuesday()]).await;
        accepts(&site, "amina.rahimi@post.example").await;
        let request = ask(&site, vec![tuesday()]).await;
        let page = text(&page(&cora, request).await);
        let asked = page.split("Wer passt?").next().expect("who was asked comes first");
        assert!(
            asked.contains("Warum gefragt?") && asked.contains("Kein Einsatz in 8 Wochen"),
            "{asked}"
        );
        let fitting = page.split("Wer passt?").nth(1).expect("then who fits");
        assert!(fitting.contains("die anderen im Schnitt 0,3"), "{fitting}");
    })
    .await;
}
