//! Why me, why not me? And what the forecast holds.

use axum::http::StatusCode;
use sprachpool::{
    q,
    volunteers::{ban, lift_ban, retire, set_availability},
};

use crate::support::{
    databases::each_engine,
    scene::{AMINA, BASIR, CORA, accepts, ask, ask_about, ask_for, offer_link, service, slot, tuesday},
    site::{Browser, Site},
};

async fn asked(browser: &Browser) -> String {
    let page = browser.get("/me/asked").await.expect(StatusCode::OK).body;
    let (_, page) = page.split_once("<main").expect("a page");
    page.split_once("</main").expect("a page").0.to_owned()
}

#[tokio::test]
async fn an_offer_says_why_in_plain_sentences() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let link = offer_link(&site, AMINA).await;
        let page = site.browser().get(&link).await.expect(StatusCode::OK).body;
        for words in [
            "Warum werde ich gefragt?",
            "Sie sprechen genau die gesuchte Sprache.",
            "Sie hatten in den letzten 8 Wochen keinen Einsatz.",
            "In den letzten 7 Tagen haben wir Sie noch nicht gefragt.",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("Noori"), "never others: {page}");
    })
    .await;
}

#[tokio::test]
async fn the_own_page_says_why_not_and_where_to_change_it() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let amina = site.signed_in(AMINA).await;
        assert!(asked(&amina).await.contains("gab es keine Anfrage für Ihre Sprachen"));
        // A Sunday: nobody is free then.
        ask(&site, vec![slot("2027-03-21", "09:00", "10:00")]).await;
        let page = asked(&amina).await;
        assert!(
            page.contains("Am Sonntag, 9:00 bis 10:00 Uhr, sind Sie laut Ihrem Wochenplan nicht frei."),
            "{page}"
        );
        assert!(page.contains("href=\"/me/times\""), "{page}");
        assert!(page.contains("Dari und Deutsch") && page.contains("Kita"), "{page}");
        for secret in crate::support::scene::SECRETS
            .into_iter()
            .filter(|secret| *secret != "Rahimi")
        {
            assert!(!page.contains(secret), "{secret}: {page}");
        }

        ask(&site, vec![tuesday()]).await;
        assert!(asked(&amina).await.contains("Ihre Antwort fehlt noch."));
        accepts(&site, AMINA).await;
        assert!(asked(&amina).await.contains("Sie haben zugesagt."));
        let basir = site.signed_in(BASIR).await;
        let page = asked(&basir).await;
        assert!(
            page.contains("Das Angebot war vorbei, bevor Sie geantwortet haben."),
            "{page}"
        );
    })
    .await;
}

#[tokio::test]
async fn what_nobody_was_asked_for_is_no_story() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        // The pool looks at the youth office first: its search has not begun.
        ask_about(
            &site,
            site.who.kita,
            "youth_office",
            vec![slot("2027-03-21", "09:00", "10:00")],
        )
        .await;
        let amina = site.signed_in(AMINA).await;
        let page = asked(&amina).await;
        assert!(page.contains("gab es keine Anfrage für Ihre Sprachen"), "{page}");
        // Two lists, each under its heading.
        ask(
            &site,
            vec![
                slot("2027-03-21", "09:00", "10:00"),
                slot("2027-03-28", "09:00", "10:00"),
            ],
        )
        .await;
        ask(&site, vec![tuesday()]).await;
        let page = asked(&amina).await;
        let (yes, no) = page.split_once("Nicht gefragt</h2>").expect("two lists");
        assert!(
            yes.contains("Gefragt</h2>") && yes.contains("Ihre Antwort fehlt noch."),
            "{page}"
        );
        assert!(
            no.contains("An diesen Tagen sind Sie laut Ihrem Wochenplan nicht frei."),
            "{page}"
        );
        assert!(no.contains("oder ein anderer Termin"), "{page}");
        assert!(!page.contains("im Schnitt"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn the_cap_counts_as_it_was_then() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let wishes = async |choice: &str| {
            let amina = site.signed_in(AMINA).await;
            let answer = amina.post("/me/wishes", &[("choice", choice)]).await;
            answer.expect(StatusCode::SEE_OTHER);
        };
        ask(&site, vec![tuesday()]).await;
        wishes("most:1").await;
        site.app.clock.advance(chrono::Duration::minutes(1));
        ask_for(&site, site.who.klinik, vec![slot("2027-03-18", "09:00", "10:00")]).await;
        let amina = site.signed_in(AMINA).await;
        let page = asked(&amina).await;
        assert!(
            page.contains("Sie hatten in 7 Tagen schon ein Angebot bekommen."),
            "{page}"
        );
        assert!(page.contains("href=\"/me/wishes\""), "{page}");
    })
    .await;
}

