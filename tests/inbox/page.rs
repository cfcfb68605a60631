use axum::http::StatusCode;
use sprachpool::{act::Actor, inbox, people, q};
use uuid::Uuid;

use super::{message, replaced};
use crate::{
    institution::{says, text},
    support::{
        databases::{ENGINES, Fresh, each_engine},
        scene::{AMINA, CORA, KITA, ask, offer_link, tuesday},
        site::Site,
    },
};

pub async fn receive(site: &Site, bytes: &[u8]) -> String {
    let mail = inbox::read(bytes).expect("it is a mail");
    let mut tx = site.app.db.begin().await.expect("it begins");
    let received = inbox::receive(&mut tx, &site.app.act(Actor::Service), bytes, &mail).await;
    site.app.commit(tx).await.expect("it commits");
    match received.expect("it is taken") {
        inbox::Received::Bounce(id) | inbox::Received::Reply(id) => format!("/desk/mails/{id}"),
        other => panic!("{other:?}"),
    }
}

pub async fn offer_mail(site: &Site) -> Uuid {
    let mut tx = site.app.db.read().await.expect("it reads");
    let (id,) = q!("SELECT o.id FROM outbox o JOIN person p ON p.id = o.person_id
         WHERE o.kind = 'offer' AND p.name = 'Amina Rahimi'")
    .one::<(Uuid,)>(&mut tx)
    .await
    .expect("she was asked");
    id
}

#[tokio::test]
async fn a_reply_is_read_literally_and_its_task_is_done_there() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        ask(&site, vec![tuesday()]).await;
        let link = offer_link(&site, AMINA).await;
        let token = link.strip_prefix("/o/").expect("a link");
        let bytes = message("reply-windows-1252.eml", offer_mail(&site).await);
        let page = receive(&site, &replaced(&bytes, "LINK", token)).await;
        assert!(
            !fresh.texts().await.iter().any(|text| text.contains(token)),
            "the quote of our mail is not stored"
        );

        let cora = site.signed_in(CORA).await;
        says(&cora.get("/desk").await.body, "Jemand hat geschrieben: Amina Rahimi");
        assert!(cora.get("/desk").await.body.contains(&page));
        let shown = cora.get(&page).await.expect(StatusCode::OK).body;
        for words in [
            "AW: Können Sie kommen?",
            "amina.rahimi@post.example",
            "Montag, 1. März",
            "SP-2027-0001",
        ] {
            says(&shown, words);
        }
        assert!(shown.contains("&#60;b&#62;Bitte"), "shown, not rendered: {shown}");
        assert!(shown.contains("mailto:amina.rahimi@post.example"));
        says(&cora.get("/desk/mails").await.body, "AW: Können Sie kommen?");
        let done = shown
            .split("action=\"/desk/tasks/")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let done = format!("/desk/tasks/{}", done.expect("a button"));
        cora.post(&done, &[]).await.expect(StatusCode::SEE_OTHER);
        assert!(!text(&cora.get("/desk").await.body).contains("Jemand hat geschrieben"));
        assert!(!cora.get(&page).await.body.contains("/completion"));
    }
}

#[tokio::test]
async fn strange_mails_are_shown_as_they_are() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let page = receive(&site, &message("reply-strange.eml", Uuid::nil())).await;
        let cora = site.signed_in(CORA).await;
        let shown = cora.get(&page).await.expect(StatusCode::OK).body;
        assert!(!shown.contains("<svg onload"), "{shown}");
        says(&shown, "'); DROP TABLE inbound_mail; --");
        says(&cora.get("/desk").await.body, "Jemand hat geschrieben");
        for other in [
            "/desk/mails/not-an-id",
            "/desk/mails/00000000-0000-7000-8000-000000000000",
        ] {
            cora.get(other).await.expect(StatusCode::NOT_FOUND);
        }
        for email in [AMINA, KITA] {
            let browser = site.signed_in(email).await;
            for path in ["/desk/mails", page.as_str()] {
                browser.get(path).await.expect(StatusCode::NOT_FOUND);
            }
            browser
                .post(&format!("{page}/restoration"), &[])
                .await
                .expect(StatusCode::NOT_FOUND);
        }
        site.browser().get(&page).await.expect(StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn an_address_works_again_when_cora_says_so_or_its_person_signs_in() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        let bytes = message("postfix-dsn.eml", offer_mail(&site).await);
        let page = receive(&site, &bytes).await;
        let cora = site.signed_in(CORA).await;
        let shown = cora.get(&page).await.expect(StatusCode::OK).body;
        says(&shown, "Diese Adresse nimmt keine Mails an");
        says(&shown, "User unknown");
        assert!(is_dead(&site).await);
        cora.post(&format!("{page}/restoration"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert!(!is_dead(&site).await);

        // Once more; then she proves that mails arrive.
        receive(&site, &replaced(&bytes, "4XkQ2v0J7Lz9s", "5YkQ2v0J7Lz9s")).await;
        assert!(is_dead(&site).await);
        site.signed_in(AMINA).await;
        assert!(!is_dead(&site).await);
    })
    .await;
}

async fn is_dead(site: &Site) -> bool {
    let mut tx = site.app.db.read().await.expect("it reads");
    let person = people::people_at(&mut tx, AMINA).await.expect("it reads")[0];
    !people::bounced_addresses(&mut tx, person)
        .await
        .expect("it reads")
        .is_empty()
}
