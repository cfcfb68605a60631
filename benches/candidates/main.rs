//! How long it takes to say whom to ask next, in pools of 150, 10,000 and 100,000 volunteers.
//!
//! `cargo bench --bench candidates`; `-- --help` tells what can be chosen. docs/speed.md keeps the figures.

mod arguments;
mod chart;
mod figures;
#[path = "../world/mod.rs"]
mod world;

use std::time::Instant;

use arguments::Arguments;
use figures::{Figure, Times};
use sprachpool::{
    database::{Db, Engine},
    requests::{RequestId, decide, store},
    settings::Rules,
};
use world::{
    Ids,
    chance::Chance,
    database::{Place, engines, name},
    history::{Files, askers, past},
    land::{self, Land},
    now,
    people::volunteers,
    wishes::{self, wishes},
};

fn main() {
    let Some(arguments) = Arguments::read(std::env::args().skip(1)) else {
        println!("{}", arguments::HELP);
        return;
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let figures = runtime.expect("a runtime starts").block_on(measure(&arguments));
    if let Some(file) = &arguments.chart {
        std::fs::write(file, chart::svg(&figures)).expect("the chart is written");
        println!("\n{file} is written.");
    }
}

async fn measure(arguments: &Arguments) -> Vec<Figure> {
    let mut figures = Vec::new();
    println!("{}", figures::HEAD);
    for engine in engines()
        .into_iter()
        .filter(|engine| arguments.engine.is_none_or(|only| only == *engine))
    {
        for (size, kind) in pools(arguments) {
            for figure in one_pool(arguments, engine, size, kind).await {
                println!("{figure}");
                figures.push(figure);
            }
        }
    }
    figures
}

/// 150 are a city's; more are spread over towns. And the unkind case: all of them in one city.
fn pools(arguments: &Arguments) -> Vec<(usize, land::Kind)> {
    let mut pools = Vec::new();
    for size in &arguments.sizes {
        let kind = if *size < 1_000 {
            land::Kind::City
        } else {
            land::Kind::Region
        };
        pools.push((*size, kind));
        if *size >= 1_000 && arguments.unkind {
            pools.push((*size, land::Kind::City));
        }
    }
    pools
}

fn land(size: usize, kind: land::Kind) -> Land {
    match (kind, size) {
        (land::Kind::City, _) => Land::new(kind, (3, 2), 45),
        (land::Kind::Region, ..50_000) => Land::new(kind, (6, 4), 120),
        (land::Kind::Region, _) => Land::new(kind, (9, 6), 400),
    }
}

async fn one_pool(arguments: &Arguments, engine: Engine, size: usize, kind: land::Kind) -> Vec<Figure> {
    let started = Instant::now();
    let place = Place::new(engine, &format!("candidates_{size}"), 2).await;
    let (mut ids, mut chance) = (Ids::default(), Chance::seeded(2027));
    let land = land(size, kind);
    let mut tx = place.db.begin().await.expect("it begins");
    let people = volunteers(&mut tx, &mut ids, &mut chance, &land, size).await;
    let askers = askers(&mut tx, &mut ids, &mut chance, &land, 20 + size / 200).await;
    past(&mut tx, &mut ids, &mut chance, &askers, &people, 100_000).await;
    let mut files = Files::new();
    let mut requests = Vec::new();
    for kind in wishes::Kind::ALL {
        let made = wishes(
            &mut tx,
            &mut ids,
            &mut chance,
            (&askers, &mut files),
            kind,
            arguments.requests,
        )
        .await;
        requests.push((kind, made));
    }
    tx.commit().await.expect("it commits");
    place.settle().await;
    eprintln!("{} {size} {kind:?}: written in {:.1?}", name(engine), started.elapsed());
    let mut figures = Vec::new();
    for (wish, requests) in requests {
        let times = times(arguments, &place.db, &land.rules, &requests).await;
        figures.push(Figure {
            engine,
            size,
            land: kind,
            wish,
            times,
        });
    }
    if arguments.keep {
        eprintln!("kept: {}", place.url);
    } else {
        place.remove().await;
    }
    figures
}

/// Each request in turn, as a worker would take it up; nothing is written.
async fn times(arguments: &Arguments, db: &Db, rules: &Rules, requests: &[RequestId]) -> Times {
    let mut times = Times::default();
    for round in 0..=arguments.rounds {
        for request in requests {
            let started = Instant::now();
            let mut tx = db.begin().await.expect("it begins");
            let read = store::get(&mut tx, *request)
                .await
                .expect("it reads")
                .expect("it is there");
            let decision = decide(&mut tx, rules, &read, now(), now()).await.expect("it reads");
            tx.rollback().await.expect("it ends");
            let took = started.elapsed();
            // The first round warms up: caches, prepared statements.
            if round > 0 {
                times.add(took, &decision.expect("it runs").step);
            }
        }
    }
    times
}
