//! Whatever has a name or a number is found however it is spelt.

use sprachpool::{
    act::Actor,
    database::Db,
    institutions::{self, Details, NewSite},
    people,
    search::{self, Wish, words},
};

use super::{main_of, page};
use crate::{
    institution::says,
    support::{
        databases::each_engine,
        people::{amina, asker, volunteer},
        scene::{AMINA, CORA, accepts, ask, tuesday},
        site::Site,
    },
};

const NAMES: [&str; 8] = [
    "Özgür Yılmaz",
    "Nguyễn Thị Hoa",
    "Conor O’Brien-Łukaszewicz",
    "عبد الرحمن الأحمد",
    "کریم یوسفی",
    "Jürgen Größer",
    "Joel Manuel Sørensen",
    "Ø",
];

async fn named(site: &Site, name: &str, number: usize) {
    let mut tx = site.app.db.begin().await.expect("it begins");
    let act = site.app.act(Actor::Command);
    let mut new = amina();
    new.name = name.parse().expect("a name");
    new.email = format!("person{number}@andere.example").parse().expect("an address");
    volunteer(&mut tx, &act, &new).await;
    tx.commit().await.expect("it commits");
}

async fn site_with_names(db: Db) -> Site {
    let site = Site::new(db).await;
    for (number, name) in NAMES.iter().enumerate() {
        named(&site, name, number).await;
    }
    site
}

async fn people_found(site: &Site, typed: &str) -> Vec<String> {
    let mut tx = site.app.db.read().await.expect("it reads");
    let (ids, _) = search::people(&mut tx, &Wish::read(typed)).await.expect("it finds");
    let hits = search::person_hits(&mut tx, &ids, site.app.clock.now())
        .await
        .expect("it reads");
    hits.into_iter().map(|hit| hit.name).collect()
}

