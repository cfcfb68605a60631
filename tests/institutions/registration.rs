//! `/register`: for everybody, so it gives nothing away and lets nobody flood the desk.

use axum::http::{Method, StatusCode};
use chrono::Duration;

use super::*;
use crate::{institution::says, support::databases::each_engine};

#[tokio::test]
async fn sent_twice_it_is_one_institution() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let before = institutions(&site).await;
        let browser = site.browser();
        for _twice in 0..2 {
            browser.post("/register", FORM).await.expect(StatusCode::SEE_OTHER);
        }
        let (first, second) = tokio::join!(browser.post("/register", FORM), browser.post("/register", FORM));
        first.expect(StatusCode::SEE_OTHER);
        second.expect(StatusCode::SEE_OTHER);
        assert_eq!(institutions(&site).await, before + 1);
        assert_eq!(mails(&site, LENA, "registration_received").await.len(), 1);
        // Each form has a key of its own.
        let key = |body: &str| {
            let (_, after) = body.split_once("name=\"form_key\" value=\"").expect("a key");
            after.split_once('"').expect("its end").0.to_owned()
        };
        let (one, other) = (browser.get("/register").await.body, browser.get("/register").await.body);
        assert_ne!(key(&one), key(&other));
        browser
            .post("/register", &but(&[("form_key", "7")]))
            .await
            .expect(StatusCode::BAD_REQUEST);
    })
    .await;
}

#[tokio::test]
async fn two_at_the_same_moment_are_one() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let before = institutions(&site).await;
        let browser = site.browser();
        let both = tokio::join!(
            browser.post("/register", FORM),
            browser.post("/register", FORM),
            browser.post("/register", FORM),
        );
        for answer in [both.0, both.1, both.2] {
            answer.expect(StatusCode::SEE_OTHER);
        }
        assert_eq!(institutions(&site).await, before + 1);
        assert_eq!(mails(&site, LENA, "registration_received").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_sixth_within_a_quarter_of_an_hour_is_too_many() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let browser = site.browser();
        let key = |number: u8| format!("01955000-0000-7000-8000-0000000000{number:02}");
        for number in 10..15 {
            browser
                .post("/register", &but(&[("form_key", &key(number))]))
                .await
                .expect(StatusCode::SEE_OTHER);
        }
        let before = institutions(&site).await;
        let more = browser.post("/register", &but(&[("form_key", &key(15))])).await;
        says(
            &more.expect(StatusCode::TOO_MANY_REQUESTS).body,
            "Das waren viele Versuche",
        );
        assert_eq!(institutions(&site).await, before);
        // Who merely presses twice is not counted; another client has a count of its own.
        browser
            .post("/register", &but(&[("form_key", &key(14))]))
            .await
            .expect(StatusCode::SEE_OTHER);
        let form = serde_urlencoded::to_string(but(&[("form_key", &key(16))])).expect("a form");
        let elsewhere = [("x-forwarded-for", "198.51.100.7")];
        browser
            .send(Method::POST, "/register", Some(form), &elsewhere)
            .await
            .expect(StatusCode::SEE_OTHER);
        site.app.clock.advance(Duration::minutes(15));
        browser
            .post("/register", &but(&[("form_key", &key(17))]))
            .await
            .expect(StatusCode::SEE_OTHER);
        let texts = site.app.db.clone();
        let mut tx = texts.read().await.expect("it begins");
        let keys = q!("SELECT key FROM rate_limit").all::<(String,)>(&mut tx).await;
        assert!(
            keys.expect("it reads").iter().all(|(key,)| !key.contains("198.51")),
            "no address is kept"
        );
    })
    .await;
}

#[tokio::test]
async fn the_answer_is_the_same_for_a_known_address() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let browser = site.browser();
        let known = browser
            .post("/register", &but(&[("email", CORA), ("contact_name", "Cora Brandt")]))
            .await;
        let unknown = browser
            .post(
                "/register",
                &but(&[("form_key", "01955000-0000-7000-8000-000000000002")]),
            )
            .await;
        let (known, unknown) = (
            known.expect(StatusCode::SEE_OTHER),
            unknown.expect(StatusCode::SEE_OTHER),
        );
        assert_eq!(known.location(), unknown.location());
        assert_eq!(known.body, unknown.body);
        let page = browser.get(known.location()).await.expect(StatusCode::OK).body;
        says(&page, "Spätestens am Dienstag, 2. März 2027 hören Sie von uns.");
    })
    .await;
}

/// The mailbox says what the page does not: that somebody is checking.
#[tokio::test]
async fn who_signs_in_too_early_is_told_by_mail_only() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        registered(&site).await;
        let browser = site.browser();
        let early = browser.post("/sign-in", &[("email", LENA)]).await;
        let nobody = browser.post("/sign-in", &[("email", "nobody@post.example")]).await;
        assert_eq!(early.location(), nobody.location());
        assert_eq!(mails(&site, LENA, "registration_received").await.len(), 2);
        assert!(
            mails(&site, "nobody@post.example", "registration_received")
                .await
                .is_empty()
        );
        // The promised day has passed: no promise again.
        site.app.clock.advance(Duration::days(2));
        browser.post("/sign-in", &[("email", LENA)]).await;
        let newest = mails(&site, LENA, "registration_received").await;
        assert_eq!(newest.len(), 3);
        let late = newest.iter().filter(|text| text.contains("noch etwas Zeit")).count();
        assert_eq!(late, 1);
    })
    .await;
}

#[tokio::test]
async fn a_friday_is_answered_on_monday_and_easter_is_no_working_day() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        for (days, expected) in [(4, "Montag, 8. März 2027"), (20, "Dienstag, 30. März 2027")] {
            site.app.clock.advance(Duration::days(days));
            says(&site.browser().get("/register").await.body, expected);
        }
    })
    .await;
}

#[tokio::test]
async fn newcomers_find_it() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        for page in ["/", "/sign-in"] {
            let body = site.browser().get(page).await.expect(StatusCode::OK).body;
            assert!(body.contains("href=\"/register\""), "{page}");
            says(&body, "Ihre Einrichtung ist neu?");
        }
    })
    .await;
}
