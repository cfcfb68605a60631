//! What would be written is said before anybody confirms it, and a wrong answer is refused at once.

use std::fmt::Write as _;

use axum::http::StatusCode;
use sprachpool::{
    imports::{
        Kind,
        answers::Answers,
        plan::{Known, Planned},
    },
    q,
};

use super::{flow, long, planned};
use crate::support::{
    databases::{ENGINES, Fresh},
    scene::{AMINA, CORA},
    site::{Browser, Site},
};

/// Uploaded and checked, as its columns are proposed.
async fn checked(site: &Site, cora: &Browser, fields: &[&str], bytes: &[u8]) -> String {
    let sent = cora
        .upload("/desk/imports/files", &[("kind", "volunteers")], "list.csv", bytes)
        .await;
    let columns = sent.expect(StatusCode::SEE_OTHER).location().to_owned();
    let names: Vec<String> = (0..fields.len()).map(|number| format!("column-{number}")).collect();
    let mut chosen: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(fields.iter().copied()).collect();
    chosen.push(("sheet", "0"));
    let one = cora.post(&columns, &chosen).await.expect(StatusCode::SEE_OTHER);
    site.work().await;
    one.location().to_owned()
}

const FIELDS: [&str; 5] = ["name", "email", "gender", "languages", "german"];

fn five_rows() -> Vec<u8> {
    format!(
        "Name;E-Mail;Geschlecht;Sprachen;Deutsch\r\n\
         Lina Baum;lina@post.example;w;Dari (C1);C1\r\n\
         Omar Stein;auch-kein@;m;Dari;C1\r\n\
         Amina Rahimi;{AMINA};w;Dari (C1);C1\r\n\
         Lina Baum;lina@post.example;w;Dari (C1);C1\r\n\
         Ute Kern;kein;w;Hausa;B2\r\n"
    )
    .into_bytes()
}

#[tokio::test]
async fn the_page_says_what_would_be_written_with_the_answers() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let cora = site.signed_in(CORA).await;
        let one = checked(&site, &cora, &FIELDS, &five_rows()).await;
        let doubts = format!("{one}/doubts");
        let page = cora.get(&doubts).await.expect(StatusCode::OK).body;
        for said in [
            "Zeile 3 · Omar Stein",
            "Das ist keine E-Mail-Adresse.",
            "Niveau der Sprachen: <bdi>Dari</bdi>",
            "Ohne diese Sprache übernehmen",
            "Ja, dieselbe Person. Nicht neu anlegen.",
            "Lina Baum (auch in Zeile 2)",
        ] {
            assert!(page.contains(said), "{engine:?}: {said}: {page}");
        }

        // What cannot be read is refused where it was typed; what else was answered stays there.
        let wrong = [("typed-1", "auch kein"), ("answer-2", "value:C1")];
        let again = cora.post(&doubts, &wrong).await;
        let again = again.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
        assert!(again.contains("<title>Fehler: Fragen zur Tabelle"), "{again}");
        assert!(again.contains("<h1>Fragen zur Tabelle</h1>"), "{again}");
        assert!(again.contains("id=\"typed-1-error\""), "{again}");
        assert!(again.contains("value=\"auch kein\""), "{again}");
        assert!(again.contains("value=\"value:C1\" checked"), "{again}");

        // An answer that raises another question is heard before the confirmation.
        let answers = [
            ("typed-1", "lina@post.example"),
            ("answer-2", "value:C1"),
            ("answer-3", "value:same"),
            ("answer-4", "value:same"),
            ("answer-5", "leave_out"),
        ];
        let saved = cora.post(&doubts, &answers).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(
            saved.location(),
            one,
            "{engine:?}: the rest of a row that goes is not asked"
        );
        let open = cora.get(&one).await.expect(StatusCode::OK).body;
        assert!(open.contains("Eine Frage ist offen"), "{engine:?}: {open}");
        assert!(!open.contains("Jetzt übernehmen"));
        let page = cora.get(&doubts).await.expect(StatusCode::OK).body;
        let position = page
            .split("name=\"answer-")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .expect("a question");
        let name = format!("answer-{position}");
        cora.post(&doubts, &[(&name, "value:different")])
            .await
            .expect(StatusCode::SEE_OTHER);

        let ready = cora.get(&one).await.expect(StatusCode::OK).body;
        for said in [
            "2 Sprachmittler*innen kommen neu dazu.",
            "Eine Person ist schon im Pool und bleibt, wie sie ist.",
            "Eine Zeile steht doppelt in der Tabelle",
            "Eine Zeile wird weggelassen.",
            "Jetzt übernehmen",
        ] {
            assert!(ready.contains(said), "{engine:?}: {said}: {ready}");
        }
        let volunteers = || flow::count(&site, q!("SELECT COUNT(*) FROM volunteer"));
        assert_eq!(volunteers().await, 2, "{engine:?}: nothing is written yet");
        cora.post(&format!("{one}/confirmation"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        site.work().await;
        assert_eq!(volunteers().await, 4, "{engine:?}: as it was said");
    }
}

