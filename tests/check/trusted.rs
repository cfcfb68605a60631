//! Whom the pool trusts: doubtful topics are not checked, refused ones stay refused.

use axum::http::StatusCode;
use sprachpool::{
    act::Actor,
    institutions::{distrust, trust},
    q,
    requests::{Refusal, Status, SubmitError},
};

use super::{doubtful, status};
use crate::{
    institution::says,
    support::{
        databases::each_engine,
        pool::{Options, each_pool, submit},
        scene::CORA,
        site::Site,
    },
};

#[tokio::test]
async fn a_trusted_institution_skips_the_check_and_only_that() {
    each_pool(Options::default, async |pool| {
        let act = pool.app.act(Actor::Person(pool.who.cora));
        let kita = pool.who.kita.institution;
        let mut tx = pool.app.db.begin().await.expect("it begins");
        assert!(trust(&mut tx, &act, kita).await.expect("it is there"));
        assert!(!trust(&mut tx, &act, kita).await.expect("it is there"), "twice is once");
        pool.app.commit(tx).await.expect("it commits");
        let id = doubtful(pool).await;
        assert!(matches!(
            status(pool, &pool.request(id).await),
            Status::Searching { .. }
        ));
        assert_eq!(pool.offers(id).await.len(), 2);
        // S41: court and police are refused to everybody.
        let mut legal = pool.wanted();
        legal.topic = "legal".to_owned();
        let refused = submit(&pool.app, &legal).await;
        assert!(
            matches!(refused, Err(SubmitError::Refused(Refusal::TopicRefused))),
            "{refused:?}"
        );

        let mut tx = pool.app.db.begin().await.expect("it begins");
        assert!(distrust(&mut tx, &act, kita).await.expect("it is there"));
        pool.app.commit(tx).await.expect("it commits");
        let id = doubtful(pool).await;
        assert!(matches!(status(pool, &pool.request(id).await), Status::Checking { .. }));
    })
    .await;
}

#[tokio::test]
async fn cora_trusts_an_institution_on_its_page() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let path = format!("/desk/institutions/{}", site.who.klinik.institution);
        says(&cora.get(&path).await.body, "Einrichtung vertrauen");
        cora.post(&format!("{path}/trust"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        let page = cora.get(&path).await.body;
        says(&page, "Vertraut seit");
        says(&page, "Wieder prüfen");
        cora.post(&format!("{path}/trust/end"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        says(&cora.get(&path).await.body, "Einrichtung vertrauen");
        let mut tx = site.app.db.read().await.expect("it reads");
        let lines = q!(
            "SELECT COUNT(*) FROM audit WHERE action IN ('institution_trusted', 'institution_trust_ended')
                        AND person_id = $1",
            site.who.cora
        );
        assert_eq!(lines.one::<(i64,)>(&mut tx).await.expect("it counts").0, 2);
    })
    .await;
}
