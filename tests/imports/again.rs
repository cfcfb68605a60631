//! A pool brings its table again: what becomes different about people whom it knows, and back.

use axum::http::StatusCode;
use sprachpool::{
    imports::{ImportId, Kind, Policy, store},
    q,
    volunteers::{self, Facts, VolunteerId},
};

use super::flow;
use crate::support::{
    databases::{ENGINES, Fresh},
    scene::CORA,
    site::Site,
};

/// Amina speaks Dari as her first language; the table says some of it otherwise, and some of it more.
const TABLE: &str = "Name;E-Mail;Telefon;Geschlecht;Geburtsjahr;Deutsch;Sprachen;Fahrzeit\n\
    Amina Rahimi;amina.rahimi@post.example;0251 4711;w;1980;C2;Dari (A2), Farsi (B2);\n\
    Basir Noori;basir.noori@post.example;;;;;Dari;45\n\
    Neue Person;neu@post.example;;w;;C1;Dari (C1);\n";

async fn again(site: &Site, policy: Policy) -> ImportId {
    flow::uploaded_again(site, Kind::Volunteers, ("wieder.csv", TABLE.as_bytes()), policy).await
}

async fn facts(site: &Site, id: VolunteerId) -> Facts {
    let mut tx = site.app.db.read().await.expect("it reads");
    let mut all = volunteers::facts(&mut tx).await.expect("they are read");
    all.remove(&id).expect("she is there")
}

async fn set_phone(site: &Site, id: VolunteerId, phone: &str) {
    let mut tx = site.app.db.begin().await.expect("it begins");
    q!("UPDATE volunteer SET phone = $1 WHERE id = $2", phone, id)
        .execute(&mut tx)
        .await
        .expect("it is written");
    tx.commit().await.expect("it commits");
}

async fn forget(site: &Site, id: VolunteerId) {
    let mut tx = site.app.db.begin().await.expect("it begins");
    q!("UPDATE volunteer SET phone = NULL, birth_year = NULL WHERE id = $1", id)
        .execute(&mut tx)
        .await
        .expect("it is written");
    tx.commit().await.expect("it commits");
}

async fn stored(site: &Site, id: ImportId) -> Vec<String> {
    let mut tx = site.app.db.read().await.expect("it reads");
    let all = store::changes_after(&mut tx, id, 0, 100).await.expect("they are there");
    let line = |one: store::NamedChange| {
        let old = one.old_value.as_deref().unwrap_or("-").to_owned();
        format!("{}: {}: {old} -> {}", one.name, one.field, one.new_value)
    };
    all.into_iter().map(line).collect()
}

#[tokio::test]
async fn who_is_known_stays_as_they_are_unless_somebody_wants_it() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let before = facts(&site, site.who.amina).await;
        let id = again(&site, Policy::Keep).await;
        let counts = flow::written(&site, id, &[]).await;
        assert_eq!(
            (counts.volunteers, counts.known, counts.changed),
            (1, 2, 0),
            "{engine:?}"
        );
        assert_eq!(facts(&site, site.who.amina).await, before);
    }
}

#[tokio::test]
async fn what_is_not_known_is_added_and_nothing_else() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        set_phone(&site, site.who.basir, "0251 9").await;
        forget(&site, site.who.amina).await;
        let (amina, basir) = (facts(&site, site.who.amina).await, facts(&site, site.who.basir).await);
        let id = again(&site, Policy::Fill).await;
        let planned = flow::state(&site, id).await.counts().expect("they are counted");
        assert_eq!((planned.changed, planned.volunteers), (2, 1), "{engine:?}");
        let would = stored(&site, id).await;
        let counts = flow::written(&site, id, &[]).await;
        assert_eq!(counts.values, planned.values);
        assert_eq!(stored(&site, id).await, would, "{engine:?}: what was said came true");
        let now = facts(&site, site.who.amina).await;
        let mut wanted = amina.clone();
        for (field, value) in [("phone", "0251 4711"), ("birth_year", "1980"), ("language.fa", "B2")] {
            wanted.entry(field.to_owned()).or_insert(value.to_owned());
        }
        assert_eq!(now, wanted, "{engine:?}: German and Dari stay as they were");
        assert_eq!(facts(&site, site.who.basir).await["phone"], "0251 9", "an empty cell");
        flow::taken_back(&site, id).await;
        assert_eq!(facts(&site, site.who.amina).await, amina, "{engine:?}");
        assert_eq!(facts(&site, site.who.basir).await["gender"], basir["gender"]);
        assert!(stored(&site, id).await.is_empty());
    }
}

