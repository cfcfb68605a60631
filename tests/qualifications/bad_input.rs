//! The forms take nothing that cannot be right: 422, filled in again, nothing written.

use axum::http::StatusCode;

use super::world::*;
use crate::support::{
    databases::each_engine,
    scene::{AMINA, CORA, KITA},
    site::Site,
};

const NOBODY: &str = "018f0000-0000-7000-8000-000000000000";

#[tokio::test]
async fn the_form_comes_back_filled_in() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let path = format!("/desk/volunteers/{}/qualifications", site.who.amina);
        let before = rows(&site).await;
        // kind, seen, issued, until; what is said
        let cases = [
            ("measles", "2027-02-29", "", "", "Dieser Tag steht nicht im Kalender"),
            ("measles", "0000-00-00", "", "", "Dieser Tag steht nicht im Kalender"),
            ("measles", "9999-12-31", "", "", "Dieser Tag steht nicht im Kalender"),
            (
                "measles",
                "2027-02-01",
                "29.02.2027",
                "",
                "Dieser Tag steht nicht im Kalender",
            ),
            ("measles", "2027-03-02", "", "", "Dieser Tag kommt erst noch"),
            ("measles", "", "", "", "Bitte nennen Sie den Tag"),
            ("", "2027-02-01", "", "", "Bitte wählen Sie einen Nachweis"),
            ("xx-ZZ", "2027-02-01", "", "", "Diesen Nachweis kennen wir nicht"),
            (
                "'); DROP TABLE",
                "2027-02-01",
                "",
                "",
                "Diesen Nachweis kennen wir nicht",
            ),
            (
                "clearance",
                "2027-02-01",
                "",
                "",
                "Bitte nennen Sie das Datum auf dem Papier",
            ),
            ("clearance", "2027-02-01", "2026-10-31", "", "Das Papier ist zu alt"),
            (
                "measles",
                "2027-02-01",
                "2027-01-20",
                "2027-01-10",
                "Das liegt vor dem Datum auf dem Papier",
            ),
            (
                "yearly_course",
                "2027-02-01",
                "",
                "2029-01-01",
                "So lange gilt es nicht",
            ),
            (
                "measles",
                "2027-02-01\u{202E}",
                "",
                "",
                "Dieser Tag steht nicht im Kalender",
            ),
        ];
        for (kind, seen, issued, until, words) in cases {
            let fields = [
                ("kind", kind),
                ("seen_on", seen),
                ("issued_on", issued),
                ("valid_until", until),
            ];
            let answer = cora.post(&path, &fields).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.body.contains(words), "{fields:?}: {}", answer.body);
            assert!(answer.body.contains("role=\"alert\""), "{}", answer.body);
            if seen.is_ascii() && !seen.is_empty() {
                assert!(
                    answer.body.contains(&format!("value=\"{seen}\"")),
                    "{fields:?}: {}",
                    answer.body
                );
            }
        }
        // What is far too long comes back cut, not as a 5xx.
        let long = "9".repeat(5000);
        cora.post(&path, &[("kind", &long), ("seen_on", &long)])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(rows(&site).await, before);
    })
    .await;
}

#[tokio::test]
async fn unknown_and_foreign_things_are_a_plain_404() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let (amina, basir) = (site.who.amina, site.who.basir);
        let mut tx = site.app.db.read().await.expect("it begins");
        let of_basir = sprachpool::qualifications::store::in_force(&mut tx, basir)
            .await
            .expect("it reads")[0]
            .id;
        tx.commit().await.expect("it ends");
        for id in [NOBODY, "nonsense"] {
            for page in ["qualifications", "bans"] {
                let path = format!("/desk/volunteers/{id}/{page}");
                cora.get(&path).await.expect(StatusCode::NOT_FOUND);
                cora.post(&path, &[("kind", "measles")])
                    .await
                    .expect(StatusCode::NOT_FOUND);
            }
            let ban = format!("/desk/volunteers/{amina}/bans/{id}/end");
            cora.post(&ban, &[]).await.expect(StatusCode::NOT_FOUND);
        }
        let foreign = format!("/desk/volunteers/{amina}/qualifications/{of_basir}/revocation");
        for fields in [&[("why", "mistake")][..], &[]] {
            cora.post(&foreign, fields).await.expect(StatusCode::NOT_FOUND);
        }
        // Nobody but coordinators comes in.
        let desk = [
            "/desk/qualifications".to_owned(),
            "/desk/qualifications/training".to_owned(),
            format!("/desk/volunteers/{amina}/qualifications"),
            format!("/desk/volunteers/{amina}/bans"),
        ];
        for email in [KITA, AMINA] {
            let browser = site.signed_in(email).await;
            for page in &desk {
                browser.get(page).await.expect(StatusCode::NOT_FOUND);
            }
            for page in &desk[1..] {
                browser
                    .post(page, &[("kind", "measles")])
                    .await
                    .expect(StatusCode::NOT_FOUND);
            }
        }
        for page in &desk {
            let answer = site.browser().get(page).await.expect(StatusCode::SEE_OTHER);
            assert!(answer.location().starts_with("/sign-in"), "{}", answer.location());
        }
    })
    .await;
}

#[tokio::test]
async fn a_training_day_takes_only_people_there_are() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let path = "/desk/qualifications/training";
        let amina = site.who.amina.to_string();
        let before = rows(&site).await;
        let cases: [(&[(&str, &str)], &str); 5] = [
            (
                &[("kind", "yearly_course"), ("seen_on", "2027-02-20")],
                "Bitte wählen Sie mindestens eine Person",
            ),
            (
                &[
                    ("kind", "yearly_course"),
                    ("seen_on", "2027-02-20"),
                    ("volunteer", NOBODY),
                ],
                "Eine Person steht nicht mehr in der Liste",
            ),
            (
                &[("kind", "clearance"), ("seen_on", "2027-02-20"), ("volunteer", &amina)],
                "Dieses Papier hat ein eigenes Datum",
            ),
            (
                &[
                    ("kind", "yearly_course"),
                    ("seen_on", "2027-02-29"),
                    ("volunteer", &amina),
                ],
                "Dieser Tag steht nicht im Kalender",
            ),
            (
                &[
                    ("kind", "yearly_course"),
                    ("seen_on", "2028-01-01"),
                    ("volunteer", &amina),
                ],
                "Dieser Tag kommt erst noch",
            ),
        ];
        for (fields, words) in cases {
            let answer = cora.post(path, fields).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.body.contains(words), "{fields:?}: {}", answer.body);
        }
        assert_eq!(rows(&site).await, before);
        let basir = site.who.basir.to_string();
        let fields = [
            ("kind", "yearly_course"),
            ("seen_on", "2027-02-20"),
            ("volunteer", &amina),
            ("volunteer", &basir),
        ];
        // Twice, as by a double click.
        for _ in 0..2 {
            let answer = cora.post(path, &fields).await.expect(StatusCode::SEE_OTHER);
            let page = cora.get(answer.location()).await.expect(StatusCode::OK).body;
            assert!(page.contains("Für 2 Personen eingetragen."), "{page}");
        }
        assert_eq!(rows(&site).await, before + 2);
    })
    .await;
}
