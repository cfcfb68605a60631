//! What needs a person stands on the desk until it is done.

use axum::http::StatusCode;

use crate::{
    institution::{says, text},
    support::{
        databases::each_engine,
        scene::{AMINA, BASIR, CORA, ask, offer_link, slot, tuesday},
        site::Site,
    },
};

#[tokio::test]
async fn a_task_stands_there_until_it_is_done() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let page = cora.get("/desk").await.expect(StatusCode::OK).body;
        assert!(page.contains("Keine Aufgabe wartet auf Sie"), "{page}");
        let request = ask(&site, vec![tuesday()]).await;
        for email in [AMINA, BASIR] {
            let link = offer_link(&site, email).await;
            site.browser()
                .post(&link, &[("answer", "no")])
                .await
                .expect(StatusCode::SEE_OTHER);
        }
        site.work().await;
        let page = cora.get("/desk").await.expect(StatusCode::OK).body;
        for words in [
            "Eine Aufgabe braucht Sie.",
            "Niemand gefunden: Kita Sonnenblume, Dienstag, 16. März, 9:00 Uhr, Dari",
            "Das war alles.",
        ] {
            assert!(page.contains(words), "{words} is missing: {page}");
        }
        let path = format!("/desk/requests/{request}");
        assert!(page.contains(&path), "{page}");

        let page = cora.get(&path).await.expect(StatusCode::OK).body;
        // While the place is empty it is put off, never forgotten.
        assert!(!page.contains("/completion\""), "{page}");
        let later = page
            .split("action=\"")
            .filter_map(|rest| rest.split('"').next())
            .find(|action| action.starts_with("/desk/tasks/"))
            .expect("a task's form")
            .to_owned();
        let completion = later.replace("/later", "/completion");
        let refused = cora.post(&completion, &[]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(refused.location(), format!("{path}#ways"));
        let put_off = cora.post(&later, &[]).await.expect(StatusCode::SEE_OTHER);
        let page = cora.get(put_off.location()).await.expect(StatusCode::OK).body;
        says(&page, "bis Dienstag, 2. März, 8:00 Uhr");
        let undo = page.split("action=\"").filter_map(|rest| rest.split('"').next());
        let undo = undo.into_iter().find(|action| action.starts_with("/desk/undo/"));
        let undo = undo.expect("a way back").to_owned();
        cora.post(&undo, &[]).await.expect(StatusCode::SEE_OTHER);
        let page = cora.get(&path).await.expect(StatusCode::OK).body;
        assert!(!text(&page).contains("Dienstag, 2. März, 8:00 Uhr"), "{page}");
        // Closing settles it; a second window says so.
        let close = [("reason", "nobody_can"), ("note", "")];
        cora.post(&format!("{path}/closing"), &close)
            .await
            .expect(StatusCode::SEE_OTHER);
        let late = cora.post(&later, &[]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(late.location(), format!("{path}?done=unchanged"));
        let page = cora.get("/desk").await.expect(StatusCode::OK).body;
        assert!(page.contains("Keine Aufgabe wartet auf Sie"), "{page}");
    })
    .await;
}

/// Nobody can come tomorrow evening: that is looked at now, and not half an hour before.
#[tokio::test]
async fn an_unfilled_appointment_of_tomorrow_stands_under_now() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        ask(&site, vec![slot("2027-03-02", "20:00", "21:00")]).await;
        let page = cora.get("/desk").await.expect(StatusCode::OK).body;
        says(&page, "Jetzt bis 12:00 Uhr");
        says(&page, "Niemand gefunden");
    })
    .await;
}
