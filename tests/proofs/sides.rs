//! S45 and its friends: who says what, and what it comes to.

use axum::http::StatusCode;
use sprachpool::proofs::{Said, Side, State};

use super::{held, mails, on_the_day, open_tasks, over};
use crate::support::{
    databases::each_engine,
    invariants,
    scene::{AMINA, CORA, KITA},
    site::Site,
};

#[tokio::test]
async fn s45_both_versions_are_kept_and_it_is_disputed_until_cora_decides() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        let mut words = held("9:00", "10:25").to_vec();
        words.extend([("travel", "40"), ("note", "Es dauerte länger.")]);
        over.amina_says(&site, &words).await;
        let kita = site.signed_in(KITA).await;
        let page = kita.get(&over.institution_page()).await.expect(StatusCode::OK).body;
        for words in [
            "9:00 bis 10:25 Uhr (1 Stunde 25 Minuten)",
            "Es dauerte länger.",
            "Amina Rahimi",
        ] {
            assert!(page.contains(words), "{words} is missing: {page}");
        }
        let answer = over.kita_says(&site, &kita, &held("9:00", "10:15")).await;
        answer.expect(StatusCode::SEE_OTHER);

        let proof = over.proof(&site).await;
        assert_eq!(
            (proof.state, proof.counts, proof.closed_at),
            (State::Disputed, None, None)
        );
        let said = |side| proof.newest(side).expect("it spoke").said.minutes();
        assert_eq!((said(Side::Volunteer), said(Side::Institution)), (Some(85), Some(75)));
        assert_eq!(open_tasks(&site).await, ["proof_disputed"]);
        for email in [AMINA, KITA] {
            assert_eq!(mails(&site, email, "proof_disputed"), 1);
        }
        let hers = site.browser().get(&over.link).await.expect(StatusCode::OK).body;
        assert!(hers.contains("Es gibt zwei verschiedene Angaben"), "{hers}");
        assert!(hers.contains("10:15 Uhr"), "{hers}");

        let cora = site.signed_in(CORA).await;
        let desk = cora.get("/desk").await.expect(StatusCode::OK).body;
        assert!(
            desk.contains(&format!("/desk/requests/{}#proof", over.request)),
            "{desk}"
        );
        let request = format!("/desk/requests/{}", over.request);
        let page = cora.get(&request).await.expect(StatusCode::OK).body;
        for words in [
            "id=\"proof\"",
            "10:25 Uhr",
            "10:15 Uhr",
            "Zwei verschiedene Angaben",
            "Amina Rahimi sagt, was war",
        ] {
            assert!(page.contains(words), "{words} is missing: {page}");
        }
        let decided = [("choice", "institution"), ("note", "Beide angerufen.")];
        cora.post(&over.desk_page(), &decided)
            .await
            .expect(StatusCode::SEE_OTHER);
        site.work().await;

        let proof = over.proof(&site).await;
        let (from, until) = (on_the_day(9, 0), on_the_day(10, 15));
        assert_eq!(
            (proof.state, proof.counts),
            (State::Done, Some(Said::Held { from, until }))
        );
        // The way is Amina's own word, whoever is right about the times.
        assert_eq!(proof.travel_minutes(), Some(40));
        assert_eq!(proof.versions.len(), 3);
        assert!(open_tasks(&site).await.is_empty());
        for email in [AMINA, KITA] {
            assert_eq!(mails(&site, email, "proof_decided"), 1);
        }
        let page = cora.get(&request).await.expect(StatusCode::OK).body;
        for words in ["Entschieden von Cora Brandt", "Beide angerufen.", "Abgeschlossen"] {
            assert!(page.contains(words), "{words} is missing: {page}");
        }
        invariants::hold(&site.app.db, site.app.clock.now()).await;
    })
    .await;
}

#[tokio::test]
async fn what_the_institution_agrees_with_is_done() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        let kita = site.signed_in(KITA).await;
        let status = format!("/requests/{}", over.request);
        assert!(
            kita.get(&status)
                .await
                .body
                .contains("Wir fragen gerade nach, wie es war")
        );
        over.amina_says(&site, &held("9:05", "10:00")).await;
        assert_eq!(over.state(&site).await, State::Reported);
        let link = site.link_for(KITA, "proof_to_confirm", "/requests/").await;
        assert_eq!(link, over.institution_page());
        assert!(kita.get(&status).await.body.contains("Bitte bestätigen Sie den Termin"));

        over.kita_says(&site, &kita, &[("outcome", "agree")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let proof = over.proof(&site).await;
        let (from, until) = (on_the_day(9, 5), on_the_day(10, 0));
        assert_eq!(
            (proof.state, proof.counts),
            (State::Done, Some(Said::Held { from, until }))
        );
        assert!(kita.get(&status).await.body.contains("Der Termin ist bestätigt"));
        let page = kita.get(&over.institution_page()).await.expect(StatusCode::OK).body;
        assert!(page.contains("9:05 bis 10:00 Uhr"), "{page}");
        assert!(open_tasks(&site).await.is_empty());
        invariants::hold(&site.app.db, site.app.clock.now()).await;
    })
    .await;
}

