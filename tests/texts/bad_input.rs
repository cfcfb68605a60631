//! The list of bad inputs, at the form of a text.

use axum::http::{Method, StatusCode};

use super::{LEAD, NEW};
use crate::{
    institution::says,
    support::{
        databases::each_engine,
        scene::{CORA, dump},
        site::Site,
    },
};

#[tokio::test]
async fn bad_texts_come_back_with_what_is_wrong() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let cora = site.signed_in(CORA).await;
        let rules = async || {
            let rows = dump(&db).await;
            rows.into_iter().filter(|row| row.starts_with("pool_rule: ")).count()
        };
        let before = rules().await;
        let long = format!("{{ $reference }}{}", "x".repeat(500));
        for (text, words) in [
            ("", "Bitte schreiben Sie einen Text."),
            ("   ", "Bitte schreiben Sie einen Text."),
            ("danke", "Diese Angabe fehlt im Text: { $reference }"),
            ("{ $reference } { $name }", "Diese Angabe gibt es hier nicht: { $name }"),
            ("danke { $reference", "Die geschweiften Klammern passen nicht."),
            (
                "{ $reference } a\u{202E}b",
                "Hier stehen Zeichen, die wir nicht annehmen.",
            ),
            ("{ $reference } a\0b", "Hier stehen Zeichen, die wir nicht annehmen."),
            ("a\r\n{ $reference }", "Hier passt nur eine Zeile hin."),
            (&long, "Das ist zu lang"),
        ] {
            for path in [LEAD.to_owned(), format!("{LEAD}/preview")] {
                let answer = cora.post(&path, &[("text", text)]).await;
                says(&answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body, words);
            }
        }
        for (from, words) in [
            ("29.2.2027", "Bitte schreiben Sie den Tag so"),
            ("morgen", "Bitte schreiben Sie den Tag so"),
            ("28.2.2027", "Dieser Tag ist vorbei."),
            ("1.1.2040", "Dieser Tag ist vorbei."),
        ] {
            let answer = cora.post(LEAD, &[("text", NEW), ("from", from)]).await;
            let page = answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
            says(&page, words);
            says(&page, "herzlichen Dank!");
        }
        assert_eq!(rules().await, before, "nothing is written");
        let broken = cora.send(Method::POST, LEAD, Some("text=%ff".to_owned()), &[]).await;
        assert_eq!(broken.status, StatusCode::BAD_REQUEST);
        for unknown in [
            "/desk/texts/de/none",
            "/desk/texts/de/%00",
            "/desk/texts/../mail-regards",
            "/desk/texts/de",
        ] {
            let answer = cora.get(unknown).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{unknown}");
        }
    })
    .await;
}
