//! Bad input: 422, the form comes back filled in, nothing is written.

use axum::http::StatusCode;
use chrono::Duration;
use sprachpool::proofs::{Said, State};

use super::{held, over};
use crate::support::{
    databases::each_engine,
    scene::{AMINA, CORA, KITA, accepts, ask, dump, slot},
    site::Site,
};

#[tokio::test]
async fn what_cannot_be_is_refused_at_its_field() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        let (kita, cora) = (site.signed_in(KITA).await, site.signed_in(CORA).await);
        let browser = site.browser();
        let long = "x".repeat(301);
        let cases: [(&[(&str, &str)], &str); 11] = [
            (&held("10:00", "9:00"), "Das Ende muss nach dem Beginn liegen."),
            (&held("9:00", "9:00"), "Das Ende muss nach dem Beginn liegen."),
            (&held("", "10:00"), "Bitte nennen Sie den Beginn."),
            (&held("9:00", ""), "Bitte nennen Sie das Ende."),
            (&held("25:00", "26:00"), "Bitte schreiben Sie die Uhrzeit so: 9:00"),
            (&held("neun", "10:00"), "Bitte schreiben Sie die Uhrzeit so: 9:00"),
            // It is 11:00.
            (&held("9:00", "11:30"), "Diese Uhrzeit ist noch nicht vorbei."),
            (&[("outcome", "perhaps")], "Bitte wählen Sie, was passiert ist."),
            (
                &[("outcome", "not_held"), ("note", "a\u{202E}b")],
                "Hier stehen Zeichen",
            ),
            (&[("outcome", "not_held"), ("note", "a\u{0}b")], "Hier stehen Zeichen"),
            (
                &[("outcome", "not_held"), ("note", &long)],
                "Das ist zu lang: 301 Zeichen.",
            ),
        ];
        site.work().await;
        let before = dump(&site.app.db).await;
        for (fields, words) in cases {
            let mut decided = fields.to_vec();
            decided.push(("choice", "own"));
            let answers = [
                browser.post(&over.link, fields).await,
                kita.post(&over.institution_page(), fields).await,
                cora.post(&over.desk_page(), &decided).await,
            ];
            for answer in answers {
                let page = answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
                assert!(page.contains(words), "{words} is missing: {page}");
                assert!(page.contains("role=\"alert\""), "{page}");
            }
        }
        for travel in ["-1", "601", "viel", "9999999999999999999999"] {
            let fields = [("outcome", "not_held"), ("travel", travel)];
            let page = browser.post(&over.link, &fields).await;
            let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
            assert!(page.contains("Bitte nennen Sie die Minuten"), "{page}");
            assert!(page.contains(&format!("value=\"{travel}\"")), "{page}");
        }
        // Nobody has said anything that could be agreed with or followed.
        for (browser, page, fields) in [
            (&kita, over.institution_page(), ("outcome", "agree")),
            (&cora, over.desk_page(), ("choice", "volunteer")),
            (&cora, over.desk_page(), ("choice", "whatever")),
        ] {
            browser
                .post(&page, &[fields])
                .await
                .expect(StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(dump(&site.app.db).await, before);
    })
    .await;
}

#[tokio::test]
async fn what_is_odd_but_right_is_shown_literally() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        let note = "<svg onload=alert(1)> '); DROP TABLE proof;";
        over.amina_says(&site, &[("outcome", "not_held"), ("note", note)]).await;
        assert_eq!(over.proof(&site).await.versions[0].note, note);
        let kita = site.signed_in(KITA).await;
        let page = kita.get(&over.institution_page()).await.expect(StatusCode::OK).body;
        assert!(page.contains("DROP TABLE proof"), "{page}");
        assert!(!page.contains("<svg onload"), "{page}");
    })
    .await;
}

/// On 28 March 2027 the clocks jump from 2:00 to 3:00. Nobody has given a phone call at night as free time, so the
/// appointment is at 9:00, and a wall time of the night is a slip.
#[tokio::test]
async fn a_time_that_spring_skips_is_refused_with_an_offer() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![slot("2027-03-26", "09:00", "10:00")]).await;
        accepts(&site, AMINA).await;
        let assignment = super::assignment_of(&site, request).await;
        // Cora and the Kita agreed on the Sunday by phone; no verb moves a date yet.
        let mut tx = site.app.db.begin().await.expect("it begins");
        sprachpool::q!(
            "UPDATE slot SET local_date = '2027-03-28' WHERE request_id = $1",
            request
        )
        .execute(&mut tx)
        .await
        .expect("it moves");
        tx.commit().await.expect("it commits");
        site.app.clock.advance(Duration::days(29));
        site.work().await;
        let over = super::Over {
            request,
            assignment,
            link: site.link_for(AMINA, "proof_asked", "/n/").await,
        };
        let answer = site.browser().post(&over.link, &held("2:30", "4:00")).await;
        let page = answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
        assert!(page.contains("Meinen Sie 3:30 Uhr?"), "{page}");
        over.amina_says(&site, &held("1:30", "3:30")).await;
        let proof = over.proof(&site).await;
        assert_eq!(proof.state, State::Reported);
        // Two hours on the wall were one.
        assert_eq!(proof.versions[0].said.minutes(), Some(60));
        assert!(matches!(proof.versions[0].said, Said::Held { .. }));
    })
    .await;
}
