//! A volunteer changes their own week and absences, and nobody else's.

use axum::http::StatusCode;

use super::{window, windows};
use crate::support::{
    databases::each_engine,
    scene::{AMINA, BASIR, CORA, KITA, accepts, ask, slot, tuesday},
    site::{Browser, Site},
};

async fn removal(browser: &Browser) -> String {
    let page = browser.get("/me/absences").await.expect(StatusCode::OK).body;
    let at = page.find("/me/absences/").expect("an absence");
    page[at..].split('"').next().expect("a path").to_owned()
}

#[tokio::test]
async fn amina_changes_her_own_week() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let amina = site.signed_in(AMINA).await;
        let body = amina.get("/me").await.expect(StatusCode::OK).body;
        assert!(
            body.contains("Meine Zeiten ändern") && body.contains("Abwesenheit eintragen"),
            "{body}"
        );
        let basir_before = windows(&site, site.who.basir).await;
        let saved = amina
            .post(
                "/me/times",
                &[("free", "6-8"), ("from_6", "10:00"), ("until_6", "10:45")],
            )
            .await
            .expect(StatusCode::SEE_OTHER);
        let me = amina.get(saved.location()).await.expect(StatusCode::OK).body;
        for words in [
            "Ihre freien Zeiten sind gespeichert.",
            "Samstag: ",
            "8:00 bis 10:45 Uhr",
        ] {
            assert!(me.contains(words), "{words} is missing: {me}");
        }
        let week = vec![(6, window(6, 480, 645).from.to_string(), "10:45".to_owned())];
        assert_eq!(windows(&site, site.who.amina).await, week);
        assert_eq!(windows(&site, site.who.basir).await, basir_before);
        let wrong = amina
            .post("/me/times", &[("from_1", "12"), ("until_1", "11")])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY)
            .body;
        assert!(
            wrong.contains("Montag: Das Ende muss nach dem Anfang liegen"),
            "{wrong}"
        );
        // Nobody asks her for a Tuesday any more.
        ask(&site, vec![tuesday()]).await;
        assert!(site.mailbox.to(AMINA).iter().all(|mail| mail.kind != "offer"));
        let body = amina.get("/me/times").await.expect(StatusCode::OK).body;
        assert!(body.contains("Meine freien Zeiten"), "{body}");
    })
    .await;
}

#[tokio::test]
async fn an_absence_names_what_was_accepted_and_cancels_nothing() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let assignment = accepts(&site, AMINA).await;
        let amina = site.signed_in(AMINA).await;
        let days = [("from", "15. 3. 27"), ("until", "2027-03-19")];
        amina.post("/me/absences", &days).await.expect(StatusCode::SEE_OTHER);
        // Sent twice, it is one.
        amina.post("/me/absences", &days).await.expect(StatusCode::SEE_OTHER);
        let body = amina.get("/me/absences").await.expect(StatusCode::OK).body;
        for words in [
            "Montag, 15. März 2027 bis Freitag, 19. März 2027",
            "Für diese Tage ist schon zugesagt",
            "Dienstag, 16. März, 9:00 bis 10:00 Uhr",
            assignment.as_str(),
        ] {
            assert!(body.contains(words), "{words} is missing: {body}");
        }
        assert_eq!(body.matches("/removal\"").count(), 1, "{body}");
        site.browser().get(&assignment).await.expect(StatusCode::OK);
        let me = amina.get("/me").await.expect(StatusCode::OK).body;
        assert!(me.contains(&assignment), "it stands: {me}");
        let cora = site.signed_in(CORA).await;
        let desk = cora
            .get(&format!("/desk/volunteers/{}/absences", site.who.amina))
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(
            desk.contains("Dann geben Sie ihn hier zurück") && desk.contains("/desk/requests/"),
            "{desk}"
        );
        // Nobody asks her meanwhile; afterwards they do.
        let offers = |site: &Site| {
            site.mailbox
                .to(AMINA)
                .iter()
                .filter(|mail| mail.kind == "offer")
                .count()
        };
        let before = offers(&site);
        ask(&site, vec![slot("2027-03-18", "09:00", "10:00")]).await;
        assert_eq!(offers(&site), before);
        amina
            .post(&removal(&amina).await, &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        ask(&site, vec![slot("2027-03-19", "09:00", "10:00")]).await;
        assert_eq!(offers(&site), before + 1);
    })
    .await;
}

#[tokio::test]
async fn the_absence_of_another_is_a_404_and_stays() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let amina = site.signed_in(AMINA).await;
        amina
            .post("/me/absences", &[("from", "15.3.2027")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let hers = removal(&amina).await;
        let basir = site.signed_in(BASIR).await;
        basir.post(&hers, &[]).await.expect(StatusCode::NOT_FOUND);
        for path in [
            "/me/absences/nonsense/removal",
            "/me/absences/018f0000-0000-7000-8000-000000000000/removal",
        ] {
            basir.post(path, &[]).await.expect(StatusCode::NOT_FOUND);
        }
        let cora = site.signed_in(CORA).await;
        let id = hers.trim_start_matches("/me/");
        cora.post(&format!("/desk/volunteers/{}/{id}", site.who.basir), &[])
            .await
            .expect(StatusCode::NOT_FOUND);
        assert_eq!(removal(&amina).await, hers, "it is still there");
        cora.post(&format!("/desk/volunteers/{}/{id}", site.who.amina), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        for email in [KITA, CORA] {
            let browser = site.signed_in(email).await;
            for path in ["/me/times", "/me/absences"] {
                browser.get(path).await.expect(StatusCode::NOT_FOUND);
                browser
                    .post(path, &[("free", "1-8")])
                    .await
                    .expect(StatusCode::NOT_FOUND);
            }
        }
        let nobody = site.browser();
        let answer = nobody.get("/me/times").await.expect(StatusCode::SEE_OTHER);
        assert!(answer.location().starts_with("/sign-in?next="));
    })
    .await;
}
