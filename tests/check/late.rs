//! S29 and S42 as people meet them.

use axum::http::StatusCode;
use chrono::Duration;
use sprachpool::{
    q,
    requests::{Refusal, SlotProblem, SubmitError},
    settings::LateRequests,
};

use super::late_by;
use crate::{
    institution::{KITA, WHEN, but, draft, filled_but, says, text},
    support::{
        databases::each_engine,
        pool::{Options, at, each_pool, submit},
        scene::{CORA, ask, tuesday},
        site::Site,
    },
};

/// Filed on Wednesday 24 March for Wednesday 31 March: Good Friday and Easter Monday lie between.
#[tokio::test]
async fn s42_before_easter_the_pool_tries() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        site.app.clock.set(at(3, 24, 10, 0));
        let kita = site.signed_in(KITA).await;
        let draft = filled_but(&site, &kita, &[("day", "31")]).await;
        let check = kita.get(&format!("{draft}/check")).await.expect(StatusCode::OK).body;
        says(&check, "Das ist kurzfristig");
        kita.post(&format!("{draft}/check"), &[("rules", "yes")])
            .await
            .expect(StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn s42_before_easter_the_pool_refuses_and_names_its_phone() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        late_by(&site.app, "5 working days", LateRequests::Refuse, "24 h").await;
        site.app.clock.set(at(3, 24, 10, 0));
        let kita = site.signed_in(KITA).await;
        let path = format!("{}/when", draft(&kita).await);
        let late = kita.post(&path, &but(WHEN, &[("day", "31")])).await;
        let late = late.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
        for words in [
            "Das ist zu kurzfristig",
            "5 Arbeitstage vorher",
            "Montag, 22. März",
            "0251 555 0110",
        ] {
            says(&late, words);
        }
        // Five working days are enough.
        let in_time = but(WHEN, &[("day", "5"), ("month", "4")]);
        kita.post(&path, &in_time).await.expect(StatusCode::SEE_OTHER);
        says(&kita.get(&path).await.body, "nur am Telefon");

        // Who calls may still be helped: a coordinator files it.
        let cora = site.signed_in(CORA).await;
        let begun = cora
            .post(&format!("/desk/callers/{}/drafts", site.who.kita.contact), &[])
            .await;
        let first = begun.expect(StatusCode::SEE_OTHER).location().to_owned();
        let path = first.replace("/conversation", "/when");
        cora.post(&path, &but(WHEN, &[("day", "31")]))
            .await
            .expect(StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn the_verb_refuses_what_is_late_too() {
    each_pool(Options::default, async |pool| {
        late_by(&pool.app, "day before, 13:00", LateRequests::Refuse, "24 h").await;
        let new = pool.wanted();
        pool.app.clock.set(at(3, 15, 13, 1));
        let refused = submit(&pool.app, &new).await;
        let late = matches!(
            &refused,
            Err(SubmitError::Refused(Refusal::Slot(0, SlotProblem::Late { .. })))
        );
        assert!(late, "{refused:?}");
        pool.app.clock.set(at(3, 15, 13, 0));
        submit(&pool.app, &new).await.expect("in time");
    })
    .await;
}

/// S29: "day before, 13:00": 12:59 is free, 13:01 is late.
#[tokio::test]
async fn s29_a_cancellation_is_free_until_the_day_before_at_one() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        late_by(&site.app, "5 working days", LateRequests::Try, "day before, 13:00").await;
        let request = ask(&site, vec![tuesday()]).await;
        let status = format!("/requests/{request}");
        for (minute, words) in [
            (59, "Frei ist die Absage bis Montag, 15. März, 13:00 Uhr"),
            (61, "Frei war die Absage bis Montag, 15. März, 13:00 Uhr"),
        ] {
            site.app.clock.set(at(3, 15, 12, 0) + Duration::minutes(minute));
            let kita = site.signed_in(KITA).await;
            let page = kita
                .get(&format!("{status}/cancellation"))
                .await
                .expect(StatusCode::OK)
                .body;
            says(&page, words);
            assert_eq!(text(&page).contains("späte Absage"), minute > 60);
        }
        let kita = site.signed_in(KITA).await;
        says(
            &kita.get(&status).await.body,
            "Für diesen Termin gilt jede Absage als spät.",
        );
        let mut tx = site.app.db.read().await.expect("it reads");
        let rows = q!("SELECT COUNT(*) FROM pool_rule WHERE kind = 'late'");
        assert_eq!(
            rows.one::<(i64,)>(&mut tx).await.expect("it counts").0,
            2,
            "history is kept"
        );
    })
    .await;
}
