//! Pausing, and leaving for good.

use axum::http::StatusCode;
use chrono::Duration;

use crate::support::{
    databases::each_engine,
    pool::at,
    scene::{AMINA, CORA, KITA, accepts, ask, offer_link, slot, tuesday},
    site::Site,
};

fn offers_to(site: &Site, email: &str) -> usize {
    let mails = site.mailbox.to(email);
    mails.iter().filter(|mail| mail.kind == "offer").count()
}

#[tokio::test]
async fn who_pauses_is_not_asked_and_who_resumes_is() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let page = format!("/desk/volunteers/{}", site.who.amina);
        for (fields, words) in [
            (
                vec![("choice", "until"), ("until", "10.3.2027")],
                "pausiert bis 10.03.2027",
            ),
            (vec![("choice", "open")], "pausiert bis auf Weiteres"),
        ] {
            cora.post(&format!("{page}/pause"), &fields)
                .await
                .expect(StatusCode::SEE_OTHER);
            let body = cora.get(&page).await.expect(StatusCode::OK).body;
            assert!(body.contains(words), "{body}");
        }
        ask(&site, vec![tuesday()]).await;
        assert_eq!(offers_to(&site, AMINA), 0);
        cora.post(&format!("{page}/pause/end"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        ask(&site, vec![slot("2027-03-18", "09:00", "10:00")]).await;
        assert_eq!(offers_to(&site, AMINA), 1);
        // Ended twice, nothing happens twice.
        cora.post(&format!("{page}/pause/end"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
    })
    .await;
}

/// Amina, who has never got a mail that would bring the link.
#[tokio::test]
async fn a_pause_begins_on_the_own_page_too() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let amina = site.signed_in(AMINA).await;
        let me = amina.get("/me").await.expect(StatusCode::OK).body;
        assert!(me.contains("action=\"/me/pause\""), "{me}");
        let begun = amina.post("/me/pause", &[]).await.expect(StatusCode::SEE_OTHER);
        let page = amina.get(begun.location()).await.expect(StatusCode::OK).body;
        assert!(page.contains("Möchten Sie eine Pause machen?"), "{page}");
        let choice = [("choice", "days")];
        amina
            .post(begun.location(), &choice)
            .await
            .expect(StatusCode::SEE_OTHER);
        let me = amina.get("/me").await.expect(StatusCode::OK).body;
        assert!(me.contains(begun.location()), "the same link ends it: {me}");
        ask(&site, vec![tuesday()]).await;
        assert_eq!(offers_to(&site, AMINA), 0);
    })
    .await;
}

#[tokio::test]
async fn who_leaves_gives_everything_back_and_cannot_sign_in() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let accepted = offer_link(&site, AMINA).await;
        accepts(&site, AMINA).await;
        ask(&site, vec![slot("2027-03-18", "09:00", "10:00")]).await;
        let open = offer_link(&site, AMINA).await;
        let amina = site.signed_in(AMINA).await;
        let cora = site.signed_in(CORA).await;
        let page = format!("/desk/volunteers/{}", site.who.amina);
        let body = cora
            .get(&format!("{page}/retirement"))
            .await
            .expect(StatusCode::OK)
            .body;
        for words in [
            "Amina Rahimi hört auf",
            "Ein offenes Angebot wird geschlossen",
            "Diese Einsätze werden zurückgegeben",
            "Dienstag, 16. März 2027, 9:00 bis 10:00 Uhr, Kita Sonnenblume, Dari",
        ] {
            assert!(body.contains(words), "{words} is missing: {body}");
        }
        cora.post(&format!("{page}/retirement"), &[("choice", "retire")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let body = cora.get(&page).await.expect(StatusCode::OK).body;
        assert!(
            body.contains("hat aufgehört") && body.contains("Kein Einsatz steht an"),
            "{body}"
        );
        site.work().await;
        let told = site.mailbox.to(KITA);
        assert!(told.iter().any(|mail| mail.kind == "search_restarted"));
        for link in [accepted, open] {
            let body = site.browser().get(&link).await.expect(StatusCode::OK).body;
            assert!(body.contains("Sie bekommen keine Angebote mehr"), "{body}");
        }
        // Neither the running session nor a new one is a volunteer's.
        let me = amina.get("/me").await.expect(StatusCode::OK).body;
        assert!(me.contains("Sie sind bei uns nicht mehr als aktiv eingetragen"), "{me}");
        assert!(me.contains("Möchten Sie zurückkommen?"), "{me}");
        let sign_ins = |site: &Site| {
            let mails = site.mailbox.to(AMINA);
            mails.iter().filter(|mail| mail.kind == "sign_in").count()
        };
        let before = sign_ins(&site);
        site.browser()
            .post("/sign-in", &[("email", AMINA)])
            .await
            .expect(StatusCode::SEE_OTHER);
        site.work().await;
        assert_eq!(sign_ins(&site), before);
        // Not asked any more, and not changed any more.
        let offers = offers_to(&site, AMINA);
        ask(&site, vec![slot("2027-03-19", "09:00", "10:00")]).await;
        assert_eq!(offers_to(&site, AMINA), offers);
        for part in ["person", "languages", "areas", "limits", "times", "absences", "pause"] {
            let path = format!("{page}/{part}");
            cora.get(&path).await.expect(StatusCode::CONFLICT);
            cora.post(&path, &[("free", "1-8")]).await.expect(StatusCode::CONFLICT);
        }
        cora.post(&format!("{page}/retirement"), &[("choice", "retire")])
            .await
            .expect(StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn what_begins_within_the_lock_holds_the_volunteer_back() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        accepts(&site, AMINA).await;
        ask(&site, vec![slot("2027-03-18", "09:00", "10:00")]).await;
        accepts(&site, AMINA).await;
        site.app.clock.set(at(3, 16, 6, 30));
        let cora = site.signed_in(CORA).await;
        let page = format!("/desk/volunteers/{}", site.who.amina);
        let body = cora
            .post(&format!("{page}/retirement"), &[("choice", "retire")])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY)
            .body;
        assert!(body.contains("Bitte finden Sie zuerst Ersatz"), "{body}");
        assert!(body.contains("Diese Einsätze beginnen bald"), "{body}");
        let body = cora.get(&page).await.expect(StatusCode::OK).body;
        assert!(
            body.contains("aktiv") && body.contains("Donnerstag, 18. März 2027"),
            "nothing happened: {body}"
        );
        // Once it has begun, it is no reason any more.
        site.app.clock.advance(Duration::hours(3));
        cora.post(&format!("{page}/retirement"), &[("choice", "retire")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let body = cora.get(&page).await.expect(StatusCode::OK).body;
        assert!(
            body.contains("hat aufgehört") && !body.contains("Donnerstag, 18. März 2027"),
            "{body}"
        );
    })
    .await;
}
