//! S7, A1: whoever only looks changes nothing, however often. S9, S48: and never sees what is not for them.

use axum::http::{Method, StatusCode};

use crate::support::{
    databases::each_engine,
    scene::{AMINA, BASIR, SECRETS, accepts, ask, dump, offer_link, tuesday},
    site::Site,
};

#[tokio::test]
async fn s7_a1_a_thousand_looks_change_no_row() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let (amina, basir) = (offer_link(&site, AMINA).await, offer_link(&site, BASIR).await);
        let pause = site.link_for(AMINA, "offer", "/p/").await;
        let assignment = accepts(&site, AMINA).await;
        let pages = [
            amina,
            basir,
            pause,
            assignment.clone(),
            format!("{assignment}/withdrawal"),
            format!("{assignment}/calendar.ics"),
        ];
        site.work().await;
        let before = dump(&site.app.db).await;
        let browser = site.browser();
        for _ in 0..84 {
            for page in &pages {
                browser.get(page).await.expect(StatusCode::OK);
                let head = browser.send(Method::HEAD, page, None, &[]).await.expect(StatusCode::OK);
                assert!(head.body.is_empty());
            }
        }
        assert_eq!(dump(&site.app.db).await, before);
    })
    .await;
}

#[tokio::test]
async fn s9_s48_an_offer_never_tells_what_is_for_its_volunteer_only() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let (amina, basir) = (offer_link(&site, AMINA).await, offer_link(&site, BASIR).await);
        let browser = site.browser();
        let open = browser.get(&amina).await.expect(StatusCode::OK).body;
        for word in [
            "Dienstag, 16. März",
            "9:00 bis 10:00 Uhr",
            "Dari und Deutsch",
            "Kita",
            "Gespräch mit Eltern",
        ] {
            assert!(open.contains(word), "{word} is missing: {open}");
        }
        let wrong = browser
            .post(&amina, &[])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY)
            .body;
        accepts(&site, AMINA).await;
        let accepted = browser.get(&amina).await.expect(StatusCode::OK).body;
        let taken = browser.get(&basir).await.expect(StatusCode::OK).body;
        let late = browser
            .post(&basir, &[("answer", "yes")])
            .await
            .expect(StatusCode::OK)
            .body;
        for page in [open, wrong, accepted, taken, late] {
            for secret in SECRETS {
                assert!(!page.contains(secret), "{secret} stands in {page}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_forged_token_is_the_same_404_as_an_unknown_one() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let offer = offer_link(&site, AMINA).await;
        let pause = site.link_for(AMINA, "offer", "/p/").await;
        let assignment = accepts(&site, AMINA).await;
        let browser = site.browser();
        let unknown = browser
            .get("/o/nobody-ever-made-this")
            .await
            .expect(StatusCode::NOT_FOUND)
            .body;
        for link in [&offer, &pause, &assignment] {
            let (start, token) = link.split_at(3);
            // One character changed, and a true token used for another purpose.
            let other = if token.starts_with('A') { "B" } else { "A" };
            let forged = format!("{start}{other}{}", &token[1..]);
            assert_eq!(browser.get(&forged).await.expect(StatusCode::NOT_FOUND).body, unknown);
            let form = if start == "/a/" {
                format!("{forged}/withdrawal")
            } else {
                forged
            };
            let posted = browser
                .post(&form, &[("answer", "yes")])
                .await
                .expect(StatusCode::NOT_FOUND);
            assert_eq!(posted.body, unknown);
            for purpose in ["/o/", "/a/", "/p/"].iter().filter(|purpose| **purpose != start) {
                let page = browser
                    .get(&format!("{purpose}{token}"))
                    .await
                    .expect(StatusCode::NOT_FOUND);
                assert_eq!(page.body, unknown);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a2_every_button_without_a_choice_changes_nothing() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let offer = offer_link(&site, BASIR).await;
        let pause = site.link_for(BASIR, "offer", "/p/").await;
        let assignment = accepts(&site, AMINA).await;
        ask(&site, vec![crate::support::scene::slot("2027-03-18", "14:00", "15:00")]).await;
        let open = offer_link(&site, BASIR).await;
        site.work().await;
        let before = dump(&site.app.db).await;
        let browser = site.browser();
        for page in [open, pause.clone(), format!("{assignment}/withdrawal")] {
            let answer = browser.post(&page, &[]).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.body.contains("Bitte prüfen Sie eine Angabe"), "{}", answer.body);
        }
        // Nothing to answer any more: its page says so.
        browser.post(&offer, &[]).await;
        assert_eq!(dump(&site.app.db).await, before);

        browser
            .post(&pause, &[("choice", "days")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let paused = dump(&site.app.db).await;
        browser
            .post(&format!("{pause}/undo"), &[])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(dump(&site.app.db).await, paused);
    })
    .await;
}
