//! What cannot be undone is at least said: the next page tells what was done, once.

use axum::http::StatusCode;

use super::page;
use crate::{
    institution::text,
    support::{
        databases::each_engine,
        scene::{CORA, ask, tuesday},
        site::Site,
    },
};

#[tokio::test]
async fn the_next_page_says_what_was_done_and_a_form_on_it_does_not_say_it_again() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let request = ask(&site, vec![tuesday()]).await;
        let path = format!("/desk/requests/{request}");
        let called_off = cora
            .post(
                &format!("{path}/cancellation"),
                &[("who", "coordinator"), ("reason", "other")],
            )
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(called_off.location(), format!("{path}?done=cancelled"));
        let told = page(&cora, called_off.location()).await;
        assert!(
            told.contains("Abgesagt. Alle Beteiligten bekommen eine Mail."),
            "{told}"
        );
        assert!(told.contains("Die Anfrage ist abgesagt."), "{told}");
        let again = cora
            .post(
                &format!("{path}/cancellation"),
                &[("who", "coordinator"), ("reason", "other")],
            )
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(
            again.location(),
            format!("{path}?done=unchanged"),
            "nothing was done this time"
        );
        let unchanged = text(&page(&cora, again.location()).await);
        let words = "Nichts geändert: Die Anfrage ist schon abgesagt (Montag, 1. März, 10:00 Uhr).";
        assert!(unchanged.contains(words), "{unchanged}");
        let unknown = page(&cora, &format!("{path}?done=%3Cb%3E")).await;
        assert!(!unknown.contains("<b>&"), "{unknown}");
        assert!(!unknown.contains("class=\"note saved"), "{unknown}");
        // What is said elsewhere only is not said at the desk.
        let elsewhere = page(&cora, &format!("{path}?done=resumed")).await;
        assert!(!elsewhere.contains("class=\"note saved"), "{elsewhere}");
    })
    .await;
}

#[tokio::test]
async fn a_form_that_comes_back_with_errors_stands_at_its_own_address() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let request = ask(&site, vec![tuesday()]).await;
        let form = format!("/desk/requests/{request}/cancellation");
        let shown = page(&cora, &format!("{form}?done=saved&from=x")).await;
        assert!(shown.contains(&format!("action=\"{form}?from=x\"")), "{shown}");
    })
    .await;
}