#[tokio::test]
async fn names_are_found_however_they_are_spelt() {
    each_engine(async |db| {
        let site = site_with_names(db).await;
        for (typed, name) in [
            ("ozgur", NAMES[0]),
            ("Ozgur", NAMES[0]),
            ("OEZGUER", NAMES[0]),
            ("özg", NAMES[0]),
            ("yilmaz özgür", NAMES[0]),
            ("nguyen", NAMES[1]),
            ("NGUYE\u{302}\u{303}N hoa", NAMES[1]),
            ("obrien", NAMES[2]),
            ("o'brien", NAMES[2]),
            ("lukasz", NAMES[2]),
            ("الأحمد", NAMES[3]),
            ("الاحمد", NAMES[3]),
            ("عَبد", NAMES[3]),
            ("كريم", NAMES[4]),
            ("groesser", NAMES[5]),
            ("Größer", NAMES[5]),
            ("grosser", NAMES[5]),
            ("joel", NAMES[6]),
            ("soerensen", NAMES[6]),
            ("ø", NAMES[7]),
        ] {
            let found = people_found(&site, typed).await;
            assert!(found.iter().any(|found| found == name), "{typed}: {found:?}");
        }
        assert_eq!(people_found(&site, "ozgur nguyen").await, Vec::<String>::new());
        assert_eq!(
            people_found(&site, "rgen").await,
            Vec::<String>::new(),
            "words are found from their beginning"
        );
        // Nothing typed has a meaning of its own.
        for typed in ["%", "_", "*", "'); DROP TABLE person; --", "\\", "\u{0}", "zzz"] {
            assert_eq!(people_found(&site, typed).await, Vec::<String>::new(), "{typed}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_triggers_cut_words_as_the_search_does() {
    each_engine(async |db| {
        let site = site_with_names(db).await;
        let strange = "Ünal-Öz (geb. de la Cruz) \"Koll\\ege\" M’Bäë / Ж & Straße+Söhne_GmbH; A:B–C ـكـ ؤئى";
        named(&site, strange, 99).await;
        let mut tx = site.app.db.read().await.expect("it reads");
        let people = sprachpool::q!("SELECT id, name FROM person");
        let people = people
            .all::<(people::PersonId, String)>(&mut tx)
            .await
            .expect("it reads");
        assert!(people.len() > NAMES.len());
        for (id, name) in people {
            let stored = sprachpool::q!("SELECT word FROM search_word WHERE subject_id = $1", id);
            let stored = stored.all::<(String,)>(&mut tx).await.expect("it reads");
            let mut stored: Vec<String> = stored.into_iter().map(|(word,)| word).collect();
            let mut wanted = words(&name);
            stored.sort();
            wanted.sort();
            assert_eq!(stored, wanted, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_index_changes_with_what_it_was_copied_from() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        let act = site.app.act(Actor::Command);
        let amina = sprachpool::volunteers::store::get(&mut tx, site.who.amina).await;
        let amina = amina.expect("it reads").expect("Amina").person_id;
        let name = "Amina Çelik".parse().expect("a name");
        people::change_details(&mut tx, amina, &name, "de")
            .await
            .expect("it changes");
        let address = "celik@anderswo.example".parse().expect("an address");
        people::change_address(&mut tx, &act, amina, &address)
            .await
            .expect("it changes");
        let kita = site.who.kita;
        let details = Details {
            name: "Familienhaus Übermut".parse().expect("a name"),
            kind: None,
            sector: "kita".to_owned(),
        };
        institutions::change_institution(&mut tx, &act, kita.institution, &details)
            .await
            .expect("it changes");
        let place = NewSite {
            name: "Haus am See".parse().expect("a name"),
            street: "Lange Straße 7".to_owned(),
            postcode: "48149".to_owned(),
            city: "Münster".to_owned(),
            district: "51".to_owned(),
        };
        institutions::change_site(&mut tx, &act, kita.institution, kita.site, &place)
            .await
            .expect("it changes");
        // Rolled back with everything else: what was found before is found again.
        let found = search::people(&mut tx, &Wish::read("celik")).await.expect("it finds").0;
        assert_eq!(found, [amina]);
        tx.rollback().await.expect("it rolls back");
        assert_eq!(people_found(&site, "celik").await, Vec::<String>::new());
        assert_eq!(people_found(&site, "rahimi").await, ["Amina Rahimi"]);

        let mut tx = site.app.db.begin().await.expect("it begins");
        people::change_details(&mut tx, amina, &name, "de")
            .await
            .expect("it changes");
        people::change_address(&mut tx, &act, amina, &address)
            .await
            .expect("it changes");
        institutions::change_institution(&mut tx, &act, kita.institution, &details)
            .await
            .expect("it changes");
        institutions::change_site(&mut tx, &act, kita.institution, kita.site, &place)
            .await
            .expect("it changes");
        tx.commit().await.expect("it commits");
        assert_eq!(people_found(&site, "rahimi").await, Vec::<String>::new());
        assert_eq!(people_found(&site, "celik").await, ["Amina Çelik"]);
        assert_eq!(people_found(&site, "celik@").await, ["Amina Çelik"]);
        assert_eq!(people_found(&site, "@anderswo").await, ["Amina Çelik"]);
        let mut tx = site.app.db.read().await.expect("it reads");
        for (typed, there) in [
            ("sonnenblume", false),
            ("parkweg", true),
            ("ubermut", true),
            ("lange strasse", true),
            ("lange straße", true),
            ("see uebermut", true),
            ("jobcenter uebermut", false),
        ] {
            let found = search::institutions(&mut tx, &Wish::read(typed))
                .await
                .expect("it finds")
                .0;
            // Parkweg is where the others are, too.
            let found = if typed == "parkweg" {
                !found.is_empty() && !found.contains(&kita.institution)
            } else {
                found.contains(&kita.institution)
            };
            assert_eq!(found, there, "{typed}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_page_finds_requests_people_institutions_and_languages() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let cora = site.signed_in(CORA).await;
        for (typed, words) in [
            ("1", "SP-2027-0001"),
            ("0001", "SP-2027-0001"),
            ("2027-0001", "SP-2027-0001"),
            ("sp-2027-0001", "SP-2027-0001"),
            ("rahimi", "Sprachmittler*in: Dari"),
            ("jana", "Ansprechperson: Kita Sonnenblume"),
            ("cora", "Koordinator*in"),
            ("sonnenbl", "Kita Sonnenblume"),
            ("parkweg", "Klinik am Park"),
            ("kurmanci", "Kurmancî"),
            ("turkish", "Türkisch"),
            ("held@klinik", "Dr. Timo Held"),
        ] {
            let query = serde_urlencoded::to_string([("q", typed)]).expect("a query");
            let found = page(&cora, &format!("/desk/search?{query}")).await;
            assert!(main_of(&found).contains(words), "{typed}: {}", main_of(&found));
            assert!(!found.contains("haben wir nichts gefunden"), "{typed}");
        }
        for typed in ["2", "10", "rahimi noori", "<svg onload=1>", "\u{202E}abc", "\u{0}x"] {
            let query = serde_urlencoded::to_string([("q", typed)]).expect("a query");
            let found = page(&cora, &format!("/desk/search?{query}")).await;
            assert!(found.contains("haben wir nichts gefunden"), "{typed}: {found}");
            assert!(!found.contains("<svg onload"), "{found}");
        }
        let nothing = page(&cora, "/desk/search").await;
        assert!(nothing.contains("Der Anfang genügt."), "{nothing}");
        let long = "x".repeat(5000);
        page(&cora, &format!("/desk/search?q={long}")).await;
    })
    .await;
}

#[tokio::test]
async fn somebody_who_shares_an_address_is_found_too() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        let act = site.app.act(Actor::Command);
        let twice = ("Zweite Stelle", "kita", "Uwe Kurz", "kita@sonnenblume.example", "51");
        asker(&mut tx, &act, twice).await;
        tx.commit().await.expect("it commits");
        let found = people_found(&site, "kita@sonnenblume.example").await;
        assert_eq!(found, ["Jana Vogt", "Uwe Kurz"]);
    })
    .await;
}

#[tokio::test]
async fn a_number_on_the_display_and_a_day_lead_somewhere() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        accepts(&site, AMINA).await;
        let cora = site.signed_in(CORA).await;
        for typed in [
            "02515550142",
            "0251+555-0142",
            "%2B49+251+5550142",
            "0049251+5550142",
            "5550142",
        ] {
            let found = page(&cora, &format!("/desk/search?q={typed}")).await;
            assert!(main_of(&found).contains("Jana Vogt"), "{typed}: {found}");
        }
        let nobody = page(&cora, "/desk/search?q=0251+99999").await;
        assert!(!main_of(&nobody).contains("Jana Vogt"), "{nobody}");
        for typed in ["16.3.", "16.3.2027", "16.+März"] {
            let found = page(&cora, &format!("/desk/search?q={typed}")).await;
            let week = "href=\"/desk/week?from=2027-03-16#d-2027-03-16\"";
            assert!(main_of(&found).contains(week), "{typed}: {found}");
        }
        for typed in ["16.13.", "42", "555"] {
            let found = page(&cora, &format!("/desk/search?q={typed}")).await;
            assert!(!main_of(&found).contains("/desk/week?from"), "{typed}: {found}");
        }
        let hers = page(&cora, "/desk/search?q=rahimi").await;
        says(
            &hers,
            "Nächster Einsatz: Dienstag, 16. März, 9:00 Uhr, Kita Sonnenblume",
        );
    })
    .await;
}
