use axum::http::StatusCode;
use chrono::{TimeZone, Utc};
use sprachpool::{database::Db, q, requests::store};

use super::{CONVERSATION, KITA, WHEN, but, draft, filed, filled, filled_but, id_of, says};
use crate::support::{databases::each_engine, scene::CORA, site::Site};

async fn number_of_requests(db: &Db) -> i64 {
    let mut tx = db.read().await.expect("it reads");
    let (count,) = q!("SELECT COUNT(*) FROM request")
        .one::<(i64,)>(&mut tx)
        .await
        .expect("it counts");
    count
}

#[tokio::test]
async fn a_kita_files_a_request_in_three_steps() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let empty = kita.get("/requests").await.expect(StatusCode::OK);
        says(&empty.body, "Sie haben noch keine Anfrage gestellt.");

        let draft = filled(&site, &kita).await;
        let check = kita.get(&format!("{draft}/check")).await.expect(StatusCode::OK);
        for words in [
            "Stimmt alles?",
            "Dienstag, 16. März 2027",
            "Dari",
            "Haupteingang, bitte klingeln",
            "Ändern",
        ] {
            says(&check.body, words);
        }
        let sent = kita
            .post(&format!("{draft}/check"), &[("rules", "yes")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let status = kita.get(sent.location()).await.expect(StatusCode::OK);
        says(&status.body, "Wir suchen eine Person für Dari");
        says(&status.body, "Anfrage SP-2027-0001");
        says(&status.body, "Sie hören von uns bis");
        says(&kita.get("/requests").await.body, "Suche läuft");
        site.work().await;
        let receipt = site
            .mailbox
            .to(KITA)
            .into_iter()
            .any(|mail| mail.kind == "request_received");
        assert!(receipt, "the receipt is mailed");
    })
    .await;
}

#[tokio::test]
async fn s51_a_double_submission_is_one_request() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let kita = site.signed_in(KITA).await;
        let check = format!("{}/check", filled(&site, &kita).await);
        let rules = [("rules", "yes")];
        let (one, two) = tokio::join!(kita.post(&check, &rules), kita.post(&check, &rules));
        let three = kita.post(&check, &rules).await.expect(StatusCode::SEE_OTHER);
        let one = one.expect(StatusCode::SEE_OTHER);
        assert_eq!(one.location(), two.expect(StatusCode::SEE_OTHER).location());
        assert_eq!(one.location(), three.location());
        assert_eq!(number_of_requests(&db).await, 1);
        // Going back in the browser leads to the request, too.
        let back = kita.get(&check).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(back.location(), one.location());
    })
    .await;
}

