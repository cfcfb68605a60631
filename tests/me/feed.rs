//! A6, A5: the private calendar follows the mails and keeps no ghosts; its address is a secret, and can end.

use crate::support::{
    databases::{ENGINES, Fresh, each_engine},
    scene::{AMINA, CORA, KITA, accepts, ask, call_off, dump, slot, tuesday},
    site::{Browser, Site},
};
use axum::http::{Method, StatusCode};

async fn address(site: &Site, amina: &Browser) -> String {
    amina.post("/me/calendar", &[]).await.expect(StatusCode::SEE_OTHER);
    let page = amina.get("/me/calendar").await.expect(StatusCode::OK).body;
    assert!(page.contains("webcal://pool.example/c/"), "{page}");
    let path = site.calendar_of(site.who.amina).await;
    assert!(page.contains(&path), "{page}");
    path
}

/// Long lines are folded (RFC 5545, 3.1).
fn unfolded(ics: &str) -> String {
    ics.replace("\r\n ", "")
}

fn uid(text: &str) -> String {
    let line = text.lines().find(|line| line.starts_with("UID:")).expect("a UID");
    line.trim().to_owned()
}

#[tokio::test]
async fn it_says_what_the_mails_said_and_takes_back_what_they_took_back() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let request = ask(&site, vec![tuesday()]).await;
        let assignment = accepts(&site, AMINA).await;
        let invited = site.browser().get(&format!("{assignment}/calendar.ics")).await.body;
        let amina = site.signed_in(AMINA).await;
        let feed = address(&site, &amina).await;
        let before = dump(&db).await;
        let answer = site.browser().get(&feed).await.expect(StatusCode::OK);
        assert_eq!(dump(&db).await, before, "a GET changed something");
        assert_eq!(answer.headers["content-type"], "text/calendar; charset=utf-8");
        assert_eq!(answer.headers["cache-control"], "private, max-age=600");
        assert!(answer.headers.contains_key("last-modified"));
        let ics = unfolded(&answer.body);
        assert_eq!(uid(&ics), uid(&unfolded(&invited)));
        for line in [
            "METHOD:PUBLISH",
            "DTSTART:20270316T080000Z",
            "DTEND:20270316T090000Z",
            "STATUS:CONFIRMED",
            "SEQUENCE:0",
        ] {
            assert!(ics.contains(line), "{line} is missing: {ics}");
        }
        assert!(
            ics.contains("Parkweg 4") && ics.contains("https://pool.example/a/"),
            "{ics}"
        );
        assert!(
            !ics.contains('@') || !ics.contains(KITA) && !ics.contains(AMINA),
            "{ics}"
        );
        assert!(
            !ics.contains("ATTENDEE") && !ics.contains("ORGANIZER") && !ics.contains("Rahimi"),
            "{ics}"
        );
        // Asked again, it is the same.
        let tag = answer.headers["etag"].to_str().expect("a tag").to_owned();
        let again = site.browser();
        let known = [("if-none-match", tag.as_str())];
        let same = again.send(Method::GET, &feed, None, &known).await;
        assert_eq!((same.status, same.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
        let head = again.send(Method::HEAD, &feed, None, &[]).await;
        assert_eq!(head.status, StatusCode::OK);
        call_off(&site, request).await;
        let changed = again
            .send(Method::GET, &feed, None, &known)
            .await
            .expect(StatusCode::OK);
        let ics = unfolded(&changed.body);
        assert_eq!(uid(&ics), uid(&unfolded(&invited)));
        assert!(ics.contains("STATUS:CANCELLED") && ics.contains("SEQUENCE:1"), "{ics}");
        assert!(!ics.contains("Parkweg"), "{ics}");
        again.post(&feed, &[]).await.expect(StatusCode::METHOD_NOT_ALLOWED);
    })
    .await;
}

#[tokio::test]
async fn the_address_is_a_secret_that_can_end() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        ask(&site, vec![slot("2027-03-18", "09:00", "10:00")]).await;
        accepts(&site, AMINA).await;
        let amina = site.signed_in(AMINA).await;
        let old = address(&site, &amina).await;
        let token = old.trim_start_matches("/c/").trim_end_matches(".ics").to_owned();
        assert!(fresh.texts().await.iter().all(|text| !text.contains(&token)));
        let new = address(&site, &amina).await;
        assert_ne!(old, new);
        let anybody = site.browser();
        anybody.get(&old).await.expect(StatusCode::GONE);
        anybody.get(&new).await.expect(StatusCode::OK);
        // One character changed, another purpose, no ending: all one plain 404.
        let last = if new.ends_with("A.ics") { "B.ics" } else { "A.ics" };
        let forged = format!("{}{last}", &new[..new.len() - 5]);
        for wrong in [forged.as_str(), new.trim_end_matches(".ics"), "/c/x.ics", "/c/.ics"] {
            anybody.get(wrong).await.expect(StatusCode::NOT_FOUND);
        }
        amina
            .post("/me/calendar/removal", &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        anybody.get(&new).await.expect(StatusCode::GONE);
        let last = address(&site, &amina).await;
        let cora = site.signed_in(CORA).await;
        let path = format!("/desk/volunteers/{}/retirement", site.who.amina);
        cora.post(&path, &[("choice", "retire")])
            .await
            .expect(StatusCode::SEE_OTHER);
        anybody.get(&last).await.expect(StatusCode::GONE);
    }
}
