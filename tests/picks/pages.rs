//! The pages: the form that sets the way, the volunteers' links, the institution's status, the choice.

use axum::http::StatusCode;
use sprachpool::requests::RequestId;

use crate::support::{
    databases::each_engine,
    invariants,
    scene::{AMINA, BASIR, CORA, KITA, SECRETS, ask, dump, offer_link, tuesday},
    site::{Browser, Site},
};

const WHY: &str = "Die Familie kennt <b>viele</b>.";

async fn desk(cora: &Browser, request: RequestId) -> String {
    let page = cora.get(&format!("/desk/requests/{request}")).await;
    page.expect(StatusCode::OK).body
}

/// Asked for Tuesday, in the way of a coordinator who wants to pick.
async fn picking(site: &Site, cora: &Browser) -> RequestId {
    let request = ask(site, vec![tuesday()]).await;
    let form = [("policy", "pick:3"), ("policy_why", WHY)];
    let sent = cora.post(&format!("/desk/requests/{request}/search"), &form).await;
    sent.expect(StatusCode::SEE_OTHER);
    site.work().await;
    request
}

async fn yes(site: &Site, email: &str) -> String {
    let link = offer_link(site, email).await;
    let sent = site.browser().post(&link, &[("answer", "yes")]).await;
    sent.expect(StatusCode::SEE_OTHER);
    site.work().await;
    link
}

/// Where the choice of the nth of those who said yes is sent.
fn action(page: &str, number: usize) -> String {
    let mut forms = page.split("<form method=\"post\" action=\"").skip(1);
    let actions = forms.by_ref().filter_map(|form| form.split('"').next());
    let mut choices = actions.filter(|action| action.ends_with("/choice"));
    choices
        .nth(number)
        .unwrap_or_else(|| panic!("no choice in {page}"))
        .to_owned()
}

#[tokio::test]
async fn another_way_wants_a_reason_and_stands_on_the_page() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let request = ask(&site, vec![tuesday()]).await;
        let cora = site.signed_in(CORA).await;
        let path = format!("/desk/requests/{request}/search");
        let page = cora.get(&path).await.expect(StatusCode::OK).body;
        for word in [
            "Wie fragen wir?",
            "value=\"pool\" id=\"policy\" checked",
            "value=\"pick:3\"",
        ] {
            assert!(page.contains(word), "{word}: {page}");
        }
        let before = dump(&db).await;
        let long = "x".repeat(301);
        for (policy, why, word) in [
            ("pick:3", "", "einen Grund"),
            ("pick:3", long.as_str(), "300"),
            ("waves", "a\u{202e}b", "Zeichen"),
            ("lottery", "x", "aus der Liste"),
            ("rolling:9", "x", "aus der Liste"),
        ] {
            let answer = cora.post(&path, &[("policy", policy), ("policy_why", why)]).await;
            let body = answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
            assert!(body.contains(word), "{policy} {why}: {word}: {body}");
        }
        assert_eq!(dump(&db).await, before, "nothing is written");
        assert!(
            desk(&cora, request)
                .await
                .contains("Es wird so gefragt: immer 3 Personen zugleich.")
        );

        cora.post(&path, &[("policy", "pick:3"), ("policy_why", WHY)])
            .await
            .expect(StatusCode::SEE_OTHER);
        let page = desk(&cora, request).await;
        assert!(page.contains("ich wähle unter 3 Personen"), "{page}");
        assert!(page.contains("Die Familie kennt &#60;b&#62;viele"), "{page}");
        assert!(page.contains("hat die Art zu fragen geändert"), "{page}");
        let form = cora.get(&path).await.expect(StatusCode::OK).body;
        assert!(form.contains("value=\"pick:3\" checked"), "{form}");
        cora.post(&path, &[("policy", "pool")])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert!(
            desk(&cora, request)
                .await
                .contains("Es wird so gefragt: immer 3 Personen zugleich.")
        );
        invariants::hold(&db, site.app.clock.now()).await;
    })
    .await;
}

