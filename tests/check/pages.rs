//! The queue on the pages of both sides.

use axum::http::StatusCode;
use sprachpool::{database::Db, q, requests::RequestId};

use crate::{
    institution::{CONVERSATION, KITA, KLINIK, but, draft, filled, id_of, says, text},
    support::{
        databases::each_engine,
        scene::CORA,
        site::{Browser, Site},
    },
};

/// A draft about the youth office, with all steps done.
async fn filled_in_doubt(site: &Site, kita: &Browser) -> String {
    let draft = filled(site, kita).await;
    let doubtful = but(CONVERSATION, &[("topic", "youth_office")]);
    let answer = kita.post(&format!("{draft}/conversation"), &doubtful).await;
    answer.expect(StatusCode::SEE_OTHER);
    draft
}

async fn filed_in_doubt(site: &Site, kita: &Browser) -> RequestId {
    let draft = filled_in_doubt(site, kita).await;
    let sent = kita.post(&format!("{draft}/check"), &[("rules", "yes")]).await;
    let id = id_of(sent.expect(StatusCode::SEE_OTHER).location());
    site.work().await;
    id
}

async fn searches(db: &Db) -> i64 {
    let mut tx = db.read().await.expect("it reads");
    q!("SELECT COUNT(*) FROM search")
        .one::<(i64,)>(&mut tx)
        .await
        .expect("it counts")
        .0
}

#[tokio::test]
async fn the_form_says_that_somebody_looks_first_and_by_when() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let kita = site.signed_in(KITA).await;
        let draft = filled_in_doubt(&site, &kita).await;
        let check = kita.get(&format!("{draft}/check")).await.expect(StatusCode::OK).body;
        says(&check, "Wir prüfen Ihre Anfrage zuerst");
        says(&check, "Sie hören von uns bis Dienstag, 2. März, 10:00 Uhr");
        let sent = kita.post(&format!("{draft}/check"), &[("rules", "yes")]).await;
        let status = kita.get(sent.expect(StatusCode::SEE_OTHER).location()).await.body;
        for words in [
            "Wir prüfen Ihre Anfrage",
            "Dienstag, 2. März, 10:00 Uhr",
            "Noch ist niemand gefragt",
            "Wird geprüft",
        ] {
            says(&status, words);
        }
        says(&kita.get("/requests").await.body, "Wird geprüft");
        assert_eq!(searches(&db).await, 0);
    })
    .await;
}

#[tokio::test]
async fn cora_approves_with_one_button() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let kita = site.signed_in(KITA).await;
        let id = filed_in_doubt(&site, &kita).await;
        let cora = site.signed_in(CORA).await;
        let desk = cora.get("/desk").await.expect(StatusCode::OK).body;
        says(&desk, "Bitte prüfen: Kita Sonnenblume");
        assert!(
            desk.contains(&format!("/desk/requests/{id}#check")),
            "the task leads to the check"
        );
        let path = format!("/desk/requests/{id}");
        let page = cora.get(&path).await.expect(StatusCode::OK).body;
        for words in [
            "Prüfung vor der Suche",
            "Gespräch mit dem Jugendamt",
            "Freigeben und suchen",
            "Nachfragen",
            "Ablehnen",
        ] {
            says(&page, words);
        }
        for hidden in ["Suche ändern", "Wer passt"] {
            assert!(!text(&page).contains(hidden), "{hidden}");
        }
        says(&cora.get("/desk/requests?state=checking").await.body, "SP-2027-0001");
        // "Done" does not settle it.
        let mut tx = site.app.db.read().await.expect("it reads");
        let (task,) = q!("SELECT id FROM task WHERE kind = 'request_check'")
            .one::<(uuid::Uuid,)>(&mut tx)
            .await
            .expect("it is there");
        drop(tx);
        let done = cora
            .post(&format!("/desk/tasks/{task}/completion"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(done.location(), format!("{path}#check"));
        says(&cora.get("/desk").await.body, "Bitte prüfen: Kita Sonnenblume");

        cora.post(&format!("{path}/check/approval"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        site.work().await;
        assert_eq!(searches(&db).await, 1);
        says(&cora.get(&path).await.body, "Nach der Prüfung freigegeben");
        says(
            &kita.get(&format!("/requests/{id}")).await.body,
            "Wir suchen eine Person für Dari",
        );
        // Twice is once.
        cora.post(&format!("{path}/check/approval"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(searches(&db).await, 1);
    })
    .await;
}

#[tokio::test]
async fn cora_refuses_and_the_kita_reads_why() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let kita = site.signed_in(KITA).await;
        let id = filed_in_doubt(&site, &kita).await;
        let cora = site.signed_in(CORA).await;
        let path = format!("/desk/requests/{id}/check/refusal");
        says(
            &cora.get(&path).await.expect(StatusCode::OK).body,
            "Warum nicht, und wohin?",
        );
        let why = "Es geht um das Sorgerecht. <svg onload=alert(1)>";
        cora.post(&path, &[("referral", why)])
            .await
            .expect(StatusCode::SEE_OTHER);
        site.work().await;
        let page = kita.get(&format!("/requests/{id}")).await.expect(StatusCode::OK).body;
        says(&page, "Hier können wir leider nicht helfen");
        says(&page, "Es geht um das Sorgerecht.");
        assert!(!page.contains("<svg onload"), "shown literally");
        says(&kita.get("/requests").await.body, "Nicht angenommen");
        says(&cora.get("/desk/requests?state=refused").await.body, "SP-2027-0001");
        says(&cora.get(&format!("/desk/requests/{id}")).await.body, "Abgelehnt");
        let again = cora.get(&path).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(again.location(), format!("/desk/requests/{id}?done=unchanged"));
        assert_eq!(searches(&db).await, 0);
    })
    .await;
}

