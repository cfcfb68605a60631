//! In the last hours a volunteer says that they cannot come: both sides, the desk and the pages tell the same.

use axum::http::StatusCode;
use chrono::{TimeZone, Utc};
use sprachpool::requests::RequestId;

use crate::support::{
    databases::each_engine,
    scene::{AMINA, CORA, KITA, accepts, ask, tuesday},
    site::Site,
};

fn at(hour: u32, minute: u32) -> chrono::DateTime<Utc> {
    Utc.with_ymd_and_hms(2027, 3, 16, hour, minute, 0)
        .single()
        .expect("it exists")
}

/// Amina comes at 9:00; at 7:00, when nobody is at the desk, she sends the urgent message.
async fn urgent(site: &Site) -> (RequestId, String) {
    let request = ask(site, vec![tuesday()]).await;
    let link = accepts(site, AMINA).await;
    site.app.clock.set(at(6, 0));
    site.work().await;
    let sent = site
        .browser()
        .post(&format!("{link}/withdrawal"), &[("choice", "back")])
        .await;
    sent.expect(StatusCode::SEE_OTHER);
    site.work().await;
    (request, link)
}

fn mails(site: &Site, to: &str, kind: &str) -> Vec<String> {
    let all = site.mailbox.to(to).into_iter().filter(|mail| mail.kind == kind);
    all.map(|mail| format!("{}\n{}", mail.subject, mail.text)).collect()
}

#[tokio::test]
async fn the_institution_learns_at_once_that_perhaps_nobody_comes() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let (request, link) = urgent(&site).await;
        let told = mails(&site, KITA, "may_not_come");
        assert_eq!(told.len(), 1, "at 7:00, whatever the quiet hours are");
        for words in [
            "Achtung",
            "Amina Rahimi kann wohl nicht kommen",
            "Planen Sie vorsichtshalber ohne Sprachmittlung",
            "0251",
        ] {
            assert!(told[0].contains(words), "{words} is missing: {}", told[0]);
        }
        let kita = site.signed_in(KITA).await;
        let page = kita.get(&format!("/requests/{request}")).await.expect(StatusCode::OK).body;
        for words in [
            "Achtung: Amina Rahimi kann wohl nicht kommen. Das Team sucht Ersatz. Planen Sie vorsichtshalber ohne Sprachmittlung.",
            "href=\"tel:",
            "Fällt vielleicht aus",
        ] {
            assert!(page.contains(words), "{words} is missing: {page}");
        }
        assert!(!page.contains("Sie müssen nichts mehr tun"), "{page}");
        let list = kita.get("/requests").await.expect(StatusCode::OK).body;
        assert!(list.contains("Fällt vielleicht aus"), "{list}");
        // Her own pages say what was sent, and from when somebody answers.
        let own = site.browser();
        let page = own.get(&format!("{link}/withdrawal")).await.expect(StatusCode::OK).body;
        assert!(page.contains("7:00 Uhr an uns und an die Einrichtung"), "{page}");
        assert!(page.contains("Am Telefon sind wir:"), "{page}");
        let page = own.get(&link).await.expect(StatusCode::OK).body;
        assert!(page.contains("7:00 Uhr an uns und an die Einrichtung"), "{page}");
        assert!(!page.contains("Sie haben zugesagt. Vielen Dank!"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn nobody_is_thanked_while_nobody_knows_and_the_desk_says_what_was() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let (request, _) = urgent(&site).await;
        let cora = site.signed_in(CORA).await;
        let there = format!("/desk/requests/{request}");
        let page = cora.get(&there).await.expect(StatusCode::OK).body;
        assert!(page.contains("Amina Rahimi kommt doch"), "{page}");
        // "Done" answers nothing: the page does.
        let task = page.split_once("/desk/tasks/").expect("a task").1;
        let task = task.split_once('/').expect("its id").0.to_owned();
        let answer = cora.post(&format!("/desk/tasks/{task}/completion"), &[]).await;
        assert_eq!(answer.location(), format!("{there}#coming"));
        site.app.clock.set(at(9, 30));
        site.work().await;
        assert!(
            mails(&site, AMINA, "proof_asked").is_empty(),
            "nobody knows whether she came"
        );
        let stay = page.split_once("/stay").expect("a form").0;
        let stay = format!("{}/stay", stay.rsplit_once("action=\"").expect("its address").1);
        cora.post(&stay, &[]).await.expect(StatusCode::SEE_OTHER);
        site.work().await;
        assert_eq!(mails(&site, AMINA, "proof_asked").len(), 1, "she came");
        assert!(mails(&site, KITA, "comes_after_all").is_empty(), "it is over");
    })
    .await;
}

#[tokio::test]
async fn comes_after_all_both_sides_hear_it() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let (request, link) = urgent(&site).await;
        let cora = site.signed_in(CORA).await;
        let there = format!("/desk/requests/{request}");
        let page = cora.get(&there).await.expect(StatusCode::OK).body;
        let stay = page.split_once("/stay").expect("a form").0;
        let stay = format!("{}/stay", stay.rsplit_once("action=\"").expect("its address").1);
        for _ in 0..2 {
            cora.post(&stay, &[]).await.expect(StatusCode::SEE_OTHER);
        }
        site.work().await;
        for who in [KITA, AMINA] {
            assert_eq!(mails(&site, who, "comes_after_all").len(), 1, "{who}");
        }
        let kita = site.signed_in(KITA).await;
        let page = kita
            .get(&format!("/requests/{request}"))
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(
            page.contains("Amina Rahimi hat zugesagt") && !page.contains("Achtung"),
            "{page}"
        );
        let page = site.browser().get(&link).await.expect(StatusCode::OK).body;
        assert!(page.contains("Sie haben zugesagt. Vielen Dank!"), "{page}");
        // She writes once more: both hear it once more.
        let again = site
            .browser()
            .post(&format!("{link}/withdrawal"), &[("choice", "back")])
            .await;
        again.expect(StatusCode::SEE_OTHER);
        site.work().await;
        assert_eq!(mails(&site, KITA, "may_not_come").len(), 2);
        // Unknown and foreign ones.
        let wrong = format!("{there}/assignments/{}/stay", request);
        cora.post(&wrong, &[]).await.expect(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn after_the_start_the_desk_can_say_that_nobody_came() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let (request, link) = urgent(&site).await;
        site.app.clock.set(at(9, 30));
        site.work().await;
        let cora = site.signed_in(CORA).await;
        let there = format!("/desk/requests/{request}");
        let page = cora.get(&there).await.expect(StatusCode::OK).body;
        let release = page.split_once("/release").expect("a form").0;
        let release = format!("{}/release", release.rsplit_once("action=\"").expect("its address").1);
        cora.post(&release, &[]).await.expect(StatusCode::SEE_OTHER);
        site.work().await;
        let kita = site.signed_in(KITA).await;
        let page = kita
            .get(&format!("/requests/{request}"))
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(page.contains("Der Termin ist vorbei"), "{page}");
        assert!(!page.contains("Danke, dass Sie uns gefragt haben"), "{page}");
        assert!(mails(&site, AMINA, "proof_asked").is_empty());
        assert!(
            mails(&site, KITA, "search_restarted").is_empty(),
            "nobody is looked for any more"
        );
        let page = site.browser().get(&link).await.body;
        assert!(!page.contains("Parkweg"), "{page}");
    })
    .await;
}
