//! Who asks for an institution, and how a colleague joins.

use axum::http::StatusCode;
use sprachpool::institutions::end_contact;

use super::{KERN, colleague};
use crate::{
    institution::says,
    support::{
        databases::each_engine,
        scene::{CORA, KITA, dump, service},
        site::Site,
    },
};

const PAGE: &str = "/requests/contacts";
const EVA: &[(&str, &str)] = &[("contact_name", "Eva Kern"), ("email", KERN), ("phone", "")];

#[tokio::test]
async fn a_colleague_is_invited_and_can_ask() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let request = crate::support::scene::ask(&site, vec![crate::support::scene::tuesday()]).await;
        let alone = kita
            .get(&format!("/requests/{request}/handover"))
            .await
            .expect(StatusCode::OK)
            .body;
        assert!(alone.contains(PAGE), "{alone}");
        assert!(kita.get("/requests").await.body.contains(PAGE));
        says(&kita.get(PAGE).await.expect(StatusCode::OK).body, "Jana Vogt");
        kita.post(PAGE, EVA).await.expect(StatusCode::SEE_OTHER);
        site.work().await;
        let mails = site.mailbox.to(KERN);
        let invitation = mails.iter().find(|mail| mail.kind == "contact_invited");
        let invitation = invitation.expect("an invitation");
        assert!(
            invitation.text.contains("Jana Vogt hat Sie eingetragen."),
            "{}",
            invitation.text
        );
        says(&kita.get(PAGE).await.body, "Eva Kern");
        says(
            &kita.get(&format!("/requests/{request}/handover")).await.body,
            "Eva Kern",
        );
        let eva = site.signed_in(KERN).await;
        eva.get("/requests").await.expect(StatusCode::OK);
        let cora = site.signed_in(CORA).await;
        let trail = format!("/desk/trail/institution/{}", site.who.kita.institution);
        let trail = cora.get(&trail).await.expect(StatusCode::OK).body;
        says(&trail, "Jana Vogt");
        says(&trail, "eingeladen");
    })
    .await;
}

#[tokio::test]
async fn who_is_there_already_or_was_ended_is_not_invited() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let eva = colleague(&site, site.who.kita.institution, "Eva Kern", KERN).await;
        let before = dump(&site.app.db).await;
        let long = "a".repeat(201);
        for (fields, words) in [
            (EVA.to_vec(), "Diese Person ist schon angemeldet."),
            (vec![("contact_name", ""), ("email", "")], "Name"),
            (vec![("contact_name", "Eva"), ("email", "eva@")], "E-Mail"),
            (
                vec![("contact_name", long.as_str()), ("email", "e@kita.example")],
                "Höchstens 200",
            ),
            (
                vec![("contact_name", "Eva\u{202e}"), ("email", "e@kita.example")],
                "Zeichen",
            ),
            (
                vec![
                    ("contact_name", "Eva"),
                    ("email", "e@kita.example"),
                    ("phone", "ruf mich an"),
                ],
                "Telefon",
            ),
        ] {
            let page = kita
                .post(PAGE, &fields)
                .await
                .expect(StatusCode::UNPROCESSABLE_ENTITY)
                .body;
            says(&page, words);
        }
        assert_eq!(dump(&site.app.db).await, before);
        let mut tx = site.app.db.begin().await.expect("it begins");
        end_contact(&mut tx, &service(&site), site.who.kita.institution, eva)
            .await
            .expect("she leaves");
        site.app.commit(tx).await.expect("it commits");
        let before = dump(&site.app.db).await;
        let page = kita.post(PAGE, EVA).await.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
        says(&page, "Diese Person war schon einmal dabei.");
        assert_eq!(dump(&site.app.db).await, before);
        // Nobody's desk but an institution's.
        site.signed_in(CORA).await.get(PAGE).await.expect(StatusCode::NOT_FOUND);
        site.browser().get(PAGE).await.expect(StatusCode::SEE_OTHER);
    })
    .await;
}
