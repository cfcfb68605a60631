//! An appointment on another day: the old one stands until the new one is filed, and whoever came is asked first.

use axum::http::StatusCode;
use chrono::Duration;
use sprachpool::{
    act::Actor,
    requests::{self, Request, RequestId, Status, store},
};

use crate::{
    institution::{id_of, says},
    slips::{appointment, link},
    support::{
        databases::each_engine,
        scene::{AMINA, CORA, KITA, accepts, ask, call_off, dump, slot},
        site::{Browser, Site},
    },
};

const NEW_DAY: &[(&str, &str)] = &[
    ("day", "20"),
    ("month", "4"),
    ("year", "2027"),
    ("start", "9:00"),
    ("end", "10:00"),
    ("mode", "on_site"),
];

/// The form for another day, and its page of the date.
async fn moved_by(browser: &Browser, desk: &str, old: RequestId) -> String {
    let begun = browser.post(desk, &[("moves", &old.to_string())]).await;
    begun.expect(StatusCode::SEE_OTHER).location().to_owned()
}

async fn begin(browser: &Browser, old: RequestId) -> String {
    moved_by(browser, "/requests/drafts", old).await
}

/// Its check page, once the new day is named.
async fn checked(browser: &Browser, when: &str) -> String {
    let named = browser.post(when, NEW_DAY).await.expect(StatusCode::SEE_OTHER);
    let check = named.location().to_owned();
    assert!(check.ends_with("/check"), "{check}");
    check
}

async fn send(browser: &Browser, check: &str) -> RequestId {
    let sent = browser.post(check, &[("rules", "yes")]).await;
    id_of(sent.expect(StatusCode::SEE_OTHER).location())
}

async fn stored(site: &Site, id: RequestId) -> Request {
    let mut tx = site.app.db.read().await.expect("it reads");
    let found = store::get(&mut tx, id).await.expect("it reads");
    tx.commit().await.expect("it ends");
    found.expect("it is there")
}

#[tokio::test]
async fn the_old_day_stands_until_the_new_one_is_filed() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let old = appointment(&site).await;
        let kita = site.signed_in(KITA).await;
        let family = site.browser();
        let slip = link(&site, &kita, old, "prs").await;
        let page = kita.get(&format!("/requests/{old}")).await.expect(StatusCode::OK).body;
        says(&page, "Anderer Tag oder andere Zeit");

        let when = begin(&kita, old).await;
        assert!(when.ends_with("/when"), "the day is asked first: {when}");
        assert_eq!(begin(&kita, old).await, when, "one form for one appointment");
        let page = kita.get(&when).await.expect(StatusCode::OK).body;
        says(&page, "Sie verschieben die Anfrage SP-2027-0001.");
        says(&page, "Der bisherige Termin gilt, bis Sie die neue Anfrage senden.");
        let check = checked(&kita, &when).await;
        let page = kita.get(&check).await.expect(StatusCode::OK).body;
        says(
            &page,
            "Der bisherige Termin wird dann abgesagt: Dienstag, 16. März 2027, 9:00 bis 10:00 Uhr.",
        );
        says(&page, "Amina Rahimi fragen wir zuerst");
        says(&page, "Der Link für die Familie zeigt dann den neuen Termin.");
        says(&page, "Neuen Termin anfragen");
        says(&page, "Bitte leise klingeln");
        assert!(!page.contains("späte Absage"), "there are two weeks left");
        site.work().await;
        assert_eq!(stored(&site, old).await.status(site.app.clock.now()), Status::Confirmed);
        let told = family.get(&slip).await.expect(StatusCode::OK).body;
        says(&told, "Dienstag, 16. März 2027");
        assert!(
            site.mailbox
                .to(AMINA)
                .iter()
                .all(|mail| mail.kind != "assignment_cancelled")
        );
    })
    .await;
}

