//! A coordinator finds a text, looks at it in a real mail, keeps it, and goes back.

use axum::http::StatusCode;
use chrono::Duration;

use super::{LEAD, NEW, save};
use crate::{
    institution::{KITA, KLINIK, filed, says, text},
    support::{
        databases::each_engine,
        scene::{AMINA, CORA, ask, tuesday},
        site::Site,
    },
};

#[tokio::test]
async fn texts_are_found_by_area_word_and_language() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        assert!(cora.get("/desk").await.body.contains("href=\"/desk/texts\""));
        let first = cora.get("/desk/texts").await.expect(StatusCode::OK).body;
        says(&first, "Mails an Einrichtungen: Anfragen");
        assert!(first.contains(LEAD), "{first}");
        let found = cora.get("/desk/texts?search=HERZLICHE").await.body;
        assert!(found.contains("/desk/texts/de/mail-regards"), "{found}");
        let english = cora.get("/desk/texts?locale=en&search=regards").await.body;
        assert!(english.contains("/desk/texts/en/mail-regards"), "{english}");
        let help = cora.get("/desk/texts?area=help").await.body;
        assert!(help.contains("help-rules-text") && !help.contains("mail-regards"));
        for odd in [
            "?search=%00",
            "?area=none&locale=xx-ZZ",
            "?search=%27%29%3B+DROP",
            "?search=%7B%20%24",
            "?area=",
        ] {
            cora.get(&format!("/desk/texts{odd}")).await.expect(StatusCode::OK);
        }
        says(
            &cora.get("/desk/texts?search=gibtesnicht").await.body,
            "Kein Text passt dazu.",
        );
        // Topics' sentences and labels of forms are not here.
        for hidden in ["referral-none", "nav-requests", "locale-direction", "check-send"] {
            cora.get(&format!("/desk/texts/de/{hidden}"))
                .await
                .expect(StatusCode::NOT_FOUND);
        }
        cora.get("/desk/texts/xx/mail-regards")
            .await
            .expect(StatusCode::NOT_FOUND);
        for page in ["/desk/texts", "/desk/texts?search=e", LEAD] {
            let page = cora.get(page).await.expect(StatusCode::OK).body;
            assert!(page.len() < 100_000, "{}", page.len());
        }
    })
    .await;
}

#[tokio::test]
async fn a_new_text_is_seen_in_the_last_real_mail_before_it_is_kept() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        filed(&site, &kita).await;
        let cora = site.signed_in(CORA).await;
        let page = cora.get(LEAD).await.expect(StatusCode::OK).body;
        for words in [
            "{ $reference }",
            "Nummer der Anfrage",
            "Muss bleiben.",
            "SP-2027-0001",
            "Die letzte echte Mail",
        ] {
            says(&page, words);
        }
        let looked = cora
            .post(&format!("{LEAD}/preview"), &[("text", NEW)])
            .await
            .expect(StatusCode::OK);
        says(&looked.body, "herzlichen Dank! Wir haben Ihre Anfrage SP-2027-0001.");
        says(&looked.body, "Guten Tag Jana Vogt,");
        // The same in a frame that runs nothing, with its design.
        let framed = looked.headers["content-security-policy"].to_str().expect("a policy");
        assert!(
            framed.contains("frame-src 'self'") && !framed.contains("unsafe"),
            "{framed}"
        );
        let frame = looked
            .body
            .split_once("<iframe class=\"mail-html\" src=\"")
            .expect("a frame")
            .1;
        let (address, frame) = frame.split_once('"').expect("its address");
        assert!(
            frame.split_once('>').is_some_and(|(rest, _)| rest.contains(" sandbox")),
            "{frame}"
        );
        let shown = cora.get(&address.replace("&#38;", "&")).await.expect(StatusCode::OK);
        let policy = shown.headers["content-security-policy"].to_str().expect("a policy");
        assert!(
            policy.starts_with("default-src 'none'") && policy.ends_with("sandbox"),
            "{policy}"
        );
        assert!(shown.body.contains("herzlichen Dank! Wir haben"), "{}", shown.body);
        let wrong = cora.get(&format!("{LEAD}/html?text=%7B")).await;
        wrong.expect(StatusCode::NOT_FOUND);
        kita.get(&format!("{LEAD}/html")).await.expect(StatusCode::NOT_FOUND);
        // Nothing is kept yet.
        site.work().await;
        let sent = site
            .mailbox
            .to(KITA)
            .into_iter()
            .filter(|mail| mail.kind == "request_received")
            .count();
        assert_eq!(sent, 1);
        assert!(!text(&cora.get("/desk/texts").await.body).contains("herzlichen Dank"));

        save(&cora, LEAD, NEW).await;
        says(&cora.get("/desk/texts").await.body, "Geändert");
        filed(&site, &kita).await;
        site.work().await;
        let mails = site.mailbox.to(KITA);
        let newest = mails
            .iter()
            .find(|mail| mail.kind == "request_received")
            .expect("it is mailed");
        let words: Vec<_> = newest.text.split_whitespace().collect();
        let words = words.join(" ");
        assert!(
            words.contains("herzlichen Dank! Wir haben Ihre Anfrage SP-2027-0002."),
            "{words}"
        );
        let history = cora.get(LEAD).await.body;
        says(&history, "Gilt seit Montag, 1. März, 10:00 Uhr");
        says(&history, "Geschrieben von Cora Brandt");
        says(
            &cora.get("/desk/trail").await.body,
            "Text geändert: Mail „Anfrage ist eingegangen“, Einleitung (Deutsch)",
        );
    })
    .await;
}

