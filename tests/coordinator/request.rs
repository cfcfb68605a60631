//! One request on the desk: who was asked, who is next, and why not the others (S6).

use axum::http::StatusCode;
use sprachpool::volunteers;

use crate::support::{
    databases::each_engine,
    people::{amina, volunteer},
    scene::{AMINA, BASIR, CORA, accepts, ask, ask_for, service, slot, tuesday},
    site::Site,
};

#[tokio::test]
async fn s6_why_not_amina_has_an_answer() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        accepts(&site, AMINA).await;
        let other = ask_for(&site, site.who.klinik, vec![slot("2027-03-16", "09:30", "10:30")]).await;
        assert!(
            !site
                .mailbox
                .to(AMINA)
                .iter()
                .any(|mail| mail.kind == "offer" && mail.text.contains("9:30"))
        );
        let cora = site.signed_in(CORA).await;
        let page = cora
            .get(&format!("/desk/requests/{other}?why={}", site.who.amina))
            .await
            .expect(StatusCode::OK)
            .body;
        let words = "Hat am Dienstag, 16. März, 9:00 bis 10:00 Uhr, einen anderen Einsatz.";
        assert!(page.contains("Amina Rahimi") && page.contains(words), "{page}");
        let why = page.split("id=\"why-not\"").nth(1).expect("the section");
        assert!(
            !why.split("<h2>").next().expect("its text").contains("Basir Noori"),
            "{page}"
        );
        // By a part of the name, in any case; and nobody by a name that nobody has.
        let found = cora
            .get(&format!("/desk/requests/{other}?name=rahi"))
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(found.contains(words), "{found}");
        let none = cora
            .get(&format!("/desk/requests/{other}?name=%3Cb%3E"))
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(
            none.contains("Zu diesem Namen gibt es niemanden.") && !none.contains("\"<b>"),
            "{none}"
        );
    })
    .await;
}

#[tokio::test]
async fn everything_about_a_request_is_there() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        let mut new = amina();
        (new.name, new.email) = (
            "Laila Azizi".parse().expect("a name"),
            "laila@post.example".parse().expect("one"),
        );
        (new.languages, new.qualifications) = (new.languages, vec![]);
        volunteer(&mut tx, &service(&site), &new).await;
        let note = "Es gab einen Streit.";
        volunteers::ban(
            &mut tx,
            &service(&site),
            site.who.kita.institution,
            site.who.basir,
            note,
        )
        .await
        .expect("a ban");
        tx.commit().await.expect("it commits");
        let request = ask(&site, vec![tuesday()]).await;
        accepts(&site, AMINA).await;
        let cora = site.signed_in(CORA).await;
        let page = cora
            .get(&format!("/desk/requests/{request}"))
            .await
            .expect(StatusCode::OK)
            .body;
        for words in [
            "SP-2027-0001",
            "Kita Sonnenblume",
            "Parkweg 4",
            "Jana Vogt",
            r#"href="tel:+492515550142">0251 555 0142</a>"#,
            "Eingang Süd",
            "Amina Rahimi hat zugesagt",
            "Amina Rahimi wird gefragt",
            "Anfrage eingegangen",
            "Suche beendet: alle Plätze besetzt",
            "Die Einrichtung möchte diese Person nicht.",
            "Ein Nachweis fehlt: ",
        ] {
            assert!(page.contains(words), "{words} is missing: {page}");
        }
        assert!(!page.contains("Streit"), "{page}");
        assert!(!site.mailbox.to(BASIR).iter().any(|mail| mail.kind == "offer"));
    })
    .await;
}

#[tokio::test]
async fn who_fits_is_ranked_with_named_parts() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        for number in 1..=3 {
            let mut new = amina();
            new.name = format!("Person {number}").parse().expect("a name");
            new.email = format!("person{number}@post.example").parse().expect("an address");
            volunteer(&mut tx, &service(&site), &new).await;
        }
        tx.commit().await.expect("it commits");
        let request = ask(&site, vec![tuesday()]).await;
        let cora = site.signed_in(CORA).await;
        let page = cora
            .get(&format!("/desk/requests/{request}"))
            .await
            .expect(StatusCode::OK)
            .body;
        for words in [
            "2 Personen passen.",
            "Genau diese Sprache",
            "Erstsprache",
            "Kein Einsatz in 8 Wochen",
        ] {
            assert!(page.contains(words), "{words} is missing: {page}");
        }
        assert!(page.contains("Wurde in dieser Suche schon gefragt."), "{page}");
    })
    .await;
}
