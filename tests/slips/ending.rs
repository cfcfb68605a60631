//! What a link says after something has happened: in the family's language, and nothing of what was.

use axum::http::StatusCode;
use chrono::Duration;
use sprachpool::{
    act::Actor,
    q,
    requests::{
        AssignmentId, RequestId, SlotId,
        assignments::{self, ByHand, assign},
    },
};

use super::{appointment, kita, link};
use crate::{
    institution::says,
    support::{
        databases::each_engine,
        scene::{BASIR, accepts, ask, call_off, slot},
        site::Site,
    },
};

async fn gives_back(site: &Site, request: RequestId) {
    let mut tx = site.app.db.begin().await.expect("it begins");
    let rules = site.app.rules(&mut tx).await.expect("rules");
    let standing = q!(
        "SELECT id FROM assignment WHERE request_id = $1 AND ended_at IS NULL",
        request
    );
    let (assignment,) = standing.one::<(AssignmentId,)>(&mut tx).await.expect("one");
    assignments::give_back(&mut tx, &site.app.act(Actor::Service), &rules, assignment)
        .await
        .expect("early enough");
    site.app.commit(tx).await.expect("it commits");
    site.work().await;
}

#[tokio::test]
async fn given_back_found_again_and_changed_in_between() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = appointment(&site).await;
        let kita = kita(&site).await;
        let link = link(&site, &kita, request, "uk").await;
        let family = site.browser();
        gives_back(&site, request).await;
        let page = family.get(&link).await.expect(StatusCode::OK).body;
        says(&page, "Ми ще шукаємо людину");
        assert!(
            !page.contains("Parkweg") && !page.contains("9:00"),
            "no promise of an appointment: {page}"
        );
        accepts(&site, BASIR).await;
        let page = family.get(&link).await.expect(StatusCode::OK).body;
        says(&page, "вівторок, 16 березня 2027 року");
        assert!(!page.contains("Зустріч змінилася"), "it is the same date and place");

        let mut tx = site.app.db.begin().await.expect("it begins");
        q!(
            "UPDATE site SET street = 'Neuer Weg 9' WHERE id = $1",
            site.who.kita.site
        )
        .execute(&mut tx)
        .await
        .expect("it moves");
        site.app.commit(tx).await.expect("it commits");
        let page = family.get(&link).await.expect(StatusCode::OK).body;
        says(&page, "Зустріч змінилася");
        says(&page, "Neuer Weg 9");
        // The institution sends it anew: the family knows now.
        super::link(&site, &kita, request, "uk").await;
        assert!(!family.get(&link).await.body.contains("Зустріч змінилася"));
    })
    .await;
}

#[tokio::test]
async fn cancelled_over_and_ended_are_three_truths() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let family = site.browser();
        let request = appointment(&site).await;
        let kita_then = kita(&site).await;
        let (arabic, dari) = (
            link(&site, &kita_then, request, "ar").await,
            link(&site, &kita_then, request, "prs").await,
        );
        let slip = q!("SELECT id FROM slip WHERE text_code = 'ar'");
        let mut tx = site.app.db.read().await.expect("it reads");
        let (slip,) = slip.one::<(sprachpool::slips::SlipId,)>(&mut tx).await.expect("one");
        tx.commit().await.expect("it ends");
        let end = format!("/requests/{request}/slip/links/{slip}/revocation");
        for _ in 0..2 {
            kita_then.post(&end, &[]).await.expect(StatusCode::SEE_OTHER);
        }
        let page = family.get(&arabic).await.expect(StatusCode::GONE).body;
        says(&page, "هذه الورقة لم تعد صالحة");
        says(&page, "Dieser Zettel gilt nicht mehr.");
        assert!(!page.contains("Parkweg") && !page.contains("2027"), "{page}");
        family.get(&dari).await.expect(StatusCode::OK);
        // A new one is another one.
        assert_ne!(link(&site, &kita_then, request, "ar").await, arabic);

        let cancelled = ask(&site, vec![slot("2027-03-17", "09:00", "10:00")]).await;
        accepts(&site, BASIR).await;
        let link_of_it = link(&site, &kita_then, cancelled, "tr").await;
        call_off(&site, cancelled).await;
        says(
            &family.get(&link_of_it).await.expect(StatusCode::GONE).body,
            "Randevu iptal edildi.",
        );

        site.app.clock.advance(Duration::days(30));
        let page = family.get(&dari).await.expect(StatusCode::GONE).body;
        says(&page, "ملاقات گذشته است.");
        says(&page, "Der Termin ist vorbei.");
        let kita_now = kita(&site).await;
        let page = kita_now
            .get(&format!("/requests/{request}/slip"))
            .await
            .expect(StatusCode::OK)
            .body;
        says(&page, "Darum gibt es keinen Zettel mehr.");
    })
    .await;
}

#[tokio::test]
async fn the_wall_clock_counts_when_the_clocks_change() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let family = site.browser();
        for (day, start, end, date, time) in [
            (
                "2027-03-28",
                "03:30",
                "04:30",
                "Sonntag, 28. März 2027",
                "3:30 bis 4:30 Uhr",
            ),
            (
                "2027-10-31",
                "02:30",
                "03:30",
                "Sonntag, 31. Oktober 2027",
                "2:30 bis 3:30 Uhr",
            ),
        ] {
            let request = ask(&site, vec![slot(day, start, end)]).await;
            let mut tx = site.app.db.begin().await.expect("it begins");
            let rules = site.app.rules(&mut tx).await.expect("rules");
            let (slot,) = q!("SELECT id FROM slot WHERE request_id = $1", request)
                .one::<(SlotId,)>(&mut tx)
                .await
                .expect("one");
            let wish = ByHand {
                request,
                volunteer: site.who.amina,
                slot,
                why: Some("Am Telefon so besprochen".to_owned()),
            };
            let act = site.app.act(Actor::Person(site.who.cora));
            assign(&mut tx, &act, &rules, &site.app.keys, &wish)
                .await
                .expect("she can");
            site.app.commit(tx).await.expect("it commits");
            let kita = kita(&site).await;
            let page = family
                .get(&link(&site, &kita, request, "kmr").await)
                .await
                .expect(StatusCode::OK)
                .body;
            says(&page, date);
            says(&page, time);
        }
    })
    .await;
}
