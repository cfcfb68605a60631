//! Long tables: no step looks at all rows for each row, and everything is one transaction.

use std::{fmt::Write as _, time::Instant};

use chrono::{Days, NaiveDate};
use sprachpool::{
    database::Engine,
    imports::{
        ImportId, Kind, Policy,
        answers::Answers,
        plan::{Known, Planned},
    },
    q,
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

/// Past appointments of those people: each has several, on different days.
fn appointments(rows: usize) -> Vec<u8> {
    let mut text =
        "\u{feff}Datum;Beginn;Ende;Einrichtung;Sprache;E-Mail der Sprachmittler*in;Ergebnis;Anlass\r\n".to_owned();
    let first = NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day");
    for number in 0..rows {
        let day = first + Days::new((number / PEOPLE) as u64);
        writeln!(
            text,
            "{};10:{:02};11:30;Kita Sonnenblume;Dari;person{}@post.example;ja;Elternabend",
            day.format("%d.%m.%Y"),
            number % 60,
            number % PEOPLE
        )
        .expect("a String takes all");
    }
    text.into_bytes()
}

const PEOPLE: usize = 300;

/// `LONG_ROWS=50000` shows how long it takes: docs/speed.md.
fn rows() -> usize {
    let wanted = std::env::var("LONG_ROWS").ok().and_then(|text| text.parse().ok());
    wanted.unwrap_or(2_000)
}

fn took(what: &str, engine: Engine, since: Instant) {
    println!("{engine:?}: {what} in {:.1} s", since.elapsed().as_secs_f64());
}

async fn undone(site: &Site, id: ImportId) {
    flow::asked_back(site, id).await.expect("nothing hangs on it");
    site.work().await;
    assert_eq!(flow::state(site, id).await.state, "undone");
}

/// Quadratic work would be noticed here already.
#[tokio::test]
async fn long_tables_are_written_and_taken_back_in_one_transaction_each() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let since = Instant::now();
        let id = flow::uploaded_bytes(&site, Kind::Volunteers, "long.csv", &table(rows())).await;
        took("checked volunteers", engine, since);
        let since = Instant::now();
        assert_eq!(flow::written(&site, id, &[]).await.volunteers, rows());
        took("read again and wrote volunteers", engine, since);
        let since = Instant::now();
        undone(&site, id).await;
        took("took back volunteers", engine, since);
        assert_eq!(flow::count(&site, q!("SELECT COUNT(*) FROM volunteer")).await, 2);
    }
}

/// The same table again, with other numbers.
#[tokio::test]
async fn long_tables_are_brought_again_and_taken_back() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let first = flow::uploaded_bytes(&site, Kind::Volunteers, "long.csv", &table(rows())).await;
        flow::written(&site, first, &[]).await;
        let text = String::from_utf8(table(rows())).expect("it is a text");
        let mut lines = text.lines();
        let mut again = format!("{};Telefon\n", lines.next().unwrap_or_default());
        for (number, line) in lines.enumerate() {
            writeln!(again, "{line};0251 {number}").expect("a String takes all");
        }
        let since = Instant::now();
        let file = ("again.csv", again.as_bytes());
        let id = flow::uploaded_again(&site, Kind::Volunteers, file, Policy::Overwrite).await;
        took("checked known volunteers", engine, since);
        let since = Instant::now();
        let counts = flow::written(&site, id, &[]).await;
        assert_eq!((counts.changed, counts.volunteers), (rows(), 0), "{engine:?}");
        took("changed known volunteers", engine, since);
        let since = Instant::now();
        undone(&site, id).await;
        took("changed them back", engine, since);
        let phones = q!("SELECT COUNT(*) FROM volunteer WHERE phone LIKE '0251 %' AND phone NOT LIKE '0251 555%'");
        assert_eq!(flow::count(&site, phones).await, 0, "{engine:?}");
    }
}

#[tokio::test]
async fn long_tables_of_appointments_are_written_and_taken_back() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let people = flow::uploaded_bytes(&site, Kind::Volunteers, "people.csv", &table(PEOPLE)).await;
        flow::written(&site, people, &[]).await;
        let since = Instant::now();
        let id = flow::uploaded_bytes(&site, Kind::Appointments, "long.csv", &appointments(rows())).await;
        took("checked appointments", engine, since);
        let since = Instant::now();
        assert_eq!(flow::written(&site, id, &[]).await.appointments, rows());
        took("read again and wrote appointments", engine, since);
        let held = flow::count(&site, q!("SELECT COUNT(*) FROM proof WHERE outcome = 'held'")).await;
        assert_eq!(held, rows() as i64, "{engine:?}");
        let since = Instant::now();
        undone(&site, id).await;
        took("took back appointments", engine, since);
        assert_eq!(
            flow::count(&site, q!("SELECT COUNT(*) FROM request")).await,
            0,
            "{engine:?}"
        );
    }
}
