//! Person and contact data; a person is not an address.

use axum::http::StatusCode;
use sprachpool::{
    act::Actor,
    people::{self, EmailAddress, Name},
    q,
};

use super::{ZAHRA, enter, with};
use crate::support::{
    databases::each_engine,
    scene::{self, AMINA, CORA},
    site::Site,
};

#[tokio::test]
async fn a_new_address_gets_the_mails_and_a_shared_one_stays_with_the_others() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        // Her daughter reads the same mailbox.
        let page = enter(&cora, &with(ZAHRA, &[("email", AMINA)])).await;
        let changed = with(
            ZAHRA,
            &[("name", "Zahra Rahimi"), ("email", "Zahra@Post.Example"), ("phone", "")],
        );
        let changed: Vec<_> = changed
            .into_iter()
            .filter(|(name, _)| *name != "phone_consent")
            .collect();
        cora.post(&format!("{page}/person"), &changed)
            .await
            .expect(StatusCode::SEE_OTHER);
        let body = cora.get(&page).await.expect(StatusCode::OK).body;
        assert!(
            body.contains("Zahra Rahimi") && body.contains("Zahra@Post.Example"),
            "{body}"
        );
        assert!(!body.contains("0251 555 0188") && !body.contains(AMINA), "{body}");
        let zahra = site.signed_in("Zahra@Post.Example").await;
        zahra.get("/me").await.expect(StatusCode::OK);
        // Amina alone reads the old one: nobody has to say who they are.
        let amina = site.signed_in(AMINA).await;
        let body = amina.get("/me").await.expect(StatusCode::OK).body;
        assert!(body.contains("Amina Rahimi"), "{body}");
        // And back to the shared one.
        let back = with(&changed, &[("email", AMINA)]);
        cora.post(&format!("{page}/person"), &back)
            .await
            .expect(StatusCode::SEE_OTHER);
        let mut tx = site.app.db.read().await.expect("it reads");
        let readers = q!(
            "SELECT COUNT(*) FROM person_address pa JOIN address a ON a.id = pa.address_id WHERE a.email_key = $1",
            AMINA
        )
        .one::<(i64,)>(&mut tx)
        .await
        .expect("it counts");
        assert_eq!(readers.0, 2);
    })
    .await;
}

#[tokio::test]
async fn every_change_is_one_line_of_codes_and_no_change_is_none() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let page = enter(&cora, ZAHRA).await;
        let person = format!("{page}/person");
        cora.post(&person, ZAHRA).await.expect(StatusCode::SEE_OTHER);
        let changed = with(ZAHRA, &[("name", "Zahra Noori"), ("german", "C2")]);
        cora.post(&person, &changed).await.expect(StatusCode::SEE_OTHER);
        let mut tx = site.app.db.read().await.expect("it reads");
        let lines = q!(
            "SELECT action, params FROM audit WHERE object_id = $1 ORDER BY at, id",
            super::id_of(&page)
        )
        .all::<(String, String)>(&mut tx)
        .await
        .expect("it reads");
        assert_eq!(
            lines,
            [
                ("volunteer_created".to_owned(), "{}".to_owned()),
                (
                    "volunteer_changed".to_owned(),
                    r#"{"changed":["name","german_level"]}"#.to_owned()
                ),
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn who_is_entered_twice_is_one_volunteer() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let page = enter(&cora, ZAHRA).await;
        let body = cora
            .post("/desk/volunteers", ZAHRA)
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY)
            .body;
        assert!(body.contains("schon eingetragen") && body.contains(&page), "{body}");
        // Two forms at once.
        let twice = with(ZAHRA, &[("name", "Mina Karimi")]);
        let (one, other) = tokio::join!(
            cora.post("/desk/volunteers", &twice),
            cora.post("/desk/volunteers", &twice)
        );
        let mut codes = [one.status, other.status];
        codes.sort();
        assert_eq!(codes, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]);
    })
    .await;
}

#[tokio::test]
async fn the_same_name_at_the_same_address_is_one_person_though_two_enter_it_at_once() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let app = &site.app;
        let (name, email): (Name, EmailAddress) = (
            "Mina Karimi".parse().expect("a name"),
            "mina@post.example".parse().expect("an address"),
        );
        let mut first = app.db.begin().await.expect("it begins");
        let one = people::find_or_create(&mut first, &scene::service(&site), &name, &email, "de")
            .await
            .expect("a person");
        let other = {
            let (app, name, email) = (app.clone(), name.clone(), email.clone());
            tokio::spawn(async move {
                let mut second = app.db.begin().await.expect("it begins");
                let person = people::find_or_create(&mut second, &app.act(Actor::Service), &name, &email, "de").await;
                second.commit().await.expect("it commits");
                person.expect("a person")
            })
        };
        // Long enough for the second to have looked, if it did not wait.
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        first.commit().await.expect("it commits");
        assert_eq!(other.await.expect("it ends"), one);
    })
    .await;
}
