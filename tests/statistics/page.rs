//! The page: its sentence, its filters, and what it says when there is nothing.

use axum::http::StatusCode;

use crate::support::{
    databases::each_engine,
    scene::{AMINA, CORA, accepts, ask, ask_for, slot, tuesday},
    site::Site,
};

#[tokio::test]
async fn an_empty_pool_says_what_to_do() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let page = cora.get("/desk/figures").await.expect(StatusCode::OK).body;
        assert!(page.contains("Legen Sie zuerst eine Einrichtung an."), "{page}");
        assert!(page.contains("href=\"/desk/institutions\""), "{page}");
        ask(&site, vec![tuesday()]).await;
        let page = cora
            .get("/desk/figures?from=2026-01&to=2026-12")
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(page.contains("Termine mit Anfragen gibt es hier: März 2027."), "{page}");
        assert!(page.contains("/desk/figures?from=2027-03&#38;to=2027-03"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn one_sentence_says_it_and_the_picture_says_it_in_words() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        accepts(&site, AMINA).await;
        ask_for(&site, site.who.klinik, vec![slot("2027-03-18", "14:00", "15:30")]).await;
        let cora = site.signed_in(CORA).await;
        let address = "/desk/figures?from=2027-03&to=2027-03&by=sector";
        let page = cora.get(address).await.expect(StatusCode::OK).body;
        assert!(page.contains("Im März 2027 wurden 1 von 2 Anfragen besetzt."), "{page}");
        let picture = page.split("role=\"img\" aria-label=\"").nth(1).expect("a picture");
        let words = picture.split('"').next().expect("its text");
        assert!(words.contains("1 von 1 Plätzen besetzt, 0 unbesetzt."), "{words}");
        assert!(!page.contains("style="), "{page}");
        // Both tables have their total.
        assert_eq!(page.matches("<tfoot>").count(), 2);
    })
    .await;
}

#[tokio::test]
async fn every_filter_stays_in_links_and_form() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let cora = site.signed_in(CORA).await;
        let kita = site.who.kita.institution;
        let filter = format!("&language=prs&sector=kita&district=51&institution={kita}");
        let address = format!("/desk/figures?from=2027-02&to=2027-03&by=month{filter}");
        let page = cora.get(&address).await.expect(StatusCode::OK).body;
        let page = page.replace("&#38;", "&");
        for part in [
            format!("/desk/figures.csv?from=2027-02&to=2027-03&by=month{filter}"),
            format!("/desk/figures?from=2027-03&to=2027-03&by=language{filter}"),
            "value=\"2027-02\"".to_owned(),
            "<option value=\"prs\" selected>".to_owned(),
            "<option value=\"kita\" selected>".to_owned(),
            "<option value=\"51\" selected>".to_owned(),
            format!("<option value=\"{kita}\" selected>"),
            "Februar 2027 bis März 2027".to_owned(),
            "Dari".to_owned(),
        ] {
            assert!(page.contains(&part), "{part} is missing: {page}");
        }
        // A line leads to itself alone, with everything else kept.
        let page = cora
            .get(&address.replace("by=month", "by=institution"))
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(page.replace("&#38;", "&").contains(&address), "{page}");
        let narrowed = cora.get(&address).await.expect(StatusCode::OK).body;
        assert!(narrowed.contains("Kita Sonnenblume"));
    })
    .await;
}

#[tokio::test]
async fn what_is_not_understood_is_said() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let cora = site.signed_in(CORA).await;
        let period = "Diesen Zeitraum verstehen wir nicht.";
        for (query, words) in [
            ("from=2027-13", period),
            ("from=gestern", period),
            ("from=2027-04&to=2027-03", period),
            ("from=2001-01&to=2027-03", period),
            ("from=%00&to=2027-03", period),
            ("by=wetter", "Diese Aufteilung kennen wir nicht."),
            ("language=x%27%20OR%201=1", "Diese Auswahl kennen wir nicht: Sprache."),
            ("district=999", "Diese Auswahl kennen wir nicht: Stadtteil."),
            ("institution=1", "Diese Auswahl kennen wir nicht: Einrichtung."),
            ("sector=%F0%9F%90%9F", "Diese Auswahl kennen wir nicht: Bereich."),
        ] {
            let page = cora
                .get(&format!("/desk/figures?{query}"))
                .await
                .expect(StatusCode::OK)
                .body;
            assert!(page.contains(words), "{query}: {page}");
            assert!(page.contains("Von April 2026 bis März 2027"), "{query}: {page}");
        }
        let page = cora
            .get("/desk/figures?from=3.2027&to=03/2027")
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(page.contains("Im März 2027") && !page.contains(period), "{page}");
    })
    .await;
}
