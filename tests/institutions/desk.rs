//! The coordinator's pages: find, create, correct, add, close, end.

use axum::http::StatusCode;

use super::*;
use crate::{
    institution::{self, filed, says},
    support::databases::each_engine,
};

#[tokio::test]
async fn created_by_a_coordinator_its_contact_is_invited_and_signs_in() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let empty = cora.get("/desk/institutions/new").await.expect(StatusCode::OK).body;
        assert!(empty.contains("<option value=\"de\" selected>"));
        for _twice in 0..2 {
            cora.post("/desk/institutions", FORM)
                .await
                .expect(StatusCode::SEE_OTHER);
        }
        assert_eq!(institutions(&site).await, 4);
        let path = path_of(&site, "Hafenschule").await;
        let invitation = mails(&site, LENA, "contact_invited").await;
        assert_eq!(invitation.len(), 1);
        assert!(
            invitation[0].contains("https://pool.example/sign-in"),
            "{}",
            invitation[0]
        );
        assert!(invitation[0].contains("Hafenschule"), "{}", invitation[0]);
        let lena = site.signed_in(LENA).await;
        says(&lena.get("/requests").await.body, "Neue Anfrage");
        assert_eq!(
            trail(&site, &path).await,
            ["institution_created", "contact_added", "contact_invited"]
        );
    })
    .await;
}

#[tokio::test]
async fn ozgur_finds_oezguer() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        cora.post("/desk/institutions", &but(&[("name", "Özgür Kindergarten 100%")]))
            .await
            .expect(StatusCode::SEE_OTHER);
        for typed in ["ozgur", "%C3%96ZG%C3%9CR", "kind+ozg", "100%25"] {
            let list = cora.get(&format!("/desk/institutions?name={typed}")).await;
            let list = list.expect(StatusCode::OK).body;
            says(&list, "Özgür Kindergarten 100%");
            assert!(!list.contains("Klinik am Park"), "{typed}");
        }
        for typed in ["gür", "%25kinder%25", "_"] {
            let list = cora
                .get(&format!("/desk/institutions?name={}", typed.replace('ü', "%C3%BC")))
                .await;
            says(&list.body, "Zu diesem Filter gibt es keine Einrichtung.");
        }
        let health = cora.get("/desk/institutions?sector=health&state=approved").await.body;
        says(&health, "Klinik am Park");
        assert!(!health.contains("Jobcenter"));
        let paused = cora.get("/desk/institutions?state=paused").await.body;
        says(&paused, "Zu diesem Filter gibt es keine Einrichtung.");
    })
    .await;
}

#[tokio::test]
async fn a_long_list_has_pages_that_miss_nobody() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        let act = crate::support::people::act(&site.app.ids, site.app.clock.now());
        for number in 0..60 {
            let text = format!("Zweigstelle {:02}", number / 2);
            let new = sprachpool::institutions::NewInstitution {
                name: text.parse().expect("a name"),
                kind: None,
                sector: "advice".to_owned(),
                state: sprachpool::institutions::State::Approved,
                sites: vec![],
            };
            let made = sprachpool::institutions::create_institution(&mut tx, &act, &new).await;
            made.expect("an institution");
        }
        tx.commit().await.expect("it commits");
        let first = cora.get("/desk/institutions?sector=advice").await.body;
        let next = link(&first, "/desk/institutions?sector=advice&#38;after=", "").replace("&#38;", "&");
        let second = cora.get(&next).await.expect(StatusCode::OK).body;
        let rows = |body: &str| {
            let rows = body.split("<th scope=\"row\"><a href=\"").skip(1);
            rows.map(|row| row.split('"').next().expect("a link").to_owned())
                .collect::<Vec<_>>()
        };
        let mut all = rows(&first);
        assert_eq!(all.len(), 50);
        all.extend(rows(&second));
        assert_eq!(all.len(), 60);
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 60, "nobody stands there twice");
        assert!(!second.contains("after="), "that was the last page");
    })
    .await;
}

