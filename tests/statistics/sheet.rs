//! The download: the table's numbers, and nothing that a spreadsheet would run.

use axum::http::StatusCode;

use super::world::{file, person_of, wish};
use crate::support::{
    databases::each_engine,
    people::asker,
    scene::{CORA, KITA, ask, service, slot, tuesday},
    site::Site,
};

/// Its lines, cell by cell.
pub fn parsed(body: &str) -> Vec<Vec<String>> {
    let text = body.strip_prefix('\u{feff}').expect("the mark for office programs");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("a line"));
    records
        .map(|record| record.iter().map(str::to_owned).collect())
        .collect()
}

#[tokio::test]
async fn it_holds_the_tables_numbers_and_no_formula() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        let formula = r#"=HYPERLINK("http://böse.example";"Klick")"#;
        let mut askers = Vec::new();
        for (number, name) in [formula, "+49 251", "-1+1", "@SUM(A1)"].into_iter().enumerate() {
            let email = format!("a{number}@amt.example");
            let new = (name, "authority", "Petra Lang", email.as_str(), "23");
            askers.push(asker(&mut tx, &service(&site), new).await);
        }
        tx.commit().await.expect("it commits");
        for asker in askers {
            let by = person_of(&site, asker).await;
            file(&site, &wish(asker, by, vec![tuesday()])).await;
        }
        ask(&site, vec![slot("2027-03-17", "09:00", "10:30")]).await;
        let cora = site.signed_in(CORA).await;
        let answer = cora
            .get("/desk/figures.csv?from=2027-03&to=2027-03&by=institution")
            .await
            .expect(StatusCode::OK);
        assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
        let name = answer.headers["content-disposition"].to_str().expect("text");
        assert_eq!(name, "attachment; filename=\"figures-2027-03-2027-03-institution.csv\"");
        let lines = parsed(&answer.body);
        assert_eq!(lines.len(), 7, "{lines:?}");
        assert_eq!(lines[0][0], "Einrichtung");
        for harmless in [formula, "+49 251", "-1+1", "@SUM(A1)"] {
            let cell = format!("'{harmless}");
            assert!(lines.iter().any(|line| line[0] == cell), "{lines:?}");
        }
        for line in &lines[1..] {
            assert!(!line[0].starts_with(['=', '+', '-', '@']), "{line:?}");
            for number in line[1..].iter().filter(|cell| !cell.is_empty()) {
                assert!(number.replace(',', ".").parse::<f64>().is_ok(), "{number}");
            }
        }
        assert_eq!(lines[6][..4], ["Gesamt", "5", "0", "5"]);
        // The page shows the same name as text.
        let page = cora
            .get("/desk/figures?by=institution")
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(
            page.contains("=HYPERLINK(&#34;") || page.contains("=HYPERLINK(&quot;"),
            "{page}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_wrong_filter_leads_to_the_page_that_says_so_and_only_coordinators_get_it() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let answer = cora
            .get("/desk/figures.csv?language=klingonisch&by=month")
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(answer.location(), "/desk/figures?language=klingonisch&by=month");
        let kita = site.signed_in(KITA).await;
        for path in ["/desk/figures", "/desk/figures.csv"] {
            kita.get(path).await.expect(StatusCode::NOT_FOUND);
            let answer = site.browser().get(path).await.expect(StatusCode::SEE_OTHER);
            assert!(answer.location().starts_with("/sign-in"), "{path}");
        }
    })
    .await;
}
