//! The coordinator's pages: who lacks what, noting it, taking it back.

use axum::http::StatusCode;

use super::world::*;
use crate::support::{databases::each_engine, scene::CORA, site::Site};

/// The row of that person in the table.
#[track_caller]
fn row<'a>(page: &'a str, name: &str) -> &'a str {
    let at = page
        .find(&format!("<bdi>{name}</bdi></a></th>"))
        .unwrap_or_else(|| panic!("no {name}: {page}"));
    page[at..].split("</tr>").next().expect("a row ends")
}

#[tokio::test]
async fn the_table_says_in_words_who_lacks_what() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        newcomer(&site, "Laila Azizi", |new| {
            new.sectors = vec!["kita".to_owned()];
            new.birth_year = Some(1965);
            new.qualifications = vec![
                shown("basic_training", "2020-05-01", None, None),
                shown("confidentiality", "2026-02-01", None, Some("2027-03-10")),
                shown("clearance", "2022-02-01", None, Some("2027-02-27")),
            ];
        })
        .await;
        newcomer(&site, "Farid Azizi", |new| {
            new.sectors = vec!["authority".to_owned()];
            new.qualifications = vec![shown("basic_training", "2020-05-01", None, Some("2027-12-31"))];
        })
        .await;
        let cora = site.signed_in(CORA).await;
        let page = cora.get("/desk/qualifications").await.expect(StatusCode::OK).body;
        let laila = row(&page, "Laila Azizi");
        for words in [
            "tag done\">da<",
            "tag runs\">gilt nur noch bis 10.03.2027<",
            "tag bad\">abgelaufen seit 28.02.2027<",
            "tag gone\">nicht nötig<",
        ] {
            assert!(laila.contains(words), "{words} is missing: {laila}");
        }
        let farid = row(&page, "Farid Azizi");
        for words in ["tag done\">da, gilt bis 31.12.2027<", "tag open\">fehlt<"] {
            assert!(farid.contains(words), "{words} is missing: {farid}");
        }
        assert!(page.contains("Kita: 2 Personen dürfen dort arbeiten."), "{page}");

        // One sector: its kinds, and those who are willing.
        let page = cora
            .get("/desk/qualifications?sector=kita")
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(
            page.contains("Kita: 2 Personen dürfen heute dort arbeiten. Einer Person fehlt noch etwas."),
            "{page}"
        );
        assert!(!page.contains("Farid Azizi"), "{page}");
        assert_eq!(row(&page, "Laila Azizi").matches("role=\"cell\"").count(), 4);
        // What is to do, one kind, one person.
        let page = cora
            .get("/desk/qualifications?attention=yes")
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(page.contains("Laila") && page.contains("Farid") && !page.contains("<bdi>Amina Rahimi</bdi></a>"));
        let page = cora
            .get("/desk/qualifications?kind=clearance&name=laila")
            .await
            .expect(StatusCode::OK)
            .body;
        assert_eq!(row(&page, "Laila Azizi").matches("role=\"cell\"").count(), 1);
        assert!(!page.contains("Farid Azizi"), "{page}");
        // A filter that nobody can have meant changes nothing.
        for query in [
            "sector=nowhere",
            "kind=xx",
            "page=999999999999",
            "name=%3Csvg%20onload%3D1%3E",
        ] {
            let page = cora
                .get(&format!("/desk/qualifications?{query}"))
                .await
                .expect(StatusCode::OK)
                .body;
            assert!(!page.contains("<svg onload"), "{page}");
        }
        let page = cora
            .get("/desk/qualifications?lang=en")
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(row(&page, "Laila Azizi").contains("expired since"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn noted_on_the_page_and_taken_back_there() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let id = newcomer(&site, "Laila Azizi", |new| new.qualifications = vec![]).await;
        let cora = site.signed_in(CORA).await;
        let path = format!("/desk/volunteers/{id}/qualifications");
        let page = cora.get(&path).await.expect(StatusCode::OK).body;
        assert!(page.contains("Diese Person hat noch nichts gezeigt."), "{page}");
        let fields = [
            ("kind", "clearance"),
            ("seen_on", "2027-03-01"),
            ("issued_on", "15.02.2027"),
            ("valid_until", ""),
        ];
        let answer = cora.post(&path, &fields).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(answer.location().split('?').next(), Some(path.as_str()));
        let page = cora.get(&path).await.expect(StatusCode::OK).body;
        for words in [
            "Gilt bis 15.02.2032.",
            "Gesehen am 01.03.2027 von Cora Brandt. Ausgestellt am 15.02.2027.",
            "da, gilt bis 15.02.2032",
        ] {
            assert!(page.contains(words), "{words} is missing: {page}");
        }
        let action = page
            .split("action=\"")
            .filter_map(|rest| rest.split('"').next())
            .find(|action| action.ends_with("/revocation"))
            .expect("a form")
            .to_owned();
        let answer = cora.post(&action, &[]).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("Bitte wählen Sie einen Grund.") && answer.body.contains("id=\"why\""));
        for _ in 0..2 {
            cora.post(&action, &[("why", "mistake")])
                .await
                .expect(StatusCode::SEE_OTHER);
        }
        let page = cora.get(&path).await.expect(StatusCode::OK).body;
        let line = "Erweitertes Führungszeugnis, gesehen am 01.03.2027. Zurückgenommen am 01.03.2027 von Cora Brandt.";
        assert!(page.contains(line), "{page}");
        assert!(page.contains("Diese Person hat noch nichts gezeigt."), "{page}");
    })
    .await;
}
