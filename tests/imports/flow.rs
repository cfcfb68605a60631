//! From the file to what was written and back, on both engines.

use sprachpool::{
    act::Act,
    database::Engine,
    imports::{self, Counts, ImportId, Kind, Policy, UndoError, answers::Answer, store},
    q,
};

use super::bytes;
use crate::support::{
    databases::{ENGINES, Fresh},
    people::act,
    site::Site,
};

pub async fn uploaded(site: &Site, kind: Kind, file: &str) -> ImportId {
    uploaded_bytes(site, kind, file, &bytes(file)).await
}

pub async fn uploaded_bytes(site: &Site, kind: Kind, file: &str, bytes: &[u8]) -> ImportId {
    uploaded_again(site, kind, (file, bytes), Policy::Keep).await
}

/// … which may change people whom the pool knows.
pub async fn uploaded_again(site: &Site, kind: Kind, (file, bytes): (&str, &[u8]), policy: Policy) -> ImportId {
    let opened = imports::open(bytes).expect("it can be read");
    let mut tx = site.app.db.begin().await.expect("it begins");
    let rules = site.app.rules(&mut tx).await.expect("rules");
    let act = cora(site);
    let id = imports::upload(&mut tx, &act, &rules, (kind, file, bytes), &opened)
        .await
        .expect("it is stored");
    let known = store::get(&mut tx, id).await.expect("it reads").expect("it is there");
    let sheet = known.sheet;
    let table = opened.table(kind, &rules, sheet as usize).expect("a table");
    assert!(
        imports::choose_columns(&mut tx, &act, id, (sheet, &table), &known.mapping(), policy)
            .await
            .expect("they fit"),
        "it is checked"
    );
    site.app.commit(tx).await.expect("it commits");
    site.work().await;
    id
}

pub fn cora(site: &Site) -> Act<'_> {
    Act {
        actor: sprachpool::act::Actor::Person(site.who.cora),
        ..act(&site.app.ids, site.app.clock.now())
    }
}

pub async fn state(site: &Site, id: ImportId) -> store::Import {
    let mut tx = site.app.db.read().await.expect("it reads");
    store::get(&mut tx, id).await.expect("it reads").expect("it is there")
}

/// Answers every doubt: by the proposal, else by leaving the row out, until nothing is open; then confirms.
pub async fn written(site: &Site, id: ImportId, own: &[(&str, &str, &str)]) -> Counts {
    for _ in 0..4 {
        let mut tx = site.app.db.begin().await.expect("it begins");
        let mut after = 0;
        loop {
            let page = store::doubts(&mut tx, id, after, true).await.expect("they are there");
            let Some(last) = page.last().map(|doubt| doubt.position) else {
                break;
            };
            for doubt in page {
                let said = own
                    .iter()
                    .find(|(field, cell, _)| *field == doubt.field && *cell == doubt.cell);
                let answer = match (said, doubt.proposal) {
                    (Some((_, _, value)), _) => Answer::Value((*value).to_owned()),
                    (None, Some(proposal)) => Answer::Value(proposal),
                    (None, None) => Answer::LeaveOut,
                };
                let act = cora(site);
                imports::answer(&mut tx, &act, id, doubt.position, &answer)
                    .await
                    .expect("it fits");
            }
            after = last;
        }
        assert!(
            imports::confirm(&mut tx, &cora(site), id).await.expect("it confirms"),
            "nothing is open"
        );
        site.app.commit(tx).await.expect("it commits");
        site.work().await;
        // An answer can raise another question: then there is another round.
        let now = state(site, id).await;
        if now.state == "done" {
            return now.counts().expect("they are counted");
        }
    }
    panic!("{:?}", state(site, id).await);
}

/// A coordinator wants it taken back; nothing has happened yet.
pub async fn asked_back(site: &Site, id: ImportId) -> Result<(), UndoError> {
    let mut tx = site.app.db.begin().await.expect("it begins");
    let asked = imports::ask_undo(&mut tx, &cora(site), id).await;
    match asked {
        Ok(()) => site.app.commit(tx).await.expect("it commits"),
        Err(_) => tx.rollback().await.expect("it rolls back"),
    }
    asked
}

pub async fn taken_back(site: &Site, id: ImportId) {
    asked_back(site, id).await.expect("nothing hangs on it");
    assert!(state(site, id).await.is_undoing());
    assert!(
        matches!(asked_back(site, id).await, Err(UndoError::NotDone)),
        "once is enough"
    );
    site.work().await;
    assert_eq!(state(site, id).await.state, "undone");
}

pub async fn count(site: &Site, query: sprachpool::database::Query) -> i64 {
    let mut tx = site.app.db.read().await.expect("it reads");
    let (count,) = query.one::<(i64,)>(&mut tx).await.expect("it counts");
    count
}

