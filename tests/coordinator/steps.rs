//! What a coordinator does by hand, over HTTP: assign, answer by phone, change the search, give up, cancel.

use axum::http::StatusCode;
use sprachpool::requests::{Request, RequestId, Status, store};

use crate::support::{
    databases::each_engine,
    invariants,
    scene::{AMINA, BASIR, CORA, KITA, accepts, ask, ask_for, dump, offer_link, slot, tuesday},
    site::{Answer, Browser, Site},
};

async fn read(site: &Site, id: RequestId) -> Request {
    let mut tx = site.app.db.read().await.expect("it reads");
    store::get(&mut tx, id).await.expect("it reads").expect("it is there")
}

async fn says(site: &Site, email: &str, answer: &str) {
    let link = offer_link(site, email).await;
    let sent = site.browser().post(&link, &[("answer", answer)]).await;
    sent.expect(StatusCode::SEE_OTHER);
}

async fn page(cora: &Browser, request: RequestId) -> String {
    let page = cora.get(&format!("/desk/requests/{request}")).await;
    page.expect(StatusCode::OK).body
}

/// The value of the first radio button of that name that begins like this.
fn choice(page: &str, name: &str, start: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"{start}");
    let at = page.find(&mark).unwrap_or_else(|| panic!("no {mark} in {page}"));
    let value = &page[at + mark.len() - start.len()..];
    value.split('"').next().expect("a value").to_owned()
}

#[track_caller]
fn told(answer: Answer, words: &[&str]) -> String {
    let body = answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
    for words in words {
        assert!(body.contains(words), "{words} is missing: {body}");
    }
    body
}

#[tokio::test]
async fn s3_cora_overrides_with_a_reason_and_the_timeline_tells_it() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![slot("2027-03-16", "09:30", "10:30")]).await;
        let other = ask_for(&site, site.who.klinik, vec![slot("2027-03-16", "10:45", "11:45")]).await;
        let late = offer_link(&site, AMINA).await;
        // The newest mail is the Klinik's; the first one is accepted by its own link.
        let mails = site.mailbox.to(AMINA);
        let first = mails.iter().rfind(|mail| mail.kind == "offer").expect("the Kita's");
        let at = first.text.find("/o/").expect("a link");
        let link = first.text[at..].split_whitespace().next().expect("a path").to_owned();
        site.browser()
            .post(&link, &[("answer", "yes")])
            .await
            .expect(StatusCode::SEE_OTHER);
        site.work().await;
        let refused = site.browser().post(&late, &[("answer", "yes")]).await;
        assert_ne!(refused.status, StatusCode::SEE_OTHER);
        assert!(read(&site, other).await.assignments.is_empty());

        let cora = site.signed_in(CORA).await;
        let form = format!("/desk/requests/{other}/assignments/new?volunteer={}", site.who.amina);
        assert!(page(&cora, other).await.contains(&form), "a way to override");
        let asked = cora.get(&form).await.expect(StatusCode::OK).body;
        assert!(
            asked.contains("Dazwischen liegen 15 Minuten, nötig sind 30."),
            "{asked}"
        );
        assert!(asked.contains("0251 555 0177"), "the number to call: {asked}");
        let path = format!("/desk/requests/{other}/assignments");
        let (amina, slot) = (site.who.amina.to_string(), choice(&asked, "slot", ""));
        let before = dump(&site.app.db).await;
        let without = cora.post(&path, &[("volunteer", &amina), ("slot", &slot)]).await;
        told(
            without,
            &["Bitte schreiben Sie, warum Sie trotzdem zuweisen.", "aria-invalid"],
        );
        for bad in ["a\u{202E}b", "a\u{0000}b", &"x".repeat(301)] {
            let answer = cora
                .post(&path, &[("volunteer", &amina), ("slot", &slot), ("why", bad)])
                .await;
            answer.expect(StatusCode::UNPROCESSABLE_ENTITY);
        }
        let nothing = cora.post(&path, &[("volunteer", &amina), ("why", "Weil.")]).await;
        told(nothing, &["Bitte wählen Sie den Termin.", "Weil."]);
        assert_eq!(dump(&site.app.db).await, before, "nothing was written");
        let why = "Sie nimmt das Rad <b>'); DROP TABLE";
        let done = cora
            .post(&path, &[("volunteer", &amina), ("slot", &slot), ("why", why)])
            .await;
        done.expect(StatusCode::SEE_OTHER);
        let story = page(&cora, other).await;
        for words in [
            "Cora Brandt hat Amina Rahimi zugewiesen",
            "Trotzdem: wenig Zeit zwischen zwei Einsätzen. Grund: Sie nimmt das Rad &#60;b&#62;",
            "Wer kommt",
        ] {
            assert!(story.contains(words), "{words} is missing: {story}");
        }
        site.work().await;
        let confirmed = site.mailbox.to(AMINA);
        assert_eq!(
            confirmed
                .iter()
                .filter(|mail| mail.kind == "assignment_confirmed")
                .count(),
            2
        );
        invariants::hold(&site.app.db, site.app.clock.now()).await;
    })
    .await;
}

