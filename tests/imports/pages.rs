//! The same way by the pages, as a coordinator goes it.

use axum::http::StatusCode;
use sprachpool::imports::Kind;

use super::{bytes, flow};
use crate::support::{
    databases::{ENGINES, Fresh},
    scene::{CORA, KITA},
    site::{Browser, Site},
};

async fn upload(browser: &Browser, kind: &str, file: &str) -> String {
    let sent = browser
        .upload("/desk/imports/files", &[("kind", kind)], file, &bytes(file))
        .await;
    sent.expect(StatusCode::SEE_OTHER).location().to_owned()
}

#[tokio::test]
async fn from_the_file_to_the_pool_and_back() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let cora = site.signed_in(CORA).await;
        let start = cora.get("/desk/imports").await.expect(StatusCode::OK);
        assert!(start.body.contains("Noch keine."), "{}", start.body);

        let columns = upload(&cora, "volunteers", "volunteers_kurdish.xlsx").await;
        let page = cora.get(&columns).await.expect(StatusCode::OK).body;
        assert!(
            page.contains("Rojda") && page.contains("Vorname"),
            "samples and headings: {page}"
        );
        assert!(!page.contains("Özgür"), "the hidden sheet stays hidden");
        let chosen = [
            ("sheet", "0"),
            ("column-0", "first_name"),
            ("column-1", "last_name"),
            ("column-2", "email"),
            ("column-3", "gender"),
            ("column-4", "languages"),
            ("column-6", "german"),
        ];
        let wrong = cora
            .post(&columns, &chosen[..3])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            wrong.body.contains("Diese Angaben fehlen noch: E-Mail, Sprachen."),
            "{}",
            wrong.body
        );
        let one = cora
            .post(&columns, &chosen)
            .await
            .expect(StatusCode::SEE_OTHER)
            .location()
            .to_owned();
        let checking = cora.get(&one).await.expect(StatusCode::OK);
        assert_eq!(
            checking.headers.get("refresh").and_then(|value| value.to_str().ok()),
            Some("2")
        );
        site.work().await;
        let checked = cora.get(&one).await.expect(StatusCode::OK);
        assert!(checked.body.contains("6 Fragen sind offen"), "{}", checked.body);
        assert!(checked.headers.get("refresh").is_none());

        let early = cora.post(&format!("{one}/confirmation"), &[]).await;
        early.expect(StatusCode::UNPROCESSABLE_ENTITY);
        let doubts = format!("{one}/doubts");
        let page = cora.get(&doubts).await.expect(StatusCode::OK).body;
        assert!(page.contains("Kurmancî") && page.contains("Zeilen 5, 7 · "), "{page}");
        let bad = cora
            .post(&doubts, &[("several-1", "prs")])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            bad.body.contains("Diese Antwort passt nicht zur Frage."),
            "{}",
            bad.body
        );
        let answers = [
            ("several-1", "kmr"),
            ("several-1", "ckb"),
            ("answer-2", "value:C1"),
            ("answer-3", "value:C1"),
            ("answer-4", "value:C1"),
            ("typed-5", "ha"),
            ("answer-6", "value:C1"),
        ];
        let done = cora.post(&doubts, &answers).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(done.location(), one);
        let ready = cora.get(&one).await.expect(StatusCode::OK).body;
        assert!(ready.contains("5 Sprachmittler*innen kommen neu dazu."), "{ready}");
        cora.post(&format!("{one}/confirmation"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        site.work().await;
        let done = cora.get(&one).await.expect(StatusCode::OK).body;
        assert!(done.contains("Das wurde übernommen"), "{done}");
        // The same button in a second window.
        let again = cora.post(&format!("{one}/confirmation"), &[]).await;
        let again = again.expect(StatusCode::SEE_OTHER);
        let again = cora.get(again.location()).await.expect(StatusCode::OK).body;
        assert!(again.contains("Diese Tabelle ist schon übernommen."), "{again}");
        let list = cora.get("/desk/volunteers").await.expect(StatusCode::OK).body;
        assert!(list.contains("Rojda Demir"), "{list}");

        // The next table with the same headings has the same columns.
        let again = upload(&cora, "volunteers", "volunteers_kurdish.xlsx").await;
        assert!(cora.get(&again).await.body.contains("value=\"languages\" selected"));

        cora.post(&format!("{one}/undoing"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        let waiting = cora.get(&one).await.expect(StatusCode::OK);
        assert!(
            waiting.body.contains("Die Übernahme wird rückgängig gemacht"),
            "{}",
            waiting.body
        );
        site.work().await;
        let undone = cora.get(&one).await.expect(StatusCode::OK).body;
        assert!(undone.contains("Diese Übernahme wurde rückgängig gemacht."), "{undone}");
        let list = cora.get("/desk/volunteers").await.expect(StatusCode::OK).body;
        assert!(!list.contains("Rojda Demir"));
    }
}

#[tokio::test]
async fn only_coordinators_and_only_with_the_forms_token() {
    let fresh = Fresh::new(ENGINES[0]).await;
    let site = Site::new(fresh.db.clone()).await;
    let id = flow::uploaded(&site, Kind::Volunteers, "volunteers_kurdish.xlsx").await;
    let kita = site.signed_in(KITA).await;
    for path in ["/desk/imports", "/desk/exports", &format!("/desk/imports/{id}")] {
        kita.get(path).await.expect(StatusCode::NOT_FOUND);
    }
    let file = kita.upload(
        "/desk/imports/files",
        &[("kind", "volunteers")],
        "a.csv",
        b"Name;E-Mail\nA;b@c.example\n",
    );
    file.await.expect(StatusCode::NOT_FOUND);
    let cora = site.signed_in(CORA).await;
    for path in [
        "/desk/imports/nothing",
        "/desk/imports/00000000-0000-0000-0000-000000000001",
    ] {
        cora.get(path).await.expect(StatusCode::NOT_FOUND);
        for end in [
            "columns",
            "doubts",
            "proposals",
            "omission",
            "confirmation",
            "disposal",
            "undoing",
        ] {
            cora.post(&format!("{path}/{end}"), &[])
                .await
                .expect(StatusCode::NOT_FOUND);
        }
    }
    let thrown = cora.post(&format!("/desk/imports/{id}/disposal"), &[]).await;
    assert_eq!(thrown.expect(StatusCode::SEE_OTHER).location(), "/desk/imports");
    cora.get(&format!("/desk/imports/{id}/doubts"))
        .await
        .expect(StatusCode::NOT_FOUND);
}