#[tokio::test]
async fn no_preview_shows_a_key() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let link = crate::support::scene::offer_link(&site, AMINA).await;
        let token = link.rsplit('/').next().expect("a token").to_owned();
        let cora = site.signed_in(CORA).await;
        let page = cora
            .get("/desk/texts/de/mail-offer-lead")
            .await
            .expect(StatusCode::OK)
            .body;
        says(&page, "/o/…");
        assert!(!page.contains(&token), "whoever has it answers for Amina");
        // The code of a sign-in opens a door: that mail is always invented.
        let code = site
            .mailbox
            .to(CORA)
            .into_iter()
            .find(|mail| mail.kind == "sign_in")
            .expect("she signed in");
        let digits = |text: &str| -> Vec<String> {
            let words = text.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 6);
            words.map(str::to_owned).collect()
        };
        let page = cora
            .get("/desk/texts/de/mail-sign-in-lead")
            .await
            .expect(StatusCode::OK)
            .body;
        says(&page, "Eine Mail mit erfundenen Angaben");
        for code in digits(&code.text) {
            assert!(!page.contains(&code), "{code}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_reads_the_new_text_with_the_pools_own_words() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let path = "/desk/texts/de/start-lead";
        let looked = cora
            .post(&format!("{path}/preview"), &[("text", "Alle Sprachen für { $city }!")])
            .await;
        says(&looked.expect(StatusCode::OK).body, "Alle Sprachen für Münster!");
        save(&cora, path, "Alle Sprachen für { $city }! <svg onload=alert(1)>").await;
        let start = site.browser().get("/?lang=de").await.expect(StatusCode::OK).body;
        says(&start, "Alle Sprachen für Münster!");
        assert!(!start.contains("<svg onload"), "shown literally");
        let english = site.browser().get("/?lang=en").await.body;
        assert!(!english.contains("Alle Sprachen"));
    })
    .await;
}

