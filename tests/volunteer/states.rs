//! S8, S14: a link opened late has a clear page with what is true now, and changes nothing.

use axum::http::StatusCode;
use chrono::Duration;
use sprachpool::{links, volunteers};

use crate::support::{
    databases::each_engine,
    scene::{AMINA, BASIR, SECRETS, accepts, ask, ask_for, call_off, dump, offer_link, service, slot, tuesday},
    site::{Answer, Site},
};

/// The page says it, tells no secret, and a yes changes nothing.
async fn says(site: &Site, link: &str, status: StatusCode, words: &str) -> Answer {
    let browser = site.browser();
    let page = browser.get(link).await.expect(status);
    assert!(page.body.contains(words), "{words} is missing: {}", page.body);
    let before = dump(&site.app.db).await;
    let posted = browser.post(link, &[("answer", "yes")]).await.expect(status);
    assert!(posted.body.contains(words), "{words} is missing: {}", posted.body);
    assert_eq!(dump(&site.app.db).await, before);
    for secret in SECRETS {
        assert!(!page.body.contains(secret), "{secret} stands in {}", page.body);
    }
    page
}

#[tokio::test]
async fn s8_filled_by_somebody_else() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let basir = offer_link(&site, BASIR).await;
        accepts(&site, AMINA).await;
        says(&site, &basir, StatusCode::OK, "schon vergeben").await;
    })
    .await;
}

#[tokio::test]
async fn s8_s14_cancelled() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![tuesday()]).await;
        let links = [offer_link(&site, AMINA).await, offer_link(&site, BASIR).await];
        call_off(&site, request).await;
        for link in links {
            says(&site, &link, StatusCode::OK, "Dieser Termin wurde abgesagt").await;
        }
    })
    .await;
}

#[tokio::test]
async fn s8_past_and_then_expired() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let amina = offer_link(&site, AMINA).await;
        site.app.clock.advance(Duration::days(16));
        says(&site, &amina, StatusCode::OK, "Dieser Termin ist vorbei").await;
        site.app.clock.advance(Duration::days(8));
        says(&site, &amina, StatusCode::GONE, "Dieser Termin ist vorbei").await;
    })
    .await;
}

#[tokio::test]
async fn s8_the_search_ended_without_anybody() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let (amina, basir) = (offer_link(&site, AMINA).await, offer_link(&site, BASIR).await);
        for link in [&amina, &basir] {
            site.browser()
                .post(link, &[("answer", "no")])
                .await
                .expect(StatusCode::SEE_OTHER);
        }
        site.work().await;
        says(&site, &amina, StatusCode::OK, "Dieses Angebot gilt nicht mehr").await;
    })
    .await;
}

#[tokio::test]
async fn s8_the_volunteer_has_left() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let amina = offer_link(&site, AMINA).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        volunteers::retire(&mut tx, &service(&site), site.who.amina)
            .await
            .expect("she leaves");
        tx.commit().await.expect("it commits");
        says(&site, &amina, StatusCode::OK, "Sie bekommen keine Angebote mehr").await;
    })
    .await;
}

#[tokio::test]
async fn s3_another_assignment_stands_in_the_way() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let first = offer_link(&site, AMINA).await;
        ask_for(&site, site.who.klinik, vec![slot("2027-03-16", "09:30", "10:30")]).await;
        let second = offer_link(&site, AMINA).await;
        assert_ne!(first, second);
        site.browser()
            .post(&first, &[("answer", "yes")])
            .await
            .expect(StatusCode::SEE_OTHER);
        says(
            &site,
            &second,
            StatusCode::OK,
            "Sie haben dann schon einen anderen Einsatz.",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_ban_is_never_told_to_the_volunteer() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let amina = offer_link(&site, AMINA).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        let note = "Es gab einen Streit.";
        volunteers::ban(
            &mut tx,
            &service(&site),
            site.who.kita.institution,
            site.who.amina,
            note,
        )
        .await
        .expect("a ban");
        tx.commit().await.expect("it commits");
        let page = says(&site, &amina, StatusCode::OK, "Dieses Angebot gilt nicht mehr").await;
        assert!(!page.body.contains("Streit"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn a_revoked_link_is_gone_with_a_contact() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let amina = offer_link(&site, AMINA).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        let token = amina.trim_start_matches("/o/");
        let link = links::find(&mut tx, links::Purpose::Offer, token)
            .await
            .expect("it reads")
            .expect("it is there");
        links::revoke(&mut tx, &service(&site), links::Purpose::Offer, link.subject_id)
            .await
            .expect("it revokes");
        tx.commit().await.expect("it commits");
        let page = says(&site, &amina, StatusCode::GONE, "Dieser Link gilt nicht mehr").await;
        assert!(page.body.contains("href=\"tel:"), "{}", page.body);
    })
    .await;
}
