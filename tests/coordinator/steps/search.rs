//! Change the search, give it up, cancel; and who may not.

use super::*;

#[tokio::test]
async fn the_search_is_changed_and_the_institution_knows() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![tuesday()]).await;
        for email in [AMINA, BASIR] {
            says(&site, email, "no").await;
        }
        site.work().await;
        let cora = site.signed_in(CORA).await;
        let stuck = page(&cora, request).await;
        assert!(
            stuck.contains("href=\"#ways\"") && stuck.contains("id=\"ways\""),
            "{stuck}"
        );
        let path = format!("/desk/requests/{request}/search");
        let form = cora.get(&path).await.expect(StatusCode::OK).body;
        assert!(
            form.contains("Farsi") && form.contains("Per Telefon") && form.contains("alt_day"),
            "{form}"
        );
        let before = dump(&site.app.db).await;
        for (fields, words) in [
            (vec![("mode", "pigeon")], "Bitte wählen Sie etwas aus der Liste."),
            (vec![("wish", "required")], "Bitte wählen Sie etwas aus der Liste."),
            (vec![("language", "xx-ZZ")], "Bitte wählen Sie etwas aus der Liste."),
            (vec![("day", "17")], "Bitte nennen Sie den Monat."),
            (
                vec![
                    ("day", "29"),
                    ("month", "2"),
                    ("year", "2027"),
                    ("start", "9"),
                    ("end", "10"),
                ],
                "29. Februar",
            ),
            (
                vec![
                    ("day", "28"),
                    ("month", "3"),
                    ("year", "2027"),
                    ("start", "2:30"),
                    ("end", "4"),
                ],
                "3:30",
            ),
            (
                vec![
                    ("day", "17"),
                    ("month", "3"),
                    ("year", "2027"),
                    ("start", "10"),
                    ("end", "9"),
                ],
                "nach 10:00",
            ),
            (
                vec![
                    ("day", "16"),
                    ("month", "3"),
                    ("year", "2027"),
                    ("start", "9"),
                    ("end", "10"),
                ],
                "schon in der Anfrage",
            ),
            (vec![("day", "\u{202E}")], "Zeichen"),
        ] {
            told(cora.post(&path, &fields).await, &[words]);
        }
        assert_eq!(dump(&site.app.db).await, before, "nothing was written");
        let fields = [
            ("mode", "phone"),
            ("language", "fa"),
            ("day", "17"),
            ("month", "3"),
            ("year", "2027"),
            ("start", "14"),
            ("end", "15"),
        ];
        site.app.clock.advance(chrono::Duration::minutes(5));
        cora.post(&path, &fields).await.expect(StatusCode::SEE_OTHER);
        site.work().await;
        let now = read(&site, request).await;
        assert!(matches!(now.status(site.app.clock.now()), Status::Searching { .. }));
        let story = page(&cora, request).await;
        for words in [
            "Cora Brandt hat die Suche geändert",
            "andere Form, nahe Sprache, weiterer Tag",
            "Passt hier auch: Farsi",
        ] {
            assert!(story.contains(words), "{words} is missing: {story}");
        }
        let mails = site.mailbox.to(KITA);
        let told = mails.iter().find(|mail| mail.kind == "search_changed").expect("a mail");
        assert!(
            told.text.contains("Per Telefon") && told.text.contains("Farsi") && told.text.contains("17. März"),
            "{}",
            told.text
        );
        let asked = site
            .mailbox
            .to(AMINA)
            .into_iter()
            .filter(|mail| mail.kind == "offer")
            .count();
        assert_eq!(asked, 2, "she said no to the other day");
        let kita = site.signed_in(KITA).await;
        let status = kita
            .get(&format!("/requests/{request}"))
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(status.contains("Wir haben neu angefangen zu suchen"), "{status}");
        assert!(!status.contains("Die Person musste absagen"), "{status}");
        invariants::hold(&site.app.db, site.app.clock.now()).await;
    })
    .await;
}

