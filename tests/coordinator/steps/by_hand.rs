//! Assign, note answers from the phone, take an assignment back.

use super::*;

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
