//! Every route there is, walked as each role: the table beside this file says what each may see, and nothing else
//! may happen. The browser tests read the same table.

mod routes;
mod world;

use std::collections::BTreeSet;

use axum::http::Method;
use routes::{Expected, Role, Row, declared, table};
use sprachpool::{database::Engine, web::router::router};
use world::World;

use crate::support::{
    databases::{ENGINES, Fresh},
    scene::dump,
    site::{Answer, Browser, Site},
};

#[tokio::test]
async fn the_table_names_every_route_once() {
    let table = table();
    let named: BTreeSet<_> = table.iter().map(|row| row.route.clone()).collect();
    let site = Site::new(Fresh::new(Engine::Sqlite).await.db.clone()).await;
    let declared = declared(&router(site.app.clone()));
    assert!(declared.len() > 60, "only {} routes were read", declared.len());
    assert_eq!(named.len(), table.len(), "a route stands twice");
    let missing: Vec<_> = declared.difference(&named).collect();
    let gone: Vec<_> = named.difference(&declared).collect();
    assert!(missing.is_empty(), "not in tests/walk/routes.txt: {missing:#?}");
    assert!(gone.is_empty(), "in tests/walk/routes.txt, but no route: {gone:#?}");
}

#[tokio::test]
async fn each_role_sees_what_the_table_says_and_nothing_else() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let world = World::new(fresh.db.clone()).await;
        let mut wrong = Vec::new();
        // Whoever may do least goes first: nothing they do may change anything for those who follow.
        for role in Role::ALL {
            let browser = world.browser(role).await;
            let before = lasting(&world).await;
            let (own, others): (Vec<_>, Vec<_>) = in_order(table()).into_iter().partition(|row| row.is_for_oneself());
            wrong.extend(walk_as(role, &world, &browser, &others).await);
            if !role.may_change_things() {
                let after = lasting(&world).await;
                let changed = after.symmetric_difference(&before);
                wrong.extend(changed.map(|row| format!("{role:?} changed {row}")));
            }
            wrong.extend(walk_as(role, &world, &browser, &own).await);
        }
        assert!(wrong.is_empty(), "{engine:?}:\n{}", wrong.join("\n"));
    }
}

/// First everything is looked at, as it was made.
fn in_order(mut table: Vec<Row>) -> Vec<Row> {
    table.sort_by_key(|row| row.route.method != Method::GET);
    table
}

/// What was found otherwise than the table says.
async fn walk_as(role: Role, world: &World, browser: &Browser, rows: &[Row]) -> Vec<String> {
    let mut wrong = Vec::new();
    for row in rows {
        let Some(expected) = row.expected(role) else { continue };
        let path = world.path(&row.route);
        let answer = walk(browser, &row.route.method, &path).await;
        let found = Expected::of(answer.status.as_u16(), answer.location());
        if found != expected {
            wrong.push(format!(
                "{role:?} {} {path}: {found:?}, not {expected:?}",
                row.route.method
            ));
        }
        // Whoever has a link of a mail may read what it says.
        if role == Role::Stranger && !row.route.pattern.contains("{token}") {
            let told = ["Sonnenblume", "Jana Vogt", "SP-2027-0001"]
                .into_iter()
                .find(|secret| answer.body.contains(secret));
            wrong.extend(told.map(|secret| format!("{path} tells a stranger {secret}")));
        }
    }
    wrong
}

/// A GET, or a POST of an empty form with the session's token.
async fn walk(browser: &Browser, method: &Method, path: &str) -> Answer {
    let answer = match *method {
        Method::GET => browser.get(path).await,
        _ => browser.post(path, &[]).await,
    };
    assert!(!answer.status.is_server_error(), "{method} {path}: {}", answer.body);
    answer
}

/// Every row but counters of tries and sessions' own rows.
async fn lasting(world: &World) -> BTreeSet<String> {
    let own = ["rate_limit: ", "session: ", "sign_in: "];
    let rows = dump(&world.site.app.db).await;
    rows.into_iter()
        .filter(|row| !own.iter().any(|table| row.starts_with(table)))
        .collect()
}