#[tokio::test]
async fn the_family_did_not_come_and_both_may_think_again() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        // The times of the form do not matter then.
        over.amina_says(
            &site,
            &[("outcome", "client_absent"), ("start", "9:00"), ("end", "8:00")],
        )
        .await;
        let kita = site.signed_in(KITA).await;
        over.kita_says(&site, &kita, &[("outcome", "not_held")])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(over.state(&site).await, State::Disputed);
        // The contact looks again, and agrees: no coordinator is needed.
        over.kita_says(&site, &kita, &[("outcome", "agree")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let proof = over.proof(&site).await;
        assert_eq!((proof.state, proof.counts), (State::Done, Some(Said::ClientAbsent)));
        assert!(open_tasks(&site).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn not_held_is_agreed_on_whoever_says_it_first() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        let kita = site.signed_in(KITA).await;
        over.kita_says(&site, &kita, &[("outcome", "not_held")])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(over.state(&site).await, State::Reported);
        // The other side's word is read after one's own.
        let hers = site.browser().get(&over.link).await.expect(StatusCode::OK).body;
        assert!(hers.contains("Wie war Ihr Einsatz?"), "{hers}");
        assert!(!hers.contains("Hat nicht stattgefunden"), "{hers}");
        over.amina_says(&site, &[("outcome", "not_held")]).await;
        let proof = over.proof(&site).await;
        assert_eq!((proof.state, proof.counts), (State::Done, Some(Said::NotHeld)));
    })
    .await;
}

#[tokio::test]
async fn a_slip_is_put_right_by_the_same_link_and_nothing_is_lost() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        over.amina_says(&site, &held("9:00", "10:52")).await;
        // Sent twice, it is one word.
        over.amina_says(&site, &held("9:00", "10:52")).await;
        assert_eq!(over.proof(&site).await.versions.len(), 1);
        let kita = site.signed_in(KITA).await;
        let old = super::seen(&kita.get(&over.institution_page()).await.body);
        over.amina_says(&site, &held("9:00", "10:25")).await;
        assert_eq!(mails(&site, KITA, "proof_to_confirm"), 2);
        // Who agrees with what was corrected meanwhile is shown the new word.
        let late = [("outcome", "agree"), ("seen", old.as_str())];
        let answer = kita.post(&over.institution_page(), &late).await;
        let answer = answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
        assert!(answer.contains("Die Angaben wurden gerade geändert"), "{answer}");
        assert!(answer.contains("10:25 Uhr"), "{answer}");
        assert_eq!(over.state(&site).await, State::Reported);
        over.kita_says(&site, &kita, &[("outcome", "agree")]).await;
        let proof = over.proof(&site).await;
        assert_eq!(proof.counts.and_then(Said::minutes), Some(85));
        assert_eq!(proof.versions.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_report_by_phone_counts_as_its_sides_own() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        let cora = site.signed_in(CORA).await;
        let mut call = held("9:00", "10:10").to_vec();
        call.push(("choice", "phone_volunteer"));
        cora.post(&over.desk_page(), &call).await.expect(StatusCode::SEE_OTHER);
        site.work().await;
        assert_eq!(over.state(&site).await, State::Reported);
        assert_eq!(mails(&site, KITA, "proof_to_confirm"), 1);
        call[3] = ("choice", "phone_institution");
        cora.post(&over.desk_page(), &call).await.expect(StatusCode::SEE_OTHER);
        let proof = over.proof(&site).await;
        assert_eq!(proof.state, State::Done);
        assert!(
            proof
                .versions
                .iter()
                .all(|version| version.recorded_by == Some(site.who.cora))
        );
        let page = cora.get(&format!("/desk/requests/{}", over.request)).await.body;
        assert!(
            page.contains("Am Telefon gesagt, aufgeschrieben von Cora Brandt"),
            "{page}"
        );
    })
    .await;
}

#[tokio::test]
async fn nobody_came_says_the_institution_and_the_desk_decides() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        let kita = site.signed_in(KITA).await;
        let page = kita.get(&over.institution_page()).await.expect(StatusCode::OK).body;
        assert!(page.contains("Die Sprachmittler*in kam nicht"), "{page}");
        let absent = [("outcome", "volunteer_absent")];
        for _ in 0..2 {
            over.kita_says(&site, &kita, &absent)
                .await
                .expect(StatusCode::SEE_OTHER);
        }
        let proof = over.proof(&site).await;
        assert_eq!((proof.state, proof.counts), (State::Reported, None));
        assert_eq!(
            proof.newest(Side::Institution).map(|version| version.said),
            Some(Said::VolunteerAbsent)
        );
        assert_eq!(open_tasks(&site).await, ["proof_no_show"], "at once, whatever she says");
        let page = kita.get(&over.institution_page()).await.expect(StatusCode::OK).body;
        assert!(page.contains("klärt, was war"), "{page}");
        // It is the desk that decides; nobody's word settles it.
        let cora = site.signed_in(CORA).await;
        let desk = cora.get("/desk").await.expect(StatusCode::OK).body;
        assert!(desk.contains("Amina Rahimi kam nicht"), "{desk}");
        let there = format!("/desk/requests/{}/assignments/{}/proof", over.request, over.assignment);
        let decided = cora.post(&there, &[("choice", "institution")]).await;
        decided.expect(StatusCode::SEE_OTHER);
        let proof = over.proof(&site).await;
        assert_eq!((proof.state, proof.counts), (State::Done, Some(Said::VolunteerAbsent)));
        assert!(open_tasks(&site).await.is_empty());
        site.work().await;
        let told = site.mailbox.to(KITA);
        let told = told.iter().find(|mail| mail.kind == "proof_decided").expect("told");
        assert!(told.text.contains("Die Sprachmittler*in kam nicht"), "{}", told.text);
        assert!(!told.text.contains("Hat stattgefunden"), "{}", told.text);
    })
    .await;
}
