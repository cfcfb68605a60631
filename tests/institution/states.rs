use axum::http::StatusCode;
use chrono::Duration;
use sprachpool::{
    act::Actor,
    requests::{self, store},
};

use super::{KITA, filed, id_of, says, text};
use crate::support::{databases::each_engine, site::Site};

#[tokio::test]
async fn the_page_says_who_comes_and_never_how_many_were_asked() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let request = filed(&site, &kita).await;
        site.work().await;
        let page = kita.get(&request).await.expect(StatusCode::OK).body;
        says(&page, "Wir haben einige Personen gefragt");
        says(&page, "Wir warten auf Antworten");
        for count in ["1 Person", "2 Personen", "Amina", "Basir"] {
            assert!(!text(&page).contains(count), "{count}: {}", text(&page));
        }

        let mut tx = site.app.db.begin().await.expect("it begins");
        let offers = store::offers_of(&mut tx, id_of(&request)).await.expect("offers");
        let offer = offers
            .iter()
            .find(|offer| offer.volunteer == site.who.amina)
            .expect("Amina was asked");
        let rules = site.app.rules(&mut tx).await.expect("rules");
        let act = site.app.act(Actor::Service);
        requests::offers::accept(&mut tx, &act, &rules, &site.app.keys, offer.id, None)
            .await
            .expect("she accepts");
        site.app.commit(tx).await.expect("it commits");

        let page = kita.get(&request).await.expect(StatusCode::OK).body;
        says(&page, "Amina Rahimi hat zugesagt");
        // She lets the pool pass on her number.
        says(&page, "0251 555 0177");
        says(&kita.get("/requests").await.body, "Zugesagt");

        site.app.clock.advance(Duration::days(30));
        let kita = site.signed_in(KITA).await;
        let page = kita.get(&request).await.body;
        says(&page, "Der Termin ist vorbei");
        assert!(
            !page.contains("0251 555 0177"),
            "the number was for this appointment only"
        );
        let over = kita
            .get(&format!("{request}/cancellation"))
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(over.location(), request);
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_request_says_so_and_stays_cancelled() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let request = filed(&site, &kita).await;
        let cancellation = format!("{request}/cancellation");
        says(&kita.get(&cancellation).await.body, "Möchten Sie die Anfrage absagen?");
        for _ in 0..2 {
            let answer = kita
                .post(&cancellation, &[("reason", "not_needed")])
                .await
                .expect(StatusCode::SEE_OTHER);
            assert_eq!(answer.location(), request);
        }
        let page = kita.get(&request).await.expect(StatusCode::OK).body;
        says(&page, "Die Anfrage ist abgesagt");
        assert!(!page.contains("/cancellation"), "there is nothing left to cancel");
        says(&kita.get("/requests").await.body, "Vorbei oder abgesagt");
    })
    .await;
}

#[tokio::test]
async fn when_nobody_is_found_the_page_says_so_honestly() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let request = filed(&site, &kita).await;
        site.work().await;
        // Nobody answers until the search is over.
        for _ in 0..35 {
            site.app.clock.advance(Duration::hours(10));
            site.work().await;
        }
        let kita = site.signed_in(KITA).await;
        let page = kita.get(&request).await.expect(StatusCode::OK).body;
        says(&page, "Wir haben leider niemanden gefunden");
        says(&page, "Cora Brandt");
        says(&kita.get("/requests").await.body, "Niemand gefunden");
    })
    .await;
}
