//! A coordinator files for somebody who calls, with the institution's own form.

use axum::http::StatusCode;
use sprachpool::{database::Db, institutions::State, q};

use super::{CONVERSATION, KITA, KLINIK, WHEN, but, place, says, text};
use crate::support::{
    databases::each_engine,
    scene::{AMINA, CORA},
    site::{Browser, Site},
};

const MIRA: &str = "mira.stein@sprachpool.example";

async fn count(db: &Db, table: &str) -> i64 {
    let mut tx = db.read().await.expect("it reads");
    let query = match table {
        "request" => q!("SELECT COUNT(*) FROM request"),
        _ => q!("SELECT COUNT(*) FROM request_draft"),
    };
    query.one::<(i64,)>(&mut tx).await.expect("it counts").0
}

/// A fresh draft for Jana Vogt; the path of its pages without the last part.
async fn begun(site: &Site, cora: &Browser) -> String {
    let path = format!("/desk/callers/{}/drafts", site.who.kita.contact);
    let answer = cora.post(&path, &[]).await.expect(StatusCode::SEE_OTHER);
    let first = answer.location().to_owned();
    assert!(first.starts_with(&path), "{first}");
    first.strip_suffix("/conversation").expect("the first step").to_owned()
}

/// All three steps done.
async fn filled(site: &Site, cora: &Browser) -> String {
    let draft = begun(site, cora).await;
    let place = place(&site.who.kita.site.to_string());
    let place: Vec<_> = place.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for (step, fields, next) in [
        ("conversation", CONVERSATION, "when"),
        ("when", WHEN, "where"),
        ("where", place.as_slice(), "check"),
    ] {
        let page = cora.get(&format!("{draft}/{step}")).await.expect(StatusCode::OK);
        says(&page.body, "Sie schreiben für Jana Vogt, Kita Sonnenblume");
        assert!(
            !page.body.contains("\"/requests/"),
            "no way into the institution's pages"
        );
        let answer = cora
            .post(&format!("{draft}/{step}"), fields)
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(answer.location(), format!("{draft}/{next}"));
    }
    draft
}

#[tokio::test]
async fn cora_files_for_a_caller_and_the_contact_hears_of_it() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let cora = site.signed_in(CORA).await;
        assert!(cora.get("/desk").await.body.contains("href=\"/desk/callers\""));
        let all = cora.get("/desk/callers").await.expect(StatusCode::OK).body;
        for words in ["Kita Sonnenblume", "Jana Vogt", "Klinik am Park"] {
            says(&all, words);
        }
        for search in ["sonnen", "VOGT", "kita"] {
            let found = cora.get(&format!("/desk/callers?search={search}")).await.body;
            says(&found, "Jana Vogt");
            assert!(!text(&found).contains("Klinik am Park"), "{search}");
        }
        // A display may show the number with the code of the country.
        for number in ["5550142", "%2B49+251+555+0142"] {
            let found = cora.get(&format!("/desk/callers?search={number}")).await.body;
            says(&found, "Jana Vogt");
        }
        for nobody in ["Niemand", "0251+555+0143", "251", "%25", "%00", "%27%29%3B+DROP+TABLE"] {
            let found = cora.get(&format!("/desk/callers?search={nobody}")).await;
            says(&found.expect(StatusCode::OK).body, "Niemand mit diesem Namen.");
        }

        let draft = filled(&site, &cora).await;
        says(
            &cora.get("/desk/callers").await.body,
            "Dari, Gespräch mit Eltern, Dienstag, 16. März, Jana Vogt, Kita Sonnenblume",
        );
        let check = cora.get(&format!("{draft}/check")).await.expect(StatusCode::OK).body;
        for words in [
            "Sie schreiben für Jana Vogt, Kita Sonnenblume",
            "Dienstag, 16. März 2027",
            "Dari",
        ] {
            says(&check, words);
        }
        says(&check, "Die Ansprechperson kennt die Regeln");
        let sent = cora
            .post(&format!("{draft}/check"), &[("rules", "yes")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let page = sent.location().to_owned();
        assert!(page.starts_with("/desk/requests/"), "{page}");
        let desk = cora.get(&page).await.expect(StatusCode::OK).body;
        says(&desk, "Am Telefon aufgenommen von Cora Brandt.");
        says(
            &desk,
            "Gesendet. Jana Vogt bekommt eine Bestätigung. Nummer SP-2027-0001.",
        );
        assert!(!text(&cora.get("/desk/callers").await.body).contains("16. März, Jana Vogt"));

        site.work().await;
        let receipt = site
            .mailbox
            .to(KITA)
            .into_iter()
            .find(|mail| mail.kind == "request_received");
        let receipt = receipt.expect("to the contact").text.clone();
        assert!(receipt.contains("Cora Brandt hat für Sie angefragt."), "{receipt}");
        let kita = site.signed_in(KITA).await;
        let theirs = page.replace("/desk/requests/", "/requests/");
        let status = kita.get(&theirs).await.expect(StatusCode::OK).body;
        says(&status, "Am Telefon aufgenommen von Cora Brandt.");
        says(&kita.get("/requests").await.body, "Suche läuft");

        let trail = cora.get(&page.replace("/desk/requests/", "/desk/trail/request/")).await;
        let trail = trail.expect(StatusCode::OK).body;
        says(&trail, "Anfrage am Telefon aufgenommen, für Jana Vogt");
        says(&trail, "Cora Brandt");

        let mut tx = db.read().await.expect("it reads");
        let (filed_by, person, actor, params) = q!("SELECT r.filed_by, a.person_id, a.actor, a.params FROM request r
             JOIN audit a ON a.object_id = r.id AND a.action = 'request_filed'")
        .one::<(uuid::Uuid, uuid::Uuid, String, String)>(&mut tx)
        .await
        .expect("one line");
        assert_eq!((filed_by, person), (site.who.cora.0, site.who.cora.0));
        assert_eq!(actor, "person");
        assert!(
            params.contains(&site.who.kita.contact.to_string()),
            "it names both: {params}"
        );
    })
    .await;
}

