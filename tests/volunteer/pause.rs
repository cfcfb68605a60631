//! Pausing: by the one click of RFC 8058, or on the page; and taking it back.

use axum::http::{Method, StatusCode};

use crate::support::{
    databases::each_engine,
    scene::{AMINA, ask, ask_for, slot, tuesday},
    site::{Browser, Site},
};

async fn pause_link(site: &Site) -> String {
    ask(site, vec![tuesday()]).await;
    site.link_for(AMINA, "offer", "/p/").await
}

async fn is_paused(browser: &Browser, link: &str) -> bool {
    let page = browser.get(link).await.expect(StatusCode::OK).body;
    let paused = page.contains("Sie machen gerade eine Pause");
    assert!(paused || page.contains("Möchten Sie eine Pause machen?"), "{page}");
    paused
}

#[tokio::test]
async fn one_click_pauses_with_a_receipt_and_undo() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let link = pause_link(&site).await;
        let browser = site.browser();
        assert!(!is_paused(&browser, &link).await);
        let multipart =
            "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
        let headers = [("content-type", "multipart/form-data; boundary=x")];
        let mut request = axum::http::Request::builder().method(Method::POST).uri(&link);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        // As a mail program sends it: once as a form, once in parts. The second changes nothing.
        let clicked = browser
            .post(&link, &[("List-Unsubscribe", "One-Click")])
            .await
            .expect(StatusCode::OK);
        assert!(clicked.body.contains("Bis Mittwoch, 31. März 2027"), "{}", clicked.body);
        let request = request.body(axum::body::Body::from(multipart)).expect("a request");
        let answer = tower::ServiceExt::oneshot(sprachpool::web::router::router(site.app.clone()), request).await;
        assert_eq!(answer.expect("an answer").status(), StatusCode::OK);
        assert!(is_paused(&browser, &link).await);
        site.work().await;
        let receipts: Vec<_> = site
            .mailbox
            .to(AMINA)
            .into_iter()
            .filter(|mail| mail.kind == "paused")
            .collect();
        assert_eq!(receipts.len(), 1);

        // The receipt's own link takes it back.
        let undo = site.link_for(AMINA, "paused", "/p/").await;
        let page = browser.get(&undo).await.expect(StatusCode::OK).body;
        assert!(page.contains("Pause beenden"), "{page}");
        browser
            .post(&format!("{undo}/undo"), &[("choice", "resume")])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert!(!is_paused(&browser, &link).await);
    })
    .await;
}

#[tokio::test]
async fn one_click_in_parts_alone_pauses() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let link = pause_link(&site).await;
        let body = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
        let request = axum::http::Request::builder()
            .method(Method::POST)
            .uri(&link)
            .header("content-type", "multipart/form-data; boundary=x")
            .body(axum::body::Body::from(body))
            .expect("a request");
        let answer = tower::ServiceExt::oneshot(sprachpool::web::router::router(site.app.clone()), request).await;
        assert_eq!(answer.expect("an answer").status(), StatusCode::OK);
        assert!(is_paused(&site.browser(), &link).await);
    })
    .await;
}

#[tokio::test]
async fn a_named_day_is_the_last_one_of_the_pause() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let link = pause_link(&site).await;
        let browser = site.browser();
        for (until, words) in [
            ("", "Bitte nennen Sie den letzten Tag"),
            ("29.02.2027", "Diesen Tag gibt es nicht"),
            ("28.02.2027", "muss in der Zukunft liegen"),
            ("1.1.2030", "höchstens ein Jahr"),
        ] {
            let answer = browser.post(&link, &[("choice", "until"), ("until", until)]).await;
            let page = answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
            assert!(page.contains(words), "{words} is missing: {page}");
            assert!(page.contains(&format!("value=\"{until}\"")), "{page}");
        }
        // Nobody guesses which of two answers is meant; a day alone is one.
        let both = browser.post(&link, &[("choice", "days"), ("until", "10.3.2027")]).await;
        let page = both.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
        assert!(page.contains("Sie haben beides angegeben"), "{page}");
        browser
            .post(&link, &[("until", "10.3.2027")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let page = browser.get(&link).await.expect(StatusCode::OK).body;
        assert!(page.contains("Bis Mittwoch, 10. März 2027"), "{page}");
        // Nobody asks her meanwhile.
        let mails = site
            .mailbox
            .to(AMINA)
            .iter()
            .filter(|mail| mail.kind == "offer")
            .count();
        ask_for(&site, site.who.klinik, vec![slot("2027-03-19", "10:00", "11:00")]).await;
        assert_eq!(
            site.mailbox
                .to(AMINA)
                .iter()
                .filter(|mail| mail.kind == "offer")
                .count(),
            mails
        );
    })
    .await;
}
