//! What the verb `accept` says to the database, and the same without the verb.
//!
//! Each yes is said once and rolled back while its statements are written down with their parameters; then they run
//! for real: begin, the statements in their order, commit. Reads are read, though nobody looks at the rows.

use std::{
    cell::RefCell,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use sprachpool::{
    act::Actor,
    database::{self, Db, Query, Value},
    requests::offers::accept,
};
use tokio::task::JoinSet;

use crate::offers::{Offered, Service};

pub type Statement = (&'static str, Vec<Value>);

tokio::task_local! {
    static HEARD: RefCell<Vec<Statement>>;
}

fn hear(text: &'static str, values: &[Value]) {
    // Nobody writes down what others say.
    let _ = HEARD.try_with(|heard| heard.borrow_mut().push((text, values.to_vec())));
}

pub async fn record(service: &Service, offers: &[Offered]) -> Vec<Vec<Statement>> {
    database::listen(hear);
    let mut recorded = Vec::with_capacity(offers.len());
    for offer in offers {
        recorded.push(said(service, offer).await);
    }
    recorded
}

async fn said(service: &Service, offer: &Offered) -> Vec<Statement> {
    let app = &service.app;
    let mut tx = app.db.begin().await.expect("it begins");
    let rules = app.rules(&mut tx).await.expect("the rules are whole");
    let act = app.act(Actor::Link(offer.person));
    let yes = async {
        let said = accept(&mut tx, &act, &rules, &app.keys, offer.id, Some(offer.slot)).await;
        said.expect("the yes is taken");
        HEARD.with(RefCell::take)
    };
    let heard = HEARD.scope(RefCell::default(), yes).await;
    tx.rollback().await.expect("it ends");
    heard
}

pub async fn replay(db: &Db, recorded: Vec<Vec<Statement>>, clients: usize) -> Duration {
    let left = Arc::new(Mutex::new(recorded));
    let mut tasks = JoinSet::new();
    let started = Instant::now();
    for _ in 0..clients {
        let (left, db) = (left.clone(), db.clone());
        tasks.spawn(async move {
            loop {
                let next = left.lock().expect("nobody panicked").pop();
                let Some(statements) = next else { break };
                let mut tx = db.begin().await.expect("it begins");
                for (text, values) in statements {
                    Query::new(text, values).execute(&mut tx).await.expect("it runs");
                }
                tx.commit().await.expect("it commits");
            }
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.expect("every yes is written");
    }
    started.elapsed()
}
