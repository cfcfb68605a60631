//! The desk's long lists: what a page costs in the middle and at the end, beside the first one.
//!
//! `cargo bench --bench lists`; `-- --help` tells what can be chosen. docs/speed.md keeps the figures.

#[path = "../world/mod.rs"]
mod world;

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use sprachpool::{
    database::{Db, Query, Value, paging::Position},
    desks::coordinator::list as requests,
    institutions::{InstitutionId, list as institutions},
    people::PersonId,
    requests::RequestId,
    volunteers::list as volunteers,
};
use world::{
    Ids,
    chance::Chance,
    database::{Place, engines, name},
    history::{askers, past},
    land::{self, Land},
    now,
    people::volunteers as people,
};

const HELP: &str = "cargo bench --bench lists -- [--rows 100000] [--rounds 100]";

#[derive(Clone, Copy)]
enum List {
    Volunteers,
    Institutions,
    Requests,
}

/// Where a row of a list stands; a list's name sorts, a request's time of filing.
enum Key {
    Volunteer(volunteers::Key),
    Institution(institutions::Key),
    Request(requests::Key),
}

fn main() {
    let Some((rows, rounds)) = arguments() else {
        println!("{HELP}");
        return;
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime starts").block_on(measure(rows, rounds));
}

fn arguments() -> Option<(usize, usize)> {
    let (mut rows, mut rounds) = (100_000, 100);
    let mut given = std::env::args().skip(1);
    while let Some(argument) = given.next() {
        match argument.as_str() {
            "--bench" => {}
            "--rows" => rows = given.next()?.parse().ok()?,
            "--rounds" => rounds = given.next()?.parse().ok()?,
            _ => return None,
        }
    }
    Some((rows, rounds))
}

async fn measure(rows: usize, rounds: usize) {
    println!("| engine | {rows} | first page ms | middle ÷ first | last ÷ first |\n|---|---|--:|--:|--:|");
    for engine in engines() {
        let place = Place::new(engine, "lists", 2).await;
        fill(&place, rows).await;
        for list in [List::Volunteers, List::Institutions, List::Requests] {
            let middle = list.key_at(&place.db, rows / 2).await;
            // A page's length before the end: the last rows there are.
            let last = list.key_at(&place.db, rows - requests::PAGE - 1).await;
            let pages = [None, Some(&middle), Some(&last)];
            let mut times = [const { Vec::new() }; 3];
            // In turns, so that what else the machine does falls on all of them; the first round warms up.
            for round in 0..=rounds {
                for (page, times) in pages.iter().zip(&mut times) {
                    let started = Instant::now();
                    list.read(&place.db, *page).await;
                    if round > 0 {
                        times.push(started.elapsed());
                    }
                }
            }
            let [first, middle, last] = times.map(median);
            println!(
                "| {} | {} | {first:.2} | {:.2} | {:.2} |",
                name(engine),
                list.label(),
                middle / first,
                last / first
            );
        }
        place.remove().await;
    }
}

/// So many of each: a state's.
async fn fill(place: &Place, rows: usize) {
    let (mut ids, mut chance) = (Ids::default(), Chance::seeded(2027));
    let land = Land::new(land::Kind::Region, (9, 6), 400);
    let mut tx = place.db.begin().await.expect("it begins");
    let people = people(&mut tx, &mut ids, &mut chance, &land, rows).await;
    let mut all = Vec::with_capacity(rows);
    while all.len() < rows {
        // No more at a time than one statement takes: no site comes before its institution.
        let some = (rows - all.len()).min(500);
        all.extend(askers(&mut tx, &mut ids, &mut chance, &land, some).await);
    }
    past(&mut tx, &mut ids, &mut chance, &all, &people, rows).await;
    tx.commit().await.expect("it commits");
    place.settle().await;
}

/// In milliseconds.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1_000.0
}

impl List {
    fn label(self) -> &'static str {
        match self {
            Self::Volunteers => "volunteers",
            Self::Institutions => "institutions",
            Self::Requests => "requests",
        }
    }

    /// The key of the row with that number, in the list's own order.
    async fn key_at(self, db: &Db, number: usize) -> Key {
        let mut tx = db.read().await.expect("it begins");
        let query = |text| Query::new(text, vec![Value::from(number as i64)]);
        match self {
            Self::Volunteers => {
                let text = "SELECT p.name_sort, p.id FROM person p JOIN volunteer v ON v.person_id = p.id
                     ORDER BY p.name_sort, p.id LIMIT 1 OFFSET $1";
                let (name_sort, person) = query(text).one::<(String, PersonId)>(&mut tx).await.expect("a row");
                Key::Volunteer(volunteers::Key { name_sort, person })
            }
            Self::Institutions => {
                let text = "SELECT name_sort, id FROM institution ORDER BY name_sort, id LIMIT 1 OFFSET $1";
                let (name_sort, id) = query(text)
                    .one::<(String, InstitutionId)>(&mut tx)
                    .await
                    .expect("a row");
                Key::Institution(institutions::Key { name_sort, id })
            }
            Self::Requests => {
                let text = "SELECT filed_at, id FROM request ORDER BY filed_at DESC, id DESC LIMIT 1 OFFSET $1";
                let (filed_at, id) = query(text)
                    .one::<(DateTime<Utc>, RequestId)>(&mut tx)
                    .await
                    .expect("a row");
                Key::Request(requests::Key { filed_at, id })
            }
        }
    }

    /// As the desk reads a page, from the transaction's beginning to its end.
    async fn read(self, db: &Db, after: Option<&Key>) {
        let mut tx = db.read().await.expect("it begins");
        let read = match self {
            Self::Volunteers => {
                let at = match after {
                    Some(Key::Volunteer(key)) => Position::After(key.clone()),
                    _ => Position::Start,
                };
                let filter = volunteers::Filter {
                    at,
                    ..Default::default()
                };
                volunteers::list(&mut tx, &filter, now())
                    .await
                    .expect("it reads")
                    .rows
                    .len()
            }
            Self::Institutions => {
                let at = match after {
                    Some(Key::Institution(key)) => Position::After(key.clone()),
                    _ => Position::Start,
                };
                let filter = institutions::Filter {
                    at,
                    ..Default::default()
                };
                institutions::list(&mut tx, &filter).await.expect("it reads").rows.len()
            }
            Self::Requests => {
                let at = match after {
                    Some(Key::Request(key)) => Position::After(*key),
                    _ => Position::Start,
                };
                let filter = requests::Filter {
                    at,
                    ..Default::default()
                };
                requests::read(&mut tx, &filter, now())
                    .await
                    .expect("it reads")
                    .rows
                    .len()
            }
        };
        // Of the last ones some have left, and who left is not listed.
        assert!(read * 2 > requests::PAGE, "{}: {read} rows", self.label());
    }
}
