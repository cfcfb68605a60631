//! Every form of the own page says on the next one what was saved.

use axum::http::StatusCode;

use crate::support::{databases::each_engine, scene::AMINA, site::Site};

#[tokio::test]
async fn what_was_saved_is_said_on_the_next_page() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let amina = site.signed_in(AMINA).await;
        let none: &[(&str, &str)] = &[];
        for (path, fields, words) in [
            (
                "/me/times",
                [("free", "2-8")].as_slice(),
                "Ihre freien Zeiten sind gespeichert.",
            ),
            ("/me/times", none, "Sie bekommen jetzt keine Angebote."),
            ("/me/calendar", none, "Ihr Kalender hat jetzt eine Adresse."),
            ("/me/calendar", none, "Die alte gilt nicht mehr."),
            ("/me/calendar/removal", none, "Die Adresse gilt nicht mehr."),
            (
                "/me/wishes",
                [("choice", "most:1")].as_slice(),
                "So fragen wir Sie ab jetzt.",
            ),
            ("/me/forecast/removal", none, "Die Schätzung ist gelöscht."),
            (
                "/me/settings/cap",
                [("cap", "3")].as_slice(),
                "Gespeichert: Einsätze in der Woche.",
            ),
        ] {
            let saved = amina.post(path, fields).await.expect(StatusCode::SEE_OTHER);
            let page = amina.get(saved.location()).await.expect(StatusCode::OK).body;
            let said = page.split("role=\"status\"").nth(1).unwrap_or_default();
            assert!(said.contains(words), "{words}: {page}");
        }
        // Only words that we know; and in the reader's language.
        let page = amina.get("/me?done=%3Cb%3E").await.expect(StatusCode::OK).body;
        assert!(!page.contains("role=\"status\""), "{page}");
        let page = amina.get("/me?done=times&lang=en").await.expect(StatusCode::OK).body;
        assert!(page.contains("Your free times are saved."), "{page}");
    })
    .await;
}

#[tokio::test]
async fn absences_that_touch_become_one() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let amina = site.signed_in(AMINA).await;
        for (from, until, words) in [
            (
                "2027-03-15",
                "2027-03-17",
                "Montag, 15. März 2027 bis Mittwoch, 17. März 2027.",
            ),
            (
                "2027-03-22",
                "2027-03-23",
                "Montag, 22. März 2027 bis Dienstag, 23. März 2027.",
            ),
            // Within what is there: nothing new.
            ("2027-03-16", "", "Montag, 15. März 2027 bis Mittwoch, 17. März 2027."),
            // Overlaps the first and touches the second.
            (
                "2027-03-17",
                "2027-03-21",
                "Montag, 15. März 2027 bis Dienstag, 23. März 2027.",
            ),
        ] {
            let fields = [("from", from), ("until", until)];
            let saved = amina.post("/me/absences", &fields).await.expect(StatusCode::SEE_OTHER);
            let page = amina.get(saved.location()).await.expect(StatusCode::OK).body;
            let page = page.replace('\u{a0}', " ");
            assert!(page.contains(&format!("Sie sind abwesend: {words}")), "{words}: {page}");
        }
        let page = amina.get("/me/absences").await.expect(StatusCode::OK).body;
        assert_eq!(page.matches("/removal\"").count(), 1, "{page}");
        let wrong = amina.post("/me/absences", &[("from", "irgendwann")]).await;
        let wrong = wrong.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
        assert!(wrong.contains("Bitte schreiben Sie den Tag so: "), "{wrong}");
    })
    .await;
}
