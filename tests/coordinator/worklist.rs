//! What needs a person stands on the desk until it is done.

use axum::http::StatusCode;

use crate::support::{
    databases::each_engine,
    scene::{AMINA, BASIR, CORA, ask, offer_link, tuesday},
    site::Site,
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
        let completion = page
            .split("action=\"")
            .filter_map(|rest| rest.split('"').next())
            .find(|action| action.starts_with("/desk/tasks/"))
            .expect("a task's form")
            .to_owned();
        // Twice, as by a double click.
        for _ in 0..2 {
            let done = cora.post(&completion, &[("request", &request.to_string())]).await;
            let done = done.expect(StatusCode::SEE_OTHER);
            assert_eq!(done.location().split('?').next(), Some(path.as_str()));
        }
        let page = cora.get("/desk").await.expect(StatusCode::OK).body;
        assert!(page.contains("Keine Aufgabe wartet auf Sie"), "{page}");
    })
    .await;
}
