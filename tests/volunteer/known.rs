//! "I know the family" is between the volunteer and the service: for everybody else it is a no like any other.

use axum::http::StatusCode;
use chrono::Duration;
use sprachpool::{
    matching::Reason,
    q,
    requests::{Change, candidates, change_search, store},
};

use crate::support::{
    databases::each_engine,
    scene::{AMINA, BASIR, CORA, KITA, ask, offer_link, service, slot, tuesday},
    site::Site,
};

#[tokio::test]
async fn it_holds_for_good_where_an_ordinary_no_does_not_and_nobody_else_is_shown_it() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![tuesday()]).await;
        let browser = site.browser();
        for (email, answer) in [(AMINA, "known"), (BASIR, "no")] {
            let link = offer_link(&site, email).await;
            let page = browser.get(&link).await.expect(StatusCode::OK).body;
            assert!(page.contains("Nein, ich kenne die Familie"), "{page}");
            let said = browser.post(&link, &[("answer", answer)]).await;
            said.expect(StatusCode::SEE_OTHER);
        }
        site.work().await;

        let mut tx = site.app.db.read().await.expect("it reads");
        let rules = site.app.rules(&mut tx).await.expect("rules");
        let found = store::get(&mut tx, request)
            .await
            .expect("it reads")
            .expect("it is there");
        let all = candidates::assess_all(&mut tx, &rules, &found, site.app.clock.now()).await;
        for one in all.expect("judged") {
            if [site.who.amina, site.who.basir].contains(&one.volunteer) {
                assert_eq!(one.assessment.reasons(), [Reason::Asked, Reason::Declined]);
            }
        }
        let lines = q!(
            "SELECT action, params FROM audit WHERE object_id = $1 ORDER BY at",
            request
        );
        let lines = lines.all::<(String, String)>(&mut tx).await.expect("lines");
        assert!(lines.iter().all(|(_, params)| !params.contains("known")), "{lines:?}");
        tx.commit().await.expect("it ends");
        let cora = site.signed_in(CORA).await;
        let kita = site.signed_in(KITA).await;
        for (browser, path) in [
            (&cora, format!("/desk/requests/{request}")),
            (&kita, format!("/requests/{request}")),
        ] {
            let page = browser.get(&path).await.expect(StatusCode::OK).body;
            for word in ["kenne", "kennt", "known_to_me"] {
                assert!(!page.contains(word), "{word}: {page}");
            }
        }
        let amina = site.signed_in(AMINA).await;
        let page = amina.get("/me/asked").await.expect(StatusCode::OK).body;
        assert!(page.contains("Sie kennen die Familie"), "{page}");

        // Another date: Basir is asked once more, Amina never again.
        site.app.clock.advance(Duration::minutes(1));
        let offers = |email: &str| {
            site.mailbox
                .to(email)
                .iter()
                .filter(|mail| mail.kind == "offer")
                .count()
        };
        let before = (offers(AMINA), offers(BASIR));
        let mut tx = site.app.db.begin().await.expect("it begins");
        let change = Change {
            dates: vec![slot("2027-03-18", "09:00", "10:00")],
            ..Change::default()
        };
        change_search(&mut tx, &service(&site), &rules, request, &change)
            .await
            .expect("nobody comes yet");
        site.app.commit(tx).await.expect("it commits");
        site.work().await;
        site.app.clock.advance(Duration::hours(3));
        site.work().await;
        assert_eq!((offers(AMINA), offers(BASIR)), (before.0, before.1 + 1));
    })
    .await;
}

#[tokio::test]
async fn it_may_be_said_after_an_ordinary_no_and_is_over_with_a_yes() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let link = offer_link(&site, AMINA).await;
        let browser = site.browser();
        for answer in ["no", "known", "no"] {
            let said = browser.post(&link, &[("answer", answer)]).await;
            said.expect(StatusCode::SEE_OTHER);
        }
        let known = async || {
            let mut tx = site.app.db.read().await.expect("it reads");
            let query = q!("SELECT COUNT(*) FROM offer WHERE known_to_me IS TRUE AND state = 'declined'");
            query.one::<(i64,)>(&mut tx).await.expect("a number").0
        };
        assert_eq!(known().await, 1);
        let yes = browser.post(&link, &[("answer", "yes")]).await;
        yes.expect(StatusCode::SEE_OTHER);
        assert_eq!(known().await, 0);
    })
    .await;
}
