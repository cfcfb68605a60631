//! What waits for the institution stands first, and says so.

use axum::http::StatusCode;
use sprachpool::q;

use crate::{
    institution::{says, text},
    proofs::{held, over},
    support::{
        databases::each_engine,
        scene::{KITA, ask, slot},
        site::Site,
    },
};

#[tokio::test]
async fn an_appointment_to_confirm_stands_first_and_is_not_just_over() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        let next = ask(&site, vec![slot("2027-04-07", "11:00", "12:00")]).await;
        let kita = site.signed_in(KITA).await;
        let list = kita.get("/requests").await.expect(StatusCode::OK).body;
        assert!(!list.contains("Bitte bestätigen"), "nobody has said how it was: {list}");

        over.amina_says(&site, &held("9:00", "10:00")).await;
        for path in ["/requests", "/requests?when=waiting"] {
            let list = text(&kita.get(path).await.expect(StatusCode::OK).body);
            let at = |words: &str| {
                list.find(words)
                    .unwrap_or_else(|| panic!("{path}: no {words} in {list}"))
            };
            assert!(at("Bitte bestätigen") < at("9:00 bis 10:00"), "{list}");
            assert!(at("9:00 bis 10:00") < at("11:00 bis 12:00"), "{list}");
            assert_eq!(list.matches("9:00 bis 10:00").count(), 1, "once only: {list}");
        }
        for path in [
            "/requests?when=past".to_owned(),
            "/requests/calendar?month=2027-03".to_owned(),
            format!("/requests/{}", over.request),
        ] {
            says(&kita.get(&path).await.expect(StatusCode::OK).body, "Bitte bestätigen");
        }
        // On its page this is the filled button, and asking once more a calm one.
        let page = kita.get(&format!("/requests/{}", over.request)).await.body;
        let filled = format!(
            "<a class=\"btn\" href=\"{}\">Angaben prüfen und bestätigen",
            over.institution_page()
        );
        assert_eq!(page.matches(&filled).count(), 1, "{page}");
        assert!(!page.contains("<button class=\"btn\">"), "one filled button: {page}");
        // What narrows the list narrows this, too.
        let mut tx = site.app.db.begin().await.expect("it begins");
        q!("UPDATE request SET language = 'uk' WHERE id = $1", next)
            .execute(&mut tx)
            .await
            .expect("it changes");
        site.app.commit(tx).await.expect("it commits");
        let ukrainian = kita.get("/requests?language=uk").await.expect(StatusCode::OK).body;
        assert!(!ukrainian.contains("Bitte bestätigen"), "{ukrainian}");

        over.kita_says(&site, &kita, &[("outcome", "agree")]).await;
        let list = kita.get("/requests").await.expect(StatusCode::OK).body;
        assert!(!list.contains("Bitte bestätigen"), "{list}");
        says(&list, "Vorbei");
        let page = kita.get(&format!("/requests/{}", over.request)).await.body;
        assert!(page.contains("<button class=\"btn\">Noch einmal anfragen"), "{page}");
    })
    .await;
}