#[tokio::test]
async fn a_long_table_is_read_again_by_a_worker() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let cora = site.signed_in(CORA).await;
        let mut bytes = long::table(2_001);
        bytes.extend("Ute Kern;kein;w;1970;Dari (C1);C1;Dom;Mo-Fr 9-12\r\n".bytes());
        let fields = [
            "name",
            "email",
            "gender",
            "birth_year",
            "languages",
            "german",
            "home_district",
            "availability",
        ];
        let one = checked(&site, &cora, &fields, &bytes).await;
        cora.post(&format!("{one}/doubts"), &[("typed-1", "ute@post.example")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let waiting = cora.get(&one).await.expect(StatusCode::OK).body;
        assert!(waiting.contains("Die Zeilen werden geprüft"), "{engine:?}: {waiting}");
        site.work().await;
        let ready = cora.get(&one).await.expect(StatusCode::OK).body;
        assert!(
            ready.contains("2002 Sprachmittler*innen kommen neu dazu.")
                || ready.contains("2.002 Sprachmittler*innen kommen neu dazu."),
            "{engine:?}: {ready}"
        );
    }
}

#[test]
fn what_few_people_lack_is_asked_of_each_and_of_many_once() {
    let table = |rows: usize| {
        let mut text = "Name;E-Mail;Geschlecht;Sprachen;Deutsch\r\n".to_owned();
        for number in 0..rows {
            writeln!(text, "Ida Weg{number};ida{number}@post.example;w;Dari;C1").expect("a String takes all");
        }
        text.into_bytes()
    };
    let few = planned(&table(5), Kind::Volunteers, &Known::default(), &Answers::new());
    let asked: Vec<_> = few
        .doubts
        .iter()
        .map(|group| (&group.rows[..], &group.about[..]))
        .collect();
    assert_eq!(asked.len(), 5);
    assert_eq!(asked[1], (&[3][..], &["Ida Weg1".to_owned()][..]));
    assert!(few.doubts[0].doubt.may_be_empty, "without this language");
    assert_eq!(few.doubts[0].doubt.cell, "Dari");

    let many = planned(&table(60), Kind::Volunteers, &Known::default(), &Answers::new());
    assert_eq!(many.doubts.len(), 1);
    assert_eq!((many.doubts[0].rows.len(), many.doubts[0].about.len()), (60, 3));
    let answers = super::answered(&many, &[("language_level", "", "C1")]);
    let then = planned(&table(60), Kind::Volunteers, &Known::default(), &answers);
    assert!(then.doubts.is_empty(), "{:?}", then.doubts);
    let Planned::Volunteers(all) = then.planned else {
        panic!()
    };
    assert_eq!(all.len(), 60);
}