#[tokio::test]
async fn s39_who_is_banned_reads_what_others_read() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let (kita, basir) = (site.who.kita.institution, site.who.basir);
        let mut tx = site.app.db.begin().await.expect("it begins");
        ban(&mut tx, &service(&site), kita, basir, "Es gab Streit.")
            .await
            .expect("banned");
        site.app.commit(tx).await.expect("it commits");
        ask(&site, vec![tuesday()]).await;
        accepts(&site, AMINA).await;
        let browser = site.signed_in(BASIR).await;
        let banned = asked(&browser).await;
        assert!(
            banned.contains("Andere waren früher an der Reihe. Es war schon jemand gefunden."),
            "{banned}"
        );
        // Without the ban not a word is another one.
        let mut tx = site.app.db.begin().await.expect("it begins");
        assert!(lift_ban(&mut tx, &service(&site), kita, basir).await.expect("lifted"));
        site.app.commit(tx).await.expect("it commits");
        let without_tokens = |page: String| page.split("form_token").next().unwrap_or_default().to_owned();
        assert_eq!(without_tokens(asked(&browser).await), without_tokens(banned));
        // Nor when something else speaks against it.
        let mut tx = site.app.db.begin().await.expect("it begins");
        set_availability(&mut tx, &service(&site), basir, &[])
            .await
            .expect("never free");
        ban(&mut tx, &service(&site), kita, basir, "Es gab Streit.")
            .await
            .expect("banned");
        site.app.commit(tx).await.expect("it commits");
        let page = asked(&browser).await;
        assert!(page.contains("nicht frei") && !page.contains("Andere waren"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn what_the_forecast_holds_is_shown_and_forgotten() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let learn = async |volunteer| {
            let mut tx = site.app.db.begin().await.expect("it begins");
            q!(
                "INSERT INTO forecast_volunteer (volunteer_id, offers, yes, no, exposure_milli, updated_at)
                 VALUES ($1, 12, 5, 3, 9000, $2)",
                volunteer,
                site.app.clock.now()
            )
            .execute(&mut tx)
            .await
            .expect("it is kept");
            site.app.commit(tx).await.expect("it commits");
        };
        let kept = async || {
            let mut tx = site.app.db.read().await.expect("it reads");
            let query = q!("SELECT COUNT(*) FROM forecast_volunteer");
            query.one::<(i64,)>(&mut tx).await.expect("a number").0
        };
        let words = "Von 12 Anfragen: 5 Zusagen, 3 Absagen, 4 ohne Antwort.";
        let (amina, cora) = (site.signed_in(AMINA).await, site.signed_in(CORA).await);
        assert!(asked(&amina).await.contains("schätzen wir noch nichts"));
        learn(site.who.amina).await;
        assert!(asked(&amina).await.contains(words));
        let done = amina.post("/me/forecast/removal", &[]).await;
        done.expect(StatusCode::SEE_OTHER);
        assert_eq!(kept().await, 0);

        learn(site.who.basir).await;
        let basir = format!("/desk/volunteers/{}", site.who.basir);
        assert!(cora.get(&basir).await.expect(StatusCode::OK).body.contains(words));
        let done = cora.post(&format!("{basir}/forecast/removal"), &[]).await;
        done.expect(StatusCode::SEE_OTHER);
        assert_eq!(kept().await, 0);

        // Whoever leaves takes it along.
        learn(site.who.basir).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        retire(&mut tx, &service(&site), site.who.basir).await.expect("left");
        site.app.commit(tx).await.expect("it commits");
        assert_eq!(kept().await, 0);
        let mut tx = site.app.db.read().await.expect("it reads");
        let lines = q!("SELECT COUNT(*) FROM audit WHERE action = 'forecast_forgotten'");
        assert_eq!(lines.one::<(i64,)>(&mut tx).await.expect("a number").0, 3);
    })
    .await;
}