#[tokio::test]
async fn details_and_sites_are_corrected() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let (kita, cora) = (site.signed_in(KITA).await, site.signed_in(CORA).await);
        let request = filed(&site, &kita).await;
        let path = path_of(&site, "Kita Sonnenblume").await;
        let edit = cora.get(&format!("{path}/edit")).await.expect(StatusCode::OK).body;
        assert!(edit.contains("value=\"Kita Sonnenblume\"") && edit.contains("<option value=\"kita\" selected>"));
        cora.post(
            &format!("{path}/edit"),
            &but(&[("name", "Kita Mondblume"), ("sector", "fruehe_hilfen"), ("kind", "")]),
        )
        .await
        .expect(StatusCode::SEE_OTHER);
        says(&cora.get(&path).await.body, "Kita Mondblume");
        says(&cora.get("/desk/institutions?name=mond").await.body, "Frühe Hilfen");

        // The only site cannot go; a second one can, and the first after it.
        let old = format!("{path}/sites/{}", site.who.kita.site);
        let alone = cora.post(&format!("{old}/closure"), &[]).await;
        assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
        says(&alone.body, "Das ist der einzige Standort.");
        says(
            &cora.get(&old).await.body,
            "Eine offene Anfrage ist an diesem Standort.",
        );
        cora.post(&format!("{path}/sites"), FORM)
            .await
            .expect(StatusCode::SEE_OTHER);
        let page = cora.get(&path).await.body;
        says(&page, "Haupthaus");
        for _twice in 0..2 {
            cora.post(&format!("{old}/closure"), &[])
                .await
                .expect(StatusCode::SEE_OTHER);
        }
        says(&cora.get(&path).await.body, "Geschlossene Standorte: Kita Sonnenblume");
        cora.get(&old).await.expect(StatusCode::NOT_FOUND);
        cora.post(&old, FORM).await.expect(StatusCode::NOT_FOUND);
        says(&kita.get(&request).await.body, "Parkweg 4");
        let draft = institution::draft(&kita).await;
        let step = kita.get(&format!("{draft}/where")).await.body;
        assert!(
            step.contains("Haupthaus") && !step.contains("Parkweg 4"),
            "nobody chooses it"
        );

        let new = link(&cora.get(&path).await.body, &format!("{path}/sites/0"), "");
        cora.post(&new, &but(&[("street", "Kanalstr. 1"), ("district", "51")]))
            .await
            .expect(StatusCode::SEE_OTHER);
        says(&cora.get(&path).await.body, "Kanalstr. 1, 48155 Münster Gievenbeck");
        let refused_at = cora.post(&new, &but(&[("postcode", "1")])).await;
        refused(refused_at.status, &refused_at.body, "postcode", "keine Postleitzahl");
        assert_eq!(
            trail(&site, &path).await[2..],
            ["institution_changed", "site_added", "site_closed", "site_changed"]
        );
    })
    .await;
}

#[tokio::test]
async fn contacts_come_change_and_go() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let path = path_of(&site, "Kita Sonnenblume").await;
        cora.post(&format!("{path}/contacts"), &but(&[("locale", "en")]))
            .await
            .expect(StatusCode::SEE_OTHER);
        let invitation = mails(&site, LENA, "contact_invited").await;
        assert!(
            invitation[0].contains("you can now ask for your institution"),
            "{}",
            invitation[0]
        );
        let lena = site.signed_in(LENA).await;
        lena.get("/requests").await.expect(StatusCode::OK);

        // Another address: mails go there, and the old one signs nobody in.
        let page = cora.get(&path).await.body;
        let end = page
            .split('"')
            .filter(|part| part.starts_with(&format!("{path}/contacts/")) && part.ends_with("/end"))
            .find(|part| !part.contains(&site.who.kita.contact.to_string()))
            .expect("Lena's");
        let contact = end.strip_suffix("/end").expect("it ends so");
        let form = cora.get(contact).await.expect(StatusCode::OK).body;
        assert!(form.contains(&format!("value=\"{LENA}\"")) && form.contains("<option value=\"en\" selected>"));
        let new = "lena@post.example";
        cora.post(contact, &but(&[("email", new), ("phone", "+49 251 555 0199")]))
            .await
            .expect(StatusCode::SEE_OTHER);
        says(&cora.get(&path).await.body, "+49 251 555 0199");
        assert!(!may_sign_in(&site, LENA).await && may_sign_in(&site, new).await);
        cora.post(&format!("{contact}/invitation"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(mails(&site, new, "contact_invited").await.len(), 1);

        // Ended: the session that runs has lost the role with the next click.
        lena.get("/requests").await.expect(StatusCode::OK);
        for _twice in 0..2 {
            cora.post(end, &[]).await.expect(StatusCode::SEE_OTHER);
        }
        lena.get("/requests").await.expect(StatusCode::NOT_FOUND);
        lena.post("/requests/drafts", &[]).await.expect(StatusCode::NOT_FOUND);
        assert!(!may_sign_in(&site, new).await);
        says(&cora.get(&path).await.body, "Frühere Ansprechpersonen: Lena Ost");
        cora.post(contact, FORM).await.expect(StatusCode::NOT_FOUND);
        assert_eq!(
            trail(&site, &path).await[2..],
            [
                "contact_added",
                "contact_invited",
                "contact_changed",
                "contact_invited",
                "contact_ended"
            ]
        );
        // And back.
        cora.post(&format!("{path}/contacts"), &but(&[("email", new)]))
            .await
            .expect(StatusCode::SEE_OTHER);
        lena.get("/requests").await.expect(StatusCode::OK);
    })
    .await;
}

/// Otherwise whoever makes themselves the address of a coordinator could sign in as one.
#[tokio::test]
async fn a_coordinators_address_is_not_changed_from_here() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let path = path_of(&site, "Kita Sonnenblume").await;
        cora.post(
            &format!("{path}/contacts"),
            &but(&[("contact_name", "Cora Brandt"), ("email", CORA)]),
        )
        .await
        .expect(StatusCode::SEE_OTHER);
        let page = cora.get(&path).await.body;
        let contact = page
            .split('"')
            .filter_map(|part| part.strip_suffix("/end"))
            .find(|part| part.starts_with(&path) && !part.contains(&site.who.kita.contact.to_string()))
            .expect("Cora's");
        let answer = cora.post(contact, &but(&[("email", "other@post.example")])).await;
        refused(answer.status, &answer.body, "email", "Diese Person gehört zum Team.");
        cora.post(contact, &but(&[("email", CORA)]))
            .await
            .expect(StatusCode::SEE_OTHER);
        assert!(may_sign_in(&site, CORA).await);
    })
    .await;
}
