//! The whole life of an institution.

use axum::http::StatusCode;

use super::*;
use crate::{
    institution::{self, filed, says},
    support::{databases::each_engine, site::Site},
};

#[tokio::test]
async fn registered_checked_approved_and_asking() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let path = registered(&site).await;
        let receipt = mails(&site, LENA, "registration_received").await;
        assert_eq!(receipt.len(), 1);
        assert!(receipt[0].contains("Dienstag, 2. März 2027"), "{}", receipt[0]);
        assert!(!may_sign_in(&site, LENA).await, "nobody has checked yet");

        let cora = site.signed_in(CORA).await;
        let desk = cora.get("/desk").await.expect(StatusCode::OK).body;
        says(&desk, "Neue Einrichtung: Hafenschule");
        assert!(desk.contains(&path), "the task leads there");
        let page = cora.get(&path).await.expect(StatusCode::OK).body;
        says(&page, "Darf diese Einrichtung anfragen?");
        says(&page, "Hafenweg 12, 48155 Münster");
        says(&page, "Städtisch");
        assert!(page.contains(LENA));
        for _twice in 0..2 {
            cora.post(&format!("{path}/approval"), &[])
                .await
                .expect(StatusCode::SEE_OTHER);
        }
        says(&cora.get(&path).await.body, "Darf anfragen");
        assert!(!cora.get("/desk").await.body.contains("Neue Einrichtung"), "settled");
        assert_eq!(mails(&site, LENA, "institution_approved").await.len(), 1);
        assert_eq!(
            trail(&site, &path).await,
            ["institution_created", "contact_added", "institution_approved"]
        );

        // Signs in and files.
        let lena = site.signed_in(LENA).await;
        let draft = institution::draft(&lena).await;
        let site_id = site_of(&site, &path).await;
        let place = institution::place(&site_id);
        let place: Vec<_> = place.iter().map(|(name, value)| (*name, value.as_str())).collect();
        for (step, fields) in [
            ("conversation", institution::CONVERSATION),
            ("when", institution::WHEN),
            ("where", place.as_slice()),
            ("check", &[("rules", "yes")]),
        ] {
            lena.post(&format!("{draft}/{step}"), fields)
                .await
                .expect(StatusCode::SEE_OTHER);
        }
        let list = lena.get("/requests").await.body;
        says(&list, "SP-2027-0001");
        says(&cora.get(&path).await.body, "SP-2027-0001");
        let id = path.rsplit('/').next().expect("an id");
        let requests = cora.get(&format!("/desk/requests?institution={id}")).await.body;
        says(&requests, "Nur Anfragen von Hafenschule.");
        says(&requests, "SP-2027-0001");
        let others = format!("/desk/requests?institution={}", site.who.kita.institution);
        assert!(!cora.get(&others).await.body.contains("SP-2027-0001"));
    })
    .await;
}

async fn site_of(site: &Site, path: &str) -> String {
    let id: InstitutionId = path.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    let mut tx = site.app.db.read().await.expect("it begins");
    let sites = sprachpool::institutions::store::sites_of(&mut tx, id).await;
    sites.expect("it reads")[0].id.to_string()
}

