//! Who may not: contacts, volunteers and strangers see no desk, and ids of others lead nowhere.

use axum::http::StatusCode;
use sprachpool::ids::Ids;

use super::*;
use crate::support::{databases::each_engine, people::monday};

const UNDER_ONE: [&str; 8] = [
    "",
    "/edit",
    "/refusal",
    "/retirement",
    "/sites/new",
    "/contacts/new",
    "/sites/SITE",
    "/contacts/CONTACT",
];

const CHANGES: [&str; 12] = [
    "/edit",
    "/approval",
    "/refusal",
    "/pause",
    "/pause/end",
    "/retirement",
    "/sites",
    "/sites/SITE",
    "/sites/SITE/closure",
    "/contacts",
    "/contacts/CONTACT/end",
    "/contacts/CONTACT/invitation",
];

fn there(site: &Site, path: &str) -> String {
    let kita = site.who.kita;
    let path = path.replace("SITE", &kita.site.to_string());
    let path = path.replace("CONTACT", &kita.contact.to_string());
    format!("/desk/institutions/{}{path}", kita.institution)
}

#[tokio::test]
async fn only_coordinators_open_them() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let amina = site.signed_in("amina.rahimi@post.example").await;
        let before = site.app.db.clone();
        for browser in [&kita, &amina] {
            for path in UNDER_ONE {
                browser.get(&there(&site, path)).await.expect(StatusCode::NOT_FOUND);
            }
            for path in CHANGES {
                browser
                    .post(&there(&site, path), FORM)
                    .await
                    .expect(StatusCode::NOT_FOUND);
            }
            browser.get("/desk/institutions").await.expect(StatusCode::NOT_FOUND);
            browser
                .get("/desk/institutions/new")
                .await
                .expect(StatusCode::NOT_FOUND);
            browser
                .post("/desk/institutions", FORM)
                .await
                .expect(StatusCode::NOT_FOUND);
        }
        for path in UNDER_ONE {
            let answer = site
                .browser()
                .get(&there(&site, path))
                .await
                .expect(StatusCode::SEE_OTHER);
            assert!(answer.location().starts_with("/sign-in?"), "{path}");
        }
        let mut tx = before.read().await.expect("it begins");
        let states = q!("SELECT state FROM institution WHERE state <> 'approved'")
            .all::<(String,)>(&mut tx)
            .await;
        assert!(states.expect("it reads").is_empty());
        assert_eq!(institutions(&site).await, 3);
    })
    .await;
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let nobody = Ids::random().uuid(monday());
        for id in [nobody.to_string(), "x".to_owned(), site.who.kita.site.to_string()] {
            for path in UNDER_ONE {
                let path = there(&site, path).replace(&site.who.kita.institution.to_string(), &id);
                cora.get(&path).await.expect(StatusCode::NOT_FOUND);
            }
            for path in CHANGES {
                let path = there(&site, path).replace(&site.who.kita.institution.to_string(), &id);
                cora.post(&path, FORM).await.expect(StatusCode::NOT_FOUND);
            }
        }
        // A site and a contact of another institution.
        let klinik = site.who.klinik.institution.to_string();
        for path in ["/sites/SITE", "/contacts/CONTACT"] {
            let path = there(&site, path).replace(&site.who.kita.institution.to_string(), &klinik);
            cora.get(&path).await.expect(StatusCode::NOT_FOUND);
            cora.post(&path, FORM).await.expect(StatusCode::NOT_FOUND);
        }
        for path in [
            "/sites/SITE/closure",
            "/contacts/CONTACT/end",
            "/contacts/CONTACT/invitation",
        ] {
            let path = there(&site, path).replace(&site.who.kita.institution.to_string(), &klinik);
            cora.post(&path, &[]).await.expect(StatusCode::NOT_FOUND);
        }
        assert!(may_sign_in(&site, KITA).await, "the contact is still one");
    })
    .await;
}
