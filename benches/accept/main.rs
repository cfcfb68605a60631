//! Yeses by mailed link, through HTTP, beside the same statements without a service around them.
//!
//! `cargo bench --bench accept`; `-- --help` tells what can be chosen. docs/speed.md keeps the figures.

mod bare;
mod http;
mod offers;
#[path = "../world/mod.rs"]
mod world;

use std::{net::SocketAddr, time::Duration};

use offers::{Offered, Service};
use sprachpool::web::router::router;
use tokio::net::TcpListener;
use world::database::{Place, engines, name};

const HELP: &str = "cargo bench --bench accept -- [--yeses 400] [--rounds 3]";
const CLIENTS: [usize; 3] = [1, 8, 32];

fn main() {
    let Some((yeses, rounds)) = arguments() else {
        println!("{HELP}");
        return;
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.expect("a runtime starts").block_on(measure(yeses, rounds));
}

/// Yeses of each kind in each round, and rounds.
fn arguments() -> Option<(usize, usize)> {
    let (mut yeses, mut rounds) = (400, 3);
    let mut given = std::env::args().skip(1);
    while let Some(argument) = given.next() {
        match argument.as_str() {
            "--bench" => {}
            "--yeses" => yeses = given.next()?.parse().ok()?,
            "--rounds" => rounds = given.next()?.parse().ok()?,
            _ => return None,
        }
    }
    Some((yeses, rounds))
}

async fn measure(yeses: usize, rounds: usize) {
    println!("| engine | clients | HTTP: yeses/s | bare: yeses/s | ratio | statements |\n|---|--:|--:|--:|--:|--:|");
    for engine in engines() {
        let place = Place::new(engine, "accept", 16).await;
        let service = Service::new(place.db.clone(), yeses * rounds * 2 * CLIENTS.len()).await;
        place.settle().await;
        let address = serve(&service).await;
        let mut fresh = service.offers.clone().into_iter();
        for clients in CLIENTS {
            let (mut served, mut bare, mut statements) = (Duration::ZERO, Duration::ZERO, 0);
            // In turns, so that what else the machine does falls on both.
            for _ in 0..rounds {
                let some: Vec<Offered> = fresh.by_ref().take(yeses).collect();
                let recorded = bare::record(&service, &some).await;
                statements = recorded.first().map_or(0, Vec::len);
                bare += bare::replay(&service.app.db, recorded, clients).await;
                let some: Vec<Offered> = fresh.by_ref().take(yeses).collect();
                served += http::say_yes(address, some, clients).await;
            }
            let per_second = |took: Duration| (yeses * rounds) as f64 / took.as_secs_f64();
            let (served, bare) = (per_second(served), per_second(bare));
            println!(
                "| {} | {clients} | {served:.0} | {bare:.0} | {:.2} | {statements} |",
                name(engine),
                served / bare
            );
        }
        service.check().await;
        place.remove().await;
    }
}

/// The whole site on a port of its own. The workers rest: they would send confirmations meanwhile.
async fn serve(service: &Service) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let address = listener.local_addr().expect("it has an address");
    let site = router(service.app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, site).await });
    address
}
