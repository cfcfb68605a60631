//! Two instances over one PostgreSQL; one that is stopped for a while; one that is asked to stop.

use std::time::Duration;

use sprachpool::{database::Engine, q};

use super::world::World;

/// For a slow machine; it is far less on an idle one.
const PATIENCE: Duration = Duration::from_secs(120);

/// As many offers as one wave has, in every search: no timer did its work twice.
async fn one_wave_each(world: &World) {
    let mut tx = world.app.db.read().await.expect("it reads");
    let rows =
        q!("SELECT s.id, COUNT(o.id) AS offers FROM search s LEFT JOIN offer o ON o.search_id = s.id GROUP BY s.id")
            .all::<(uuid::Uuid, i64)>(&mut tx)
            .await
            .expect("it reads");
    assert_eq!(rows.len(), world.filed);
    for (search, offers) in rows {
        assert_eq!(offers, 3, "search {search}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_processes_do_nothing_twice() {
    let mut world = World::new(Engine::Postgres).await;
    let (_one, _two) = (world.serve(), world.serve());
    for _ in 0..100 {
        world.file().await;
    }
    world.settle(PATIENCE).await;
    assert_eq!(world.sink.mails().len(), 400, "a receipt and three offers each");
    assert_eq!(world.duplicates(), 0);
    one_wave_each(&world).await;
    world.check().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_stood_still_longer_than_its_lease() {
    let mut world = World::new(Engine::Postgres).await;
    let (one, _two) = (world.serve(), world.serve());
    for _ in 0..20 {
        world.file().await;
    }
    one.signal("STOP");
    for _ in 0..10 {
        world.file().await;
    }
    // The other one takes over what the first had leased.
    world.settle(PATIENCE).await;
    one.signal("CONT");
    tokio::time::sleep(Duration::from_secs(2)).await;
    world.settle(PATIENCE).await;
    assert!(world.duplicates() <= 1, "{} mails arrived twice", world.duplicates());
    one_wave_each(&world).await;
    world.check().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asked_to_stop_it_finishes_what_is_under_way() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let mut world = World::new(engine).await;
        let service = world.serve();
        for _ in 0..12 {
            world.file().await;
        }
        let ended_well = tokio::task::block_in_place(|| service.stop(Duration::from_secs(20)));
        assert!(ended_well, "it stops in time, without an error");
        let mut tx = world.app.db.read().await.expect("it reads");
        let (leased,) =
            q!("SELECT COUNT(*) FROM outbox WHERE lease_owner IS NOT NULL AND sent_at IS NULL AND dropped_at IS NULL")
                .one::<(i64,)>(&mut tx)
                .await
                .expect("it counts");
        tx.rollback().await.expect("it ends");
        assert_eq!(leased, 0, "nothing is left half done");

        let _again = world.serve();
        world.settle(PATIENCE).await;
        assert_eq!(world.duplicates(), 0);
        assert_eq!(world.sink.mails().len(), 48);
        one_wave_each(&world).await;
        world.check().await;
    }
}