#[tokio::test]
async fn refused_with_a_reason_that_is_mailed() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let path = registered(&site).await;
        let cora = site.signed_in(CORA).await;
        let refusal = format!("{path}/refusal");
        cora.get(&refusal).await.expect(StatusCode::OK);
        for (reason, words) in [
            ("", "Bitte schreiben Sie, warum."),
            ("  \u{a0}", "Bitte schreiben Sie, warum."),
            ("so\u{202e}", "Zeichen, die wir nicht annehmen"),
        ] {
            let answer = cora.post(&refusal, &[("reason", reason)]).await;
            refused(answer.status, &answer.body, "reason", words);
        }
        let long = "x".repeat(301);
        let answer = cora.post(&refusal, &[("reason", &long)]).await;
        refused(answer.status, &answer.body, "reason", "Höchstens 300");
        assert!(answer.body.contains(&long), "shown again");
        assert!(mails(&site, LENA, "registration_refused").await.is_empty());

        let reason = "Sie sind nicht in <Münster>.\nBitte fragen Sie in Unna.";
        for _twice in 0..2 {
            cora.post(&refusal, &[("reason", reason)])
                .await
                .expect(StatusCode::SEE_OTHER);
        }
        let mail = mails(&site, LENA, "registration_refused").await;
        assert_eq!(mail.len(), 1);
        assert!(mail[0].contains("Sie sind nicht in <Münster>."), "{}", mail[0]);
        assert!(mail[0].contains("Bitte fragen Sie in Unna."), "{}", mail[0]);
        let page = cora.get(&path).await.body;
        says(&page, "Abgelehnt");
        assert!(!page.contains("<Münster>"));
        assert!(!cora.get("/desk").await.body.contains("Neue Einrichtung"), "settled");
        // A late approval changes nothing.
        cora.post(&format!("{path}/approval"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert!(!may_sign_in(&site, LENA).await);
        assert_eq!(
            trail(&site, &path).await,
            ["institution_created", "contact_added", "institution_refused"]
        );
    })
    .await;
}

#[tokio::test]
async fn paused_it_sees_everything_and_files_nothing() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let (kita, cora) = (site.signed_in(KITA).await, site.signed_in(CORA).await);
        let request = filed(&site, &kita).await;
        let draft = institution::filled(&site, &kita).await;
        let path = path_of(&site, "Kita Sonnenblume").await;
        cora.post(&format!("{path}/pause"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        says(&cora.get(&path).await.body, "Pausiert");

        let list = kita.get("/requests").await.expect(StatusCode::OK).body;
        says(&list, "Ihre Einrichtung pausiert");
        says(&list, "SP-2027-0001");
        assert!(!list.contains("action=\"/requests/drafts\""), "nothing new is begun");
        kita.get(&request).await.expect(StatusCode::OK);
        let begun = kita.post("/requests/drafts", &[]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(begun.location(), "/requests");
        let sent = kita.post(&format!("{draft}/check"), &[("rules", "yes")]).await;
        let sent = sent.expect(StatusCode::UNPROCESSABLE_ENTITY);
        says(&sent.body, "Ihre Einrichtung kann gerade keine Anfrage stellen.");

        cora.post(&format!("{path}/pause/end"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        kita.post(&format!("{draft}/check"), &[("rules", "yes")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let trail = trail(&site, &path).await;
        assert_eq!(trail[trail.len() - 2..], ["institution_paused", "institution_resumed"]);
    })
    .await;
}

#[tokio::test]
async fn retired_once_nothing_is_open() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let (kita, cora) = (site.signed_in(KITA).await, site.signed_in(CORA).await);
        let request = filed(&site, &kita).await;
        let path = path_of(&site, "Kita Sonnenblume").await;
        let retirement = format!("{path}/retirement");
        says(
            &cora.get(&retirement).await.expect(StatusCode::OK).body,
            "Eine Anfrage ist noch offen.",
        );
        let refused_at = cora.post(&retirement, &[("confirm", "yes")]).await;
        refused(
            refused_at.status,
            &refused_at.body,
            "open",
            "Eine Anfrage ist noch offen. Bitte sagen Sie sie zuerst ab.",
        );
        assert!(may_sign_in(&site, KITA).await, "nothing has changed");

        kita.post(&format!("{request}/cancellation"), &[("reason", "not_needed")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let unconfirmed = cora.post(&retirement, &[]).await;
        refused(
            unconfirmed.status,
            &unconfirmed.body,
            "confirm",
            "Bitte kreuzen Sie an, dass die Zusammenarbeit zu Ende ist.",
        );
        for _twice in 0..2 {
            cora.post(&retirement, &[("confirm", "yes")])
                .await
                .expect(StatusCode::SEE_OTHER);
        }
        says(&cora.get(&path).await.body, "Beendet");
        kita.get("/requests").await.expect(StatusCode::NOT_FOUND);
        assert!(!may_sign_in(&site, KITA).await);
        assert_eq!(
            trail(&site, &path).await.last().map(String::as_str),
            Some("institution_retired")
        );
    })
    .await;
}
