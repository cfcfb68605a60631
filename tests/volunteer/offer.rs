//! Answering an offer.

use axum::http::StatusCode;
use sprachpool::{q, volunteers::set_availability};

use crate::support::{
    databases::each_engine,
    scene::{AMINA, BASIR, ask, offer_link, service, slot, tuesday},
    site::Site,
};

#[tokio::test]
async fn the_first_yes_wins_and_the_next_reads_that_it_is_taken() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let (amina, basir) = (offer_link(&site, AMINA).await, offer_link(&site, BASIR).await);
        let browser = site.browser();
        let yes = browser
            .post(&amina, &[("answer", "yes")])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(yes.location(), amina);
        let page = browser.get(&amina).await.expect(StatusCode::OK).body;
        assert!(page.contains("Sie übernehmen den Einsatz"), "{page}");
        let late = browser
            .post(&basir, &[("answer", "yes")])
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(late.contains("schon vergeben"), "{late}");
        let again = browser
            .post(&amina, &[("answer", "yes")])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(again.location(), amina);
        // A "no" after the yes gives nothing back: the page says what is true.
        let no = browser.post(&amina, &[("answer", "no")]).await;
        let page = if no.status == StatusCode::OK {
            no.body
        } else {
            browser.get(&amina).await.body
        };
        assert!(page.contains("Sie haben schon zugesagt"), "{page}");
        assert!(
            page.contains("Ihr Nein kam nach Ihrem Ja. Es hat nichts geändert."),
            "{page}"
        );
        assert!(!page.contains("Danke! Sie übernehmen den Einsatz"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn a_no_is_noted_and_can_be_taken_back_while_the_place_is_free() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let amina = offer_link(&site, AMINA).await;
        let browser = site.browser();
        browser
            .post(&amina, &[("answer", "no")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let page = browser.get(&amina).await.expect(StatusCode::OK).body;
        assert!(page.contains("<h1>Sie haben abgelehnt</h1>"), "{page}");
        assert!(page.contains("Sie können hier noch zusagen"), "{page}");
        assert!(
            page.contains("Doch zusagen") && !page.contains("type=\"radio\""),
            "{page}"
        );
        let yes = page.split("name=\"answer\" value=\"").nth(1).expect("an answer");
        let yes = yes.split('"').next().expect("its value").to_owned();
        browser
            .post(&amina, &[("answer", &yes)])
            .await
            .expect(StatusCode::SEE_OTHER);
        let page = browser.get(&amina).await.expect(StatusCode::OK).body;
        assert!(page.contains("Sie übernehmen den Einsatz"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn it_says_how_this_search_asks() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let (several, alone) = ("Mehrere Personen sind gefragt.", "Im Moment fragen wir nur Sie.");
        ask(&site, vec![tuesday()]).await;
        let offer = |site: &Site| {
            let all = site.mailbox.to(AMINA);
            all.iter()
                .find(|mail| mail.kind == "offer")
                .expect("an offer")
                .text
                .replace('\n', " ")
        };
        assert!(offer(&site).contains(several), "{}", offer(&site));
        let (amina, basir) = (offer_link(&site, AMINA).await, offer_link(&site, BASIR).await);
        let browser = site.browser();
        let page = browser.get(&amina).await.expect(StatusCode::OK).body;
        assert!(page.contains(several) && !page.contains(alone), "{page}");
        let no = browser.post(&basir, &[("answer", "no")]).await;
        no.expect(StatusCode::SEE_OTHER);
        let page = browser.get(&amina).await.expect(StatusCode::OK).body;
        assert!(page.contains(alone) && !page.contains(several), "{page}");
        assert!(
            page.contains("href=\"/me\"") && !page.contains("wünscht sich wieder Sie"),
            "{page}"
        );

        let mut tx = site.app.db.begin().await.expect("it begins");
        set_availability(&mut tx, &service(&site), site.who.basir, &[])
            .await
            .expect("never free");
        q!(
            "UPDATE offer SET rank = $1",
            r#"[{"kind":"same_volunteer","measured":1,"points":1000}]"#
        )
        .execute(&mut tx)
        .await
        .expect("it is kept");
        site.app.commit(tx).await.expect("it commits");
        let page = browser.get(&amina).await.expect(StatusCode::OK).body;
        assert!(page.contains("Die Einrichtung wünscht sich wieder Sie."), "{page}");
        ask(&site, vec![slot("2027-03-18", "14:00", "15:00")]).await;
        assert!(offer(&site).contains(alone), "{}", offer(&site));
    })
    .await;
}

#[tokio::test]
async fn of_several_dates_one_is_chosen() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let thursday = slot("2027-03-18", "14:00", "15:00");
        ask(&site, vec![tuesday(), thursday]).await;
        let (amina, basir) = (offer_link(&site, AMINA).await, offer_link(&site, BASIR).await);
        let browser = site.browser();
        let page = browser.get(&amina).await.expect(StatusCode::OK).body;
        assert!(page.contains("Haben Sie an einem dieser Tage Zeit?"), "{page}");
        let undecided = browser.post(&amina, &[("answer", "yes")]).await;
        assert!(
            undecided
                .expect(StatusCode::UNPROCESSABLE_ENTITY)
                .body
                .contains("Bitte wählen Sie einen Termin")
        );

        let choices: Vec<&str> = page
            .split("value=\"yes:")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert_eq!(choices.len(), 2, "{page}");
        for nonsense in ["yes:nothing", "yes:", "maybe"] {
            let answer = browser.post(&amina, &[("answer", nonsense)]).await;
            answer.expect(StatusCode::UNPROCESSABLE_ENTITY);
        }
        let second = format!("yes:{}", choices[1]);
        browser
            .post(&amina, &[("answer", &second)])
            .await
            .expect(StatusCode::SEE_OTHER);
        let page = browser.get(&amina).await.expect(StatusCode::OK).body;
        assert!(
            page.contains("Donnerstag, 18. März") && !page.contains("16. März"),
            "{page}"
        );
        let other = browser.get(&basir).await.expect(StatusCode::OK).body;
        assert!(other.contains("schon vergeben"), "{other}");
    })
    .await;
}

#[tokio::test]
async fn the_page_speaks_the_persons_language_or_the_chosen_one() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let amina = offer_link(&site, AMINA).await;
        let browser = site.browser();
        let headers = [("accept-language", "en")];
        let page = browser.send(axum::http::Method::GET, &amina, None, &headers).await;
        assert!(page.body.contains("Haben Sie am Dienstag"), "{}", page.body);
        let page = browser.get(&format!("{amina}?lang=en")).await.body;
        assert!(page.contains("Are you free on Tuesday"), "{page}");
    })
    .await;
}
