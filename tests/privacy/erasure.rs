//! S52: Amina is erased; the counts stay, without her.

use axum::http::StatusCode;
use sprachpool::{
    act::Actor,
    people::PersonId,
    privacy::{self, Blocker, EraseError, report},
    q,
    statistics::{self, Filter, Month, Period},
};

use super::{lived, number, person_of, run};
use crate::support::{
    databases::{ENGINES, Fresh, each_engine},
    scene::{AMINA, CORA, KITA},
    site::{Browser, Site},
};

async fn figures(site: &Site) -> String {
    let mut tx = site.app.db.read().await.expect("it reads");
    let month = |text: &str| Month::of(text.parse().expect("a day"));
    let filter = Filter {
        period: Period {
            from: month("2027-01-01"),
            to: month("2027-12-01"),
        },
        language: None,
        sector: None,
        district: None,
        institution: None,
    };
    let read = statistics::read(&mut tx, &filter).await.expect("figures");
    assert!(read.len() > 1);
    format!("{read:?}")
}

/// Every page and every file of figures.
async fn pages(cora: &Browser) -> Vec<String> {
    let mut texts = Vec::new();
    for by in ["month", "language", "sector", "district", "institution"] {
        for file in ["/desk/figures", "/desk/figures.csv"] {
            let path = format!("{file}?from=2027-01&to=2027-12&by={by}");
            texts.push(cora.get(&path).await.body);
        }
    }
    texts
}

/// Leaves by her own page, so that nothing hangs on her any more.
async fn leaves(site: &Site) {
    let amina = site.signed_in(AMINA).await;
    let left = amina
        .post("/me/leaving", &[("choice", "erase")])
        .await
        .expect(StatusCode::OK);
    assert!(left.body.contains("Vielen Dank"), "{}", left.body);
    site.work().await;
}

