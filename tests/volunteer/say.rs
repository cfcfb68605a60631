//! Volunteers say what they want to be asked: from every offer, by the receipt's link, signed in, and at the desk.

use axum::http::{Method, StatusCode};
use chrono::Duration;
use sprachpool::{database::Query, q};

use crate::support::{
    databases::each_engine,
    scene::{AMINA, BASIR, CORA, KITA, SECRETS, accepts, ask, ask_for, dump, offer_link, slot, tuesday},
    site::Site,
};

fn offers_to(site: &Site, email: &str) -> usize {
    let mails = site.mailbox.to(email);
    mails.iter().filter(|mail| mail.kind == "offer").count()
}

async fn count(site: &Site, query: Query) -> i64 {
    let mut tx = site.app.db.read().await.expect("it reads");
    query.one::<(i64,)>(&mut tx).await.expect("a number").0
}

/// Asks once more, and says whether Amina was asked.
async fn is_asked(site: &Site, by_klinik: bool, day: &str) -> bool {
    let asker = if by_klinik { site.who.klinik } else { site.who.kita };
    let before = offers_to(site, AMINA);
    ask_for(site, asker, vec![slot(day, "09:00", "10:00")]).await;
    offers_to(site, AMINA) > before
}

/// From her newest offer, by its mail.
async fn amina_chooses(site: &Site, choice: &str) -> String {
    let wishes = format!("{}/wishes", offer_link(site, AMINA).await);
    let answer = site.browser().post(&wishes, &[("choice", choice)]).await;
    let saved = answer.expect(StatusCode::SEE_OTHER);
    assert_eq!(saved.location(), format!("{wishes}?done=wishes"));
    wishes
}

#[tokio::test]
async fn a1_a2_looking_and_a_button_without_a_choice_change_nothing() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let offer = offer_link(&site, AMINA).await;
        let mail = site.mailbox.to(AMINA).into_iter().find(|mail| mail.kind == "offer");
        let mail = mail.expect("an offer").text.clone();
        assert!(mail.contains(&format!("{offer}/wishes")), "{mail}");
        let pause = site.link_for(AMINA, "offer", "/p/").await;
        let before = dump(&site.app.db).await;
        let browser = site.browser();
        for page in [format!("{offer}/wishes"), format!("{pause}/wishes")] {
            for _ in 0..50 {
                let body = browser.get(&page).await.expect(StatusCode::OK).body;
                for secret in SECRETS {
                    assert!(!body.contains(secret), "{secret} stands in {body}");
                }
                browser
                    .send(Method::HEAD, &page, None, &[])
                    .await
                    .expect(StatusCode::OK);
            }
            let nonsense = [
                "",
                "most:0",
                "most:4",
                "most:-1",
                "most:999999999999999999999",
                "refuse:all",
                "take-back:x",
            ];
            for choice in nonsense
                .into_iter()
                .chain(["most", "')DROP TABLE volunteer;--:\u{202e}"])
            {
                let answer = browser.post(&page, &[("choice", choice)]).await;
                let body = answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
                assert!(body.contains("Bitte prüfen Sie eine Angabe"), "{choice}: {body}");
            }
        }
        // What there is to refuse stands in an offer.
        let receipts = format!("{pause}/wishes");
        for choice in ["refuse:institution", "refuse:occasion"] {
            let answer = browser.post(&receipts, &[("choice", choice)]).await;
            answer.expect(StatusCode::UNPROCESSABLE_ENTITY);
        }
        browser.get("/o/nobody/wishes").await.expect(StatusCode::NOT_FOUND);
        assert_eq!(dump(&site.app.db).await, before);
    })
    .await;
}

#[tokio::test]
async fn fewer_mails_with_a_receipt_that_takes_it_back() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let offer = offer_link(&site, AMINA).await;
        let wishes = amina_chooses(&site, "most:1").await;
        let page = site.browser().get(&wishes).await.expect(StatusCode::OK).body;
        assert!(page.contains("Sie bekommen höchstens 1 Angebot in 7 Tagen"), "{page}");
        // Twice is once, and one receipt.
        amina_chooses(&site, "most:1").await;
        site.work().await;
        let receipts = site
            .mailbox
            .to(AMINA)
            .into_iter()
            .filter(|mail| mail.kind == "wishes_changed");
        assert_eq!(receipts.count(), 1);
        assert!(!is_asked(&site, true, "2027-03-17").await, "she has her one offer");
        // The one that is out may still be accepted.
        let browser = site.browser();
        let yes = browser.post(&offer, &[("answer", "yes")]).await;
        yes.expect(StatusCode::SEE_OTHER);

        let undo = site.link_for(AMINA, "wishes_changed", "/p/").await;
        assert!(undo.ends_with("/wishes"), "{undo}");
        let back = browser.post(&undo, &[("choice", "most:pool")]).await;
        back.expect(StatusCode::SEE_OTHER);
        site.work().await;
        assert!(is_asked(&site, true, "2027-03-18").await);
        let lines = count(
            &site,
            q!("SELECT COUNT(*) FROM audit WHERE action = 'volunteer_offer_cap_changed'"),
        );
        assert_eq!(lines.await, 2);
    })
    .await;
}

