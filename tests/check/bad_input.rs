//! The list of bad inputs, at the forms of the check.

use axum::http::{Method, StatusCode};
use sprachpool::{database::Db, requests::RequestId};

use super::super::institution::{CONVERSATION, KITA, but, filled, id_of, says};
use crate::support::{
    databases::each_engine,
    scene::{CORA, dump},
    site::{Browser, Site},
};

async fn filed_in_doubt(site: &Site, kita: &Browser) -> RequestId {
    let draft = filled(site, kita).await;
    let doubtful = but(CONVERSATION, &[("topic", "medical_talk")]);
    kita.post(&format!("{draft}/conversation"), &doubtful)
        .await
        .expect(StatusCode::SEE_OTHER);
    let sent = kita.post(&format!("{draft}/check"), &[("rules", "yes")]).await;
    id_of(sent.expect(StatusCode::SEE_OTHER).location())
}

async fn lasting(db: &Db) -> Vec<String> {
    let own = ["rate_limit: ", "session: ", "sign_in: "];
    let rows = dump(db).await;
    rows.into_iter()
        .filter(|row| !own.iter().any(|start| row.starts_with(start)))
        .collect()
}

#[tokio::test]
async fn bad_texts_are_shown_again_and_change_nothing() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let kita = site.signed_in(KITA).await;
        let id = filed_in_doubt(&site, &kita).await;
        let cora = site.signed_in(CORA).await;
        let before = lasting(&db).await;
        let long = "x".repeat(301);
        for (part, field) in [("refusal", "referral"), ("question", "question")] {
            let path = format!("/desk/requests/{id}/check/{part}");
            for bad in ["", "   ", "…", "a\u{202E}b", "a\0b", "a\u{7}b", long.as_str()] {
                let answer = cora.post(&path, &[(field, bad)]).await;
                let answer = answer.expect(StatusCode::UNPROCESSABLE_ENTITY);
                assert!(
                    answer.body.contains(&format!("id=\"{field}-error\"")),
                    "{bad:?}: {}",
                    answer.body
                );
            }
            let broken = cora.send(Method::POST, &path, Some(format!("{field}=%ff")), &[]).await;
            assert_eq!(broken.status, StatusCode::BAD_REQUEST);
        }
        assert_eq!(lasting(&db).await, before);

        let question = "Ist das <b>Ihr</b> Ernst? '); DROP TABLE request; --";
        cora.post(
            &format!("/desk/requests/{id}/check/question"),
            &[("question", question)],
        )
        .await
        .expect(StatusCode::SEE_OTHER);
        let page = kita.get(&format!("/requests/{id}")).await.expect(StatusCode::OK).body;
        assert!(page.contains("&#60;b&#62;Ihr&#60;/b&#62;"), "shown literally: {page}");
        let asked = lasting(&db).await;
        let path = format!("/requests/{id}/question");
        let longer = "x".repeat(501);
        for bad in ["", "a\u{202E}b", "a\0b", longer.as_str()] {
            kita.post(&path, &[("answer", bad)])
                .await
                .expect(StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(lasting(&db).await, asked);
        kita.post(&path, &[("answer", "Nguye\u{302}\u{303}n")])
            .await
            .expect(StatusCode::SEE_OTHER);
        says(&cora.get(&format!("/desk/requests/{id}")).await.body, "Nguyễn");
    })
    .await;
}

#[tokio::test]
async fn ids_that_nobody_gave_out_are_a_plain_404() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let nobody = uuid::Uuid::nil();
        for id in [
            nobody.to_string(),
            "none".to_owned(),
            "'); DROP TABLE".to_owned().replace(' ', "%20"),
        ] {
            for part in ["refusal", "question"] {
                cora.get(&format!("/desk/requests/{id}/check/{part}"))
                    .await
                    .expect(StatusCode::NOT_FOUND);
            }
            for part in ["approval", "refusal", "question"] {
                cora.post(&format!("/desk/requests/{id}/check/{part}"), &[])
                    .await
                    .expect(StatusCode::NOT_FOUND);
            }
            cora.post(&format!("/desk/institutions/{id}/trust"), &[])
                .await
                .expect(StatusCode::NOT_FOUND);
            cora.post(&format!("/desk/institutions/{id}/trust/end"), &[])
                .await
                .expect(StatusCode::NOT_FOUND);
        }
        let wrong = cora
            .send(
                Method::PUT,
                &format!("/desk/requests/{nobody}/check/approval"),
                None,
                &[],
            )
            .await;
        assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
    })
    .await;
}