#[tokio::test]
async fn filed_it_ends_the_old_one_asks_the_same_person_first_and_the_familys_link_follows() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let old = appointment(&site).await;
        let kita = site.signed_in(KITA).await;
        let family = site.browser();
        let slip = link(&site, &kita, old, "prs").await;
        let check = checked(&kita, &begin(&kita, old).await).await;
        let new = send(&kita, &check).await;

        let (before, after) = (stored(&site, old).await, stored(&site, new).await);
        assert_eq!(before.status(site.app.clock.now()), Status::Cancelled);
        assert_eq!((after.replaces, after.same_volunteer), (Some(old), true));
        let mut tx = site.app.db.read().await.expect("it reads");
        let rules = site.app.rules(&mut tx).await.expect("rules");
        let best = requests::best(&mut tx, &rules, &after, site.app.clock.now(), |_| false)
            .await
            .expect("it reads");
        tx.commit().await.expect("it ends");
        let wished = best.people.first().expect("somebody can");
        assert_eq!(wished.name, "Amina Rahimi");
        let parts = &wished.assessment.rank().expect("a rank").parts;
        assert!(
            parts
                .iter()
                .any(|part| part.kind.code() == "same_volunteer" && part.points > 0),
            "{parts:?}"
        );

        // The old day is off, and nobody has said yes to the new one yet.
        site.work().await;
        let told = family.get(&slip).await.expect(StatusCode::OK).body;
        says(&told, "Wir suchen noch eine Person, die Ihre Sprache spricht.");
        for words in [
            "Dienstag, 16. März 2027",
            "Der Termin fällt aus.",
            "Dienstag, 20. April 2027",
            "ملاقات لغو شد",
        ] {
            says(&told, words);
        }
        assert!(!told.contains("Parkweg"), "no promise of an appointment: {told}");
        let off = site.mailbox.to(AMINA);
        let off = off
            .iter()
            .find(|mail| mail.kind == "assignment_cancelled")
            .expect("she hears");
        assert!(off.text.contains("fragen wir Sie zuerst"), "{}", off.text);
        assert!(
            off.subject
                .starts_with("Verschoben: Dienstag, 16. März auf Dienstag, 20. April"),
            "{}",
            off.subject
        );
        let receipt = site.mailbox.to(KITA);
        let receipt = receipt
            .iter()
            .find(|mail| mail.kind == "request_cancelled")
            .expect("a receipt");
        assert!(receipt.text.contains("SP-2027-0002"), "{}", receipt.text);
        assert!(
            receipt.text.contains("Der bisherige Termin findet nicht"),
            "{}",
            receipt.text
        );

        // Both pages name each other, for both desks.
        let cora = site.signed_in(CORA).await;
        for (browser, desk) in [(&kita, "/requests"), (&cora, "/desk/requests")] {
            for (one, other) in [(old, new), (new, old)] {
                let page = browser.get(&format!("{desk}/{one}")).await.expect(StatusCode::OK).body;
                assert!(page.contains(&format!("href=\"{desk}/{other}\"")), "{desk} {page}");
            }
        }
        let page = kita.get(&format!("/requests/{old}")).await.body;
        says(&page, "Der Termin ist verschoben");
        says(&page, "Weiter geht es mit der neuen Anfrage");

        accepts(&site, AMINA).await;
        let told = family.get(&slip).await.expect(StatusCode::OK).body;
        says(&told, "Der Termin hat sich geändert. Jetzt gilt:");
        says(&told, "Dienstag, 20. April 2027");
        // The old day is still named as off, once it is another one.
        says(&told, "Dienstag, 16. März 2027");
        says(&told, "Der Termin fällt aus.");
        // Sent anew, the family knows, and reads of the new day alone.
        link(&site, &kita, new, "prs").await;
        let told = family.get(&slip).await.expect(StatusCode::OK).body;
        assert!(
            !told.contains("Dienstag, 16. März 2027") && !told.contains("fällt aus"),
            "{told}"
        );
    })
    .await;
}

#[tokio::test]
async fn the_familys_link_lasts_as_long_as_the_appointment_is_moved() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let mut request = appointment(&site).await;
        let slip = link(&site, &site.signed_in(KITA).await, request, "prs").await;
        for (days, day) in [
            (1, ("20", "2", "2028", "Sonntag, 20. Februar 2028")),
            (350, ("20", "1", "2029", "Samstag, 20. Januar 2029")),
        ] {
            site.app.clock.advance(Duration::days(days));
            let kita = site.signed_in(KITA).await;
            let mut fields = NEW_DAY.to_vec();
            fields.retain(|(name, _)| !["day", "month", "year"].contains(name));
            fields.extend([("day", day.0), ("month", day.1), ("year", day.2)]);
            let when = begin(&kita, request).await;
            let named = kita.post(&when, &fields).await.expect(StatusCode::SEE_OTHER);
            request = send(&kita, named.location()).await;
            let mut tx = site.app.db.begin().await.expect("it begins");
            let rules = site.app.rules(&mut tx).await.expect("rules");
            let asked = stored(&site, request).await;
            let wish = requests::assignments::ByHand {
                request,
                volunteer: site.who.amina,
                slot: asked.slots[0].id,
                why: Some("Am Telefon so besprochen".to_owned()),
            };
            let act = site.app.act(Actor::Person(site.who.cora));
            requests::assignments::assign(&mut tx, &act, &rules, &site.app.keys, &wish)
                .await
                .expect("she can");
            site.app.commit(tx).await.expect("it commits");
            let told = site.browser().get(&slip).await.expect(StatusCode::OK).body;
            says(&told, day.3);
        }
        // The hour before it begins, nearly two years after the link was made.
        let asked = stored(&site, request).await;
        site.app
            .clock
            .advance(asked.slots[0].starts_at - site.app.clock.now() - Duration::hours(1));
        let told = site.browser().get(&slip).await.expect(StatusCode::OK).body;
        says(&told, "Samstag, 20. Januar 2029");
    })
    .await;
}

