//! Asked of every link in every mail: scenarios A4 and A5, on the whole service.

use axum::http::{Method, StatusCode};
use sprachpool::{database::Engine, q};

use crate::support::{
    databases::Fresh,
    scene::{AMINA, BASIR, KITA, ask, tuesday},
    site::{BASE_URL, Site},
};

const ATTACKER: &[(&str, &str)] = &[
    ("host", "evil.example"),
    ("x-forwarded-host", "evil.example"),
    ("forwarded", "host=evil.example;proto=http"),
    ("x-forwarded-proto", "http"),
];

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
        ask(&site, vec![tuesday()]).await;
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
        ask(&site, vec![tuesday()]).await;
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

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a3_two_hundred_answers_at_once_have_one_winner_and_nobody_reads_of_an_error() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        ask(&site, vec![tuesday()]).await;
        let links = [
            site.link_for(AMINA, "offer", "/o/").await,
            site.link_for(BASIR, "offer", "/o/").await,
        ];
        let mut answers = tokio::task::JoinSet::new();
        for number in 0..200 {
            let (nobody, path) = (site.browser(), links[number % 2].clone());
            answers.spawn(async move { nobody.post(&path, &[("answer", "yes")]).await });
        }
        let mut taken = 0;
        while let Some(answer) = answers.join_next().await {
            let answer = answer.expect("no panic");
            match answer.status {
                StatusCode::SEE_OTHER => {}
                StatusCode::OK => taken += usize::from(answer.body.contains("schon vergeben")),
                other => panic!("{other}: {}", answer.body),
            }
        }
        assert_eq!(taken, 100, "all answers by the other link");
        let mut tx = site.app.db.read().await.expect("it begins");
        let (assignments,) = q!("SELECT COUNT(*) FROM assignment")
            .one::<(i64,)>(&mut tx)
            .await
            .expect("it counts");
        assert_eq!(assignments, 1);
        tx.rollback().await.expect("it ends");
        site.work().await;
        let confirmed = site.mailbox.all();
        let confirmed = confirmed.iter().filter(|mail| mail.kind == "assignment_confirmed");
        assert_eq!(confirmed.count(), 1);
    }
}
