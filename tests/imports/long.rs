//! Long tables: no step looks at all rows for each row, and everything is one transaction.

use std::{fmt::Write as _, time::Instant};

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
fn fifty_thousand_rows_are_planned_in_seconds() {
    let start = Instant::now();
    let bytes = table(50_000);
    let plan = planned(&bytes, Kind::Volunteers, &Known::default(), &Answers::new());
    let Planned::Volunteers(all) = &plan.planned else {
        panic!()
    };
    assert_eq!((all.len(), plan.rows, plan.doubts.len()), (50_000, 50_000, 0));
    // A debug build on a busy machine; quadratic work would take minutes.
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
    println!("50,000 rows planned in {:?}", start.elapsed());
}

/// Minutes of work in a debug build: run it by hand, `cargo test --test main imports::long -- --ignored --nocapture`.
#[tokio::test]
#[ignore = "takes minutes; it measures"]
async fn fifty_thousand_rows_are_written_in_one_transaction() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let start = Instant::now();
        let id = flow::uploaded_bytes(&site, Kind::Volunteers, "long.csv", &table(50_000)).await;
        println!("{engine:?}: checked after {:?}", start.elapsed());
        let counts = flow::written(&site, id, &[]).await;
        println!("{engine:?}: written after {:?}", start.elapsed());
        assert_eq!(counts.volunteers, 50_000);
        let mut tx = site.app.db.begin().await.expect("it begins");
        imports::undo(&mut tx, &flow::cora(&site), id)
            .await
            .expect("nothing hangs on it");
        site.app.commit(tx).await.expect("it commits");
        println!("{engine:?}: undone after {:?}", start.elapsed());
    }
}
