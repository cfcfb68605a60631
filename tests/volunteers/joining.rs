//! From a name to a candidate, through the pages alone.

use axum::http::StatusCode;

use super::{ZAHRA, enter, has_shown_everything, id_of, why_not, with};
use crate::support::{
    databases::each_engine,
    scene::{CORA, ask, slot},
    site::{Browser, Site},
};

async fn speaks(cora: &Browser, page: &str, language: &str) {
    let fields = [("language", language), ("new_level", "native")];
    cora.post(&format!("{page}/languages"), &fields)
        .await
        .expect(StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn who_is_entered_is_a_candidate_inside_their_week_and_not_outside() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let page = enter(&cora, ZAHRA).await;
        let zahra = id_of(&page);
        let body = cora.get(&page).await.expect(StatusCode::OK).body;
        for words in [
            "Das fehlt noch",
            "Sprachen eintragen",
            "Freie Zeiten eintragen",
            "aktiv",
        ] {
            assert!(body.contains(words), "{words} is missing: {body}");
        }
        // A spelling of the pool's rules, and the known ones posted along with it.
        speaks(&cora, &page, "dari").await;
        cora.post(&format!("{page}/areas"), &[("mode", "on_site"), ("mode", "phone")])
            .await
            .expect(StatusCode::SEE_OTHER);
        // Tuesday 8 to 10, Thursday 14:00 to 15:00.
        let week = [("free", "2-8"), ("from_4", "14"), ("until_4", "15.00 Uhr")];
        cora.post(&format!("{page}/times"), &week)
            .await
            .expect(StatusCode::SEE_OTHER);
        has_shown_everything(&site, zahra).await;
        let body = cora.get(&page).await.expect(StatusCode::OK).body;
        assert!(!body.contains("Das fehlt noch"), "{body}");
        assert!(body.contains("8:00 bis 10:00 Uhr") && body.contains("Dari"), "{body}");

        for (date, start, end, expected) in [
            ("2027-03-16", "09:00", "10:00", vec![]),
            ("2027-03-16", "09:30", "10:30", vec!["availability"]),
            ("2027-03-17", "09:00", "10:00", vec!["availability"]),
            ("2027-03-18", "14:00", "15:00", vec![]),
        ] {
            let request = ask(&site, vec![slot(date, start, end)]).await;
            assert_eq!(why_not(&site, request, zahra).await, expected, "{date} {start}");
        }
        // Away on the second Tuesday.
        let days = [("from", "22.3.2027"), ("until", "26.3.2027")];
        cora.post(&format!("{page}/absences"), &days)
            .await
            .expect(StatusCode::SEE_OTHER);
        let request = ask(&site, vec![slot("2027-03-23", "09:00", "10:00")]).await;
        assert_eq!(why_not(&site, request, zahra).await, ["absence"]);
    })
    .await;
}

#[tokio::test]
async fn areas_and_limits_narrow_what_is_offered() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let page = enter(&cora, &with(ZAHRA, &[("home_district", "97")])).await;
        let zahra = id_of(&page);
        speaks(&cora, &page, "Dari").await;
        cora.post(&format!("{page}/times"), &[("free", "2-8")])
            .await
            .expect(StatusCode::SEE_OTHER);
        has_shown_everything(&site, zahra).await;
        let request = ask(&site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        assert_eq!(why_not(&site, request, zahra).await, ["mode"]);
        for (fields, expected) in [
            (vec![("mode", "on_site")], vec![]),
            (vec![("mode", "on_site"), ("district", "51")], vec![]),
            (
                vec![("mode", "on_site"), ("district", "97"), ("sector", "kita")],
                vec!["district"],
            ),
            (vec![("mode", "on_site"), ("sector", "health")], vec!["sector"]),
            (vec![("mode", "phone")], vec!["mode"]),
        ] {
            cora.post(&format!("{page}/areas"), &fields)
                .await
                .expect(StatusCode::SEE_OTHER);
            assert_eq!(why_not(&site, request, zahra).await, expected, "{fields:?}");
        }
        cora.post(&format!("{page}/areas"), &[("mode", "on_site")])
            .await
            .expect(StatusCode::SEE_OTHER);
        cora.post(&format!("{page}/limits"), &[("travel", "20"), ("cap", "2")])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(why_not(&site, request, zahra).await, ["travel"]);
        let body = cora.get(&page).await.expect(StatusCode::OK).body;
        assert!(
            body.contains("höchstens 20 Minuten") && body.contains("höchstens 2 Einsätze"),
            "{body}"
        );
    })
    .await;
}

#[tokio::test]
async fn kurdish_is_asked_about_and_kurmanji_is_not_sorani() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let page = enter(&cora, ZAHRA).await;
        let languages = format!("{page}/languages");
        let typed = [("language", "Kurdisch"), ("new_level", "C1")];
        let body = cora
            .post(&languages, &typed)
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY)
            .body;
        for choice in ["kmr", "ckb", "zza"] {
            assert!(
                body.contains(&format!("name=\"language_choice\" value=\"{choice}\"")),
                "{body}"
            );
        }
        assert!(
            body.contains("Welche Sprache ist gemeint?") && body.contains("value=\"Kurdisch\""),
            "{body}"
        );
        // What was not offered is no answer.
        let forged = with(&typed, &[("language_choice", "prs")]);
        cora.post(&languages, &forged)
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        let sorani = with(&typed, &[("language_choice", "ckb")]);
        cora.post(&languages, &sorani).await.expect(StatusCode::SEE_OTHER);
        let body = cora.get(&page).await.expect(StatusCode::OK).body;
        assert!(body.contains("Sorani") && !body.contains("Kurmanc"), "{body}");

        // S37: Kurmancî is asked for, so no speaker of Sorani.
        let request = ask(&site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        sprachpool::q!("UPDATE request SET language = 'kmr' WHERE id = $1", request)
            .execute(&mut tx)
            .await
            .expect("it is written");
        tx.commit().await.expect("it commits");
        assert!(why_not(&site, request, id_of(&page)).await.contains(&"language"));
        // A second language; then the first one goes and the level of the other changes.
        let second = [
            ("spoken", "ckb"),
            ("level", "C1"),
            ("language", "Kurmancî"),
            ("new_level", "B2"),
        ];
        cora.post(&languages, &second).await.expect(StatusCode::SEE_OTHER);
        assert!(!why_not(&site, request, id_of(&page)).await.contains(&"language"));
        let changed = [
            ("spoken", "ckb"),
            ("level", "C1"),
            ("remove", "ckb"),
            ("spoken", "kmr"),
            ("level", "native"),
        ];
        cora.post(&languages, &changed).await.expect(StatusCode::SEE_OTHER);
        let body = cora.get(&page).await.expect(StatusCode::OK).body;
        assert!(body.contains("Erstsprache") && !body.contains("Sorani"), "{body}");
    })
    .await;
}
