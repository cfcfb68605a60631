//! Asked of every link in every mail: scenarios A4 and A5, on the whole service.

use axum::http::{Method, StatusCode};
use chrono::NaiveDate;
use sprachpool::{
    act::{Act, Actor},
    database::Engine,
    matching::{GenderWish, Mode},
    q,
    requests::{NewRequest, NewSlot, submit},
};
use uuid::Uuid;

use crate::support::{
    databases::Fresh,
    site::{BASE_URL, Site},
};

const AMINA: &str = "amina.rahimi@post.example";
const BASIR: &str = "basir.noori@post.example";
const KITA: &str = "kita@sonnenblume.example";
const ATTACKER: &[(&str, &str)] = &[
    ("host", "evil.example"),
    ("x-forwarded-host", "evil.example"),
    ("forwarded", "host=evil.example;proto=http"),
    ("x-forwarded-proto", "http"),
];

/// Dari for the Kita on Tuesday, 16 March 2027, 9:00 to 10:00.
async fn file(site: &Site) {
    let asker = site.who.kita;
    let mut tx = site.app.db.begin().await.expect("it begins");
    let (person,) = q!("SELECT person_id FROM contact WHERE id = $1", asker.contact)
        .one(&mut tx)
        .await
        .expect("a contact");
    let rules = site.app.rules(&mut tx).await.expect("rules");
    let time = |text: &str| text.parse().expect("a time");
    let new = NewRequest {
        form_key: Uuid::from_u128(1),
        institution: asker.institution,
        site: asker.site,
        contact: asker.contact,
        filed_by: person,
        language: "prs".to_owned(),
        mode: Mode::OnSite,
        occasion: "parent_talk".to_owned(),
        topic: rules.occasion("parent_talk").expect("it is known").topic.clone(),
        gender: GenderWish::None,
        same_volunteer: false,
        openings: 1,
        urgent_reason: None,
        meeting_point: "Haupteingang".to_owned(),
        remarks: String::new(),
        slots: vec![NewSlot {
            date: NaiveDate::from_ymd_opt(2027, 3, 16).expect("a day"),
            start: time("09:00:00"),
            end: time("10:00:00"),
        }],
    };
    let act = Act {
        now: site.app.clock.now(),
        ids: &site.app.ids,
        actor: Actor::Person(person),
    };
    submit(&mut tx, &act, &rules, &new).await.expect("it is taken");
    site.app.commit(tx).await.expect("it commits");
}

#[tokio::test]
async fn a4_the_urls_in_mails_never_follow_a_request_s_headers() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let nobody = site.browser();
        let form = format!("email={KITA}");
        nobody
            .send(Method::POST, "/sign-in", Some(form), ATTACKER)
            .await
            .expect(StatusCode::SEE_OTHER);
        file(&site).await;
        let offer = site.link_for(AMINA, "offer", "/o/").await;
        let answer = Some("answer=yes".to_owned());
        nobody
            .send(Method::POST, &offer, answer, ATTACKER)
            .await
            .expect(StatusCode::SEE_OTHER);
        site.work().await;
        let mails = site.mailbox.all();
        let kinds: Vec<_> = mails.iter().map(|mail| mail.kind).collect();
        for kind in [
            "sign_in",
            "offer",
            "request_received",
            "assignment_confirmed",
            "request_confirmed",
        ] {
            assert!(kinds.contains(&kind), "{kind} is among {kinds:?}");
        }
        for mail in mails {
            for part in [&mail.text, &mail.html] {
                assert!(!part.contains("evil.example"), "{}: {part}", mail.kind);
                for (at, _) in part.match_indices("http") {
                    let url = &part[at..part.len().min(at + 60)];
                    assert!(url.starts_with(BASE_URL), "{}: {url}", mail.kind);
                }
            }
        }
    }
}

#[tokio::test]
async fn a5_no_token_of_a_mailed_link_stands_in_the_database_and_none_leaves_by_a_referer() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        file(&site).await;
        let offer = site.link_for(AMINA, "offer", "/o/").await;
        let other = site.link_for(BASIR, "offer", "/o/").await;
        let pause = site.link_for(AMINA, "offer", "/p/").await;
        let nobody = site.browser();
        let accepted = nobody.post(&offer, &[("answer", "yes")]).await;
        accepted.expect(StatusCode::SEE_OTHER);
        let assignment = site.link_for(AMINA, "assignment_confirmed", "/a/").await;
        for path in [&offer, &other, &pause, &assignment] {
            let page = nobody.get(path).await.expect(StatusCode::OK);
            assert_eq!(page.headers["referrer-policy"], "no-referrer", "{path}");
            assert_eq!(page.headers["cache-control"], "no-store", "{path}");
            assert!(!page.body.contains("<script"), "{path}");
        }
        let dump = fresh.texts().await;
        assert!(dump.iter().any(|text| text == "Amina Rahimi"), "the dump is not empty");
        for path in [offer, other, pause, assignment] {
            let token = path.rsplit('/').next().expect("a token");
            let found = dump.iter().find(|text| text.contains(token));
            assert!(found.is_none(), "{path} stands in {found:?}");
        }
    }
}
