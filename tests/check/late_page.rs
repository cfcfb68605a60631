//! The page on which a coordinator says what counts as late.

use axum::http::StatusCode;
use sprachpool::settings::{LateRequests, Notice};

use crate::{
    institution::{KITA, but, says},
    support::{databases::each_engine, scene::CORA, site::Site},
};

const PATH: &str = "/desk/rules/late";
const TYPED: &[(&str, &str)] = &[
    ("request_kind", "working_days"),
    ("request_number", "7"),
    ("later", "refuse"),
    ("cancellation_kind", "day_before"),
    ("cancellation_time", "13:00"),
];

async fn late(site: &Site) -> (Notice, LateRequests, Notice) {
    let mut tx = site.app.db.read().await.expect("it reads");
    let rules = site.app.rules(&mut tx).await.expect("rules");
    let late = rules.late();
    (late.request, late.later_requests, late.cancellation)
}

#[tokio::test]
async fn cora_changes_what_is_late() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let page = cora.get(PATH).await.expect(StatusCode::OK).body;
        says(
            &page,
            "Heute gilt: Anfragen 5 Arbeitstage vorher. Absagen sind frei 24 Stunden vorher.",
        );
        cora.post(PATH, TYPED).await.expect(StatusCode::SEE_OTHER);
        let notice = |text: &str| text.parse::<Notice>().expect("a notice");
        let new = (
            notice("7 working days"),
            LateRequests::Refuse,
            notice("day before, 13:00"),
        );
        assert_eq!(late(&site).await, new);
        // From a day on.
        site.app.clock.advance(chrono::Duration::minutes(1));
        let planned = but(TYPED, &[("request_number", "3"), ("from", "1.4.2027")]);
        let saved = cora.post(PATH, &planned).await.expect(StatusCode::SEE_OTHER);
        let page = cora.get(saved.location()).await.expect(StatusCode::OK).body;
        says(&page, "Gespeichert. Ab 01.04.2027 gilt: 3 Arbeitstage.");
        for words in ["7 Arbeitstage", "24 Stunden", "am Tag davor bis 13:00 Uhr"] {
            says(&page, words);
        }
        assert!(!page.contains("working day") && !page.contains("24 h"), "{page}");
        assert!(
            !page.contains("name=\"request\""),
            "it is changed on its own page: {page}"
        );
        cora.post(&format!("{PATH}/late"), &[("request", "1 h")])
            .await
            .expect(StatusCode::NOT_FOUND);
        assert_eq!(late(&site).await, new);
        site.app.clock.advance(chrono::Duration::days(32));
        assert_eq!(late(&site).await.0, notice("3 working days"));
        let kita = site.signed_in(KITA).await;
        kita.get(PATH).await.expect(StatusCode::NOT_FOUND);
        kita.post(PATH, TYPED).await.expect(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn what_makes_no_sense_is_said_at_its_field() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let before = late(&site).await;
        for (field, bad) in [
            ("request_kind", "weeks"),
            ("request_number", ""),
            ("request_number", "-5"),
            ("request_number", "5.5"),
            ("request_number", "999999999999999999999"),
            ("request_number", "5\u{202E}"),
            ("cancellation_time", "25:00"),
            ("cancellation_time", "<svg onload=1>"),
            ("later", "perhaps"),
            ("from", "29.2.2027"),
            ("from", "1.2.2027"),
        ] {
            let answer = cora.post(PATH, &but(TYPED, &[(field, bad)])).await;
            let page = answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
            assert!(page.contains(&format!("id=\"{field}-error\"")), "{field} {bad}: {page}");
            assert!(!page.contains("<svg onload"), "shown literally");
        }
        assert_eq!(late(&site).await, before);
    })
    .await;
}
