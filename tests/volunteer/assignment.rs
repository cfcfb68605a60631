//! The assignment's own page: everything for whoever comes, until it is over.

use axum::http::StatusCode;
use chrono::Duration;

use crate::support::{
    databases::each_engine,
    scene::{AMINA, accepts, ask, call_off, tuesday},
    site::Site,
};

#[tokio::test]
async fn s48_after_the_yes_everything_is_there_until_it_is_over() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let link = accepts(&site, AMINA).await;
        let browser = site.browser();
        let page = browser.get(&link).await.expect(StatusCode::OK);
        for word in [
            "Parkweg 4",
            "48149 Münster",
            "Eingang Süd",
            "Jana Vogt",
            "0251 555 0142",
            "Kita Sonnenblume",
            "SP-2027-0001",
        ] {
            assert!(page.body.contains(word), "{word} is missing: {}", page.body);
        }
        assert!(
            page.body.contains("Bitte leise klingeln &#60;b&#62;danke"),
            "{}",
            page.body
        );
        assert_eq!(page.headers["cache-control"], "no-store");
        assert_eq!(page.headers["referrer-policy"], "no-referrer");

        let file = browser
            .get(&format!("{link}/calendar.ics"))
            .await
            .expect(StatusCode::OK);
        assert!(
            file.headers["content-type"]
                .to_str()
                .is_ok_and(|kind| kind.starts_with("text/calendar"))
        );
        for line in ["METHOD:REQUEST", "DTSTART;TZID=Europe/Berlin:20270316T090000"] {
            assert!(file.body.contains(line), "{line} is missing: {}", file.body);
        }

        site.app.clock.advance(Duration::days(15));
        for page in [
            link.clone(),
            format!("{link}/withdrawal"),
            format!("{link}/calendar.ics"),
        ] {
            let page = browser.get(&page).await.expect(StatusCode::GONE);
            assert!(page.body.contains("Dieser Einsatz ist vorbei"), "{}", page.body);
            assert!(!page.body.contains("Parkweg"), "{}", page.body);
        }
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_assignment_says_so_and_shows_no_street() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![tuesday()]).await;
        let link = accepts(&site, AMINA).await;
        call_off(&site, request).await;
        let page = site.browser().get(&link).await.expect(StatusCode::OK).body;
        assert!(page.contains("Dieser Einsatz wurde abgesagt"), "{page}");
        assert!(!page.contains("Parkweg"), "{page}");
    })
    .await;
}
