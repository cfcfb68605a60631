use axum::http::StatusCode;
use chrono::Duration;
use sprachpool::{q, requests::store};

use crate::{
    institution::{id_of, says},
    support::{
        databases::each_engine,
        scene::{AMINA, KITA, accepts, ask, slot},
        site::Site,
    },
};

const NEW_DAY: &[(&str, &str)] = &[
    ("day", "20"),
    ("month", "4"),
    ("year", "2027"),
    ("start", "9:00"),
    ("end", "10:00"),
    ("mode", "on_site"),
];

#[tokio::test]
async fn a_past_request_is_asked_once_more_for_a_new_day() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let old = ask(&site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        accepts(&site, AMINA).await;
        site.app.clock.advance(Duration::days(30));
        let kita = site.signed_in(KITA).await;
        let page = kita.get(&format!("/requests/{old}")).await.expect(StatusCode::OK).body;
        says(&page, "Noch einmal, gerne mit derselben Person");
        says(&page, "Ob sie Zeit hat, können wir nicht versprechen.");

        let begun = kita
            .post(&format!("/requests/{old}/repetition"), &[("same", "yes")])
            .await;
        let when = begun.expect(StatusCode::SEE_OTHER).location().to_owned();
        assert!(when.ends_with("/when"), "{when}");
        let page = kita.get(&when).await.expect(StatusCode::OK).body;
        says(&page, "Das ist die Anfrage SP-2027-0001 noch einmal.");
        says(&page, "Versprechen können wir es nicht.");
        assert!(
            page.contains(r#"name="day" inputmode="numeric" autocomplete="off" value="""#),
            "{page}"
        );
        let check = kita
            .post(&when, NEW_DAY)
            .await
            .expect(StatusCode::SEE_OTHER)
            .location()
            .to_owned();
        assert!(check.ends_with("/check"), "{check}");
        let page = kita.get(&check).await.expect(StatusCode::OK).body;
        says(&page, "Dienstag, 20. April 2027");
        says(&page, "Eingang Süd");
        assert!(
            !page.contains("leise klingeln"),
            "remarks were for that one appointment"
        );
        let sent = kita
            .post(&check, &[("rules", "yes")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let mut tx = site.app.db.read().await.expect("it reads");
        let new = store::get(&mut tx, id_of(sent.location()))
            .await
            .expect("it reads")
            .expect("it is there");
        tx.commit().await.expect("it ends");
        assert!(new.same_volunteer && new.language == "prs" && new.urgent_reason.is_none());
        assert_ne!(new.id, old);
    })
    .await;
}

#[tokio::test]
async fn what_has_ended_since_is_pointed_out_and_asked_anew() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let old = ask(&site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        q!(
            "UPDATE request SET language = 'xx', occasion = 'gone_long_ago' WHERE id = $1",
            old
        )
        .execute(&mut tx)
        .await
        .expect("it changes");
        q!("UPDATE site SET active = FALSE WHERE id = $1", site.who.kita.site)
            .execute(&mut tx)
            .await
            .expect("it closes");
        site.app.commit(tx).await.expect("it commits");
        let kita = site.signed_in(KITA).await;
        let begun = kita.post(&format!("/requests/{old}/repetition"), &[]).await;
        let there = begun.expect(StatusCode::SEE_OTHER).location().to_owned();
        assert!(there.ends_with("/conversation"), "{there}");
        let page = kita.get(&there).await.expect(StatusCode::OK).body;
        says(&page, "Die Sprache von damals gibt es hier nicht mehr (xx).");
        says(&page, "Diesen Anlass gibt es nicht mehr: gone_long_ago.");
        says(&page, "Diesen Ort gibt es nicht mehr: Kita Sonnenblume.");
        let klinik = site.signed_in("held@klinik-am-park.example").await;
        let stranger = klinik.post(&format!("/requests/{old}/repetition"), &[]).await;
        stranger.expect(StatusCode::NOT_FOUND);
    })
    .await;
}