#[tokio::test]
async fn the_table_counts_but_levels_are_decided_one_by_one() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        set_phone(&site, site.who.amina, "0251 1").await;
        let before = facts(&site, site.who.amina).await;
        let id = again(&site, Policy::Overwrite).await;
        let mut tx = site.app.db.read().await.expect("it reads");
        let doubts = store::doubts(&mut tx, id, 0, true).await.expect("they are there");
        drop(tx);
        let lower = doubts.iter().find(|one| one.cell.starts_with("prs "));
        let lower = lower.expect("the table says less than the pool");
        assert_eq!(
            (lower.field.as_str(), lower.proposal.as_deref()),
            ("known_level", Some("old"))
        );
        let cell = lower.cell.clone();
        flow::written(&site, id, &[("known_level", cell.as_str(), "old")]).await;
        let now = facts(&site, site.who.amina).await;
        assert_eq!(now["phone"], "0251 4711", "{engine:?}");
        assert_eq!(now["language.prs"], before["language.prs"], "never lowered silently");
        assert_eq!(now["language.fa"], "B2");

        // Somebody changes one of the values; all others go back.
        set_phone(&site, site.who.amina, "0251 5").await;
        flow::taken_back(&site, id).await;
        let mut wanted = before.clone();
        wanted.insert("phone".to_owned(), "0251 5".to_owned());
        assert_eq!(facts(&site, site.who.amina).await, wanted, "{engine:?}");
        assert_eq!(
            stored(&site, id).await,
            ["Amina Rahimi: phone: 0251 1 -> 0251 4711"],
            "{engine:?}: it is named"
        );
    }
}

