//! Long tables: no step looks at all rows for each row, and everything is one transaction.

use std::fmt::Write as _;

use sprachpool::imports::{
    self, Kind,
    answers::Answers,
    plan::{Known, Planned},
};

use super::{flow, planned};
use crate::support::{
    databases::{ENGINES, Fresh},
    site::Site,
};

/// As many rows as asked for, all of them sound.
pub fn table(rows: usize) -> Vec<u8> {
    let mut text =
        "\u{feff}Name;E-Mail;Geschlecht;Geburtsjahr;Sprachen;Deutsch;Stadtteil;Verfügbare Zeiten\r\n".to_owned();
    for number in 0..rows {
        let languages = ["Dari (C1)", "Arabisch (Muttersprache), Englisch (B2)", "Türkisch (C2)"][number % 3];
        writeln!(
            text,
            "Vorname{number} Nachname{};person{number}@post.example;w;{};{languages};C1;Dom;Mo-Fr 9-12",
            number / 7,
            1950 + number % 50
        )
        .expect("a String takes all");
    }
    text.into_bytes()
}

#[test]
fn fifty_thousand_rows_are_planned() {
    let bytes = table(50_000);
    let plan = planned(&bytes, Kind::Volunteers, &Known::default(), &Answers::new());
    let Planned::Volunteers(all) = &plan.planned else {
        panic!()
    };
    assert_eq!((all.len(), plan.rows, plan.doubts.len()), (50_000, 50_000, 0));
}

/// Quadratic work would be noticed here already. How long 50,000 rows take: docs/speed.md.
#[tokio::test]
async fn two_thousand_rows_are_written_and_taken_back_in_one_transaction_each() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let id = flow::uploaded_bytes(&site, Kind::Volunteers, "long.csv", &table(2_000)).await;
        let counts = flow::written(&site, id, &[]).await;
        assert_eq!(counts.volunteers, 2_000);
        let mut tx = site.app.db.begin().await.expect("it begins");
        imports::undo(&mut tx, &flow::cora(&site), id)
            .await
            .expect("nothing hangs on it");
        site.app.commit(tx).await.expect("it commits");
    }
}
