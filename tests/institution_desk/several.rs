//! Somebody who speaks for two institutions.

use axum::http::StatusCode;
use sprachpool::requests::store;

use super::colleague;
use crate::{
    institution::{CONVERSATION, WHEN, id_of, place, says},
    support::{
        databases::each_engine,
        scene::{KITA, ask, ask_for, slot},
        site::Site,
    },
};

#[tokio::test]
async fn they_see_both_and_say_for_which_they_ask() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let who = site.who;
        // Jana Vogt also works at the Klinik, which comes later in the alphabet.
        let second = colleague(&site, who.klinik.institution, "Jana Vogt", KITA).await;
        ask(&site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        let klinik = ask_for(&site, who.klinik, vec![slot("2027-03-17", "11:00", "12:00")]).await;
        ask_for(&site, who.jobcenter, vec![slot("2027-03-18", "13:00", "14:00")]).await;
        let jana = site.signed_in(KITA).await;
        let list = jana.get("/requests").await.expect(StatusCode::OK).body;
        says(&list, "9:00 bis 10:00");
        says(&list, "11:00 bis 12:00");
        says(&list, "Klinik am Park, Dr. Timo Held");
        says(&list, "Für welche Einrichtung?");
        assert!(!list.contains("13:00 bis 14:00"), "the Jobcenter is not hers");
        let only = jana
            .get(&format!("/requests?institution={}", who.klinik.institution))
            .await
            .body;
        assert!(!only.contains("9:00 bis 10:00") && only.contains("11:00 bis 12:00"));
        jana.get(&format!("/requests/{klinik}")).await.expect(StatusCode::OK);

        let begun = jana.post("/requests/drafts", &[("contact", &second.to_string())]).await;
        let first = begun.expect(StatusCode::SEE_OTHER).location().to_owned();
        let draft = first.strip_suffix("/conversation").expect("the first step").to_owned();
        let place = place(&who.klinik.site.to_string());
        let place: Vec<_> = place.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let advice: Vec<_> = CONVERSATION
            .iter()
            .map(|(name, value)| {
                if *name == "occasion" {
                    (*name, "health_information")
                } else {
                    (*name, *value)
                }
            })
            .collect();
        for (page, fields) in [
            ("conversation", advice.as_slice()),
            ("when", WHEN),
            ("where", place.as_slice()),
        ] {
            let done = jana.post(&format!("{draft}/{page}"), fields).await;
            done.expect(StatusCode::SEE_OTHER);
        }
        let check = format!("{draft}/check");
        let sent = jana
            .post(&check, &[("rules", "yes")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let mut tx = site.app.db.read().await.expect("it reads");
        let stored = store::get(&mut tx, id_of(sent.location()))
            .await
            .expect("it reads")
            .expect("it is there");
        tx.commit().await.expect("it ends");
        assert_eq!((stored.institution, stored.contact), (who.klinik.institution, second));
        // Sent again it leads to the same request.
        let again = jana
            .post(&check, &[("rules", "yes")])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(again.location(), sent.location());
        // A contact that is not theirs chooses nothing: the first institution is asked for.
        let strange = jana
            .post("/requests/drafts", &[("contact", &who.jobcenter.contact.to_string())])
            .await;
        let strange = strange.expect(StatusCode::SEE_OTHER).location().to_owned();
        let strange = strange.replace("/conversation", "/where");
        says(
            &jana.get(&strange).await.expect(StatusCode::OK).body,
            "Kita Sonnenblume",
        );
    })
    .await;
}
