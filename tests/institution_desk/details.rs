//! S33: another room is told, and nobody is asked anew.

use axum::http::StatusCode;
use sprachpool::{q, requests::Status};

use crate::{
    institution::says,
    slips::{appointment, link},
    support::{
        databases::each_engine,
        scene::{AMINA, KITA, ask, call_off, dump, slot},
        site::Site,
    },
};

const OTHER_ROOM: &[(&str, &str)] = &[("meeting_point", "Anmeldung, zweiter Stock"), ("remarks", "")];

#[tokio::test]
async fn another_room_is_one_mail_with_the_next_version_of_the_calendars_entry() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = appointment(&site).await;
        let kita = site.signed_in(KITA).await;
        let family = link(&site, &kita, request, "prs").await;
        says(
            &kita.get(&format!("/requests/{request}")).await.body,
            "Anderer Treffpunkt oder Hinweis",
        );
        let path = format!("/requests/{request}/details");
        let page = kita.get(&path).await.expect(StatusCode::OK).body;
        assert!(page.contains("value=\"Eingang Süd\""), "{page}");
        says(&page, "Wer zugesagt hat, bekommt eine Mail.");
        let before = site.mailbox.all().len();
        let changed = kita.post(&path, OTHER_ROOM).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(changed.location(), format!("/requests/{request}"));
        site.work().await;
        let mails = site.mailbox.all();
        assert_eq!(mails.len(), before + 1, "one mail, to Amina");
        let mail = site.mailbox.to(AMINA);
        let mail = mail
            .iter()
            .find(|mail| mail.kind == "details_changed")
            .expect("she is told");
        assert!(mail.text.contains("Anmeldung, zweiter Stock"), "{}", mail.text);
        // What is new is said first, by its name.
        assert!(mail.subject.starts_with("Neuer Treffpunkt"), "{}", mail.subject);
        let (place, house) = (mail.text.find("Treffpunkt: "), mail.text.find("Einrichtung: "));
        assert!(place.is_some() && place < house, "{}", mail.text);
        let calendar = mail.calendar.as_ref().expect("an entry");
        assert!(
            calendar.contains("SEQUENCE:1") && calendar.contains("METHOD:REQUEST"),
            "{calendar}"
        );
        let page = kita.get(&format!("/requests/{request}")).await.body;
        says(&page, "Amina Rahimi hat zugesagt");
        says(&page, "Anmeldung, zweiter Stock");
        says(&site.browser().get(&family).await.body, "Der Termin hat sich geändert.");

        // The same once more tells nobody.
        let dumped = dump(&site.app.db)
            .await
            .into_iter()
            .filter(|row| row.starts_with("outbox"))
            .count();
        kita.post(&path, OTHER_ROOM).await.expect(StatusCode::SEE_OTHER);
        let again = dump(&site.app.db)
            .await
            .into_iter()
            .filter(|row| row.starts_with("outbox"))
            .count();
        assert_eq!(dumped, again);
        let mut tx = site.app.db.read().await.expect("it reads");
        let lines = q!("SELECT COUNT(*) FROM audit WHERE action = 'request_details_changed'");
        assert_eq!(lines.one::<(i64,)>(&mut tx).await.expect("it counts").0, 1);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_is_said_at_the_field_and_changes_nothing() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        let kita = site.signed_in(KITA).await;
        let path = format!("/requests/{request}/details");
        says(
            &kita.get(&path).await.expect(StatusCode::OK).body,
            "Es hat noch niemand zugesagt.",
        );
        let before = dump(&site.app.db).await;
        let (long, longer) = ("ä".repeat(201), "ä".repeat(301));
        for (fields, words) in [
            (
                vec![("meeting_point", ""), ("remarks", "")],
                "Bitte nennen Sie den Treffpunkt.",
            ),
            (
                vec![("meeting_point", long.as_str())],
                "201 Zeichen. Höchstens 200 passen.",
            ),
            (
                vec![("meeting_point", "Tür"), ("remarks", longer.as_str())],
                "301 Zeichen. Höchstens 300 passen.",
            ),
            (
                vec![("meeting_point", "Tür"), ("remarks", "Aktenzeichen: 12 F 34/26")],
                "Das sieht nach einem Geburtstag oder einem Aktenzeichen aus.",
            ),
            (
                vec![("meeting_point", "Tür \u{202e} 4")],
                "Hier stehen Zeichen, die wir nicht annehmen.",
            ),
        ] {
            let page = kita
                .post(&path, &fields)
                .await
                .expect(StatusCode::UNPROCESSABLE_ENTITY)
                .body;
            says(&page, words);
        }
        assert_eq!(dump(&site.app.db).await, before);
        let klinik = site.signed_in("held@klinik-am-park.example").await;
        klinik.get(&path).await.expect(StatusCode::NOT_FOUND);
        klinik.post(&path, OTHER_ROOM).await.expect(StatusCode::NOT_FOUND);
        // Nobody goes there any more: the page says so.
        call_off(&site, request).await;
        kita.get(&path).await.expect(StatusCode::SEE_OTHER);
        let before = dump(&site.app.db).await;
        kita.post(&path, OTHER_ROOM).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(dump(&site.app.db).await, before);
        let mut tx = site.app.db.read().await.expect("it reads");
        let stored = sprachpool::requests::store::get(&mut tx, request)
            .await
            .expect("it reads");
        assert_eq!(
            stored.expect("it is there").status(site.app.clock.now()),
            Status::Cancelled
        );
    })
    .await;
}