#[tokio::test]
async fn nothing_is_written_before_it_is_confirmed_and_undo_takes_everything_back() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let before = crate::support::scene::dump(&site.app.db).await;
        let id = uploaded(&site, Kind::Volunteers, "volunteers_twice.xlsx").await;
        assert_eq!(
            count(&site, q!("SELECT COUNT(*) FROM volunteer")).await,
            2,
            "{engine:?}"
        );
        let counts = written(&site, id, &[("row", "Lina Baum (3)", "different")]).await;
        // Amina Rahimi is in the pool already, two have no address.
        assert_eq!(
            (counts.volunteers, counts.left_out, counts.rows),
            (4, 4, 8),
            "{engine:?}"
        );
        assert_eq!(count(&site, q!("SELECT COUNT(*) FROM volunteer")).await, 6);
        assert_eq!(
            count(&site, q!("SELECT COUNT(*) FROM outbox WHERE kind <> 'sign_in'")).await,
            0,
            "no mails"
        );
        let done = state(&site, id).await;
        assert_eq!(done.state, "done");
        assert_eq!(
            count(&site, q!("SELECT COUNT(*) FROM import WHERE file IS NOT NULL")).await,
            0,
            "the file is gone"
        );
        assert_eq!(count(&site, q!("SELECT COUNT(*) FROM import_doubt")).await, 0);

        taken_back(&site, id).await;
        let left = |row: &String| {
            !["import", "audit: ", "timer: "]
                .iter()
                .any(|table| row.starts_with(table))
        };
        let after: Vec<String> = crate::support::scene::dump(&site.app.db)
            .await
            .into_iter()
            .filter(left)
            .collect();
        let before: Vec<String> = before.into_iter().filter(left).collect();
        assert_eq!(after, before, "{engine:?}: as if it had never been");
    }
}

#[tokio::test]
async fn what_is_in_use_cannot_be_undone() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let id = uploaded(&site, Kind::Volunteers, "volunteers_utf8_bom.csv").await;
        written(&site, id, &[]).await;
        asked_back(&site, id).await.expect("nothing hangs on it yet");
        ban_ozgur(&site).await;
        site.work().await;
        let kept = state(&site, id).await;
        assert_eq!(
            (kept.stage(), kept.problem.as_deref()),
            ("done", Some("in-use")),
            "{engine:?}: used in the meantime"
        );
        let error = asked_back(&site, id).await.expect_err("it is in use");
        assert!(matches!(error, UndoError::InUse(1)), "{error}");
        assert_eq!(state(&site, id).await.stage(), "done");
    }
}

async fn ban_ozgur(site: &Site) {
    let mut tx = site.app.db.begin().await.expect("it begins");
    let (volunteer,) =
        q!("SELECT v.id FROM volunteer v JOIN person p ON p.id = v.person_id WHERE p.name_sort = 'ozgur kaya'")
            .one::<(sprachpool::volunteers::VolunteerId,)>(&mut tx)
            .await
            .expect("he is there");
    let kita = site.who.kita.institution;
    sprachpool::volunteers::ban(&mut tx, &cora(site), kita, volunteer, "Streit")
        .await
        .expect("a ban");
    site.app.commit(tx).await.expect("it commits");
}

#[tokio::test]
async fn institutions_come_with_sites_and_contacts() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let id = uploaded(&site, Kind::Institutions, "institutions_numbers.xlsx").await;
        let own = [
            ("postcode", "Wallweg 3 Münster", "48151"),
            ("sector", "Verwaltung", "authority"),
            ("district", "Innenstadt", "Dom"),
        ];
        let counts = written(&site, id, &own).await;
        assert_eq!(
            (counts.institutions, counts.sites, counts.contacts),
            (4, 4, 5),
            "{engine:?}"
        );
        assert_eq!(
            count(&site, q!("SELECT COUNT(*) FROM outbox WHERE kind <> 'sign_in'")).await,
            0,
            "nobody is invited"
        );
        // The same table again adds nothing.
        let again = uploaded(&site, Kind::Institutions, "institutions_numbers.xlsx").await;
        let counts = written(&site, again, &own).await;
        assert_eq!((counts.institutions, counts.contacts), (0, 0), "{engine:?}");
        assert_eq!(count(&site, q!("SELECT COUNT(*) FROM institution")).await, 7);
        taken_back(&site, id).await;
        assert_eq!(count(&site, q!("SELECT COUNT(*) FROM institution")).await, 3);
        assert_eq!(
            count(&site, q!("SELECT COUNT(*) FROM person WHERE name = 'Ole Sand'")).await,
            0
        );
    }
}