#[tokio::test]
async fn moved_on_before_anybody_answered_the_same_person_is_still_wished_for() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let first = appointment(&site).await;
        let kita = site.signed_in(KITA).await;
        let second = send(&kita, &checked(&kita, &begin(&kita, first).await).await).await;
        let third = send(&kita, &checked(&kita, &begin(&kita, second).await).await).await;
        let third = stored(&site, third).await;
        assert_eq!((third.replaces, third.same_volunteer), (Some(second), true));
        let mut tx = site.app.db.read().await.expect("it reads");
        let rules = site.app.rules(&mut tx).await.expect("rules");
        let best = requests::best(&mut tx, &rules, &third, site.app.clock.now(), |_| false)
            .await
            .expect("it reads");
        tx.commit().await.expect("it ends");
        assert_eq!(best.people.first().expect("somebody can").name, "Amina Rahimi");
    })
    .await;
}

#[tokio::test]
async fn two_forms_for_one_appointment_and_what_ended_meanwhile_make_no_second_one() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let old = appointment(&site).await;
        let kita = site.signed_in(KITA).await;
        let check = checked(&kita, &begin(&kita, old).await).await;
        // A coordinator does the same for the contact that calls, in another tab.
        let cora = site.signed_in(CORA).await;
        let page = cora
            .get(&format!("/desk/requests/{old}"))
            .await
            .expect(StatusCode::OK)
            .body;
        says(&page, "Termin verschieben");
        let callers = format!("/desk/callers/{}/drafts", site.who.kita.contact);
        assert!(page.contains(&format!("action=\"{callers}\"")), "{page}");
        let theirs = checked(&cora, &moved_by(&cora, &callers, old).await).await;
        let new = send(&cora, &theirs).await;
        assert_eq!(
            stored(&site, old).await.cancelled_by,
            Some(requests::Canceller::Coordinator)
        );
        // Sent twice, it is one request.
        assert_eq!(send(&cora, &theirs).await, new);

        let before = dump(&site.app.db).await;
        let late = kita.post(&check, &[("rules", "yes")]).await;
        let late = late.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
        says(
            &late,
            "Dieser Termin ist schon verschoben. Die neue Anfrage ist SP-2027-0002.",
        );
        assert_eq!(dump(&site.app.db).await, before);
        // What was moved is not moved again: its page says so.
        let again = kita.post("/requests/drafts", &[("moves", &old.to_string())]).await;
        assert_eq!(
            again.expect(StatusCode::SEE_OTHER).location(),
            format!("/requests/{old}")
        );

        // Over before it was sent: asked once more, not moved.
        let soon = ask(&site, vec![slot("2027-03-17", "09:00", "10:00")]).await;
        let check = checked(&kita, &begin(&kita, soon).await).await;
        site.app.clock.advance(Duration::days(17));
        let kita = site.signed_in(KITA).await;
        let over = kita.post(&check, &[("rules", "yes")]).await;
        says(
            &over.expect(StatusCode::UNPROCESSABLE_ENTITY).body,
            "Der alte Termin ist vorbei.",
        );
    })
    .await;
}

#[tokio::test]
async fn late_is_late_and_what_is_not_theirs_is_not_there() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let old = appointment(&site).await;
        let klinik = site.signed_in("held@klinik-am-park.example").await;
        let before = dump(&site.app.db).await;
        let foreign = klinik.post("/requests/drafts", &[("moves", &old.to_string())]).await;
        foreign.expect(StatusCode::NOT_FOUND);
        assert_eq!(dump(&site.app.db).await, before);
        // An hour before it begins.
        site.app.clock.advance(Duration::days(14) + Duration::hours(22));
        let kita = site.signed_in(KITA).await;
        let check = checked(&kita, &begin(&kita, old).await).await;
        let page = kita.get(&check).await.expect(StatusCode::OK).body;
        says(&page, "Das ist eine späte Absage.");
        // Called off meanwhile: the family's link and the volunteer still hear of the new day.
        let slip = link(&site, &kita, old, "prs").await;
        call_off(&site, old).await;
        let new = send(&kita, &check).await;
        assert_eq!(stored(&site, new).await.replaces, Some(old));
        let told = site.browser().get(&slip).await.expect(StatusCode::OK).body;
        says(&told, "Der Termin fällt aus.");
        says(&told, "Dienstag, 20. April 2027");
    })
    .await;
}

#[tokio::test]
async fn a_holiday_is_asked_about_once() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let old = appointment(&site).await;
        let kita = site.signed_in(KITA).await;
        let when = begin(&kita, old).await;
        let friday: Vec<_> = NEW_DAY
            .iter()
            .map(|(name, value)| match *name {
                "day" => (*name, "26"),
                "month" => (*name, "3"),
                _ => (*name, *value),
            })
            .collect();
        let check = kita.post(&when, &friday).await.expect(StatusCode::SEE_OTHER);
        let page = kita.get(check.location()).await.expect(StatusCode::OK).body;
        says(&page, "Der 26. März ist ein Feiertag (Karfreitag). Stimmt der Tag?");
        let check = checked(&kita, &when).await;
        assert!(!kita.get(&check).await.body.contains("Feiertag ("));
    })
    .await;
}