#[tokio::test]
async fn what_was_said_on_the_phone_is_entered_with_one_form() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![tuesday(), slot("2027-03-17", "14:00", "15:00")]).await;
        let cora = site.signed_in(CORA).await;
        let asked = page(&cora, request).await;
        assert!(asked.contains("Nächster Schritt:"), "{asked}");
        let path = format!("/desk/requests/{request}/answers");
        told(
            cora.post(&path, &[]).await,
            &["Bitte wählen Sie, was gesagt wurde.", "id=\"answer-error\""],
        );
        cora.post(&path, &[("answer", "perhaps")])
            .await
            .expect(StatusCode::NOT_FOUND);
        let foreign = ask_for(&site, site.who.klinik, vec![slot("2027-03-18", "09:00", "10:00")]).await;
        let elsewhere = choice(&page(&cora, foreign).await, "answer", "no:");
        cora.post(&path, &[("answer", &elsewhere)])
            .await
            .expect(StatusCode::NOT_FOUND);
        // Basir says no, Amina says yes to the second date.
        let offers = site.mailbox.to(BASIR).len();
        let no = answer_of(&asked, "Basir Noori hat abgesagt");
        cora.post(&path, &[("answer", &no)]).await.expect(StatusCode::SEE_OTHER);
        let yes = answer_of(&asked, "Amina Rahimi hat zugesagt für Mittwoch, 17. März");
        cora.post(&path, &[("answer", &yes)])
            .await
            .expect(StatusCode::SEE_OTHER);
        site.work().await;
        assert!(site.mailbox.to(BASIR).len() > offers, "he has it in writing");
        let story = page(&cora, request).await;
        for words in [
            "Amina Rahimi hat zugesagt, am Telefon, eingetragen von Cora Brandt",
            "Basir Noori hat abgelehnt, am Telefon, eingetragen von Cora Brandt",
            "Mittwoch, 17. März",
        ] {
            assert!(story.contains(words), "{words} is missing: {story}");
        }
        // Too late: the place is taken.
        let late = cora.post(&path, &[("answer", &no.replace("no:", "yes:"))]).await;
        late.expect(StatusCode::NOT_FOUND);
        let basir = format!(
            "{}:{}",
            no.replace("no:", "yes:"),
            read(&site, request).await.slots[1].id
        );
        told(cora.post(&path, &[("answer", &basir)]).await, &["Das geht nicht mehr."]);
        invariants::hold(&site.app.db, site.app.clock.now()).await;
    })
    .await;
}

/// The value of the radio button before these words.
fn answer_of(page: &str, words: &str) -> String {
    let at = page.find(words).unwrap_or_else(|| panic!("no {words} in {page}"));
    let value = page[..at].rsplit("value=\"").next().expect("a button");
    value.split('"').next().expect("a value").to_owned()
}

#[tokio::test]
async fn inside_the_lock_cora_gives_back_for_her_and_the_task_is_gone() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![slot("2027-03-01", "13:00", "14:00")]).await;
        let link = accepts(&site, AMINA).await;
        let urgent = site
            .browser()
            .post(&format!("{link}/withdrawal"), &[("choice", "back")])
            .await;
        urgent.expect(StatusCode::SEE_OTHER);
        let cora = site.signed_in(CORA).await;
        let before = page(&cora, request).await;
        assert!(
            before.contains("Eilig:") && before.contains("href=\"#coming\""),
            "{before}"
        );
        let path = before
            .split("action=\"")
            .filter_map(|rest| rest.split('"').next())
            .find(|action| action.ends_with("/release"))
            .expect("a way to give back")
            .to_owned();
        let foreign = ask_for(&site, site.who.klinik, vec![slot("2027-03-18", "09:00", "10:00")]).await;
        let wrong = path.replace(&request.to_string(), &foreign.to_string());
        cora.post(&wrong, &[]).await.expect(StatusCode::NOT_FOUND);
        for _ in 0..2 {
            cora.post(&path, &[]).await.expect(StatusCode::SEE_OTHER);
        }
        site.work().await;
        let story = page(&cora, request).await;
        let words = "Amina Rahimi hat zurückgegeben, am Telefon, eingetragen von Cora Brandt";
        assert!(story.contains(words), "{story}");
        assert!(!story.contains("Eilig:"), "{story}");
        assert!(site.mailbox.to(KITA).iter().any(|mail| mail.kind == "search_restarted"));
        invariants::hold(&site.app.db, site.app.clock.now()).await;
    })
    .await;
}

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
