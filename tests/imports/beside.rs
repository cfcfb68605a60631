//! A long import holds nobody up, and whoever breaks off in its middle has written nothing.

use std::time::Duration;

use axum::http::StatusCode;
use sprachpool::{
    database::Engine,
    imports::{self, ImportId, Kind},
    q,
    workers::Workers,
};
use tokio::{sync::watch, task::JoinHandle, time::sleep};

use super::{flow, long};
use crate::support::{
    databases::{ENGINES, Fresh},
    scene::KITA,
    site::Site,
};

/// On a busy machine.
const PATIENCE: u32 = 3000;

/// A long table that is checked and confirmed, and that nobody writes yet.
async fn confirmed(site: &Site, rows: usize) -> ImportId {
    let id = flow::uploaded_bytes(site, Kind::Volunteers, "long.csv", &long::table(rows)).await;
    let mut tx = site.app.db.begin().await.expect("it begins");
    assert!(
        imports::confirm(&mut tx, &flow::cora(site), id)
            .await
            .expect("it confirms")
    );
    tx.commit().await.expect("it commits");
    id
}

fn at_work(site: &Site) -> (watch::Sender<bool>, JoinHandle<()>) {
    let (stop, stopped) = watch::channel(false);
    (stop, tokio::spawn(Workers::new(&site.app).run(stopped)))
}

async fn volunteers(site: &Site) -> i64 {
    flow::count(site, q!("SELECT COUNT(*) FROM volunteer")).await
}

async fn until(what: &str, mut is: impl AsyncFnMut() -> bool) {
    for _ in 0..PATIENCE {
        if is().await {
            return;
        }
        sleep(Duration::from_millis(5)).await;
    }
    panic!("not {what} in time");
}

/// More than half of its way: it is being written.
async fn in_the_middle(id: ImportId) {
    until("in the middle", async || {
        imports::progress(id).is_some_and(|at| at.done * 2 > at.of)
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn mails_go_out_while_a_long_table_is_written() {
    let fresh = Fresh::new(Engine::Postgres).await;
    let site = Site::new(fresh.db.clone()).await;
    let id = confirmed(&site, 1200).await;
    // Somebody is entering the last person of the table at this moment: the import waits for them in its middle.
    let mut other = site.app.db.begin().await.expect("it begins");
    q!(
        "INSERT INTO address (id, email, email_key, created_at) VALUES ($1, $2, $2, $3)",
        flow::cora(&site).uuid(),
        "person1199@post.example",
        site.app.clock.now()
    )
    .execute(&mut other)
    .await
    .expect("it is free");
    let (stop, working) = at_work(&site);
    in_the_middle(id).await;

    let kita = site.browser();
    kita.post("/sign-in", &[("email", KITA)])
        .await
        .expect(StatusCode::SEE_OTHER);
    until("mailed", async || !site.mailbox.to(KITA).is_empty()).await;
    assert_eq!(flow::state(&site, id).await.state, "running", "the import waits still");
    assert_eq!(volunteers(&site).await, 2, "nothing is seen of it");

    other.rollback().await.expect("it rolls back");
    until("written", async || flow::state(&site, id).await.state == "done").await;
    assert_eq!(volunteers(&site).await, 1202);
    stop.send_replace(true);
    working.await.expect("it ends");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_dies_in_the_middle_has_written_nothing_and_another_begins_anew() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let id = confirmed(&site, 4000).await;
        let (_stop, working) = at_work(&site);
        in_the_middle(id).await;
        working.abort();
        assert!(working.await.is_err_and(|error| error.is_cancelled()));
        until("given up", async || imports::progress(id).is_none()).await;
        assert_eq!(volunteers(&site).await, 2, "{engine:?}");
        assert_eq!(flow::state(&site, id).await.state, "running", "{engine:?}");

        site.work().await;
        assert_eq!(volunteers(&site).await, 2, "{engine:?}: it is leased still");
        site.app.clock.advance(chrono::Duration::seconds(21));
        site.work().await;
        assert_eq!(volunteers(&site).await, 4002, "{engine:?}");
        assert_eq!(
            flow::count(&site, q!("SELECT COUNT(*) FROM timer WHERE kind = 'import'")).await,
            0
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn stopping_does_not_wait_for_it_and_the_next_start_does_it_at_once() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let id = confirmed(&site, 4000).await;
        let (stop, working) = at_work(&site);
        in_the_middle(id).await;
        stop.send_replace(true);
        working.await.expect("it ends well");
        assert_eq!(volunteers(&site).await, 2, "{engine:?}");
        site.work().await;
        assert_eq!(volunteers(&site).await, 4002, "{engine:?}");
    }
}