#[tokio::test]
async fn the_pages_say_what_would_change_and_what_could_not_be_put_back() {
    let fresh = Fresh::new(ENGINES[0]).await;
    let site = Site::new(fresh.db.clone()).await;
    set_phone(&site, site.who.amina, "0251 1").await;
    let cora = site.signed_in(CORA).await;
    let sent = cora
        .upload(
            "/desk/imports/files",
            &[("kind", "volunteers")],
            "wieder.csv",
            TABLE.as_bytes(),
        )
        .await;
    let columns = sent.expect(StatusCode::SEE_OTHER).location().to_owned();
    let form = cora.get(&columns).await.expect(StatusCode::OK).body;
    assert!(form.contains(r#"name="known" value="keep" checked"#), "{form}");
    let fields = [
        "name",
        "email",
        "phone",
        "gender",
        "birth_year",
        "german",
        "languages",
        "travel_minutes",
    ];
    let named: Vec<(String, &str)> = (0..).map(|at| format!("column-{at}")).zip(fields).collect();
    let mut chosen: Vec<(&str, &str)> = named.iter().map(|(name, field)| (name.as_str(), *field)).collect();
    chosen.extend([("sheet", "0"), ("known", "overwrite")]);
    let one = cora.post(&columns, &chosen).await.expect(StatusCode::SEE_OTHER);
    let one = one.location().to_owned();
    site.work().await;
    let list = cora.get("/desk/imports").await.body;
    assert!(list.contains("Noch nicht übernommen"), "{list}");
    let doubts = cora.get(&format!("{one}/doubts")).await.expect(StatusCode::OK).body;
    assert!(
        doubts.contains("Das Niveau im Pool bleibt") && doubts.contains("Dari: "),
        "{doubts}"
    );
    cora.post(&format!("{one}/proposals"), &[])
        .await
        .expect(StatusCode::SEE_OTHER);
    site.work().await;
    let ready = cora.get(&one).await.expect(StatusCode::OK).body;
    assert!(ready.contains("bekannte Personen bekommen zusammen"), "{ready}");
    let changes = cora.get(&format!("{one}/changes")).await.expect(StatusCode::OK).body;
    for word in [
        "Das ist noch nicht geschrieben.",
        "Amina Rahimi",
        "0251 1",
        "0251 4711",
        "45",
    ] {
        assert!(changes.contains(word), "{word}: {changes}");
    }
    let form = cora.get(&columns).await.expect(StatusCode::OK).body;
    assert!(form.contains(r#"name="known" value="overwrite" checked"#), "{form}");
    cora.post(&format!("{one}/confirmation"), &[])
        .await
        .expect(StatusCode::SEE_OTHER);
    site.work().await;
    let done = cora.get(&format!("{one}/changes")).await.expect(StatusCode::OK).body;
    assert!(done.contains("Das hat die Übernahme geändert."), "{done}");
    set_phone(&site, site.who.amina, "0251 5").await;
    cora.post(&format!("{one}/undoing"), &[])
        .await
        .expect(StatusCode::SEE_OTHER);
    site.work().await;
    let undone = cora.get(&one).await.expect(StatusCode::OK).body;
    assert!(
        undone.contains("Das bleibt, wie es ist") && undone.contains("Amina Rahimi"),
        "{undone}"
    );
    cora.get("/desk/imports/nothing/changes")
        .await
        .expect(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn contacts_of_known_institutions_get_their_phone_and_new_sites_are_counted_before() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let table = "Einrichtung;Standort;Straße;PLZ;Ort;Stadtteil;Ansprechperson;E-Mail;Telefon\n\
            Kita Sonnenblume;;;;;;Jana Vogt;kita@sonnenblume.example;0251 99\n\
            Kita Sonnenblume;Waldgruppe;Waldweg 1;48151;Münster;Dom;Olga Neu;olga@sonnenblume.example;\n";
        let phone = || async {
            let mut tx = site.app.db.read().await.expect("it reads");
            let row = q!("SELECT phone FROM contact WHERE id = $1", site.who.kita.contact);
            let (phone,) = row.one::<(Option<String>,)>(&mut tx).await.expect("she is there");
            phone
        };
        let before = phone().await;
        for policy in [Policy::Keep, Policy::Overwrite] {
            let id = flow::uploaded_again(&site, Kind::Institutions, ("wieder.csv", table.as_bytes()), policy).await;
            let counts = flow::written(&site, id, &[]).await;
            let planned = (counts.institutions, counts.added_sites, counts.added_contacts);
            assert_eq!(planned, (0, 1, 1), "{engine:?}");
            assert_eq!((counts.sites, counts.contacts), (1, 1));
            let wanted = match policy {
                Policy::Keep => before.clone(),
                _ => Some("0251 99".to_owned()),
            };
            assert_eq!(phone().await, wanted, "{engine:?} {policy:?}");
            flow::taken_back(&site, id).await;
            assert_eq!(phone().await, before, "{engine:?}");
        }
    }
}

#[tokio::test]
async fn of_several_who_are_called_so_nobody_is_changed_and_who_is_erased_leaves_nothing() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let id = again(&site, Policy::Fill).await;
        flow::written(&site, id, &[]).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        let (person,) = q!("SELECT person_id FROM volunteer WHERE id = $1", site.who.amina)
            .one::<(sprachpool::people::PersonId,)>(&mut tx)
            .await
            .expect("she is there");
        let gone = sprachpool::imports::forget_changes_of(&mut tx, person)
            .await
            .expect("they go");
        assert!(gone > 0, "{engine:?}");
        tx.commit().await.expect("it commits");
        // The same name at another address: somebody says that it is her, and her address stays.
        let table = "Name;E-Mail;Geschlecht;Deutsch;Sprachen;Geburtsjahr\n\
            Amina Rahimi;amina.neu@post.example;w;C1;Dari (C1);1999\n";
        let id = flow::uploaded_again(&site, Kind::Volunteers, ("x.csv", table.as_bytes()), Policy::Overwrite).await;
        let counts = flow::written(&site, id, &[("row", "Amina Rahimi", "same")]).await;
        assert_eq!((counts.volunteers, counts.changed), (0, 1), "{engine:?}");
        assert_eq!(facts(&site, site.who.amina).await["birth_year"], "1999");
        let addresses = q!("SELECT COUNT(*) FROM address WHERE email_key = 'amina.neu@post.example'");
        assert_eq!(flow::count(&site, addresses).await, 0, "{engine:?}");
    }
}
