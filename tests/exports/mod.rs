//! Everything taken out, read in again, and taken out once more: the same.

use axum::http::StatusCode;
use sprachpool::{
    database::Engine,
    exports::{self, Table, What},
    imports::{self, Kind, store},
};

use crate::{
    imports::flow,
    support::{
        databases::{ENGINES, Fresh},
        scene::CORA,
        site::Site,
    },
};

async fn table(site: &Site, what: What) -> Table {
    let mut tx = site.app.db.read().await.expect("it reads");
    let rules = site.app.rules(&mut tx).await.expect("rules");
    let l = site.app.l10n.locale("de");
    let act = flow::cora(site);
    exports::table(&mut tx, &act, (&rules, &l), what)
        .await
        .expect("a table")
}

async fn file(site: &Site, what: What, format: exports::Format) -> Vec<u8> {
    let mut tx = site.app.db.begin().await.expect("it begins");
    let rules = site.app.rules(&mut tx).await.expect("rules");
    let l = site.app.l10n.locale("de");
    let act = flow::cora(site);
    let made = exports::export(&mut tx, &act, (&rules, &l), (what, format))
        .await
        .expect("a file");
    tx.commit().await.expect("it commits");
    made.bytes
}

/// A pool without anybody but its coordinator.
async fn empty(engine: Engine) -> (Fresh, Site) {
    let fresh = Fresh::new(engine).await;
    let site = Site::new(fresh.db.clone()).await;
    let mut tx = site.app.db.begin().await.expect("it begins");
    for query in [
        sprachpool::q!("DELETE FROM timer"),
        sprachpool::q!("DELETE FROM qualification"),
        sprachpool::q!("DELETE FROM availability"),
        sprachpool::q!("DELETE FROM volunteer_language"),
        sprachpool::q!("DELETE FROM volunteer_sector"),
        sprachpool::q!("DELETE FROM volunteer_district"),
        sprachpool::q!("DELETE FROM absence"),
        sprachpool::q!("DELETE FROM volunteer"),
        sprachpool::q!("DELETE FROM contact"),
        sprachpool::q!("DELETE FROM site"),
        sprachpool::q!("DELETE FROM institution"),
        sprachpool::q!("DELETE FROM person_address WHERE person_id NOT IN (SELECT person_id FROM coordinator)"),
        sprachpool::q!("DELETE FROM person WHERE id NOT IN (SELECT person_id FROM coordinator)"),
    ] {
        query.execute(&mut tx).await.expect("it deletes");
    }
    tx.commit().await.expect("it commits");
    (fresh, site)
}

async fn brought_in(site: &Site, kind: Kind, bytes: &[u8]) -> imports::Counts {
    let opened = imports::open(bytes).expect("it can be read");
    let mut tx = site.app.db.begin().await.expect("it begins");
    let rules = site.app.rules(&mut tx).await.expect("rules");
    let act = flow::cora(site);
    let id = imports::upload(&mut tx, &act, &rules, (kind, "own", bytes), &opened)
        .await
        .expect("it is stored");
    let known = store::get(&mut tx, id).await.expect("it reads").expect("it is there");
    let table = opened.table(kind, &rules, known.sheet as usize).expect("a table");
    let chosen = imports::choose_columns(
        &mut tx,
        &act,
        id,
        (known.sheet, &table),
        &known.mapping(),
        imports::Policy::Keep,
    )
    .await;
    assert!(chosen.expect("they fit"));
    site.app.commit(tx).await.expect("it commits");
    site.work().await;
    let mut tx = site.app.db.read().await.expect("it reads");
    let (doubts, _) = store::count_doubts(&mut tx, id).await.expect("a count");
    let first = store::doubts(&mut tx, id, 0, true)
        .await
        .expect("doubts")
        .into_iter()
        .next();
    assert_eq!(doubts, 0, "our own table has no doubts: {first:?}");
    drop(tx);
    flow::written(site, id, &[]).await
}

