//! A new language waits for a coordinator; one that goes, goes at once, with a warning.

use axum::http::StatusCode;
use sprachpool::volunteers::store;

use crate::support::{
    databases::each_engine,
    scene::{AMINA, CORA, accepts, ask, slot, tuesday},
    site::Site,
};

async fn spoken(site: &Site) -> Vec<(String, String)> {
    let mut tx = site.app.db.read().await.expect("it reads");
    let all = store::languages_of(&mut tx, site.who.amina).await.expect("languages");
    all.into_iter().map(|one| (one.language, one.level)).collect()
}

#[tokio::test]
async fn a_wish_counts_when_cora_has_confirmed_it() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let amina = site.signed_in(AMINA).await;
        let native = [("prs".to_owned(), "native".to_owned())];
        for (language, level) in [("fa", "B2"), ("ckb", "C1"), ("fa", "C1")] {
            amina
                .post("/me/languages", &[("language", language), ("level", level)])
                .await
                .expect(StatusCode::SEE_OTHER);
        }
        assert_eq!(spoken(&site).await, native);
        let page = amina.get("/me/languages").await.expect(StatusCode::OK).body;
        assert!(page.contains("Das prüfen wir noch"), "{page}");
        let cora = site.signed_in(CORA).await;
        let desk = cora.get("/desk").await.expect(StatusCode::OK).body;
        let wishes = format!("/desk/volunteers/{}/language-wishes", site.who.amina);
        assert_eq!(desk.matches(&wishes).count(), 1, "{desk}");
        cora.get(&wishes).await.expect(StatusCode::OK);
        cora.post(&wishes, &[("language", "fa")])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        for (language, choice) in [
            ("fa", "confirm"),
            ("ckb", "decline"),
            ("ckb", "confirm"),
            ("xx", "confirm"),
        ] {
            cora.post(&wishes, &[("language", language), ("choice", choice)])
                .await
                .expect(StatusCode::SEE_OTHER);
        }
        assert_eq!(
            spoken(&site).await,
            [("fa".to_owned(), "C1".to_owned()), native[0].clone()]
        );
        let desk = cora.get("/desk").await.expect(StatusCode::OK).body;
        assert!(!desk.contains(&wishes), "{desk}");
        // A lower level needs nobody, but is asked for once more.
        let lower = [("language", "fa"), ("level", "B1")];
        let sure = amina.post("/me/languages", &lower).await.expect(StatusCode::OK).body;
        assert!(
            sure.contains("Farsi steht bei Ihnen so: C1.") && sure.contains("Zurück geht es nur nach einer Prüfung."),
            "{sure}"
        );
        assert_eq!(spoken(&site).await[0].1, "C1", "nothing has changed yet");
        for (sure, level, words) in [
            ("yes", "B1", "Gespeichert. Das neue Niveau gilt ab sofort."),
            ("", "B1", "Das steht schon so in Ihren Angaben."),
            ("", "B2", "Gespeichert. Wir prüfen Ihre Angabe noch."),
        ] {
            let fields = [("language", "fa"), ("level", level), ("sure", sure)];
            let saved = amina.post("/me/languages", &fields).await.expect(StatusCode::SEE_OTHER);
            let page = amina.get(saved.location()).await.expect(StatusCode::OK).body;
            assert!(page.contains(words), "{words}: {page}");
            assert_eq!(spoken(&site).await[0].1, "B1");
        }
    })
    .await;
}

#[tokio::test]
async fn who_removes_a_language_hears_first_what_hangs_on_it() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        accepts(&site, AMINA).await;
        ask(&site, vec![slot("2027-03-18", "09:00", "10:00")]).await;
        let amina = site.signed_in(AMINA).await;
        let page = amina.get("/me/languages/prs/removal").await.expect(StatusCode::OK).body;
        assert!(page.contains("Ein Einsatz in dieser Sprache ist zugesagt"), "{page}");
        assert!(page.contains("Ein Angebot in dieser Sprache ist offen"), "{page}");
        amina
            .post("/me/languages/prs/removal", &[])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(spoken(&site).await.len(), 1);
        for _ in 0..2 {
            let gone = amina.post("/me/languages/prs/removal", &[("choice", "remove")]).await;
            gone.expect(StatusCode::SEE_OTHER);
        }
        assert!(spoken(&site).await.is_empty());
        let page = amina.get("/me").await.expect(StatusCode::OK).body;
        assert!(
            page.contains("Ihre nächsten Einsätze") && page.contains("16. März"),
            "{page}"
        );
    })
    .await;
}
