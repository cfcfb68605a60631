//! What became of a yes, and what is true of a request for which nobody was asked.

use axum::http::StatusCode;
use chrono::Duration;

use crate::{
    institution::{says, text},
    support::{
        databases::each_engine,
        scene::{AMINA, BASIR, CORA, KITA, accepts, ask, offer_link, slot, tuesday},
        site::{Browser, Site},
    },
};

/// What stands under "Wer wurde gefragt?".
async fn asked(cora: &Browser, path: &str) -> String {
    let page = cora.get(path).await.expect(StatusCode::OK).body;
    let part = page.split("id=\"asked\"").nth(1).expect("the section");
    text(part.split("<h2").next().expect("its text"))
}

#[tokio::test]
async fn a_yes_that_the_institution_called_off_was_not_given_back() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![slot("2027-03-23", "09:00", "10:00")]).await;
        accepts(&site, AMINA).await;
        site.app.clock.advance(Duration::days(8));
        let kita = site.signed_in(KITA).await;
        let off = format!("/requests/{request}/cancellation");
        kita.post(&off, &[("reason", "not_needed")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let cora = site.signed_in(CORA).await;
        let told = asked(&cora, &format!("/desk/requests/{request}")).await;
        let words = "Zugesagt am 1. März. Die Einrichtung hat abgesagt: Dienstag, 9. März, 10:00 Uhr.";
        assert!(told.contains("Abgesagt") && told.contains(words), "{told}");
        assert!(!told.contains("Zurückgegeben"), "{told}");
    })
    .await;
}

#[tokio::test]
async fn a_yes_that_was_given_back_says_when_and_who_wrote_it_down() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![slot("2027-03-23", "09:00", "10:00")]).await;
        let no = offer_link(&site, BASIR).await;
        site.browser()
            .post(&no, &[("answer", "no")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let link = accepts(&site, AMINA).await;
        site.app.clock.advance(Duration::minutes(16));
        let cora = site.signed_in(CORA).await;
        let path = format!("/desk/requests/{request}");
        let page = cora.get(&path).await.expect(StatusCode::OK).body;
        let release = page.split("action=\"").filter_map(|rest| rest.split('"').next());
        let release = release.into_iter().find(|action| action.ends_with("/release"));
        let release = release.expect("the way out").to_owned();
        cora.post(&release, &[]).await.expect(StatusCode::SEE_OTHER);
        site.work().await;
        let told = asked(&cora, &path).await;
        let words = "Zugesagt am 1. März. Zurückgegeben: Montag, 1. März, 10:16 Uhr, eingetragen von Cora Brandt.";
        assert!(told.contains(words), "{told}");
        assert!(site.browser().get(&link).await.status.is_success());

        // Nobody else fits: she is named, and nobody reads that everybody was asked.
        let page = cora.get("/desk").await.expect(StatusCode::OK).body;
        says(&page, "Amina Rahimi fällt aus. Sonst passt niemand.");
        // A second window: the button is still there.
        let again = cora.post(&release, &[]).await.expect(StatusCode::SEE_OTHER);
        let page = cora.get(again.location()).await.expect(StatusCode::OK).body;
        says(&page, "Nichts geändert: Die Suche ist schon zu Ende.");
    })
    .await;
}

#[tokio::test]
async fn where_nobody_fits_nobody_is_said_to_have_been_asked() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![slot("2027-03-16", "20:00", "21:00")]).await;
        let cora = site.signed_in(CORA).await;
        for path in ["/desk".to_owned(), format!("/desk/requests/{request}")] {
            let page = cora.get(&path).await.expect(StatusCode::OK).body;
            says(&page, "Niemand passt, darum wurde niemand gefragt.");
            assert!(!text(&page).contains("Alle passenden Personen sind gefragt"), "{page}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_left_open_says_that_nothing_was_changed() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![tuesday()]).await;
        let cora = site.signed_in(CORA).await;
        let path = format!("/desk/requests/{request}");
        let who = [("who", "coordinator"), ("reason", "other")];
        cora.post(&format!("{path}/cancellation"), &who)
            .await
            .expect(StatusCode::SEE_OTHER);
        for (form, fields) in [
            ("closing", vec![("reason", "nobody_can"), ("note", "")]),
            ("cancellation", who.to_vec()),
        ] {
            let sent = cora.post(&format!("{path}/{form}"), &fields).await;
            let sent = sent.expect(StatusCode::SEE_OTHER);
            let page = cora.get(sent.location()).await.expect(StatusCode::OK).body;
            says(
                &page,
                "Nichts geändert: Die Anfrage ist schon abgesagt (Montag, 1. März, 10:00 Uhr).",
            );
        }
        for form in ["closing", "cancellation", "search"] {
            let shown = cora.get(&format!("{path}/{form}")).await.expect(StatusCode::SEE_OTHER);
            assert_eq!(shown.location(), format!("{path}?done=unchanged"));
        }
    })
    .await;
}

#[tokio::test]
async fn of_a_near_appointment_no_cancellation_is_free() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![slot("2027-03-01", "17:00", "18:00")]).await;
        let kita = site.signed_in(KITA).await;
        let page = kita
            .get(&format!("/requests/{request}"))
            .await
            .expect(StatusCode::OK)
            .body;
        says(&page, "Für diesen Termin gilt jede Absage als spät.");
        assert!(!text(&page).contains("Eine Absage ist frei bis"), "{page}");
    })
    .await;
}
