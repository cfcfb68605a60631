//! Who may look, and that looking changes nothing.

use axum::http::{Method, StatusCode};
use chrono::Duration;

use super::{held, over};
use crate::support::{
    databases::each_engine,
    scene::{AMINA, CORA, KITA, SECRETS, accepts, ask, dump, slot, tuesday},
    site::Site,
};

#[tokio::test]
async fn a1_looking_changes_no_row_and_a2_neither_does_a_button_without_a_choice() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        let (kita, cora) = (site.signed_in(KITA).await, site.signed_in(CORA).await);
        let (institution, desk) = (over.institution_page(), over.desk_page());
        site.work().await;
        let before = dump(&site.app.db).await;
        let browser = site.browser();
        for _ in 0..100 {
            for method in [Method::GET, Method::HEAD] {
                browser
                    .send(method.clone(), &over.link, None, &[])
                    .await
                    .expect(StatusCode::OK);
                kita.send(method.clone(), &institution, None, &[])
                    .await
                    .expect(StatusCode::OK);
                cora.send(method, &desk, None, &[]).await.expect(StatusCode::OK);
            }
        }
        for (browser, page) in [(&browser, &over.link), (&kita, &institution), (&cora, &desk)] {
            let answer = browser.post(page, &[]).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.body.contains("Bitte prüfen Sie eine Angabe"), "{}", answer.body);
        }
        assert_eq!(dump(&site.app.db).await, before);
        // The link is forwarded easily: it shows no address, contact or remarks.
        let page = browser.get(&over.link).await.body;
        for secret in SECRETS {
            assert!(!page.contains(secret), "{secret} stands in {page}");
        }
    })
    .await;
}

#[tokio::test]
async fn once_it_is_settled_the_link_says_what_counts_and_changes_nothing() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        over.amina_says(&site, &held("9:00", "10:25")).await;
        let kita = site.signed_in(KITA).await;
        over.kita_says(&site, &kita, &[("outcome", "agree")]).await;
        let before = dump(&site.app.db).await;
        let browser = site.browser();
        let answers = [
            browser.get(&over.link).await,
            browser.post(&over.link, &held("9:00", "10:55")).await,
        ];
        for answer in answers {
            let page = answer.expect(StatusCode::OK).body;
            assert!(page.contains("Der Einsatz ist abgeschlossen"), "{page}");
            assert!(page.contains("9:00 bis 10:25 Uhr"), "{page}");
            assert!(!page.contains("name=\"outcome\""), "{page}");
        }
        let late = kita.post(&over.institution_page(), &[("outcome", "not_held")]).await;
        late.expect(StatusCode::SEE_OTHER);
        assert_eq!(dump(&site.app.db).await, before);

        site.app.clock.advance(Duration::days(91));
        let gone = browser.get(&over.link).await.expect(StatusCode::GONE);
        assert!(gone.body.contains("href=\"tel:"), "{}", gone.body);
        let gone = browser.post(&over.link, &held("9:00", "10:00")).await;
        gone.expect(StatusCode::GONE);
    })
    .await;
}

#[tokio::test]
async fn a_forged_token_and_a_link_for_something_else_are_the_same_404() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        let browser = site.browser();
        let unknown = browser
            .get("/n/nobody-ever-made-this")
            .await
            .expect(StatusCode::NOT_FOUND);
        let token = over.link.trim_start_matches("/n/");
        let other = if token.starts_with('A') { "B" } else { "A" };
        let forged = format!("/n/{other}{}", &token[1..]);
        let answers = [
            browser.get(&forged).await,
            browser.post(&forged, &held("9:00", "10:00")).await,
            browser.get(&format!("/a/{token}")).await,
            browser.get(&format!("/o/{token}")).await,
        ];
        for answer in answers {
            assert_eq!(answer.expect(StatusCode::NOT_FOUND).body, unknown.body);
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_else_finds_the_pages() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        let before = dump(&site.app.db).await.len();
        let klinik = site.signed_in("held@klinik-am-park.example").await;
        let amina = site.signed_in(AMINA).await;
        let says = held("9:00", "10:00");
        for page in [over.institution_page(), over.desk_page()] {
            for browser in [&klinik, &amina] {
                browser.get(&page).await.expect(StatusCode::NOT_FOUND);
                browser.post(&page, &says).await.expect(StatusCode::NOT_FOUND);
            }
            let nobody = site.browser().get(&page).await.expect(StatusCode::SEE_OTHER);
            assert!(nobody.location().starts_with("/sign-in"), "{}", nobody.location());
        }
        let kita = site.signed_in(KITA).await;
        kita.get(&over.desk_page()).await.expect(StatusCode::NOT_FOUND);
        // Another request's assignment, and one that is nobody's.
        let other = ask(&site, vec![slot("2027-03-25", "09:00", "10:00")]).await;
        let nobodys = sprachpool::requests::AssignmentId(site.app.act(sprachpool::act::Actor::Service).uuid());
        for (request, assignment) in [(other, over.assignment), (over.request, nobodys)] {
            let page = format!("/requests/{request}/assignments/{assignment}/proof");
            kita.get(&page).await.expect(StatusCode::NOT_FOUND);
        }
        assert!(
            before < dump(&site.app.db).await.len(),
            "only signing in and asking left traces"
        );
        assert!(over.proof(&site).await.versions.is_empty());
    })
    .await;
}

#[tokio::test]
async fn before_it_is_over_nothing_is_asked() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![tuesday()]).await;
        accepts(&site, AMINA).await;
        let assignment = super::assignment_of(&site, request).await;
        let kita = site.signed_in(KITA).await;
        let page = format!("/requests/{request}/assignments/{assignment}/proof");
        let elsewhere = kita.get(&page).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(elsewhere.location(), format!("/requests/{request}"));
        kita.post(&page, &[("outcome", "not_held")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let cora = site.signed_in(CORA).await;
        cora.get(&format!("/desk{page}")).await.expect(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn the_volunteers_own_page_lists_what_is_still_to_say() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        let amina = site.signed_in(AMINA).await;
        let page = amina.get("/me").await.expect(StatusCode::OK).body;
        assert!(page.contains("Bitte noch melden, was war"), "{page}");
        assert!(page.contains(&format!("href=\"{}\"", over.link)), "{page}");
        over.amina_says(&site, &held("9:00", "10:00")).await;
        let page = amina.get("/me").await.expect(StatusCode::OK).body;
        assert!(!page.contains(&over.link), "{page}");
    })
    .await;
}
