//! What nobody can have meant: 422 and filled in again, or a plain 404; nothing is written.

use axum::http::StatusCode;

use super::world::*;
use crate::support::databases::each_engine;

#[tokio::test]
async fn forms_come_back_filled_in() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        let before = desk.lines().await;
        let long = "x".repeat(201);
        let cases: [(&str, &str, &str, &str); 18] = [
            ("/desk/rules/language/prs", "name-de", "", "name-de"),
            ("/desk/rules/language/prs", "name-de", "   ", "name-de"),
            ("/desk/rules/language/prs", "name-de", &long, "name-de"),
            ("/desk/rules/language/prs", "name-en", "Da\u{202E}ri", "name-en"),
            ("/desk/rules/language/prs", "also", "Da\u{0}ri", "also"),
            ("/desk/rules/pool/pool", "zone", "Mars/Base", "zone"),
            ("/desk/rules/pool/pool", "desk_mail", "nobody", "desk_mail"),
            ("/desk/rules/pool/pool", "reference_prefix", "sp-", "reference_prefix"),
            ("/desk/rules/number/max_hours", "value", "", "value"),
            ("/desk/rules/number/max_hours", "value", "three", "value"),
            ("/desk/rules/number/max_hours", "value", "0", "value"),
            ("/desk/rules/number/max_hours", "value", "99999999999999999999", "value"),
            ("/desk/rules/number/max_hours", "from_day", "2027-02-29", "from_day"),
            ("/desk/rules/number/max_hours", "from_day", "2027-02-28", "from_day"),
            ("/desk/rules/number/max_hours", "from_day", "9999-12-31", "from_day"),
            ("/desk/rules/hours/quiet", "from", "25:00", "from"),
            ("/desk/rules/dispatch/dispatch", "policy", "lottery", "policy"),
            ("/desk/rules/number/proof_task_days", "value", "1", "value"),
        ];
        for (path, field, value, place) in cases {
            let form = desk.form(path).await.with(field, value);
            let answer = desk.send(&form).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(
                answer.body.contains(&format!("id=\"{place}-error\"")),
                "{path} {field}={value}: {}",
                answer.body
            );
            assert!(
                answer.body.contains(&format!("href=\"#{place}\"")),
                "{path} {field}={value}"
            );
        }
        for key in ["", "new rule", "Kultur", "ü", "../x", "und", "'); DROP TABLE"] {
            let fields = [("key", key), ("name-de", "Kultur"), ("position", "9")];
            let answer = desk.cora.post("/desk/rules/sector", &fields).await;
            if key == "und" {
                // A code like any other, but no language.
                answer.expect(StatusCode::SEE_OTHER);
                continue;
            }
            let answer = answer.expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(
                answer.body.contains("id=\"key-error\"") && answer.body.contains("Kultur"),
                "{key}"
            );
        }
        let fields = [("key", "und"), ("name-de", "Unbestimmt")];
        let answer = desk.cora.post("/desk/rules/language", &fields).await;
        answer.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(desk.lines().await, before + 1);
    })
    .await;
}

#[tokio::test]
async fn markup_is_shown_as_it_was_typed() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        let name = "<svg onload=alert(1)> '); DROP TABLE x;--";
        let page = desk
            .saved(&desk.form("/desk/rules/language/prs").await.with("name-de", name))
            .await;
        assert!(!page.contains("<svg onload") && page.contains("&#60;svg onload") || page.contains("&lt;svg onload"));
        assert_eq!(desk.rules().await.language_name("prs", "de"), name);
        // Composed, whatever way it was typed.
        let decomposed = "Nguye\u{302}\u{303}n";
        desk.saved(&desk.form("/desk/rules/language/prs").await.with("name-de", decomposed))
            .await;
        assert_eq!(desk.rules().await.language_name("prs", "de"), "Nguyễn");
    })
    .await;
}

#[tokio::test]
async fn what_there_is_not_is_a_plain_404() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        for path in [
            "/desk/rules/nothing",
            "/desk/rules/language/nothing",
            "/desk/rules/nothing/prs",
            "/desk/rules/number/new",
            "/desk/rules/pool/new",
            "/desk/rules/language/%F0%9F%98%80",
        ] {
            desk.cora.get(path).await.expect(StatusCode::NOT_FOUND);
            let answer = desk.cora.post(path, &[]).await;
            assert!(
                matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED),
                "{path}: {}",
                answer.status
            );
        }
        // A line of another rule cannot be taken back here.
        let page = desk
            .saved(&desk.form("/desk/rules/number/max_hours").await.with("value", "4"))
            .await;
        let undo = form_of(&page, "/desk/rules/number/max_hours/undo").encoded();
        let elsewhere = "/desk/rules/number/weekly_offer_cap/undo";
        let answer = desk
            .cora
            .send(axum::http::Method::POST, elsewhere, Some(undo), &[])
            .await;
        answer.expect(StatusCode::NOT_FOUND);
    })
    .await;
}