#[tokio::test]
async fn an_ambiguous_language_is_asked_about_never_guessed() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let step = format!("{}/conversation", draft(&kita).await);
        let kurdish = but(CONVERSATION, &[("language", "Kurdisch")]);
        let asked = kita
            .post(&step, &kurdish)
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        for words in ["Kurmancî", "Sorani", "Zazaki", "Bitte wählen Sie eine."] {
            says(&asked.body, words);
        }
        let chosen = but(&kurdish, &[("language_choice", "ckb")]);
        kita.post(&step, &chosen).await.expect(StatusCode::SEE_OTHER);
        // A choice that the name does not offer is none.
        let other = but(&kurdish, &[("language_choice", "prs")]);
        kita.post(&step, &other).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn a_slip_in_a_language_gets_near_names() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let step = format!("{}/conversation", draft(&kita).await);
        let slip = but(CONVERSATION, &[("language", "Tigrinja")]);
        let asked = kita.post(&step, &slip).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        says(
            &asked.body,
            "Diese Sprache kennen wir nicht. Meinten Sie eine von diesen?",
        );
        says(&asked.body, "Tigrinya");
        let slip_of_the_tongue = but(CONVERSATION, &[("language", "Klingonisch")]);
        let unknown = kita.post(&step, &slip_of_the_tongue).await;
        says(
            &unknown.expect(StatusCode::UNPROCESSABLE_ENTITY).body,
            "Oder rufen Sie uns an: ",
        );
        kita.post(&step, &but(&slip, &[("language_choice", "ti")]))
            .await
            .expect(StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn s41_a_topic_that_is_refused_says_where_to_go() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let kita = site.signed_in(KITA).await;
        let step = format!("{}/conversation", draft(&kita).await);
        let app = &site.app;
        let mut tx = app.db.read().await.expect("it reads");
        let rules = app.rules(&mut tx).await.expect("rules");
        tx.commit().await.expect("it ends");
        let refused = rules
            .topics()
            .iter()
            .find(|topic| topic.verdict == sprachpool::settings::Verdict::Refuse)
            .expect("one");
        let answer = kita.post(&step, &but(CONVERSATION, &[("topic", &refused.code)])).await;
        let referral = kita
            .get(answer.expect(StatusCode::SEE_OTHER).location())
            .await
            .expect(StatusCode::OK);
        says(&referral.body, "Bei diesem Thema helfen wir nicht");
        says(&referral.body, refused.referral.get("de").expect("a referral"));
        assert_eq!(number_of_requests(&db).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_comes_back_and_a_change_leads_to_the_check() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let draft = filled(&site, &kita).await;
        let when = kita.get(&format!("{draft}/when")).await.expect(StatusCode::OK);
        assert!(when.body.contains(r#"value="2027""#), "{}", when.body);
        let changed = kita
            .post(&format!("{draft}/when"), &but(WHEN, &[("end", "10.30 Uhr")]))
            .await;
        let check = kita
            .get(changed.expect(StatusCode::SEE_OTHER).location())
            .await
            .expect(StatusCode::OK);
        says(&check.body, "9:00 bis 10:30 Uhr");
    })
    .await;
}

#[tokio::test]
async fn a_draft_can_be_discarded() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let draft = filled(&site, &kita).await;
        says(&kita.get("/requests").await.body, "Angefangen und nicht gesendet");
        kita.post(&format!("{draft}/removal"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        kita.get(&format!("{draft}/check")).await.expect(StatusCode::NOT_FOUND);
        let request = filed(&site, &kita).await;
        assert!(id_of(&request).0.get_version_num() == 7);
    })
    .await;
}

#[tokio::test]
async fn s42_holidays_make_a_request_short_notice_and_it_is_filed_all_the_same() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let before_easter = Utc.with_ymd_and_hms(2027, 3, 24, 9, 0, 0).single().expect("it exists");
        site.app.clock.set(before_easter);
        let kita = site.signed_in(KITA).await;
        let draft = filled_but(&site, &kita, &[("day", "31")]).await;
        let check = format!("{draft}/check");
        says(
            &kita.get(&check).await.expect(StatusCode::OK).body,
            "Das ist kurzfristig",
        );
        let when = format!("{draft}/when");
        let later = but(WHEN, &[("day", "5"), ("month", "4")]);
        kita.post(&when, &later).await.expect(StatusCode::SEE_OTHER);
        let in_time = kita.get(&check).await.expect(StatusCode::OK).body;
        assert!(
            !in_time.contains("Das ist kurzfristig"),
            "five working days lie between"
        );
        kita.post(&when, &but(WHEN, &[("day", "31")]))
            .await
            .expect(StatusCode::SEE_OTHER);
        let sent = kita
            .post(&check, &[("rules", "yes")])
            .await
            .expect(StatusCode::SEE_OTHER);
        // What is stored says the same: when it was filed, and for when.
        let mut tx = site.app.db.read().await.expect("it reads");
        let stored = store::get(&mut tx, id_of(sent.location())).await.expect("it reads");
        let stored = stored.expect("it is there");
        let rules = site.app.rules(&mut tx).await.expect("the rules are whole");
        tx.commit().await.expect("it ends");
        assert!(rules.is_short_notice(stored.filed_at, stored.slots[0].starts_at));
        // And the desk reads it.
        let cora = site.signed_in(CORA).await;
        let page = cora.get(&format!("/desk/requests/{}", stored.id)).await;
        says(&page.expect(StatusCode::OK).body, "Kurzfristig gestellt");
    })
    .await;
}
