//! The band on the check page, for the institution and for a coordinator who writes for a caller.

use axum::http::StatusCode;
use sprachpool::{act::Actor, database::Tx, q};

use crate::{
    institution::{CONVERSATION, KITA, WHEN, but, filled, filled_but, place, says, text},
    support::{
        databases::each_engine,
        people::{amina, volunteer},
        scene::CORA,
        site::{Browser, Site},
    },
};

async fn more_speakers(site: &Site, count: usize) {
    let mut tx: Tx = site.app.db.begin().await.expect("it begins");
    for number in 1..=count {
        let mut new = amina();
        new.name = format!("Person {number}").parse().expect("a name");
        new.email = format!("person{number}@post.example").parse().expect("an address");
        volunteer(&mut tx, &site.app.act(Actor::Command), &new).await;
    }
    tx.commit().await.expect("it commits");
}

/// Where the ways on the page lead.
fn ways(html: &str) -> Vec<String> {
    let links = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let plain = |link: &str| link.replace("&amp;", "&").replace("&#38;", "&");
    links.filter(|link| link.contains("?suggested")).map(plain).collect()
}

async fn check(browser: &Browser, draft: &str) -> String {
    let page = browser.get(&format!("{draft}/check")).await;
    page.expect(StatusCode::OK).body
}

#[tokio::test]
async fn many_few_and_nobody_without_a_number() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let draft = filled(&site, &kita).await;
        let page = check(&kita, &draft).await;
        says(&page, "Es wird knapp");
        assert!(ways(&page).is_empty(), "nothing would change it: {}", text(&page));
        for secret in ["2 Personen", "Amina", "Basir"] {
            assert!(!text(&page).contains(secret), "{}", text(&page));
        }
        more_speakers(&site, 6).await;
        let page = check(&kita, &draft).await;
        says(&page, "Gute Aussichten");
        assert!(!text(&page).contains("8 Personen") && ways(&page).is_empty());
        // The same without the box ticked: shown again, with the band.
        let again = kita.post(&format!("{draft}/check"), &[]).await;
        says(&again.expect(StatusCode::UNPROCESSABLE_ENTITY).body, "Gute Aussichten");
    })
    .await;
}

#[tokio::test]
async fn a_way_that_helps_leads_to_its_step_filled_in_and_sends_nothing() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        more_speakers(&site, 6).await;
        let kita = site.signed_in(KITA).await;
        // They work from eight on.
        let draft = filled_but(&site, &kita, &[("start", "7:30"), ("end", "8:30")]).await;
        let page = check(&kita, &draft).await;
        says(&page, "Im Moment passt niemand");
        says(&page, "Dann sind die Aussichten gut.");
        let way = ways(&page).remove(0);
        assert_eq!(way, format!("{draft}/when?suggested&start=08%3A00&end=09%3A00#start"));
        let way = way.split('#').next().expect("a path").to_owned();
        let step = kita.get(&way).await.expect(StatusCode::OK).body;
        assert!(
            step.contains("value=\"08:00\"") && step.contains("value=\"09:00\""),
            "{step}"
        );
        says(&step, "Unser Vorschlag ist schon eingetragen.");
        says(&check(&kita, &draft).await, "7:30 bis 8:30 Uhr");
        let mut tx = db.read().await.expect("it reads");
        let (filed,) = q!("SELECT COUNT(*) FROM request")
            .one::<(i64,)>(&mut tx)
            .await
            .expect("it counts");
        tx.commit().await.expect("it ends");
        assert_eq!(filed, 0);

        let taken = but(WHEN, &[("start", "08:00"), ("end", "09:00")]);
        let next = kita.post(&format!("{draft}/when"), &taken).await;
        assert_eq!(next.expect(StatusCode::SEE_OTHER).location(), format!("{draft}/check"));
        says(&check(&kita, &draft).await, "Gute Aussichten");
    })
    .await;
}

#[tokio::test]
async fn a_sunday_a_required_gender_and_bad_queries() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let draft = filled_but(&site, &kita, &[("day", "21")]).await;
        let page = check(&kita, &draft).await;
        says(&page, "Im Moment passt niemand");
        assert_eq!(
            ways(&page),
            [format!("{draft}/when?suggested&day=22&month=3&year=2027#day")]
        );

        let required = but(CONVERSATION, &[("gender_wish", "required"), ("gender", "diverse")]);
        kita.post(&format!("{draft}/conversation"), &required)
            .await
            .expect(StatusCode::SEE_OTHER);
        kita.post(&format!("{draft}/when"), WHEN)
            .await
            .expect(StatusCode::SEE_OTHER);
        let page = check(&kita, &draft).await;
        let way = format!("{draft}/conversation?suggested&gender_wish=preferred&gender=diverse#gender_wish");
        assert_eq!(ways(&page), [way]);

        for bad in [
            "start=%00",
            "start=%E2%80%AE",
            "remarks=x",
            "start=%FF",
            "&&&=",
            "start",
        ] {
            let step = kita.get(&format!("{draft}/when?suggested&{bad}")).await;
            let step = step.expect(StatusCode::OK).body;
            assert!(step.contains("value=\"9:00\""), "{bad}: {step}");
        }
        let long = "9".repeat(300);
        let step = kita.get(&format!("{draft}/when?suggested&start={long}")).await;
        let step = step.expect(StatusCode::OK).body;
        assert!(!step.contains(&format!("value=\"{long}")), "{step}");
    })
    .await;
}

#[tokio::test]
async fn a_coordinator_reads_the_same_for_a_caller() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let path = format!("/desk/callers/{}/drafts", site.who.kita.contact);
        let begun = cora.post(&path, &[]).await.expect(StatusCode::SEE_OTHER);
        let draft = begun.location().trim_end_matches("/conversation").to_owned();
        let place = place(&site.who.kita.site.to_string());
        let place: Vec<_> = place.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let sunday = but(WHEN, &[("day", "21")]);
        for (step, fields) in [("conversation", CONVERSATION), ("when", &sunday), ("where", &place)] {
            let answer = cora.post(&format!("{draft}/{step}"), fields).await;
            answer.expect(StatusCode::SEE_OTHER);
        }
        let page = check(&cora, &draft).await;
        says(&page, "Im Moment passt niemand");
        let way = ways(&page).remove(0);
        assert!(way.starts_with(&format!("{draft}/when?suggested")), "{way}");
        let path = way.split('#').next().expect("a path").to_owned();
        let step = cora.get(&path).await.expect(StatusCode::OK).body;
        says(&step, "Sie schreiben für Jana Vogt, Kita Sonnenblume");
        assert!(step.contains("value=\"22\""), "{step}");
    })
    .await;
}
