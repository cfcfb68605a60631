//! What became of each date, and one mail where there were two that contradict each other.

use axum::http::StatusCode;
use sprachpool::requests::{RequestId, assignments, store};

use crate::{
    institution::says,
    support::{
        databases::each_engine,
        scene::{AMINA, BASIR, KITA, accepts, ask, offer_link, service, slot},
        site::{Browser, Site},
    },
};

fn mails(site: &Site, to: &str, kind: &str) -> Vec<String> {
    let all = site.mailbox.to(to).into_iter().filter(|mail| mail.kind == kind);
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    all.map(|mail| format!("{}\n{}", mail.subject, words(&mail.text)))
        .collect()
}

/// Friday or the Tuesday after; Amina takes the Tuesday.
async fn second_of_two(site: &Site) -> RequestId {
    let friday = slot("2027-03-19", "09:00", "10:00");
    let tuesday = slot("2027-03-23", "09:00", "10:00");
    let request = ask(site, vec![friday, tuesday]).await;
    let mut tx = site.app.db.read().await.expect("it reads");
    let stored = store::get(&mut tx, request)
        .await
        .expect("it reads")
        .expect("it is there");
    tx.commit().await.expect("it ends");
    let link = offer_link(site, AMINA).await;
    let yes = format!("yes:{}", stored.slots[1].id);
    let answer = site.browser().post(&link, &[("answer", &yes)]).await;
    answer.expect(StatusCode::SEE_OTHER);
    site.work().await;
    request
}

async fn moved(kita: &Browser, old: RequestId) {
    let begun = kita.post("/requests/drafts", &[("moves", &old.to_string())]).await;
    let when = begun.expect(StatusCode::SEE_OTHER).location().to_owned();
    let day = [
        ("day", "20"),
        ("month", "4"),
        ("year", "2027"),
        ("start", "9:00"),
        ("end", "10:00"),
        ("mode", "on_site"),
    ];
    let check = kita
        .post(&when, &day)
        .await
        .expect(StatusCode::SEE_OTHER)
        .location()
        .to_owned();
    kita.post(&check, &[("rules", "yes")])
        .await
        .expect(StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn with_a_yes_to_one_date_the_other_one_falls_away_and_both_are_told() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = second_of_two(&site).await;
        let told = mails(&site, KITA, "request_confirmed");
        assert!(
            told[0].contains("Freitag, 19. März 2027, 9:00 bis 10:00 Uhr, entfällt."),
            "{}",
            told[0]
        );
        let own = mails(&site, AMINA, "assignment_confirmed");
        assert!(
            own[0].contains("19. März 2027, 9:00 bis 10:00 Uhr, entfällt."),
            "{}",
            own[0]
        );
        let kita = site.signed_in(KITA).await;
        let page = kita
            .get(&format!("/requests/{request}"))
            .await
            .expect(StatusCode::OK)
            .body;
        says(&page, "Freitag, 19. März 2027, 9:00 bis 10:00 Uhr, entfällt.");
    })
    .await;
}

#[tokio::test]
async fn a_move_names_the_date_that_was_accepted_and_is_no_cancellation() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = second_of_two(&site).await;
        let kita = site.signed_in(KITA).await;
        moved(&kita, request).await;
        site.work().await;
        let told = mails(&site, KITA, "request_cancelled");
        let (subject, text) = told[0].split_once('\n').expect("a subject");
        assert!(
            subject.starts_with("Verschoben: ") && subject.contains("23. März"),
            "{subject}"
        );
        assert!(subject.contains("20. April"), "{subject}");
        assert!(
            text.contains("Bisher") && text.contains("Dienstag, 23. März 2027"),
            "{text}"
        );
        assert!(!text.contains("19. März"), "{text}");
        let own = mails(&site, AMINA, "assignment_cancelled");
        let (subject, text) = own[0].split_once('\n').expect("a subject");
        assert!(
            subject.starts_with("Verschoben: ") && subject.contains("23. März"),
            "{subject}"
        );
        assert!(text.contains("verschoben") && text.contains("20. April 2027"), "{text}");
        assert!(!text.contains("abgesagt"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn where_nobody_fits_one_mail_thanks_and_says_so() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        // A Sunday: nobody has time.
        let request = ask(&site, vec![slot("2027-03-21", "09:00", "10:00")]).await;
        assert!(mails(&site, KITA, "request_received").is_empty());
        let told = mails(&site, KITA, "nobody_found");
        assert_eq!(told.len(), 1);
        for words in ["vielen Dank", "SP-2027-0001", "gerade niemand", "was helfen kann"] {
            assert!(told[0].contains(words), "{words} is missing: {}", told[0]);
        }
        let kita = site.signed_in(KITA).await;
        let page = kita
            .get(&format!("/requests/{request}"))
            .await
            .expect(StatusCode::OK)
            .body;
        says(&page, "Das hilft:");
        says(&page, "zur gleichen Zeit");
    })
    .await;
}

#[tokio::test]
async fn given_back_and_nobody_else_fits_is_one_mail_with_the_calendars_cancellation() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        let basir = offer_link(&site, BASIR).await;
        site.browser()
            .post(&basir, &[("answer", "no")])
            .await
            .expect(StatusCode::SEE_OTHER);
        accepts(&site, AMINA).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        let rules = site.app.rules(&mut tx).await.expect("rules");
        let found = store::get(&mut tx, request)
            .await
            .expect("it reads")
            .expect("it is there");
        assignments::give_back(&mut tx, &service(&site), &rules, found.assignments[0].id)
            .await
            .expect("early enough");
        site.app.commit(tx).await.expect("it commits");
        site.work().await;
        let told = mails(&site, KITA, "search_restarted");
        assert_eq!(told.len(), 1);
        assert!(told[0].contains("Gerade passt sonst niemand"), "{}", told[0]);
        assert!(!told[0].contains("fragen schon andere"), "{}", told[0]);
        assert!(mails(&site, KITA, "nobody_found").is_empty());
    })
    .await;
}
