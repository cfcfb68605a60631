//! Giving an assignment back.

use axum::http::StatusCode;
use chrono::{TimeZone, Utc};
use sprachpool::tasks;

use crate::support::{
    databases::each_engine,
    scene::{AMINA, KITA, accepts, ask, dump, offer_link, tuesday},
    site::Site,
};

#[tokio::test]
async fn s31_given_back_in_time_the_search_restarts() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let offer = offer_link(&site, AMINA).await;
        let link = accepts(&site, AMINA).await;
        let browser = site.browser();
        let ask = format!("{link}/withdrawal");
        let page = browser.get(&ask).await.expect(StatusCode::OK).body;
        assert!(page.contains("Möchten Sie den Einsatz zurückgeben?"), "{page}");
        let kept = browser
            .post(&ask, &[("choice", "keep")])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(kept.location(), link);
        browser
            .post(&ask, &[("choice", "back")])
            .await
            .expect(StatusCode::SEE_OTHER);
        for (page, words) in [
            (&ask, "Sie haben den Einsatz zurückgegeben"),
            (&link, "Sie haben den Einsatz zurückgegeben"),
            (&offer, "Sie haben diesen Einsatz zurückgegeben"),
        ] {
            let page = browser.get(page).await.expect(StatusCode::OK).body;
            assert!(page.contains(words), "{words} is missing: {page}");
            assert!(!page.contains("Parkweg"), "{page}");
        }
        site.work().await;
        assert!(site.mailbox.to(KITA).iter().any(|mail| mail.kind == "search_restarted"));
    })
    .await;
}

#[tokio::test]
async fn s32_inside_the_lock_there_is_a_phone_number_and_an_urgent_task() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let link = accepts(&site, AMINA).await;
        // 6:00 in Münster, three hours before.
        site.app
            .clock
            .set(Utc.with_ymd_and_hms(2027, 3, 16, 5, 0, 0).single().expect("it exists"));
        site.work().await;
        let browser = site.browser();
        let ask = format!("{link}/withdrawal");
        let before = dump(&site.app.db).await;
        let page = browser.get(&ask).await.expect(StatusCode::OK).body;
        assert!(page.contains("Bitte rufen Sie uns sofort an"), "{page}");
        assert!(page.contains("href=\"tel:"), "{page}");
        // The desk may still be closed: the Kita's own number.
        assert!(
            page.contains("Ist bei uns niemand am Telefon?") && page.contains("555 0142"),
            "{page}"
        );
        assert_eq!(dump(&site.app.db).await, before);

        for _ in 0..2 {
            browser
                .post(&ask, &[("choice", "back")])
                .await
                .expect(StatusCode::SEE_OTHER);
        }
        let page = browser.get(&ask).await.expect(StatusCode::OK).body;
        assert!(
            page.contains("Wir wissen Bescheid") && page.contains("href=\"tel:"),
            "{page}"
        );
        let mut tx = site.app.db.read().await.expect("it reads");
        let open = tasks::open(&mut tx).await.expect("it reads");
        let kinds: Vec<_> = open.iter().map(|task| task.kind.as_str()).collect();
        assert_eq!(kinds, ["withdrawal_in_lock"]);
        assert!(
            browser
                .get(&link)
                .await
                .expect(StatusCode::OK)
                .body
                .contains("Parkweg 4")
        );
    })
    .await;
}
