//! One question a page, saved at once; a mistake writes nothing and gives the form back filled in.

use axum::http::StatusCode;
use sprachpool::volunteers::store;

use crate::support::{
    databases::each_engine,
    scene::{AMINA, KITA, dump},
    site::Site,
};

async fn amina_is(site: &Site) -> store::Volunteer {
    let mut tx = site.app.db.read().await.expect("it reads");
    let found = store::get(&mut tx, site.who.amina).await.expect("it reads");
    found.expect("Amina")
}

#[tokio::test]
async fn each_answer_is_saved_at_once_and_nothing_else_changes() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let amina = site.signed_in(AMINA).await;
        let before = amina_is(&site).await;
        for (part, fields, words) in [
            ("modes", vec![("mode", "phone"), ("mode", "video")], "Telefon"),
            ("districts", vec![("district", "51"), ("district", "32")], "Stadtteile"),
            ("sectors", vec![("sector", "kita")], "Bereiche"),
            ("travel", vec![("travel", "45")], "höchstens 45 Minuten"),
            ("cap", vec![("cap", "2")], "höchstens 2 Einsätze"),
            ("phone", vec![("phone", "0251 555 0999")], "0251 555 0999"),
            ("consent", vec![("consent", "no")], "nein"),
        ] {
            let path = format!("/me/settings/{part}");
            amina.get(&path).await.expect(StatusCode::OK);
            let saved = amina.post(&path, &fields).await.expect(StatusCode::SEE_OTHER);
            assert_eq!(saved.location(), format!("/me/settings?saved={part}"));
            let page = amina.get(saved.location()).await.expect(StatusCode::OK).body;
            assert!(page.contains("Gespeichert:") && page.contains(words), "{part}: {page}");
        }
        let after = amina_is(&site).await;
        assert!(!after.on_site && after.by_phone && after.by_video && !after.phone_consent);
        assert_eq!(
            (after.max_travel_minutes, after.weekly_cap, after.phone.as_deref()),
            (Some(45), Some(2), Some("0251 555 0999"))
        );
        assert_eq!(
            (after.name, after.gender, after.birth_year),
            (before.name, before.gender, before.birth_year)
        );
        let mut tx = site.app.db.read().await.expect("it reads");
        assert_eq!(
            store::districts_of(&mut tx, site.who.amina).await.expect("districts"),
            ["32", "51"]
        );
        assert_eq!(
            store::sectors_of(&mut tx, site.who.amina).await.expect("sectors"),
            ["kita"]
        );
        drop(tx);
        // A box for all of a borough, beside single districts; one that is unknown writes nothing.
        let page = amina.get("/me/settings/districts").await.expect(StatusCode::OK).body;
        let code = page.split("name=\"borough\" value=\"").nth(1).expect("a borough");
        let code = code.split('"').next().expect("its code").to_owned();
        let whole = [("borough", code.as_str()), ("district", "51")];
        let saved = amina.post("/me/settings/districts", &whole).await;
        saved.expect(StatusCode::SEE_OTHER);
        let unknown = amina.post("/me/settings/districts", &[("borough", "xx-ZZ")]).await;
        unknown.expect(StatusCode::UNPROCESSABLE_ENTITY);
        let mut tx = site.app.db.read().await.expect("it reads");
        let districts = store::districts_of(&mut tx, site.who.amina).await.expect("districts");
        let rules = site.app.rules(&mut tx).await.expect("rules");
        let of_borough = rules.districts().filter(|(_, district)| district.borough == code);
        let mut all: Vec<String> = of_borough.map(|(code, _)| code.to_owned()).collect();
        all.push("51".to_owned());
        all.sort();
        all.dedup();
        assert!(districts.len() > 2);
        assert_eq!(districts, all);
        drop(tx);
        // The mails' language is the pages' too.
        amina
            .post("/me/settings/mails", &[("locale", "en")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let page = amina.get("/me").await.expect(StatusCode::OK).body;
        assert!(page.contains("About you"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn bad_input_writes_nothing_and_comes_back() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let amina = site.signed_in(AMINA).await;
        let before = dump(&db).await;
        let long = "1".repeat(201);
        for (part, field, value) in [
            ("modes", "mode", "flight"),
            ("districts", "district", "xx-ZZ"),
            ("sectors", "sector", "'); DROP TABLE"),
            ("travel", "travel", "4"),
            ("travel", "travel", "-5"),
            ("travel", "travel", "60 Minuten"),
            ("cap", "cap", "31"),
            ("cap", "cap", "99999999999999999999"),
            ("phone", "phone", "ruf mich an"),
            ("phone", "phone", "0251\u{202e}5550199"),
            ("phone", "phone", "0251\u{0}5550199"),
            ("phone", "phone", long.as_str()),
            ("consent", "consent", "maybe"),
            ("mails", "locale", "xx-ZZ"),
        ] {
            let answer = amina.post(&format!("/me/settings/{part}"), &[(field, value)]).await;
            let page = answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
            assert!(page.contains("Bitte prüfen Sie"), "{part} {value}: {page}");
            if matches!(part, "travel" | "cap") {
                assert!(page.contains(&format!("value=\"{value}\"")), "{page}");
            }
        }
        for (language, level) in [("xx-ZZ", "B2"), ("fa", "Z9"), ("", ""), ("<svg onload=1>", "B1")] {
            let answer = amina
                .post("/me/languages", &[("language", language), ("level", level)])
                .await;
            answer.expect(StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(dump(&db).await, before);
        amina.get("/me/settings/name").await.expect(StatusCode::NOT_FOUND);
        amina
            .get("/me/languages/xx/removal")
            .await
            .expect(StatusCode::NOT_FOUND);
        let kita = site.signed_in(KITA).await;
        for path in [
            "/me/settings",
            "/me/settings/phone",
            "/me/languages",
            "/me/calendar",
            "/me/leaving",
        ] {
            kita.get(path).await.expect(StatusCode::NOT_FOUND);
            let away = site.browser().get(path).await.expect(StatusCode::SEE_OTHER);
            assert!(away.location().starts_with("/sign-in"), "{path}");
        }
    })
    .await;
}