#[tokio::test]
async fn undo_and_the_way_back_to_the_original() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let path = "/desk/texts/de/mail-regards";
        let now = async || site.app.clock.advance(Duration::minutes(1));
        save(&cora, path, "Bis bald").await;
        now().await;
        save(&cora, path, "Bis morgen").await;
        now().await;
        cora.post(&format!("{path}/undo"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(field(&cora.get(path).await.body), "Bis bald");
        now().await;
        cora.post(&format!("{path}/original"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(field(&cora.get(path).await.body), "Herzliche Grüße");
        now().await;
        // A text that was planned does not come.
        let planned = [("text", "Frohe Ostern"), ("from", "26.3.2027")];
        cora.post(path, &planned).await.expect(StatusCode::SEE_OTHER);
        says(&cora.get(path).await.body, "Gilt ab Freitag, 26. März, 0:00 Uhr");
        assert_eq!(field(&cora.get(path).await.body), "Herzliche Grüße");
        now().await;
        cora.post(&format!("{path}/undo"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        site.app.clock.advance(Duration::days(30));
        let cora = site.signed_in(CORA).await;
        assert_eq!(field(&cora.get(path).await.body), "Herzliche Grüße");
    })
    .await;
}

#[tokio::test]
async fn texts_are_the_coordinators_alone() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        for browser in [
            site.signed_in(KITA).await,
            site.signed_in(KLINIK).await,
            site.signed_in(AMINA).await,
        ] {
            for path in ["/desk/texts", LEAD] {
                browser.get(path).await.expect(StatusCode::NOT_FOUND);
            }
            for path in [
                LEAD.to_owned(),
                format!("{LEAD}/undo"),
                format!("{LEAD}/original"),
                format!("{LEAD}/preview"),
            ] {
                browser
                    .post(&path, &[("text", NEW)])
                    .await
                    .expect(StatusCode::NOT_FOUND);
            }
        }
    })
    .await;
}

/// What stands in the text's box.
fn field(page: &str) -> String {
    let (_, after) = page.split_once("<textarea id=\"text\"").expect("the box");
    let (_, after) = after.split_once('>').expect("its tag");
    after.split("</textarea>").next().expect("its end").trim().to_owned()
}

#[tokio::test]
async fn what_is_planned_is_said_and_taken_back_without_doubles() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let planned = cora.post(LEAD, &[("text", NEW), ("from", "15.3.2027")]).await;
        let planned = planned.expect(StatusCode::SEE_OTHER).location().to_owned();
        let page = cora.get(&planned).await.expect(StatusCode::OK).body;
        says(&page, "Gespeichert. Ab 15.03.2027 gilt Ihr neuer Text.");
        says(&page, "Ab 15.03.2027 gilt: herzlichen Dank! Wir haben Ihre Anfrage");
        says(&page, "Gilt ab Montag, 15. März, 0:00 Uhr");
        let undo = format!("{LEAD}/undo");
        let undone = cora.post(&undo, &[]).await.expect(StatusCode::SEE_OTHER);
        let page = cora.get(undone.location()).await.expect(StatusCode::OK).body;
        says(&page, "Zurückgenommen.");
        let words = text(&page);
        assert!(
            !words.contains("Gilt ab") && !words.contains("Ab 15.03.2027"),
            "{words}"
        );
        assert!(!page.contains(&undo), "nothing is left to take back: {page}");
        // A second click plans nothing anew.
        cora.post(&undo, &[]).await.expect(StatusCode::SEE_OTHER);
        assert!(!text(&cora.get(LEAD).await.body).contains("Gilt ab"));
        let saved = cora.post(LEAD, &[("text", NEW)]).await.expect(StatusCode::SEE_OTHER);
        let page = cora.get(saved.location()).await.expect(StatusCode::OK).body;
        says(&page, "Gespeichert. Ihr neuer Text gilt ab jetzt.");
        let same = cora.post(LEAD, &[("text", NEW)]).await.expect(StatusCode::SEE_OTHER);
        let page = cora.get(same.location()).await.expect(StatusCode::OK).body;
        says(&page, "Nichts geändert: Dieser Text gilt schon.");
    })
    .await;
}

#[tokio::test]
async fn the_preview_shows_a_mail_in_which_the_sentence_stands() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        filed(&site, &kita).await;
        let cora = site.signed_in(CORA).await;
        let page = cora.post(&format!("{LEAD}/preview"), &[("text", NEW)]).await;
        let page = page.expect(StatusCode::OK).body;
        assert!(page.contains("<mark><bdi>herzlichen Dank!"), "{page}");
        says(&page, "Die letzte echte Mail");
        // This one stands only in the mail about a request that a coordinator typed in.
        let other = "/desk/texts/de/callers-mail-lead";
        let page = cora.get(other).await.expect(StatusCode::OK).body;
        says(&page, "Keine der letzten Mails enthält diesen Text.");
        assert!(!page.contains('\u{E000}') && !page.contains('\u{E001}'));
    })
    .await;
}
