//! kill -9 at random moments of the journey.

use std::time::Duration;

use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use sprachpool::{clock::Clock, database::Engine};

use super::world::World;

const KILLS: usize = 20;

/// For a slow machine; it is far less on an idle one.
const PATIENCE: Duration = Duration::from_secs(90);

/// What people do meanwhile: ask, say yes, say no, give back, until the moment comes.
async fn live(world: &mut World, chance: &mut StdRng, moment: Duration) {
    let until = tokio::time::Instant::now() + moment;
    let most = world.filed + 3;
    while tokio::time::Instant::now() < until {
        if world.filed < most {
            world.file().await;
        }
        let offers = world.open_offers().await;
        if let Some(offer) = offers.choose(chance) {
            match chance.random_range(0..10) {
                0..5 => world.accept(*offer).await,
                5..8 => world.decline(*offer).await,
                _ => {}
            }
        }
        if chance.random_ratio(1, 5)
            && let Some(assignment) = world.accepted.choose(chance)
        {
            world.give_back(*assignment).await;
        }
        tokio::time::sleep(Duration::from_millis(chance.random_range(0..30))).await;
    }
}

async fn killed_twenty_times(engine: Engine) {
    // Another run, other moments; this line says which, to run the same again.
    let seed = u64::try_from(Clock::system().now().timestamp_micros()).unwrap_or(0);
    let seed = std::env::var("FAULTS_SEED")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(seed);
    println!("FAULTS_SEED={seed}");
    let mut chance = StdRng::seed_from_u64(seed);
    let mut world = World::new(engine).await;
    let mut service = world.serve();
    for _ in 0..5 {
        world.file().await;
    }
    world.settle(PATIENCE).await;
    for _ in 0..KILLS {
        let moment = Duration::from_millis(chance.random_range(0..1200));
        live(&mut world, &mut chance, moment).await;
        service.kill();
        service = world.serve();
    }
    let request = world.file().await;
    let mut waited = 0;
    while world.asked(request).await == 0 {
        assert!(waited < 300, "the service is not at work again after 30 s");
        waited += 1;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    // What the last one killed had leased is taken over when its lease ends.
    let took = world.settle(PATIENCE).await;
    world.check().await;
    let duplicates = world.duplicates();
    println!(
        "{engine:?}: {} requests, {} accepted, {} mails, {duplicates} of them twice; asking again after {} ms, all done {} s later",
        world.filed,
        world.accepted.len(),
        world.sink.mails().len(),
        waited * 100,
        took.as_secs()
    );
    assert!(
        duplicates <= KILLS,
        "{duplicates} mails arrived twice after {KILLS} kills"
    );
    assert!(!world.accepted.is_empty(), "something was answered");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_kills_on_sqlite() {
    killed_twenty_times(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_kills_on_postgresql() {
    killed_twenty_times(Engine::Postgres).await;
}
