//! Dates of an open request: each stands where it may be, until one is settled.

use axum::http::StatusCode;
use chrono::Duration;
use sprachpool::{
    act::Actor,
    requests::{
        assignments::{ByHand, assign},
        store,
    },
};

use crate::{
    institution::{says, text},
    support::{
        databases::each_engine,
        scene::{KITA, ask, slot},
        site::Site,
    },
};

#[tokio::test]
async fn every_date_of_an_open_request_stands_in_the_calendar_and_in_the_list() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let dates = vec![
            slot("2027-03-16", "09:00", "10:00"),
            slot("2027-03-10", "14:00", "15:00"),
            slot("2027-04-02", "08:00", "09:00"),
        ];
        let request = ask(&site, dates).await;
        ask(&site, vec![slot("2027-03-16", "08:00", "08:30")]).await;
        let kita = site.signed_in(KITA).await;
        let march = kita.get("/requests/calendar").await.expect(StatusCode::OK).body;
        says(&march, "14:00–15:00 Dari Einer von drei Terminen");
        says(&march, "9:00–10:00 Dari Einer von drei Terminen");
        let all = text(&march);
        assert!(all.find("8:00–8:30").expect("it is there") < all.find("9:00–10:00").expect("it is there"));
        says(&march, "8:00–8:30 Dari Noch offen");
        assert_eq!(
            march.matches(&format!("href=\"/requests/{request}?")).count(),
            2,
            "{march}"
        );
        let april = kita.get("/requests/calendar?month=2027-04").await.body;
        says(&april, "8:00–9:00 Dari Einer von drei Terminen");
        let other = "Auch möglich: Mittwoch, 10. März 2027, 14:00 bis 15:00 Uhr";
        let list = kita.get("/requests").await.expect(StatusCode::OK).body;
        says(&list, other);
        says(&list, "Freitag, 2. April 2027, 8:00 bis 9:00 Uhr.");
        assert_eq!(text(&list).matches("Einer von drei Terminen.").count(), 1, "{list}");
        // The filter holds for them, too.
        let elsewhere = kita.get("/requests/calendar?language=uk&when=past").await.body;
        assert!(
            elsewhere.contains("14:00–15:00"),
            "what nobody can choose narrows nothing"
        );

        // A date that is over cannot be it any more.
        site.app.clock.advance(Duration::days(10));
        let kita = site.signed_in(KITA).await;
        let march = kita.get("/requests/calendar").await.body;
        says(&march, "9:00–10:00 Dari Einer von zwei Terminen");
        assert!(!march.contains("14:00–15:00"), "{march}");

        // Settled: the others are free again.
        let mut tx = site.app.db.begin().await.expect("it begins");
        let rules = site.app.rules(&mut tx).await.expect("rules");
        let asked = store::get(&mut tx, request)
            .await
            .expect("it reads")
            .expect("it is there");
        let wish = ByHand {
            request,
            volunteer: site.who.amina,
            slot: asked.slots[0].id,
            why: Some("Am Telefon so besprochen".to_owned()),
        };
        let act = site.app.act(Actor::Person(site.who.cora));
        assign(&mut tx, &act, &rules, &site.app.keys, &wish)
            .await
            .expect("she can");
        site.app.commit(tx).await.expect("it commits");
        says(&kita.get("/requests/calendar").await.body, "9:00–10:00 Dari Zugesagt");
        let april = kita.get("/requests/calendar?month=2027-04").await.body;
        assert!(!april.contains("8:00–9:00"), "{april}");
        let list = kita.get("/requests").await.body;
        assert!(!list.contains("Auch möglich"), "{list}");
    })
    .await;
}
