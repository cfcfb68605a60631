//! Who may come in where.

use axum::http::StatusCode;

use crate::support::{
    databases::each_engine,
    scene::{AMINA, CORA, KITA, ask, tuesday},
    site::Site,
};

#[tokio::test]
async fn the_desk_is_for_coordinators_and_my_page_for_volunteers() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![tuesday()]).await;
        let one = format!("/desk/requests/{request}");
        let desk = ["/desk", "/desk/requests", one.as_str()];
        let nobody = site.browser();
        for page in desk.into_iter().chain(["/me"]) {
            let answer = nobody.get(page).await.expect(StatusCode::SEE_OTHER);
            assert!(answer.location().starts_with("/sign-in?next="), "{}", answer.location());
        }
        let unknown = "/desk/tasks/018f0000-0000-7000-8000-000000000000/completion";
        assert!(nobody.post(unknown, &[]).await.location().starts_with("/sign-in"));

        for email in [KITA, AMINA] {
            let browser = site.signed_in(email).await;
            let missing = browser.get("/no-such-page").await.expect(StatusCode::NOT_FOUND).body;
            for page in desk {
                assert_eq!(
                    browser.get(page).await.expect(StatusCode::NOT_FOUND).body.len(),
                    missing.len()
                );
            }
            browser.post(unknown, &[]).await.expect(StatusCode::NOT_FOUND);
        }
        site.signed_in(KITA)
            .await
            .get("/me")
            .await
            .expect(StatusCode::NOT_FOUND);

        let cora = site.signed_in(CORA).await;
        for page in desk {
            cora.get(page).await.expect(StatusCode::OK);
        }
        cora.get("/desk/requests/nonsense").await.expect(StatusCode::NOT_FOUND);
        cora.get("/desk/requests/018f0000-0000-7000-8000-000000000000")
            .await
            .expect(StatusCode::NOT_FOUND);
        cora.post(unknown, &[]).await.expect(StatusCode::NOT_FOUND);
        cora.get("/me").await.expect(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn my_page_shows_offers_assignments_and_why_there_are_none() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let amina = site.signed_in(AMINA).await;
        let page = amina.get("/me").await.expect(StatusCode::OK).body;
        assert!(
            page.contains("kein offenes Angebot") && page.contains("keinen Einsatz"),
            "{page}"
        );
        ask(&site, vec![tuesday()]).await;
        let page = amina.get("/me").await.expect(StatusCode::OK).body;
        let offer = crate::support::scene::offer_link(&site, AMINA).await;
        assert!(page.contains(&offer) && page.contains("Dienstag, 16. März"), "{page}");
        let assignment = crate::support::scene::accepts(&site, AMINA).await;
        let page = amina.get("/me").await.expect(StatusCode::OK).body;
        assert!(page.contains(&assignment) && !page.contains(&offer), "{page}");
        let pause = site.link_for(AMINA, "offer", "/p/").await;
        site.browser()
            .post(&pause, &[("choice", "days")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let page = amina.get("/me").await.expect(StatusCode::OK).body;
        assert!(
            page.contains("Sie machen gerade eine Pause. Darum bekommen Sie keine Angebote."),
            "{page}"
        );
    })
    .await;
}
