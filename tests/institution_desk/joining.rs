//! A video: after the yes the institution says how to join it, once, and everybody who comes hears it.

use axum::http::StatusCode;
use chrono::{TimeZone, Utc};
use sprachpool::{
    act::Actor,
    q,
    requests::{
        RequestId, SlotId,
        assignments::{ByHand, assign},
    },
};

use crate::{
    institution::says,
    support::{
        databases::each_engine,
        scene::{AMINA, KITA, ask, tuesday},
        site::Site,
    },
};

const LINK: &str = "https://video.example/raum-7?pwd=abc";

fn mails(site: &Site, to: &str, kind: &str) -> Vec<std::sync::Arc<sprachpool::mail::memory::KeptMail>> {
    site.mailbox
        .to(to)
        .into_iter()
        .filter(|mail| mail.kind == kind)
        .collect()
}

/// Amina comes to the Kita's video on Tuesday, 16 March 2027.
async fn video(site: &Site) -> (RequestId, String) {
    let request = ask(site, vec![tuesday()]).await;
    let mut tx = site.app.db.begin().await.expect("it begins");
    q!("UPDATE request SET mode = 'video' WHERE id = $1", request)
        .execute(&mut tx)
        .await
        .expect("a video");
    let rules = site.app.rules(&mut tx).await.expect("rules");
    let (slot,) = q!("SELECT id FROM slot WHERE request_id = $1", request)
        .one::<(SlotId,)>(&mut tx)
        .await
        .expect("one");
    let wish = ByHand {
        request,
        volunteer: site.who.amina,
        slot,
        why: None,
    };
    let act = site.app.act(Actor::Person(site.who.cora));
    assign(&mut tx, &act, &rules, &site.app.keys, &wish)
        .await
        .expect("she can");
    site.app.commit(tx).await.expect("it commits");
    let link = site.link_for(AMINA, "assignment_confirmed", "/a/").await;
    (request, link)
}

#[tokio::test]
async fn after_the_yes_the_link_is_asked_for_and_told_once() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let (request, link) = video(&site).await;
        let asked = &mails(&site, KITA, "request_confirmed")[0].text;
        assert!(
            asked.contains("Bitte tragen Sie jetzt den Link zum Video ein."),
            "{asked}"
        );
        let told = &mails(&site, AMINA, "assignment_confirmed")[0].text;
        assert!(told.contains("Den Link schickt die Einrichtung noch."), "{told}");
        let kita = site.signed_in(KITA).await;
        let list = kita.get("/requests?when=waiting").await.expect(StatusCode::OK).body;
        says(&list, "Link zum Video fehlt");
        let status = format!("/requests/{request}");
        let page = kita.get(&status).await.expect(StatusCode::OK).body;
        assert!(page.contains("name=\"joining\""), "{page}");
        says(&page, "Bitte tragen Sie jetzt den Link zum Video ein.");

        let there = format!("{status}/details");
        for wrong in [
            "http://video.example/raum",
            "https://",
            "javascript://video.example",
            "geboren am 1.2.2019",
            "x\u{202E}y",
            &"x".repeat(301),
        ] {
            let answer = kita.post(&there, &[("joining", wrong)]).await;
            answer.expect(StatusCode::UNPROCESSABLE_ENTITY);
        }
        site.work().await;
        assert!(mails(&site, AMINA, "details_changed").is_empty(), "nothing was written");
        for _ in 0..2 {
            let saved = kita.post(&there, &[("joining", LINK)]).await;
            saved.expect(StatusCode::SEE_OTHER);
        }
        site.work().await;
        let told = mails(&site, AMINA, "details_changed");
        assert_eq!(told.len(), 1);
        assert!(told[0].text.contains(LINK), "{}", told[0].text);
        let calendar = told[0].calendar.as_ref().expect("an entry");
        assert!(
            calendar.contains("SEQUENCE:1") && calendar.contains("video.example"),
            "{calendar}"
        );
        let page = site.browser().get(&link).await.expect(StatusCode::OK).body;
        assert!(page.contains("href=\"https://video.example/raum-7?pwd=abc\""), "{page}");
        let page = kita.get(&status).await.expect(StatusCode::OK).body;
        assert!(
            page.contains("video.example") && !page.contains("name=\"joining\""),
            "{page}"
        );
        let list = kita.get("/requests?when=waiting").await.expect(StatusCode::OK).body;
        assert!(!list.contains("Link zum Video fehlt"), "{list}");
        // Numbers to dial will do, too.
        let dial = kita.post(&there, &[("joining", "0251 555 0123, Code 4711#")]).await;
        dial.expect(StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn the_day_before_the_institution_is_reminded_once() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let (request, _) = video(&site).await;
        let at = |day, hour| {
            Utc.with_ymd_and_hms(2027, 3, day, hour, 0, 0)
                .single()
                .expect("it exists")
        };
        site.app.clock.set(at(15, 7));
        site.work().await;
        assert!(mails(&site, KITA, "joining_missing").is_empty());
        site.app.clock.set(at(15, 8));
        site.work().await;
        site.app.clock.set(at(15, 18));
        site.work().await;
        assert_eq!(mails(&site, KITA, "joining_missing").len(), 1);
        let kita = site.signed_in(KITA).await;
        let page = kita
            .get(&format!("/requests/{request}"))
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(page.contains("name=\"joining\""), "{page}");
    })
    .await;
}

#[tokio::test]
async fn what_was_said_in_time_needs_no_reminder() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let (request, _) = video(&site).await;
        let kita = site.signed_in(KITA).await;
        let saved = kita
            .post(&format!("/requests/{request}/details"), &[("joining", LINK)])
            .await;
        saved.expect(StatusCode::SEE_OTHER);
        site.app
            .clock
            .set(Utc.with_ymd_and_hms(2027, 3, 15, 12, 0, 0).single().expect("it exists"));
        site.work().await;
        assert!(mails(&site, KITA, "joining_missing").is_empty());
    })
    .await;
}