#[tokio::test]
async fn closed_as_unfilled_the_institution_reads_so() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![tuesday()]).await;
        let cora = site.signed_in(CORA).await;
        let path = format!("/desk/requests/{request}/closing");
        cora.get(&path).await.expect(StatusCode::OK);
        told(
            cora.post(&path, &[("note", "Notiz")]).await,
            &["Bitte wählen Sie einen Grund.", "Notiz"],
        );
        told(
            cora.post(&path, &[("reason", "other")]).await,
            &["Bitte schreiben Sie, warum."],
        );
        told(
            cora.post(&path, &[("reason", "mood")]).await,
            &["Bitte wählen Sie einen Grund."],
        );
        let long = "x".repeat(301);
        told(
            cora.post(&path, &[("reason", "referred"), ("note", &long)]).await,
            &["301"],
        );
        for _ in 0..2 {
            let done = cora
                .post(&path, &[("reason", "referred"), ("note", "Frau Held hilft.")])
                .await;
            done.expect(StatusCode::SEE_OTHER);
        }
        site.work().await;
        let story = page(&cora, request).await;
        for words in [
            "Cora Brandt hat die Anfrage unbesetzt geschlossen",
            "Unbesetzt geschlossen",
            "vereidigte",
        ] {
            assert!(story.contains(words), "{words} is missing: {story}");
        }
        assert!(
            !story.contains("/closing\"") && !story.contains("/assignments/new"),
            "{story}"
        );
        let closed = site
            .mailbox
            .to(KITA)
            .into_iter()
            .find(|mail| mail.kind == "request_closed")
            .expect("a mail");
        assert!(closed.text.contains("0251 555 0110"), "{}", closed.text);
        let kita = site.signed_in(KITA).await;
        let status = kita
            .get(&format!("/requests/{request}"))
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(status.contains("Wir haben die Suche beendet"), "{status}");
        assert!(
            !status.contains("Frau Held") && !status.contains("kümmert sich"),
            "{status}"
        );
        invariants::hold(&site.app.db, site.app.clock.now()).await;
    })
    .await;
}

#[tokio::test]
async fn cancelled_for_the_institution_or_by_the_pool() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        for (who, words) in [
            (
                "coordinator",
                "Einrichtung hat abgesagt, am Telefon, eingetragen von Cora Brandt",
            ),
            ("pool", "Cora Brandt hat für den Sprachpool abgesagt"),
        ] {
            let request = ask(&site, vec![tuesday()]).await;
            let path = format!("/desk/requests/{request}/cancellation");
            cora.get(&path).await.expect(StatusCode::OK);
            told(
                cora.post(&path, &[("reason", "other")]).await,
                &["Bitte wählen Sie, wer abgesagt hat."],
            );
            told(
                cora.post(&path, &[("who", "contact"), ("reason", "x")]).await,
                &["wer abgesagt hat", "einen Grund"],
            );
            for _ in 0..2 {
                let done = cora.post(&path, &[("who", who), ("reason", "other")]).await;
                done.expect(StatusCode::SEE_OTHER);
            }
            site.work().await;
            let story = page(&cora, request).await;
            assert!(story.contains(words), "{words} is missing: {story}");
            let kita = site.signed_in(KITA).await;
            let status = kita
                .get(&format!("/requests/{request}"))
                .await
                .expect(StatusCode::OK)
                .body;
            assert_eq!(status.contains("Wir mussten absagen"), who == "pool", "{status}");
        }
        invariants::hold(&site.app.db, site.app.clock.now()).await;
    })
    .await;
}

#[tokio::test]
async fn nobody_else_comes_in_here() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![tuesday()]).await;
        let unknown = site.app.ids.uuid(site.app.clock.now());
        let rooms = ["search", "closing", "cancellation", "assignments/new?volunteer=x"];
        let doors = [
            "search",
            "closing",
            "cancellation",
            "assignments",
            "answers",
            "assignments/x/release",
        ];
        let cora = site.signed_in(CORA).await;
        let before = dump(&site.app.db).await;
        for (email, id) in [
            (KITA, request.to_string()),
            (AMINA, request.to_string()),
            (CORA, unknown.to_string()),
            (CORA, "1; DROP TABLE".replace(' ', "%20")),
        ] {
            let browser = if email == CORA {
                None
            } else {
                Some(site.signed_in(email).await)
            };
            let browser = browser.as_ref().unwrap_or(&cora);
            for room in rooms {
                let path = format!("/desk/requests/{id}/{room}");
                browser.get(&path).await.expect(StatusCode::NOT_FOUND);
            }
            for door in doors {
                let path = format!("/desk/requests/{id}/{door}");
                let sent = browser
                    .post(&path, &[("reason", "other"), ("who", "pool"), ("note", "x")])
                    .await;
                sent.expect(StatusCode::NOT_FOUND);
            }
        }
        let stranger = site.browser();
        for room in rooms {
            let answer = stranger.get(&format!("/desk/requests/{request}/{room}")).await;
            assert!(answer.location().starts_with("/sign-in"), "{answer:?}");
        }
        for volunteer in ["", "x", &unknown.to_string()] {
            let path = format!("/desk/requests/{request}/assignments/new?volunteer={volunteer}");
            cora.get(&path).await.expect(StatusCode::NOT_FOUND);
            let path = format!("/desk/requests/{request}/assignments");
            let sent = cora
                .post(&path, &[("volunteer", volunteer), ("slot", &unknown.to_string())])
                .await;
            sent.expect(StatusCode::NOT_FOUND);
        }
        let requests = |rows: Vec<String>| -> Vec<String> {
            rows.into_iter()
                .filter(|row| row.starts_with("request:") || row.starts_with("assignment:"))
                .collect()
        };
        assert_eq!(requests(dump(&site.app.db).await), requests(before), "nothing happened");
    })
    .await;
}
