//! What each side may know, and when.

use sprachpool::q;

use super::world::{BASE_URL, MEETING_POINT, REMARKS, World};
use crate::support::databases::each_engine;

const SECRETS: [&str; 7] = [
    "Sonnenblume",
    "Parkweg",
    "48149",
    "Jana Vogt",
    "0251 555 0142",
    MEETING_POINT,
    REMARKS,
];

#[tokio::test]
async fn s48_an_offer_shows_language_time_and_area_and_the_street_only_after_acceptance() {
    each_engine(async |db| {
        let world = World::new(&db).await;
        let request = world.request().await;
        world.work().await;
        for mail in world.mails("offer").await {
            let all = mail.everything();
            for secret in SECRETS {
                assert!(!all.contains(secret), "the offer tells {secret}");
            }
            for told in [
                "Dari und Deutsch",
                "Dienstag, 16. März",
                "9:00 bis 10:00 Uhr",
                "Kita, Stadtteil Gievenbeck",
                "Gespräch mit Eltern",
                "Vor Ort, etwa 1 Stunde",
                "Bitte antworten Sie bis",
            ] {
                let (text, html, told) = (
                    mail.text().to_lowercase(),
                    mail.html().to_lowercase(),
                    told.to_lowercase(),
                );
                assert!(text.contains(&told) && html.contains(&told), "{told}");
            }
            assert_eq!(
                mail.subject(),
                "Haben Sie am Dienstag, 16. März, um 9:00 Uhr Zeit? (Dari)"
            );
        }

        world.accept(world.offer_to(request, world.people.amina).await).await;
        world.work().await;
        let mail = world.mail("assignment_confirmed").await;
        for told in SECRETS {
            assert!(mail.text().contains(told) && mail.html().contains(told), "{told}");
        }
        assert!(mail.text().contains(&format!("{BASE_URL}/a/")));
        // The volunteer learns nothing of the client, the institution nothing of the other candidates.
        assert!(!world.mail("request_confirmed").await.everything().contains("Basir"));
    })
    .await;
}

#[tokio::test]
async fn the_institution_gets_the_volunteers_phone_only_with_consent() {
    for consent in [true, false] {
        each_engine(async |db| {
            let world = World::new(&db).await;
            let mut tx = world.begin().await;
            q!("UPDATE volunteer SET phone_consent = $1", consent)
                .execute(&mut tx)
                .await
                .expect("volunteers");
            tx.commit().await.expect("it commits");
            let request = world.request().await;
            world.work().await;
            world.accept(world.offer_to(request, world.people.amina).await).await;
            world.work().await;
            let mail = world.mail("request_confirmed").await;
            assert!(mail.text().contains("Amina Rahimi"));
            assert_eq!(mail.everything().contains("0251 555 0177"), consent);
        })
        .await;
    }
}

#[tokio::test]
async fn the_receipt_says_what_comes_next_and_by_when() {
    each_engine(async |db| {
        let world = World::new(&db).await;
        let request = world.request().await;
        world.work().await;
        let mail = world.mail("request_received").await;
        assert!(mail.text().contains("SP-2027-0001"));
        assert!(mail.text().contains("Sie hören von uns bis"));
        assert!(
            mail.text().contains(", Parkweg 4, 48"),
            "their own house: {}",
            mail.text()
        );
        assert!(mail.text().contains(&format!("{BASE_URL}/requests/{request}")));
    })
    .await;
}
