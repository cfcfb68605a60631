//! What people type by mistake or on purpose, into the public form and the coordinator's.

use axum::http::{Method, StatusCode};

use super::*;
use crate::{institution::says, support::databases::each_engine};

#[tokio::test]
async fn every_field_says_what_is_wrong_with_it() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let (anybody, cora) = (site.browser(), site.signed_in(CORA).await);
        let long = "x".repeat(201);
        let cases: &[(&str, &str, &str)] = &[
            ("name", "", "Bitte nennen Sie den Namen der Einrichtung."),
            ("name", " \u{a0} ", "Bitte nennen Sie den Namen der Einrichtung."),
            ("name", "Kita \u{202e}atiK", "Zeichen, die wir nicht annehmen"),
            ("name", "Kita\u{0}", "Zeichen, die wir nicht annehmen"),
            ("name", &long, "Das ist zu lang: 201 Zeichen. Höchstens 200 passen."),
            ("kind", "castle", "Bitte wählen Sie etwas aus der Liste."),
            ("sector", "", "Bitte wählen Sie den Bereich."),
            ("sector", "army", "Bitte wählen Sie etwas aus der Liste."),
            ("site_name", "  ", "Bitte nennen Sie den Namen des Standorts."),
            ("street", " - ", "Bitte nennen Sie Straße und Hausnummer."),
            ("street", "Weg\u{7} 1", "Zeichen, die wir nicht annehmen"),
            ("postcode", "4815", "Das ist keine Postleitzahl."),
            ("postcode", "ABCDE", "Das ist keine Postleitzahl."),
            ("city", "", "Bitte nennen Sie den Ort."),
            ("district", "00", "Bitte wählen Sie etwas aus der Liste."),
            ("district", "", "Bitte wählen Sie den Stadtteil."),
            ("contact_name", "\u{200d}", "Bitte nennen Sie Vorname und Nachname."),
            ("contact_name", "Lena\u{202e}", "Zeichen, die wir nicht annehmen"),
            ("email", "", "Bitte nennen Sie die E-Mail-Adresse."),
            ("email", "lena.example", "Das ist keine E-Mail-Adresse."),
            (
                "email",
                "lena@schule.example\r\nBcc: x@y.example",
                "Zeichen, die wir nicht annehmen",
            ),
            ("phone", "", "Bitte nennen Sie eine Telefonnummer."),
            ("phone", "ruf mich an", "Das ist keine Telefonnummer."),
            ("locale", "tlh", "Bitte wählen Sie etwas aus der Liste."),
        ];
        for (field, typed, words) in cases {
            refuses(&site, &cora, "/desk/institutions", &[(field, typed)], field, words).await;
            if *field != "locale" {
                refuses(&site, &anybody, "/register", &[(field, typed)], field, words).await;
            }
        }
        refuses(
            &site,
            &anybody,
            "/register",
            &[("rules", "")],
            "rules",
            "dass Sie die Regeln kennen",
        )
        .await;
        // Everything at once, and what was right is still there.
        let answer = anybody.post("/register", &but(&[("name", ""), ("email", "x")])).await;
        says(&answer.body, "Bitte prüfen Sie 2 Angaben");
        assert!(answer.body.contains("value=\"Hafenweg 12\""));
        assert!(answer.body.contains("<option value=\"43\" selected>"));
        assert!(mails(&site, LENA, "registration_received").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn unusual_names_are_stored_and_shown_literally() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let names = [
            ("Nguye\u{302}\u{303}n-Schule", "Nguyễn-Schule"),
            ("Ø", "Ø"),
            ("O'Brien-Łukaszewicz", "O'Brien-Łukaszewicz"),
            ("مدرسة النور", "مدرسة النور"),
            ("'); DROP TABLE institution; --", "'); DROP TABLE institution; --"),
            ("<svg onload=alert(1)>", "&#60;svg onload=alert(1)&#62;"),
            ("=HYPERLINK(1)", "=HYPERLINK(1)"),
        ];
        for (number, (typed, shown)) in names.iter().enumerate() {
            let key = format!("01955000-0000-7000-8000-0000000001{number:02}");
            let fields = [
                ("form_key", key.as_str()),
                ("name", typed),
                ("contact_name", typed),
                ("site_name", typed),
            ];
            let sent = cora
                .post("/desk/institutions", &but(&fields))
                .await
                .expect(StatusCode::SEE_OTHER);
            let page = cora.get(sent.location()).await.expect(StatusCode::OK).body;
            assert!(!page.contains("<svg onload"), "markup stays text");
            if shown.starts_with('&') {
                assert!(page.contains(shown), "{page}");
            } else {
                says(&page, shown);
            }
            let listed = cora.get("/desk/institutions").await.body;
            assert!(!listed.contains("<svg onload"));
        }
        assert_eq!(institutions(&site).await, 3 + names.len() as i64);
        site.work().await;
        assert!(mails(&site, LENA, "contact_invited").await.len() == names.len());
    })
    .await;
}

#[tokio::test]
async fn what_is_no_form_is_refused_plainly() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let token = cora
            .send(Method::POST, "/desk/institutions", Some("name=x".into()), &[])
            .await;
        token.expect(StatusCode::FORBIDDEN);
        for browser in [&cora, &site.browser()] {
            for path in ["/register", "/desk/institutions"] {
                let huge = browser
                    .send(Method::POST, path, Some("x".repeat(10_000_000)), &[])
                    .await;
                assert!(
                    huge.status.is_client_error() || huge.status == StatusCode::SEE_OTHER,
                    "{path}"
                );
                let deleted = browser.send(Method::DELETE, path, None, &[]).await;
                deleted.expect(StatusCode::METHOD_NOT_ALLOWED);
            }
        }
        let broken = site
            .browser()
            .send(Method::POST, "/register", Some("name=%ff".into()), &[])
            .await;
        broken.expect(StatusCode::BAD_REQUEST);
        let elsewhere = [("sec-fetch-site", "cross-site")];
        let foreign = site
            .browser()
            .send(Method::POST, "/register", Some("a=b".into()), &elsewhere)
            .await;
        foreign.expect(StatusCode::FORBIDDEN);
        for query in [
            "name=%00",
            "name=%25",
            "state=castle",
            "sector=%27",
            "after=x",
            "name=%5C",
            "after=%00",
        ] {
            let list = cora.get(&format!("/desk/institutions?{query}")).await;
            list.expect(StatusCode::OK);
        }
    })
    .await;
}