#[tokio::test]
async fn s52_the_counts_stay_without_her() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        lived(&site).await;
        leaves(&site).await;
        let person = person_of(&site, site.who.amina).await;
        let cora = site.signed_in(CORA).await;
        let (before, sheets) = (figures(&site).await, pages(&cora).await);
        assert!(fresh.texts().await.iter().any(|text| text.contains("Rahimi")));

        let path = format!("/desk/people/{person}/erasure");
        let page = cora.get(&path).await.expect(StatusCode::OK).body;
        assert!(
            page.contains("Amina Rahimi löschen") && page.contains("nicht zurücknehmen"),
            "{page}"
        );
        cora.post(&path, &[]).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        let done = cora
            .post(&path, &[("choice", "erase")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let report = cora.get(done.location()).await.expect(StatusCode::OK).body;

        assert_eq!(figures(&site).await, before);
        assert_eq!(pages(&cora).await, sheets);
        for text in fresh.texts().await {
            for trace in ["Rahimi", "rahimi", "amina", "Amina", "0251 555 0999"] {
                assert!(!text.contains(trace), "{engine:?}: {trace} is still in {text}");
            }
        }
        for words in [
            "Name",
            "Sprachen",
            "Ohne Namen, für die Statistik",
            "Sicherungen",
            "15.04.2027",
        ] {
            assert!(report.contains(words), "{words} is missing: {report}");
        }
        let leads_to_her = q!("SELECT COUNT(*) FROM outbox WHERE person_id = $1", person);
        assert_eq!(number(&site, leads_to_her).await, 0);
        // Her appointments show that somebody was there.
        let trail = cora
            .get(&format!("/desk/trail/person/{person}"))
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(
            trail.contains("gelöschte Person") && trail.contains("Person gelöscht"),
            "{trail}"
        );
        let volunteer = cora.get(&format!("/desk/volunteers/{}", site.who.amina)).await;
        assert!(
            volunteer
                .expect(StatusCode::OK)
                .body
                .contains("Bericht über die Löschung")
        );
        // Twice is once; nobody comes back from there.
        let again = cora
            .post(&path, &[("choice", "erase")])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(again.location(), done.location());
        cora.post(&format!("/desk/volunteers/{}/return", site.who.amina), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        let back = q!(
            "SELECT COUNT(*) FROM volunteer WHERE id = $1 AND state = 'retired'",
            site.who.amina
        );
        assert_eq!(number(&site, back).await, 1);
        let list = cora.get("/desk/erasures").await.expect(StatusCode::OK).body;
        assert!(list.contains(done.location()), "{list}");
    }
}

#[tokio::test]
async fn what_is_still_open_has_to_end_first() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        lived(&site).await;
        let person = person_of(&site, site.who.amina).await;
        let act = site.app.act(Actor::Service);
        let mut tx = site.app.db.begin().await.expect("it begins");
        let refused = privacy::erase(&mut tx, &act, &site.app.l10n, person).await;
        let Err(EraseError::Blocked(standing)) = refused else {
            panic!("{refused:?}")
        };
        for blocker in [Blocker::Volunteer, Blocker::Assignment, Blocker::Task] {
            assert!(standing.contains(&blocker), "{blocker:?} is not in {standing:?}");
        }
        tx.rollback().await.expect("it rolls back");
        let cora = site.signed_in(CORA).await;
        let path = format!("/desk/people/{person}/erasure");
        let page = cora.get(&path).await.expect(StatusCode::OK).body;
        assert!(page.contains("Das muss vorher enden"), "{page}");
        let refused = cora.post(&path, &[("choice", "erase")]).await;
        refused.expect(StatusCode::UNPROCESSABLE_ENTITY);
        let me = site.who.cora;
        let own = cora
            .get(&format!("/desk/people/{me}/erasure"))
            .await
            .expect(StatusCode::OK);
        assert!(own.body.contains("gehört noch zum Team"), "{}", own.body);
        let erased = q!("SELECT COUNT(*) FROM erasure");
        assert_eq!(number(&site, erased).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_contact_is_erased_with_the_words_they_wrote_and_the_shared_address_stays() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        lived(&site).await;
        let cora = site.signed_in(CORA).await;
        // Somebody else of the Kita reads the same address.
        let institution = site.who.kita.institution;
        let other = [
            ("contact_name", "Lea Vogt"),
            ("email", KITA),
            ("phone", "0251 555 0143"),
            ("locale", "de"),
        ];
        let added = cora
            .post(&format!("/desk/institutions/{institution}/contacts"), &other)
            .await;
        assert_eq!(added.status, 303, "{}", added.body);
        let contact = site.who.kita.contact;
        let mut tx = site.app.db.read().await.expect("it reads");
        let row = q!("SELECT person_id FROM contact WHERE id = $1", contact);
        let (person,) = row.one::<(PersonId,)>(&mut tx).await.expect("a person");
        tx.commit().await.expect("it ends");
        let end = q!("UPDATE contact SET active = $1 WHERE id = $2", false, contact);
        run(&site, end).await;
        // Her own request ends first.
        let end = q!(
            "UPDATE request SET cancelled_at = $1, cancelled_role = 'contact' WHERE contact_id = $2",
            site.app.clock.now(),
            contact
        );
        run(&site, end).await;
        let before = figures(&site).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        let act = site.app.act(Actor::Service);
        let id = privacy::erase(&mut tx, &act, &site.app.l10n, person)
            .await
            .expect("nothing is open");
        let written = report::get(&mut tx, id).await.expect("it reads").expect("a report");
        site.app.commit(tx).await.expect("it commits");
        assert_eq!(figures(&site).await, before);
        let erased: Vec<&str> = written.report.erased.iter().map(|(what, _)| what.as_str()).collect();
        assert!(erased.contains(&"texts") && erased.contains(&"name"), "{erased:?}");
        let texts = fresh.texts().await;
        for gone in ["Jana Vogt", "Bitte leise klingeln", "Eingang Süd"] {
            assert!(texts.iter().all(|text| !text.contains(gone)), "{engine:?}: {gone}");
        }
        assert!(texts.iter().any(|text| text == KITA), "Lea Vogt still reads it");
    }
}
