//! The coordinator corrects the words.

use axum::http::StatusCode;
use sprachpool::slips::{SENTENCES, texts};

use super::{appointment, kita, link};
use crate::{
    institution::says,
    support::{
        databases::each_engine,
        scene::{CORA, dump},
        site::Site,
    },
};

/// The form as it is shown, one sentence typed otherwise.
fn but<'a>(code: &str, name: &str, words: &'a str) -> Vec<(&'static str, &'a str)> {
    let text = texts::shipped(code).expect("it is shipped");
    let known = SENTENCES
        .iter()
        .filter_map(|one| Some((one.code, text.says.get(one.code)?)));
    known
        .map(|(code, said)| (code, if code == name { words } else { said.as_str() }))
        .collect()
}

#[tokio::test]
async fn a_sentence_is_corrected_checked_and_taken_back() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = appointment(&site).await;
        let kita = kita(&site).await;
        let cora = site.signed_in(CORA).await;
        let link = link(&site, &kita, request, "uk").await;
        let better = "Усе це безкоштовно для вас.";
        let form = but("uk", "free", better);
        let list = cora.get("/desk/slips").await.expect(StatusCode::OK).body;
        says(&list, "Nicht geprüft");

        let mut preview = form.clone();
        preview.push(("preview", "yes"));
        let before = dump(&site.app.db).await;
        let shown = cora.post("/desk/slips/uk", &preview).await.expect(StatusCode::OK).body;
        says(&shown, better);
        says(&shown, "Gespeichert ist noch nichts.");
        assert_eq!(dump(&site.app.db).await, before);

        cora.post("/desk/slips/uk", &form).await.expect(StatusCode::SEE_OTHER);
        says(&site.browser().get(&link).await.body, better);
        let page = cora.get("/desk/slips/uk").await.expect(StatusCode::OK).body;
        says(&page, "Geändert, nicht geprüft");
        says(&page, "Sätze geändert");
        let checked = [("checked_on", "28.2.2027")];
        cora.post("/desk/slips/uk/check", &checked)
            .await
            .expect(StatusCode::SEE_OTHER);
        says(&cora.get("/desk/slips").await.body, "Geprüft am 28.02.2027");
        let own = kita
            .get(&format!("/requests/{request}/slip?text=uk&anyway=yes"))
            .await
            .body;
        says(&own, "hat den Text geprüft: Sonntag, 28. Februar 2027.");
        // The same sentences again are no change.
        cora.post("/desk/slips/uk", &form).await.expect(StatusCode::SEE_OTHER);
        says(&cora.get("/desk/slips/uk").await.body, "Geprüft am 28.02.2027");
        // Others are: whoever checked has not read them.
        let other = but("uk", "free", "Безкоштовно.");
        cora.post("/desk/slips/uk", &other).await.expect(StatusCode::SEE_OTHER);
        says(&cora.get("/desk/slips/uk").await.body, "Geändert, nicht geprüft");
        cora.post("/desk/slips/uk/original", &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        let shipped = &texts::shipped("uk").expect("it is shipped").says["free"];
        says(&site.browser().get(&link).await.body, shipped);
    })
    .await;
}

#[tokio::test]
async fn what_a_slip_needs_cannot_be_taken_away() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let before = dump(&site.app.db).await;
        let long = "я".repeat(201);
        for (name, words, message) in [
            ("time", "о дев’ятій", "Hier fehlt {from}."),
            ("date", "{day} {month} {year}", "Hier fehlt {weekday}."),
            ("place", "Тут", "Hier fehlt {place}."),
            ("call", "Телефон: {phone} {phone}", "{phone} darf nur einmal vorkommen."),
            ("free", "Безкоштовно {name}", "Diese Klammern"),
            ("free", "   ", "Bitte schreiben Sie hier einen Satz."),
            ("free", "Безкоштовно\u{202E}", "Zeichen, die wir nicht annehmen"),
            ("free", "Безкоштовно\u{0}", "Zeichen, die wir nicht annehmen"),
            ("free", long.as_str(), "Das ist zu lang: 201 Zeichen."),
        ] {
            let answer = cora.post("/desk/slips/uk", &but("uk", name, words)).await;
            says(&answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body, message);
        }
        for day in ["", "29.2.2027", "2.3.2027", "gestern"] {
            let answer = cora.post("/desk/slips/uk/check", &[("checked_on", day)]).await;
            says(
                &answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body,
                "Bitte nennen Sie einen Tag bis heute",
            );
        }
        for path in ["/desk/slips/xx", "/desk/slips/..%2Fde", "/desk/slips/%00"] {
            cora.get(path).await.expect(StatusCode::NOT_FOUND);
            cora.post(path, &[]).await.expect(StatusCode::NOT_FOUND);
        }
        assert_eq!(dump(&site.app.db).await, before);
        let kita = kita(&site).await;
        kita.get("/desk/slips").await.expect(StatusCode::NOT_FOUND);
        kita.post("/desk/slips/uk", &but("uk", "free", "x"))
            .await
            .expect(StatusCode::NOT_FOUND);
    })
    .await;
}
