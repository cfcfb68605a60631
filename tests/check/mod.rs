//! What is doubtful waits for a coordinator; what is late is said or refused by the pool's rule.

mod bad_input;
mod deciding;
mod late;
mod late_page;
mod pages;
mod trusted;

use sprachpool::{
    act::Actor,
    app::App,
    requests::{Request, RequestId, Status, check},
    settings::{self, Late, LateRequests, Notice},
};

use crate::support::pool::Pool;

/// The Kita asks about the youth office: the pool looks first.
async fn doubtful(pool: &Pool) -> RequestId {
    let mut new = pool.wanted();
    new.topic = "youth_office".to_owned();
    let filed = pool.file(&new).await;
    pool.work().await;
    filed.id
}

async fn approve(pool: &Pool, request: RequestId) -> Result<(), check::CheckError> {
    let mut tx = pool.app.db.begin().await?;
    let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
    let act = pool.app.act(Actor::Person(pool.who.cora));
    check::approve(&mut tx, &act, &rules, request).await?;
    Ok(pool.app.commit(tx).await?)
}

async fn refuse(pool: &Pool, request: RequestId, referral: &str) -> Result<(), check::CheckError> {
    let mut tx = pool.app.db.begin().await?;
    let act = pool.app.act(Actor::Person(pool.who.cora));
    check::refuse(&mut tx, &act, request, referral).await?;
    Ok(pool.app.commit(tx).await?)
}

async fn ask(pool: &Pool, request: RequestId, question: &str) -> Result<(), check::CheckError> {
    let mut tx = pool.app.db.begin().await?;
    let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
    let act = pool.app.act(Actor::Person(pool.who.cora));
    check::ask(&mut tx, &act, &rules, request, question).await?;
    Ok(pool.app.commit(tx).await?)
}

async fn answer(pool: &Pool, request: RequestId, text: &str) -> Result<(), check::CheckError> {
    let mut tx = pool.app.db.begin().await?;
    let rules = pool.app.rules(&mut tx).await.expect("the rules are whole");
    let act = pool.app.act(Actor::Service);
    check::answer(&mut tx, &act, &rules, request, text).await?;
    Ok(pool.app.commit(tx).await?)
}

fn status(pool: &Pool, request: &Request) -> Status {
    request.status(pool.app.clock.now())
}

/// The model city's rules with another idea of what is late, from now on.
async fn late_by(app: &App, request: &str, later: LateRequests, cancellation: &str) {
    let notice = |text: &str| -> Notice { text.parse().expect("a notice") };
    let late = Late {
        request: notice(request),
        later_requests: later,
        cancellation: notice(cancellation),
    };
    let mut tx = app.db.begin().await.expect("it begins");
    let act = app.act(Actor::Command);
    settings::set_late(&mut tx, &act, &late, act.now)
        .await
        .expect("it is recorded");
    app.commit(tx).await.expect("it commits");
}