#[tokio::test]
async fn past_appointments_are_counted_and_nobody_is_asked() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let id = uploaded(&site, Kind::Appointments, "appointments_german.csv").await;
        let mut tx = site.app.db.read().await.expect("it reads");
        let doubts = store::doubts(&mut tx, id, 0, true).await.expect("they are there");
        drop(tx);
        let shown: Vec<String> = doubts
            .iter()
            .map(|one| {
                format!(
                    "{} {} «{}» {} -> {}",
                    one.field,
                    one.code,
                    one.cell,
                    one.row_numbers,
                    one.proposal.as_deref().unwrap_or("?")
                )
            })
            .collect();
        assert_eq!(
            shown,
            [
                "institution unknown «Kita Sonnenblumme» [4] -> Kita Sonnenblume",
                "date day_or_month «05/03/2026» [5] -> 05.03.2026",
                "volunteer overlap «2.3.26 15:00» [7] -> ?",
                "row same_in_file «2.3.26 Kita Sonnenblume (2)» [8] -> same",
                "date unknown «31.02.2026» [9] -> ?",
                "date not_past «01.06.2027 10:00» [10] -> ?",
                "minutes ambiguous «5» [11] -> 300 min",
                "occasion unknown «Kaffeetrinken» [11] -> ?",
                "volunteer unknown «Dora Unbekannt» [11] -> ?",
            ],
            "{engine:?}"
        );
        let counts = written(&site, id, &[]).await;
        assert_eq!((counts.appointments, counts.left_out), (5, 5), "{engine:?}");
        assert_eq!(count(&site, q!("SELECT COUNT(*) FROM offer")).await, 0);
        assert_eq!(
            count(&site, q!("SELECT COUNT(*) FROM outbox WHERE kind <> 'sign_in'")).await,
            0
        );
        assert_eq!(
            count(
                &site,
                q!("SELECT COUNT(*) FROM request WHERE reference LIKE 'SP-2026-000%'")
            )
            .await,
            5
        );
        let mut tx = site.app.db.read().await.expect("it reads");
        let filter = sprachpool::statistics::Filter {
            period: sprachpool::statistics::Period {
                from: sprachpool::statistics::Month::parse("2026-03").expect("a month"),
                to: sprachpool::statistics::Month::parse("2026-03").expect("a month"),
            },
            language: None,
            sector: None,
            district: None,
            institution: None,
        };
        let outcomes = sprachpool::statistics::read(&mut tx, &filter)
            .await
            .expect("they are counted");
        let figures =
            sprachpool::statistics::table(&outcomes, sprachpool::statistics::Grouping::Month, filter.period).total;
        assert_eq!(
            (
                figures.requests,
                figures.filled,
                figures.unfilled,
                figures.cancelled_by_institution
            ),
            (5, 3, 1, 1)
        );
        assert_eq!(figures.real_minutes, 90, "only what was held");
        assert_eq!(figures.median_tenths(), None, "nobody knows how long the search took");
        drop(tx);
        taken_back(&site, id).await;
        assert_eq!(count(&site, q!("SELECT COUNT(*) FROM request")).await, 0);
    }
}

#[tokio::test]
async fn a_file_that_nobody_confirms_goes_by_itself() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let id = uploaded(&site, Kind::Volunteers, "volunteers_kurdish.xlsx").await;
        assert_eq!(
            count(&site, q!("SELECT COUNT(*) FROM import WHERE file IS NOT NULL")).await,
            1
        );
        site.app.clock.advance(chrono::Duration::days(8));
        site.work().await;
        assert_eq!(
            count(&site, q!("SELECT COUNT(*) FROM import WHERE file IS NOT NULL")).await,
            0
        );
        assert_eq!(count(&site, q!("SELECT COUNT(*) FROM import_doubt")).await, 0);
        assert_eq!(state(&site, id).await.state, "ended");
        assert_eq!(count(&site, q!("SELECT COUNT(*) FROM volunteer")).await, 2);
    }
}

#[tokio::test]
async fn days_of_a_mac_and_numbers_of_a_sheet_are_days() {
    let fresh = Fresh::new(Engine::Sqlite).await;
    let site = Site::new(fresh.db.clone()).await;
    let id = uploaded(&site, Kind::Appointments, "appointments_1904.xlsx").await;
    let counts = written(&site, id, &[]).await;
    assert_eq!((counts.appointments, counts.left_out), (2, 0));
    let id = uploaded(&site, Kind::Appointments, "appointments_serials.xlsx").await;
    let counts = written(&site, id, &[]).await;
    // The first stands in the pool already: the same institution, language and start.
    assert_eq!((counts.appointments, counts.left_out), (3, 0));
    let mut tx = site.app.db.read().await.expect("it reads");
    let slots = q!("SELECT local_date, start_time FROM slot ORDER BY starts_at")
        .all::<(String, String)>(&mut tx)
        .await;
    let slots: Vec<String> = slots
        .expect("slots")
        .into_iter()
        .map(|(day, time)| format!("{day} {time}"))
        .collect();
    assert_eq!(
        slots,
        [
            "2026-03-16 09:00",
            "2026-03-16 14:30",
            "2026-03-17 14:30",
            "2026-03-18 14:30",
            "2026-10-25 14:30"
        ]
    );
}
