//! Who can be reached again gets what did not arrive: at once, once, and only if they could still come.

use axum::http::StatusCode;
use sprachpool::q;

use super::{
    message,
    page::{offer_mail, receive},
};
use crate::support::{
    databases::each_engine,
    scene::{AMINA, BASIR, CORA, accepts, ask, tuesday},
    site::{Browser, Site},
};

const NEW: &str = "amina.neu@post.example";

/// Amina's address takes no mail; Cora enters another one. Where she is sent then.
async fn new_address(site: &Site, cora: &Browser, email: &str) -> String {
    let fields = [
        ("name", "Amina Rahimi"),
        ("email", email),
        ("locale", "de"),
        ("gender", "female"),
        ("birth_year", "1990"),
        ("german", "C1"),
    ];
    let path = format!("/desk/volunteers/{}/person", site.who.amina);
    let answer = cora.post(&path, &fields).await.expect(StatusCode::SEE_OTHER);
    site.work().await;
    answer.location().to_owned()
}

fn offers_to(site: &Site, email: &str) -> usize {
    site.mailbox
        .to(email)
        .iter()
        .filter(|mail| mail.kind == "offer")
        .count()
}

async fn states(site: &Site) -> Vec<String> {
    let mut tx = site.app.db.read().await.expect("it reads");
    q!(
        "SELECT state FROM offer WHERE volunteer_id = $1 ORDER BY id",
        site.who.amina
    )
    .all::<(String,)>(&mut tx)
    .await
    .expect("it reads")
    .into_iter()
    .map(|(state,)| state)
    .collect()
}

#[tokio::test]
async fn a_new_address_gets_the_open_offer_that_came_back() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        receive(&site, &message("postfix-dsn.eml", offer_mail(&site).await)).await;
        site.work().await;
        assert_eq!(states(&site).await, ["bounced"]);
        let cora = site.signed_in(CORA).await;
        let there = new_address(&site, &cora, NEW).await;
        assert!(there.ends_with("?done=asked_again"), "{there}");
        let told = cora.get(&there).await.expect(StatusCode::OK).body;
        assert!(told.contains("gehen jetzt noch einmal an diese Person"), "{told}");
        assert_eq!(offers_to(&site, NEW), 1);
        assert_eq!(states(&site).await, ["sent"]);
        // Saved once more, nothing goes out again.
        let there = new_address(&site, &cora, NEW).await;
        assert!(there.ends_with("?done=saved"), "{there}");
        assert_eq!(offers_to(&site, NEW), 1);
        // The link in it works as ever.
        accepts(&site, NEW).await;
        assert_eq!(states(&site).await, ["accepted"]);
    })
    .await;
}

#[tokio::test]
async fn an_address_that_is_right_after_all_gets_it_too() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let page = receive(&site, &message("postfix-dsn.eml", offer_mail(&site).await)).await;
        site.work().await;
        let cora = site.signed_in(CORA).await;
        let answer = cora.post(&format!("{page}/restoration"), &[]).await;
        assert!(answer.location().ends_with("?done=asked_again"), "{answer:?}");
        site.work().await;
        assert_eq!(offers_to(&site, AMINA), 2);
        assert_eq!(states(&site).await, ["sent"]);
    })
    .await;
}

#[tokio::test]
async fn nothing_goes_out_again_once_somebody_else_comes_or_they_cannot() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        receive(&site, &message("postfix-dsn.eml", offer_mail(&site).await)).await;
        site.work().await;
        let cora = site.signed_in(CORA).await;
        // Not on these days any more.
        let absence = [("from", "1.3.2027"), ("until", "31.3.2027")];
        let path = format!("/desk/volunteers/{}/absences", site.who.amina);
        cora.post(&path, &absence).await.expect(StatusCode::SEE_OTHER);
        let there = new_address(&site, &cora, NEW).await;
        assert!(there.ends_with("?done=saved"), "{there}");
        accepts(&site, BASIR).await;
        let there = new_address(&site, &cora, "amina.dritte@post.example").await;
        assert!(there.ends_with("?done=saved"), "{there}");
        assert_eq!(offers_to(&site, NEW) + offers_to(&site, "amina.dritte@post.example"), 0);
    })
    .await;
}
