//! Every request, page by page.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use chrono::Duration;

use crate::support::{
    databases::each_engine,
    scene::{AMINA, CORA, accepts, ask, call_off, slot, tuesday},
    site::Site,
};

#[tokio::test]
async fn requests_are_filtered_by_state_language_and_day() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        accepts(&site, AMINA).await;
        let second = ask(&site, vec![slot("2027-03-18", "14:00", "15:00")]).await;
        call_off(&site, second).await;
        ask(&site, vec![slot("2027-03-19", "14:00", "15:00")]).await;
        let cora = site.signed_in(CORA).await;
        for (query, shown) in [
            ("", vec![1, 2, 3]),
            ("?state=confirmed", vec![1]),
            ("?state=cancelled", vec![2]),
            ("?state=searching", vec![3]),
            ("?state=unfilled", vec![]),
            ("?state=nonsense&language=&day=", vec![1, 2, 3]),
            ("?language=prs&day=2027-03-18", vec![2]),
            ("?language=ar", vec![]),
            ("?after=nonsense&day=2027-02-29", vec![1, 2, 3]),
        ] {
            let page = cora
                .get(&format!("/desk/requests{query}"))
                .await
                .expect(StatusCode::OK)
                .body;
            let found: Vec<i32> = (1..=3)
                .filter(|number| page.contains(&format!("SP-2027-000{number}")))
                .collect();
            assert_eq!(found, shown, "{query}: {page}");
            let told = page.contains("Diesen Tag kennen wir nicht.");
            assert_eq!(told, query.contains("2027-02-29"), "{query}: {page}");
        }
        site.app.clock.advance(Duration::days(16));
        let page = cora_again(&site).await;
        assert!(
            page.contains("SP-2027-0001") && !page.contains("SP-2027-0002"),
            "{page}"
        );
    })
    .await;
}

/// Sessions do not last that long.
async fn cora_again(site: &Site) -> String {
    let cora = site.signed_in(CORA).await;
    cora.get("/desk/requests?state=past").await.expect(StatusCode::OK).body
}

#[tokio::test]
async fn fifty_a_page_and_none_twice() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        for _ in 0..53 {
            ask(&site, vec![tuesday()]).await;
        }
        let cora = site.signed_in(CORA).await;
        let shown = |page: &str| -> BTreeSet<u32> {
            (1..=53)
                .filter(|number| page.contains(&format!("SP-2027-{number:04}")))
                .collect()
        };
        let first = cora
            .get("/desk/requests?language=prs")
            .await
            .expect(StatusCode::OK)
            .body;
        assert_eq!(shown(&first).len(), 50);
        let older = first
            .split("href=\"")
            .filter_map(|rest| rest.split('"').next())
            .find(|href| href.contains("after="))
            .expect("a next page")
            .replace("&#38;", "&")
            .replace("&amp;", "&");
        assert!(older.contains("language=prs"), "{older}");
        let second = cora.get(&older).await.expect(StatusCode::OK).body;
        // All were filed at the same instant, so that only their ids tell them apart.
        assert_eq!(shown(&second).len(), 3);
        assert!(shown(&first).is_disjoint(&shown(&second)), "{second}");
    })
    .await;
}
