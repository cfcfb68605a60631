//! A volunteer stops by themselves, and comes back through a coordinator.

use axum::http::StatusCode;
use chrono::Duration;

use crate::support::{
    databases::each_engine,
    pool::at,
    scene::{AMINA, CORA, KITA, accepts, ask, slot, tuesday},
    site::Site,
};

/// The texts of the mails that say goodbye to Amina.
fn farewell(site: &Site) -> Vec<String> {
    let mails = site.mailbox.to(AMINA).into_iter();
    mails
        .filter(|mail| mail.kind == "volunteer_left")
        .map(|mail| mail.text.clone())
        .collect()
}

#[tokio::test]
async fn amina_leaves_and_comes_back() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        accepts(&site, AMINA).await;
        ask(&site, vec![slot("2027-03-18", "09:00", "10:00")]).await;
        let amina = site.signed_in(AMINA).await;
        let page = amina.get("/me/leaving").await.expect(StatusCode::OK).body;
        for words in [
            "Ein Einsatz geht zurück",
            "Ein offenes Angebot endet",
            "behalten wir 3 Monate",
            "ohne Ihren Namen",
        ] {
            assert!(page.contains(words), "{words} is missing: {page}");
        }
        amina
            .post("/me/leaving", &[])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        let left = amina
            .post("/me/leaving", &[("choice", "leave")])
            .await
            .expect(StatusCode::OK);
        assert!(left.body.contains("Vielen Dank für Ihre Hilfe"), "{}", left.body);
        let me = amina.get("/me").await.expect(StatusCode::OK).body;
        assert!(me.contains("Sie sind bei uns nicht mehr als aktiv eingetragen"), "{me}");
        assert!(me.contains("Möchten Sie zurückkommen?"), "{me}");
        site.work().await;
        assert!(site.mailbox.to(KITA).iter().any(|mail| mail.kind == "search_restarted"));
        assert!(
            site.mailbox
                .to(AMINA)
                .iter()
                .any(|mail| mail.kind == "assignment_given_back")
        );

        let farewell = farewell(&site);
        assert_eq!(farewell.len(), 1, "{farewell:?}");
        assert!(farewell[0].contains("bis Dienstag, 1. Juni 2027"), "{}", farewell[0]);
        assert!(!farewell[0].contains("/p/"), "nothing to pause any more");

        let cora = site.signed_in(CORA).await;
        let page = format!("/desk/volunteers/{}", site.who.amina);
        let body = cora.get(&page).await.expect(StatusCode::OK).body;
        assert!(body.contains("Wieder aufnehmen"), "{body}");
        for _ in 0..2 {
            cora.post(&format!("{page}/return"), &[])
                .await
                .expect(StatusCode::SEE_OTHER);
        }
        site.work().await;
        let welcomes = site
            .mailbox
            .to(AMINA)
            .into_iter()
            .filter(|mail| mail.kind == "volunteer_invited");
        assert_eq!(welcomes.count(), 1);
        let again = site.signed_in(AMINA).await;
        let body = again.get("/me").await.expect(StatusCode::OK).body;
        assert!(body.contains("Sie haben im Moment keinen Einsatz"), "{body}");
        let offers = |site: &Site| {
            site.mailbox
                .to(AMINA)
                .iter()
                .filter(|mail| mail.kind == "offer")
                .count()
        };
        let before = offers(&site);
        ask(&site, vec![slot("2027-03-19", "09:00", "10:00")]).await;
        assert_eq!(offers(&site), before + 1);
    })
    .await;
}

#[tokio::test]
async fn what_begins_soon_goes_to_a_person() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        accepts(&site, AMINA).await;
        site.app.clock.advance(at(3, 16, 7, 0) - site.app.clock.now());
        let amina = site.signed_in(AMINA).await;
        let page = amina.get("/me/leaving").await.expect(StatusCode::OK).body;
        assert!(
            page.contains("Rufen Sie uns zuerst an") && page.contains("0251 555 0110"),
            "{page}"
        );
        let held = amina.post("/me/leaving", &[("choice", "erase")]).await;
        held.expect(StatusCode::UNPROCESSABLE_ENTITY);
        amina.get("/me").await.expect(StatusCode::OK);
        let cora = site.signed_in(CORA).await;
        let desk = cora.get("/desk").await.expect(StatusCode::OK).body;
        assert!(desk.contains("Amina Rahimi"), "{desk}");
        // When it is over she can.
        site.app.clock.advance(Duration::hours(5));
        let amina = site.signed_in(AMINA).await;
        amina
            .post("/me/leaving", &[("choice", "erase")])
            .await
            .expect(StatusCode::OK);
        let desk = cora.get("/desk").await.expect(StatusCode::OK).body;
        assert!(desk.contains("möchte gelöscht werden"), "{desk}");
        site.work().await;
        let farewell = farewell(&site);
        assert_eq!(farewell.len(), 1, "{farewell:?}");
        assert!(farewell[0].contains("gleich löschen"), "{}", farewell[0]);
    })
    .await;
}