#[tokio::test]
async fn a_yes_is_thanked_for_and_can_be_taken_back_by_the_same_link() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let cora = site.signed_in(CORA).await;
        picking(&site, &cora).await;
        let link = offer_link(&site, AMINA).await;
        let open = site.browser().get(&link).await.expect(StatusCode::OK).body;
        assert!(!open.contains("erste Zusage"), "the first yes is nothing here: {open}");
        let mail = site.mailbox.to(AMINA);
        let mail = mail.iter().find(|mail| mail.kind == "offer").expect("an offer");
        assert!(mail.text.contains("wählt unter den Zusagen"), "{}", mail.text);

        yes(&site, AMINA).await;
        let page = site.browser().get(&link).await.expect(StatusCode::OK).body;
        for word in ["Danke! Sie haben zugesagt", "Die Koordination wählt aus.", "Bescheid"] {
            assert!(page.contains(word), "{word}: {page}");
        }
        let mail = site.mailbox.to(AMINA);
        let mail = mail
            .iter()
            .find(|mail| mail.kind == "offer_willing")
            .expect("a thank you");
        for secret in SECRETS.iter().filter(|secret| **secret != "Rahimi") {
            assert!(!page.contains(secret) && !mail.text.contains(secret), "{secret}");
        }
        assert!(
            mail.text.contains("Bescheid") && mail.text.contains(&link),
            "{}",
            mail.text
        );
        let mine = site.signed_in(AMINA).await.get("/me").await.expect(StatusCode::OK).body;
        assert!(mine.contains("Sie haben zugesagt. Die Koordination wählt"), "{mine}");

        let before = dump(&db).await;
        let browser = site.browser();
        browser.post(&link, &[]).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        let kept = browser
            .post(&link, &[("answer", "keep")])
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(kept.contains("Danke! Sie haben zugesagt"), "{kept}");
        assert_eq!(dump(&db).await, before, "nothing has changed");
        browser
            .post(&link, &[("answer", "no")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let page = browser.get(&link).await.expect(StatusCode::OK).body;
        assert!(page.contains("Sie haben abgelehnt"), "{page}");
        site.work().await;
        invariants::hold(&db, site.app.clock.now()).await;
    })
    .await;
}

#[tokio::test]
async fn the_desk_sees_who_said_yes_and_chooses_and_the_kita_reads_no_name_before() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let cora = site.signed_in(CORA).await;
        let request = picking(&site, &cora).await;
        let (hers, his) = (yes(&site, AMINA).await, yes(&site, BASIR).await);
        let kita = site.signed_in(KITA).await;
        let status = format!("/requests/{request}");
        let page = kita.get(&status).await.expect(StatusCode::OK).body;
        assert!(
            page.contains("Zugesagt haben 2 Personen. Die Koordination wählt aus."),
            "{page}"
        );
        assert!(!page.contains("Rahimi") && !page.contains("Noori"), "{page}");

        let work = cora.get("/desk").await.expect(StatusCode::OK).body;
        assert!(work.contains("Bitte auswählen"), "{work}");
        assert!(work.contains(&format!("/desk/requests/{request}#choose")), "{work}");
        let page = desk(&cora, request).await;
        for word in ["id=\"choose\"", "Wählen Sie bis", "Rahimi", "Noori", "Rang"] {
            assert!(page.contains(word), "{word}: {page}");
        }
        let (first, second) = (action(&page, 0), action(&page, 1));
        let chosen = cora.post(&first, &[]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(chosen.location(), format!("/desk/requests/{request}?done=picked"));
        let late = cora
            .post(&second, &[])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY)
            .body;
        assert!(late.contains("schon vergeben"), "{late}");
        site.work().await;
        let browser = site.browser();
        let (hers, his) = (browser.get(&hers).await.body, browser.get(&his).await.body);
        let comes = |page: &str| page.contains("Sie übernehmen den Einsatz");
        let not = |page: &str| page.contains("hat eine andere Person gewählt");
        assert!(comes(&hers) && not(&his) || comes(&his) && not(&hers), "{hers}{his}");
        let page = desk(&cora, request).await;
        assert!(!page.contains("id=\"choose\""), "{page}");
        assert!(page.contains("ausgewählt"), "the history tells it: {page}");
        let page = kita.get(&status).await.expect(StatusCode::OK).body;
        assert!(page.contains("Rahimi") || page.contains("Noori"), "{page}");
        invariants::hold(&db, site.app.clock.now()).await;
    })
    .await;
}

#[tokio::test]
async fn a_yes_by_phone_is_held_too_and_foreign_things_are_nothing() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let cora = site.signed_in(CORA).await;
        let request = picking(&site, &cora).await;
        let page = desk(&cora, request).await;
        let answer = page
            .split("name=\"answer\" value=\"yes:")
            .nth(1)
            .expect("a yes by phone");
        let answer = format!("yes:{}", answer.split('"').next().expect("a value"));
        cora.post(&format!("/desk/requests/{request}/answers"), &[("answer", &answer)])
            .await
            .expect(StatusCode::SEE_OTHER);
        site.work().await;
        let page = desk(&cora, request).await;
        let choice = action(&page, 0);
        assert!(page.contains("wartet auf die Auswahl"), "{page}");
        let offer = choice.rsplit('/').nth(1).expect("an offer");
        let other = ask(&site, vec![tuesday()]).await;
        for path in [
            format!("/desk/requests/{other}/offers/{offer}/choice"),
            format!("/desk/requests/{request}/offers/{request}/choice"),
            format!("/desk/requests/{request}/offers/x/choice"),
        ] {
            cora.post(&path, &[]).await.expect(StatusCode::NOT_FOUND);
        }
        for email in [KITA, AMINA] {
            let browser = site.signed_in(email).await;
            browser.post(&choice, &[]).await.expect(StatusCode::NOT_FOUND);
        }
        cora.post(&choice, &[]).await.expect(StatusCode::SEE_OTHER);
    })
    .await;
}