#[tokio::test]
async fn cora_asks_and_jana_answers_on_the_page_of_the_request() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let id = filed_in_doubt(&site, &kita).await;
        let cora = site.signed_in(CORA).await;
        let question = format!("/desk/requests/{id}/check/question");
        cora.post(&question, &[("question", "Geht es um das Sorgerecht?")])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(
            site.link_for(KITA, "check_question", "/requests/").await,
            format!("/requests/{id}")
        );
        assert!(
            !text(&cora.get("/desk").await.body).contains("Bitte prüfen"),
            "it is not the desk's turn"
        );
        let status = kita.get(&format!("/requests/{id}")).await.expect(StatusCode::OK).body;
        says(&status, "Wir haben eine Frage an Sie");
        says(&status, "Geht es um das Sorgerecht?");
        assert!(
            status.contains(&format!("action=\"/requests/{id}/question\"")),
            "{status}"
        );

        let path = format!("/requests/{id}/question");
        let none = kita
            .post(&path, &[("answer", " ")])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        says(&none.body, "Bitte schreiben Sie eine Antwort.");
        kita.post(&path, &[("answer", "Nein, um einen Kita-Platz.")])
            .await
            .expect(StatusCode::SEE_OTHER);
        says(
            &kita.get(&format!("/requests/{id}")).await.body,
            "Wir prüfen Ihre Anfrage",
        );
        says(&cora.get("/desk").await.body, "Bitte prüfen: Kita Sonnenblume");
        let page = cora.get(&format!("/desk/requests/{id}")).await.body;
        says(&page, "Geht es um das Sorgerecht?");
        says(&page, "Nein, um einen Kita-Platz.");
        // Answered: the page of the question leads back.
        let back = kita.get(&path).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(back.location(), format!("/requests/{id}"));
    })
    .await;
}

/// S41, from both forms: court and police are refused with a referral, before anything is filed.
#[tokio::test]
async fn s41_court_and_police_are_refused_in_both_forms() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let kita = site.signed_in(KITA).await;
        let cora = site.signed_in(CORA).await;
        let callers = format!("/desk/callers/{}/drafts", site.who.kita.contact);
        let begun = cora.post(&callers, &[]).await.expect(StatusCode::SEE_OTHER);
        let called = begun.location().replace("/conversation", "");
        for (browser, draft) in [(&kita, draft(&kita).await), (&cora, called)] {
            let legal = but(CONVERSATION, &[("topic", "legal")]);
            let answer = browser.post(&format!("{draft}/conversation"), &legal).await;
            let answer = answer.expect(StatusCode::SEE_OTHER);
            assert_eq!(answer.location(), format!("{draft}/referral"));
            let referral = browser
                .get(&format!("{draft}/referral"))
                .await
                .expect(StatusCode::OK)
                .body;
            says(&referral, "www.justiz-dolmetscher.de");
            // The rest of the form leads there, too.
            let sent = browser.post(&format!("{draft}/check"), &[("rules", "yes")]).await;
            assert_eq!(
                sent.expect(StatusCode::SEE_OTHER).location(),
                format!("{draft}/referral")
            );
        }
        let mut tx = db.read().await.expect("it reads");
        let (filed,) = q!("SELECT COUNT(*) FROM request")
            .one::<(i64,)>(&mut tx)
            .await
            .expect("it counts");
        assert_eq!(filed, 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_else_sees_or_decides_it() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let kita = site.signed_in(KITA).await;
        let id = filed_in_doubt(&site, &kita).await;
        let klinik = site.signed_in(KLINIK).await;
        klinik
            .get(&format!("/requests/{id}/question"))
            .await
            .expect(StatusCode::NOT_FOUND);
        klinik
            .post(&format!("/requests/{id}/question"), &[("answer", "Ja")])
            .await
            .expect(StatusCode::NOT_FOUND);
        for part in ["approval", "refusal", "question"] {
            let path = format!("/desk/requests/{id}/check/{part}");
            kita.post(&path, &[("referral", "Nein"), ("question", "?")])
                .await
                .expect(StatusCode::NOT_FOUND);
        }
        let half = site.signed_in_without_second_factor(CORA).await;
        let answer = half.post(&format!("/desk/requests/{id}/check/approval"), &[]).await;
        assert!(
            answer.location().starts_with("/sign-in/second-factor"),
            "{}",
            answer.location()
        );
        assert_eq!(searches(&db).await, 0);
    })
    .await;
}