#[tokio::test]
async fn not_this_institution_and_it_never_learns_of_it() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![tuesday()]).await;
        let wishes = amina_chooses(&site, "refuse:institution").await;
        let page = site.browser().get(&wishes).await.expect(StatusCode::OK).body;
        assert!(page.contains("eine Einrichtung (Kita), seit 01.03.2027"), "{page}");
        assert!(!page.contains("Sonnenblume"), "its name is not hers to know: {page}");
        assert!(!is_asked(&site, false, "2027-03-17").await);
        assert!(is_asked(&site, true, "2027-03-18").await);
        let kita = site.signed_in(KITA).await;
        for path in ["/requests".to_owned(), format!("/requests/{request}")] {
            let page = kita.get(&path).await.expect(StatusCode::OK).body;
            assert!(
                !page.contains("Einrichtung nicht") && !page.contains("Rahimi"),
                "{page}"
            );
        }
        let mails = site.mailbox.to(KITA);
        let usual = ["request_received", "sign_in"];
        assert!(mails.iter().all(|mail| usual.contains(&mail.kind)));

        // At the desk it is read, and ended.
        let cora = site.signed_in(CORA).await;
        let amina = format!("/desk/volunteers/{}", site.who.amina);
        let page = cora.get(&amina).await.expect(StatusCode::OK).body;
        assert!(page.contains("die Einrichtung Kita Sonnenblume"), "{page}");
        let at = page.find(&format!("{amina}/refusals/")).expect("a button");
        let end = page[at..].split('"').next().expect("a path").to_owned();
        let basirs = end.replace(&site.who.amina.to_string(), &site.who.basir.to_string());
        cora.post(&basirs, &[]).await.expect(StatusCode::NOT_FOUND);
        cora.post(&end, &[]).await.expect(StatusCode::SEE_OTHER);
        cora.post(&end, &[]).await.expect(StatusCode::NOT_FOUND);
        assert!(is_asked(&site, false, "2027-03-19").await);
    })
    .await;
}

#[tokio::test]
async fn not_this_kind_of_appointment_and_back_again_on_the_own_page() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        amina_chooses(&site, "refuse:occasion").await;
        amina_chooses(&site, "refuse:occasion").await;
        let standing = count(&site, q!("SELECT COUNT(*) FROM refusal WHERE ended_at IS NULL"));
        assert_eq!(standing.await, 1, "twice is once");
        assert!(!is_asked(&site, true, "2027-03-17").await, "the same kind, by whomever");
        let amina = site.signed_in(AMINA).await;
        let basir = site.signed_in(BASIR).await;
        let page = amina.get("/me/wishes").await.expect(StatusCode::OK).body;
        assert!(
            page.contains("Wir fragen Sie nicht mehr: „Gespräch mit Eltern"),
            "{page}"
        );
        let at = page.find("take-back:").expect("a choice");
        let choice = page[at..].split('"').next().expect("a value").to_owned();
        let fields = [("choice", choice.as_str())];
        basir.post("/me/wishes", &fields).await.expect(StatusCode::SEE_OTHER);
        assert!(!is_asked(&site, true, "2027-03-18").await, "only she takes it back");
        amina.post("/me/wishes", &fields).await.expect(StatusCode::SEE_OTHER);
        assert!(is_asked(&site, true, "2027-03-19").await);
        amina
            .post("/me/wishes", &[])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn from_a_dead_link_nothing_can_be_said() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let offer = format!("{}/wishes", offer_link(&site, AMINA).await);
        let late = format!("{}/wishes", site.link_for(AMINA, "offer", "/p/").await);
        // After its offer is taken it still opens.
        accepts(&site, BASIR).await;
        let browser = site.browser();
        browser.get(&offer).await.expect(StatusCode::OK);
        site.app.clock.advance(Duration::days(60));
        let before = dump(&site.app.db).await;
        for page in [offer, late] {
            browser.get(&page).await.expect(StatusCode::GONE);
            let answer = browser.post(&page, &[("choice", "most:1")]).await;
            answer.expect(StatusCode::GONE);
        }
        assert_eq!(dump(&site.app.db).await, before);
    })
    .await;
}
