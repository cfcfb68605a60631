//! A coordinator without the second factor: nothing of the desk, everything else.

use axum::http::StatusCode;
use sprachpool::{
    institutions::{NewContact, add_contact},
    q,
};

use crate::support::{
    databases::each_engine,
    people::act,
    scene::{CORA, ask, dump, tuesday},
    site::Site,
    sources,
};

/// Every path of the desk that the sources route.
fn desk_paths() -> Vec<String> {
    let mut paths = Vec::new();
    for source in sources::all() {
        for rest in source.text.split(".route(").skip(1) {
            let Some(path) = rest.trim_start().strip_prefix('"') else {
                continue;
            };
            let path = path.split('"').next().expect("it ends");
            if path == "/desk" || path.starts_with("/desk/") {
                paths.push(path.to_owned());
            }
        }
    }
    paths
}

/// `/desk/requests/{id}` with an id in it.
fn filled(path: &str, id: &str) -> String {
    let mut out = String::new();
    for (number, part) in path.split(['{', '}']).enumerate() {
        out.push_str(if number % 2 == 0 { part } else { id });
    }
    out
}

#[tokio::test]
async fn without_the_second_factor_no_page_of_the_desk_opens_and_no_form_changes_anything() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let request = ask(&site, vec![tuesday()]).await.to_string();
        let cora = site.signed_in_without_second_factor(CORA).await;
        site.work().await;
        let before = dump(&db).await;
        let paths = desk_paths();
        assert!(paths.len() >= 9, "{paths:?}");
        for path in paths {
            let path = filled(&path, &request);
            let page = cora.get(&path).await;
            assert!(
                page.status == StatusCode::METHOD_NOT_ALLOWED || page.location().starts_with("/sign-in/second-factor?"),
                "GET {path}: {} {}",
                page.status,
                page.location()
            );
            let form = cora.post(&path, &[]).await;
            assert!(
                form.status == StatusCode::METHOD_NOT_ALLOWED || form.location() == "/sign-in/second-factor",
                "POST {path}: {} {}",
                form.status,
                form.location()
            );
        }
        assert_eq!(dump(&db).await, before);
    })
    .await;
}

#[tokio::test]
async fn other_roles_go_on_without_it_and_the_menu_shows_nothing_of_the_desk() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        let contact = NewContact {
            name: "Cora Brandt".parse().expect("a name"),
            email: CORA.parse().expect("an address"),
            phone: None,
            locale: "de".to_owned(),
        };
        let act = act(&site.app.ids, site.app.clock.now());
        add_contact(&mut tx, &act, site.who.kita.institution, &contact)
            .await
            .expect("the same person");
        tx.commit().await.expect("it commits");
        let cora = site.signed_in_without_second_factor(CORA).await;
        let page = cora.get("/requests").await.expect(StatusCode::OK).body;
        assert!(
            page.contains("href=\"/requests\"") && !page.contains("href=\"/desk"),
            "{page}"
        );
        let cora = site.signed_in(CORA).await;
        let page = cora.get("/requests").await.expect(StatusCode::OK).body;
        assert!(page.contains("href=\"/desk/more\""), "{page}");
    })
    .await;
}

#[tokio::test]
async fn nobody_else_has_anything_to_do_there() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let nobody = site.browser();
        let amina = site.signed_in(crate::support::scene::AMINA).await;
        for page in ["/sign-in/second-factor", "/sign-in/second-factor/setup"] {
            assert_eq!(nobody.get(page).await.location(), "/sign-in");
            assert_eq!(nobody.post(page, &[("code", "123456")]).await.location(), "/sign-in");
            amina.get(page).await.expect(StatusCode::NOT_FOUND);
            amina
                .post(page, &[("code", "123456")])
                .await
                .expect(StatusCode::NOT_FOUND);
        }
        let start = "/sign-in/second-factor/start";
        amina.post(start, &[]).await.expect(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_session_knows_the_network_and_not_the_address() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        site.signed_in_without_second_factor(CORA).await;
        let mut tx = db.read().await.expect("it begins");
        let networks = q!("SELECT network FROM session").all::<(String,)>(&mut tx).await;
        assert_eq!(networks.expect("it reads"), [("0.0.0.0/24".to_owned(),)]);
    })
    .await;
}
