//! The welcome mail.

use axum::http::StatusCode;

use super::{ZAHRA, enter, with};
use crate::support::{databases::each_engine, scene::CORA, site::Site};

const EMAIL: &str = "zahra.karimi@post.example";

#[tokio::test]
async fn a_welcome_says_what_happens_and_goes_out_once_a_time() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let page = enter(&cora, ZAHRA).await;
        let invitation = format!("{page}/invitation");
        // Clicked twice before the mail is out.
        for _ in 0..2 {
            cora.post(&invitation, &[]).await.expect(StatusCode::SEE_OTHER);
        }
        site.work().await;
        let mails = site.mailbox.to(EMAIL);
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].kind, "volunteer_invited");
        assert!(
            mails[0].text.contains("Zahra Karimi") && mails[0].text.contains("/sign-in"),
            "{}",
            mails[0].text
        );
        let body = cora.get(&page).await.expect(StatusCode::OK).body;
        assert!(
            body.contains("Gesendet: Montag, 1. März") && body.contains("Noch einmal senden"),
            "{body}"
        );
        // Its pause link works.
        let pause = site.link_for(EMAIL, "volunteer_invited", "/p/").await;
        let answer = site.browser().post(&pause, &[("choice", "days")]).await;
        answer.expect(StatusCode::SEE_OTHER);
        cora.post(&invitation, &[]).await.expect(StatusCode::SEE_OTHER);
        site.work().await;
        assert_eq!(
            site.mailbox
                .to(EMAIL)
                .iter()
                .filter(|mail| mail.kind == "volunteer_invited")
                .count(),
            2
        );
    })
    .await;
}

#[tokio::test]
async fn an_english_reader_is_welcomed_in_english() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let page = enter(&cora, &with(ZAHRA, &[("locale", "en")])).await;
        cora.post(&format!("{page}/invitation"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        site.work().await;
        let mail = &site.mailbox.to(EMAIL)[0];
        assert!(
            mail.subject.starts_with("Welcome") && mail.text.contains("You may always say no"),
            "{}",
            mail.text
        );
    })
    .await;
}