#[tokio::test]
async fn out_and_in_and_out_again_is_the_same() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        for (kind, file, own) in [
            (Kind::Volunteers, "volunteers_utf8_bom.csv", &[][..]),
            (
                Kind::Volunteers,
                "volunteers_double_headers.xlsx",
                &[
                    ("qualification.basic_training", "ja", "01.02.2027"),
                    ("gender", "", "female"),
                ][..],
            ),
            (
                Kind::Institutions,
                "institutions_addresses.csv",
                &[
                    ("sector", "Haus der Familie", "advice"),
                    ("district", "Kinderhaus", "63"),
                ][..],
            ),
            (Kind::Appointments, "appointments_german.csv", &[][..]),
        ] {
            let id = flow::uploaded(&site, kind, file).await;
            flow::written(&site, id, own).await;
        }
        for format in exports::Format::ALL {
            let (_kept, other) = empty(engine).await;
            for (what, kind) in [
                (What::Volunteers, Kind::Volunteers),
                (What::Institutions, Kind::Institutions),
                (What::Appointments, Kind::Appointments),
            ] {
                let before = table(&site, what).await;
                assert!(before.rows.len() > 2, "{what:?}");
                brought_in(&other, kind, &file(&site, what, format).await).await;
                let after = table(&other, what).await;
                assert_eq!(after.heads, before.heads, "{engine:?} {format:?} {what:?}");
                for (after, before) in after.rows.iter().zip(&before.rows) {
                    assert_eq!(after, before, "{engine:?} {format:?} {what:?}");
                }
                assert_eq!(after.rows.len(), before.rows.len(), "{engine:?} {format:?} {what:?}");
            }
            assert_eq!(table(&other, What::Requests).await, table(&site, What::Requests).await);
        }
    }
}

#[tokio::test]
async fn a_page_gives_files_and_the_trail_says_who_took_them() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let cora = site.signed_in(CORA).await;
        cora.get("/desk/exports").await.expect(StatusCode::OK);
        let missing = cora
            .post("/desk/exports", &[])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            missing.body.contains("Bitte wählen Sie, was Sie brauchen."),
            "{}",
            missing.body
        );
        assert!(
            missing.body.contains("<title>Fehler: Daten mitnehmen ·"),
            "{}",
            missing.body
        );
        assert!(missing.body.contains("<h1>Daten mitnehmen</h1>"), "{}", missing.body);
        let form = [("what", "volunteers"), ("format", "csv")];
        let csv = cora.post("/desk/exports", &form).await.expect(StatusCode::OK);
        assert!(csv.body.starts_with("\u{feff}Name;E-Mail;"), "{}", csv.body);
        assert!(csv.body.contains("Amina Rahimi"), "{}", csv.body);
        let named = csv
            .headers
            .get("content-disposition")
            .and_then(|value| value.to_str().ok());
        assert_eq!(
            named,
            Some("attachment; filename=\"sprachmittlerinnen-2027-03-01.csv\"")
        );
        for (what, format) in [("all", "csv"), ("all", "xlsx"), ("requests", "xlsx")] {
            cora.post("/desk/exports", &[("what", what), ("format", format)])
                .await
                .expect(StatusCode::OK);
        }
        let trail = cora.get("/desk/trail").await.expect(StatusCode::OK).body;
        assert_eq!(trail.matches("Tabelle mitgenommen").count(), 4, "{trail}");
    }
}

#[tokio::test]
async fn whoever_was_erased_is_in_no_table() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let before = table(&site, What::Volunteers).await.rows.len();
        let mut tx = site.app.db.begin().await.expect("it begins");
        sprachpool::q!(
            "UPDATE person SET erased_at = $1, name = 'gelöschte Person' WHERE name = 'Amina Rahimi'",
            site.app.clock.now()
        )
        .execute(&mut tx)
        .await
        .expect("it writes");
        tx.commit().await.expect("it commits");
        assert_eq!(
            table(&site, What::Volunteers).await.rows.len(),
            before - 1,
            "{engine:?}"
        );
    }
}

#[tokio::test]
async fn no_cell_is_a_formula() {
    let fresh = Fresh::new(Engine::Sqlite).await;
    let site = Site::new(fresh.db.clone()).await;
    let csv = b"\xef\xbb\xbfName;E-Mail;Geschlecht;Sprachen;Deutsch;Telefon\r\n'=cmd();a@b.example;w;Dari (C1);C1;+49 251 1234567\r\n";
    brought_in(&site, Kind::Volunteers, csv).await;
    let out = String::from_utf8(file(&site, What::Volunteers, exports::Format::Csv).await).expect("UTF-8");
    assert!(out.contains("\r\n'=cmd();"), "{out}");
    assert!(out.contains(";'+49 251 1234567;"), "{out}");
}
