//! Somebody is wished for: whether they can be asked is said, why not never, and what the chances of the others are.

use axum::http::StatusCode;
use chrono::Duration;
use sprachpool::q;

use crate::{
    institution::{WHEN, but, says, text},
    slips::appointment,
    support::{
        databases::each_engine,
        scene::KITA,
        site::{Browser, Site},
    },
};

/// What the check page says of the chances.
#[track_caller]
fn chances(page: &str) -> String {
    let (_, section) = page.split_once("id=\"prospects\"").expect("it says something");
    text(section.split("</section>").next().expect("it ends"))
}

async fn checked(kita: &Browser, when: &str, fields: &[(&str, &str)]) -> String {
    let named = kita.post(when, &but(WHEN, fields)).await.expect(StatusCode::SEE_OTHER);
    kita.get(named.location()).await.expect(StatusCode::OK).body
}

async fn set(site: &Site, state: &str) {
    let mut tx = site.app.db.begin().await.expect("it begins");
    q!("UPDATE volunteer SET state = $1 WHERE id = $2", state, site.who.amina)
        .execute(&mut tx)
        .await
        .expect("it changes");
    site.app.commit(tx).await.expect("it commits");
}

#[tokio::test]
async fn whoever_said_yes_to_the_old_day_is_asked_first_if_the_new_time_allows() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let old = appointment(&site).await;
        let kita = site.signed_in(KITA).await;
        let begun = kita.post("/requests/drafts", &[("moves", &old.to_string())]).await;
        let when = begun.expect(StatusCode::SEE_OTHER).location().to_owned();
        // Half an hour later on the same day: the old appointment keeps nobody from it.
        let later = [("start", "9:30"), ("end", "10:30")];
        let can = chances(&checked(&kita, &when, &later).await);
        assert!(can.contains("Amina Rahimi fragen wir zuerst"), "{can}");
        assert!(
            can.contains("Von den anderen kommen nur wenige Personen infrage."),
            "{can}"
        );

        // Why not looks the same whatever it is.
        set(&site, "paused").await;
        let paused = chances(&checked(&kita, &when, &later).await);
        assert!(
            paused.contains("Amina Rahimi können wir für diese Zeit nicht fragen"),
            "{paused}"
        );
        assert!(paused.contains("Wir fragen dann gleich andere."), "{paused}");
        assert!(paused.contains("Von den anderen kommen nur wenige"), "{paused}");
        set(&site, "active").await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        q!("DELETE FROM availability WHERE volunteer_id = $1", site.who.amina)
            .execute(&mut tx)
            .await
            .expect("it changes");
        site.app.commit(tx).await.expect("it commits");
        let busy = chances(&checked(&kita, &when, &later).await);
        assert_eq!(busy, paused);
        // The wish goes with it when it is sent.
        let early = chances(&checked(&kita, &when, &[("start", "5:00"), ("end", "6:00")]).await);
        assert!(early.contains("Von den anderen passt im Moment niemand."), "{early}");
    })
    .await;
}

#[tokio::test]
async fn once_more_with_the_same_person_says_the_same() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let old = appointment(&site).await;
        site.app.clock.advance(Duration::days(30));
        let kita = site.signed_in(KITA).await;
        let day = [("day", "20"), ("month", "4")];
        for (same, title) in [("yes", "Amina Rahimi fragen wir zuerst"), ("", "Es wird knapp")] {
            let begun = kita
                .post(&format!("/requests/{old}/repetition"), &[("same", same)])
                .await;
            let when = begun.expect(StatusCode::SEE_OTHER).location().to_owned();
            let page = checked(&kita, &when, &day).await;
            assert!(chances(&page).contains(title), "{page}");
            if same.is_empty() {
                assert!(!chances(&page).contains("Amina"), "nobody is wished for");
            } else {
                says(&page, "Wenn es geht, fragen wir sie zuerst.");
            }
        }
    })
    .await;
}
