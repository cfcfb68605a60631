//! Everybody can see and take what the pool holds about them; nobody sees what is somebody else's.

use axum::http::StatusCode;
use serde_json::Value;

use super::{lived, person_of};
use crate::support::{
    databases::each_engine,
    scene::{AMINA, BASIR, CORA, KITA},
    site::{Browser, Site},
};

async fn file(browser: &Browser, path: &str) -> Value {
    let answer = browser.get(path).await.expect(StatusCode::OK);
    assert_eq!(answer.headers["content-type"], "application/json; charset=utf-8");
    assert_eq!(answer.headers["cache-control"], "no-store");
    serde_json::from_str(&answer.body).expect("JSON")
}

#[tokio::test]
async fn amina_takes_her_data_along() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        lived(&site).await;
        let cora = site.signed_in(CORA).await;
        let ban = [
            ("institution", site.who.jobcenter.institution.to_string()),
            ("note", "Es gab Streit mit Frau Lang.".to_owned()),
        ];
        let ban: Vec<(&str, &str)> = ban.iter().map(|(name, value)| (*name, value.as_str())).collect();
        cora.post(&format!("/desk/volunteers/{}/bans", site.who.amina), &ban)
            .await
            .expect(StatusCode::SEE_OTHER);
        let amina = site.signed_in(AMINA).await;
        let data = file(&amina, "/my-data.json").await;
        assert_eq!(data["person"][0]["name"], "Amina Rahimi");
        assert_eq!(data["address"][0]["email"], AMINA);
        assert_eq!(data["volunteer"][0]["phone"], "0251 555 0999");
        assert_eq!(data["volunteer_language"][0]["language"], "prs");
        assert_eq!(data["language_wish"][0]["language"], "fa");
        assert_eq!(data["assignment"].as_array().map(Vec::len), Some(2));
        assert_eq!(data["proof_version"][0]["note"], "Amina war pünktlich.");
        for table in [
            "session",
            "offer",
            "outbox",
            "link",
            "audit",
            "absence",
            "availability",
            "qualification",
        ] {
            assert!(data[table].as_array().is_some_and(|rows| !rows.is_empty()), "{table}");
        }
        let page = amina.get("/my-data").await.expect(StatusCode::OK).body;
        assert!(page.len() < 100_000, "{} bytes", page.len());
        assert!(
            page.contains("Amina Rahimi") && page.contains("0251 555 0999"),
            "{page}"
        );
        // People read words; the file keeps the codes.
        for words in [
            "Dari",
            "Farsi",
            "Deutsch",
            "Frau",
            "Zugesagt",
            "Einsatz ansehen",
            "Zusage für Sprachmittler*innen",
        ] {
            assert!(page.contains(words), "{words} is missing: {page}");
        }
        for code in [
            ">prs<",
            ">fa<",
            ">sent<",
            ">accepted<",
            ">active<",
            ">female<",
            ">held<",
            ">offer<",
            ">volunteer<",
        ] {
            assert!(!page.contains(code), "{code} is no word: {page}");
        }
        let dated = page.contains(">20.04.2027<");
        assert!(dated && !page.contains("2027-04-20"), "{page}");
        // S39: not a word about the ban, and nothing of others.
        let whole = data.to_string() + &page;
        for secret in ["Streit", "ban", "Jana Vogt", "Basir", "Cora", KITA, CORA] {
            let found = whole.split(|c: char| !c.is_alphanumeric() && !"@.-_".contains(c));
            let names = found.filter(|word| *word == secret).count();
            assert!(names == 0 && (secret.len() < 5 || !whole.contains(secret)), "{secret}");
        }
        let asked = person_of(&site, site.who.amina).await;
        assert!(!whole.contains("Sonnenblume"), "{asked}");
    })
    .await;
}

#[tokio::test]
async fn every_role_has_a_page_and_the_desk_answers_letters() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        lived(&site).await;
        let kita = site.signed_in(KITA).await;
        let data = file(&kita, "/my-data.json").await;
        assert_eq!(data["person"][0]["name"], "Jana Vogt");
        assert_eq!(data["contact"][0]["phone"], "0251 555 0142");
        assert_eq!(data["request"][0]["remarks"], "Bitte leise klingeln <b>danke</b>");
        assert!(!data.to_string().contains("Rahimi"), "{data}");
        let page = kita.get("/my-data").await.expect(StatusCode::OK).body;
        assert!(page.contains("&lt;b&gt;") || page.contains("&#60;b&#62;"), "{page}");

        let cora = site.signed_in(CORA).await;
        assert_eq!(file(&cora, "/my-data.json").await["person"][0]["name"], "Cora Brandt");
        let amina = person_of(&site, site.who.amina).await;
        let theirs = file(&cora, &format!("/desk/people/{amina}/data.json")).await;
        assert_eq!(theirs["person"][0]["name"], "Amina Rahimi");
        let page = cora
            .get(&format!("/desk/people/{amina}/data"))
            .await
            .expect(StatusCode::OK);
        assert!(page.body.contains("Daten von Amina Rahimi"), "{}", page.body);
        for wrong in [
            "/desk/people/x/data",
            "/desk/people/00000000-0000-0000-0000-000000000001/data",
        ] {
            cora.get(wrong).await.expect(StatusCode::NOT_FOUND);
        }
        let half = site.signed_in_without_second_factor(CORA).await;
        let sent = half.get("/my-data").await.expect(StatusCode::SEE_OTHER);
        assert!(
            sent.location().starts_with("/sign-in/second-factor"),
            "{}",
            sent.location()
        );
        let basir = site.signed_in(BASIR).await;
        basir
            .get(&format!("/desk/people/{amina}/data"))
            .await
            .expect(StatusCode::NOT_FOUND);
    })
    .await;
}