#[tokio::test]
async fn s41_the_referral_is_there_to_be_read_aloud() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let cora = site.signed_in(CORA).await;
        let draft = begun(&site, &cora).await;
        let mut tx = db.read().await.expect("it reads");
        let rules = site.app.rules(&mut tx).await.expect("rules");
        tx.commit().await.expect("it ends");
        let refused: Vec<_> = rules
            .topics()
            .iter()
            .filter(|topic| topic.verdict == sprachpool::settings::Verdict::Refuse)
            .collect();
        assert!(!refused.is_empty());
        for topic in refused {
            let typed = but(CONVERSATION, &[("topic", &topic.code)]);
            let answer = cora.post(&format!("{draft}/conversation"), &typed).await;
            let referral = answer.expect(StatusCode::SEE_OTHER).location().to_owned();
            assert_eq!(referral, format!("{draft}/referral"), "{}", topic.code);
            let page = cora.get(&referral).await.expect(StatusCode::OK).body;
            says(&page, "Sie schreiben für Jana Vogt, Kita Sonnenblume");
            says(&page, "Sagen Sie am Telefon:");
            says(&page, topic.referral.get("de").expect("a referral"));
            // Not by the last page either.
            let sent = cora.post(&format!("{draft}/check"), &[("rules", "yes")]).await;
            assert_eq!(sent.expect(StatusCode::SEE_OTHER).location(), referral);
        }
        assert_eq!(count(&db, "request").await, 0);
        cora.post(&format!("{draft}/removal"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(count(&db, "request_draft").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_draft_for_a_caller_is_its_coordinators_alone() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let mut tx = db.begin().await.expect("it begins");
        let act = crate::support::scene::service(&site);
        let (name, email) = ("Mira Stein".parse().expect("a name"), MIRA.parse().expect("an address"));
        sprachpool::people::create_coordinator(&mut tx, &act, &name, &email, "de")
            .await
            .expect("a colleague");
        tx.commit().await.expect("it commits");
        let cora = site.signed_in(CORA).await;
        let draft = filled(&site, &cora).await;
        let other = draft.replace(&site.who.kita.contact.to_string(), &site.who.klinik.contact.to_string());
        let id = draft.rsplit('/').next().expect("an id");
        let begin = format!("/desk/callers/{}/drafts", site.who.kita.contact);
        let pages = ["conversation", "when", "where", "check", "referral"];

        let (mira, kita) = (site.signed_in(MIRA).await, site.signed_in(KITA).await);
        let (klinik, amina) = (site.signed_in(KLINIK).await, site.signed_in(AMINA).await);
        let plain = kita.get("/requests/not-an-id").await.expect(StatusCode::NOT_FOUND).body;
        for page in pages {
            mira.get(&format!("{draft}/{page}")).await.expect(StatusCode::NOT_FOUND);
            cora.get(&format!("{other}/{page}")).await.expect(StatusCode::NOT_FOUND);
            for browser in [&kita, &klinik, &amina] {
                let answer = browser.get(&format!("{draft}/{page}")).await;
                answer.expect(StatusCode::NOT_FOUND);
            }
            let own = kita.get(&format!("/requests/drafts/{id}/{page}")).await;
            assert_eq!(own.expect(StatusCode::NOT_FOUND).body, plain, "{page}");
        }
        let sends = [("rules", "yes")];
        mira.post(&format!("{draft}/check"), &sends)
            .await
            .expect(StatusCode::NOT_FOUND);
        kita.post(&format!("{draft}/check"), &sends)
            .await
            .expect(StatusCode::NOT_FOUND);
        kita.post(&begin, &[]).await.expect(StatusCode::NOT_FOUND);
        amina.post(&begin, &[]).await.expect(StatusCode::NOT_FOUND);
        kita.get("/desk/callers").await.expect(StatusCode::NOT_FOUND);
        mira.post(&format!("{draft}/removal"), &[]).await;
        kita.post(&format!("/requests/drafts/{id}/removal"), &[]).await;
        assert_eq!(count(&db, "request_draft").await, 1);
        assert!(!text(&mira.get("/desk/callers").await.body).contains("Dari"));
        assert!(!text(&kita.get("/requests").await.body).contains("Angefangen"));
        assert_eq!(count(&db, "request").await, 0);
        // A contact's draft is not the coordinator's either.
        let theirs = super::draft(&kita).await;
        let id = theirs.rsplit('/').next().expect("an id");
        cora.get(&format!("{begin}/{id}/conversation"))
            .await
            .expect(StatusCode::NOT_FOUND);
        for contact in ["not-an-id", "00000000-0000-7000-8000-000000000000"] {
            cora.post(&format!("/desk/callers/{contact}/drafts"), &[])
                .await
                .expect(StatusCode::NOT_FOUND);
        }
        let nobody = site.browser();
        nobody.get(&format!("{draft}/when")).await.expect(StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn sent_twice_it_is_one_request() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let cora = site.signed_in(CORA).await;
        let check = format!("{}/check", filled(&site, &cora).await);
        let rules = [("rules", "yes")];
        let (one, two) = tokio::join!(cora.post(&check, &rules), cora.post(&check, &rules));
        let back = cora.get(&check).await.expect(StatusCode::SEE_OTHER);
        let one = one.expect(StatusCode::SEE_OTHER);
        assert_eq!(one.location(), two.expect(StatusCode::SEE_OTHER).location());
        assert_eq!(one.location(), back.location());
        assert!(one.location().starts_with("/desk/requests/"));
        assert_eq!(count(&db, "request").await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_said_within_the_callers_frame() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let cora = site.signed_in(CORA).await;
        let draft = begun(&site, &cora).await;
        let long = "x".repeat(201);
        let id = site.who.klinik.site.to_string();
        for (step, fields, words) in [
            (
                "conversation",
                but(CONVERSATION, &[("language", "Da\u{202e}ri")]),
                "Zeichen, die wir nicht annehmen",
            ),
            (
                "conversation",
                but(CONVERSATION, &[("language", "xx-ZZ")]),
                "Diese Sprache kennen wir nicht.",
            ),
            (
                "when",
                but(WHEN, &[("day", "29"), ("month", "2")]),
                "Der 29. Februar steht nicht im Kalender.",
            ),
            (
                "when",
                but(WHEN, &[("day", "28"), ("start", "02:30"), ("end", "04:30")]),
                "Meinen Sie 3:30 Uhr?",
            ),
            ("where", vec![("site", id.as_str())], "Bitte wählen Sie"),
            ("where", vec![("meeting_point", long.as_str())], "Höchstens 200 passen."),
        ] {
            let answer = cora.post(&format!("{draft}/{step}"), &fields).await;
            let page = answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
            says(&page, words);
            says(&page, "Sie schreiben für Jana Vogt, Kita Sonnenblume");
        }
        let check = filled(&site, &cora).await;
        let page = cora
            .post(&format!("{check}/check"), &[])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY)
            .body;
        says(&page, "Sie schreiben für Jana Vogt, Kita Sonnenblume");
        assert_eq!(count(&db, "request").await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_institution_that_may_not_ask_is_said_so_at_once() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let cora = site.signed_in(CORA).await;
        let draft = filled(&site, &cora).await;
        let begin = format!("/desk/callers/{}/drafts", site.who.kita.contact);
        for (state, words) in [
            (State::Paused, "Diese Einrichtung macht gerade Pause."),
            (State::Pending, "Diese Einrichtung wartet noch auf die Freigabe."),
        ] {
            let mut tx = db.begin().await.expect("it begins");
            q!(
                "UPDATE institution SET state = $1 WHERE id = $2",
                state.code(),
                site.who.kita.institution
            )
            .execute(&mut tx)
            .await
            .expect("it is written");
            tx.commit().await.expect("it commits");
            says(&cora.get("/desk/callers").await.body, words);
            let refused = cora
                .post(&begin, &[])
                .await
                .expect(StatusCode::UNPROCESSABLE_ENTITY)
                .body;
            says(&refused, "Kita Sonnenblume kann gerade keine Anfrage stellen.");
            let sent = cora.post(&format!("{draft}/check"), &[("rules", "yes")]).await;
            says(
                &sent.expect(StatusCode::UNPROCESSABLE_ENTITY).body,
                "Diese Einrichtung kann gerade keine Anfrage stellen.",
            );
        }
        assert_eq!(count(&db, "request").await, 0);
        assert_eq!(count(&db, "request_draft").await, 1, "the draft stays");
    })
    .await;
}
