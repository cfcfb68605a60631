//! What is due is taken by one worker, however many look at the same moment.

use std::{collections::BTreeSet, sync::Arc};

use chrono::Duration;
use sprachpool::{mail::outbox, timers};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::support::pool::{Options, Pool, each_pool};

const WORKERS: usize = 12;

/// All workers at once, a few rounds; every id that was claimed, as often as it was.
async fn claimed(pool: &Pool, mails: bool) -> Vec<Uuid> {
    let start = Arc::new(tokio::sync::Barrier::new(WORKERS));
    let mut tasks = JoinSet::new();
    for _ in 0..WORKERS {
        let (app, start) = (pool.app.clone(), start.clone());
        tasks.spawn(async move {
            let (me, now) = (app.ids.uuid(app.clock.now()), app.clock.now());
            let mut mine = Vec::new();
            for _ in 0..4 {
                start.wait().await;
                let mut tx = app.db.begin().await.expect("it begins");
                if mails {
                    let owed = outbox::claim(&mut tx, me, now, 20).await.expect("it claims");
                    mine.extend(owed.into_iter().map(|mail| mail.id));
                } else {
                    let due = timers::claim(&mut tx, me, now, Duration::seconds(20), (timers::Lane::Short, 20)).await;
                    mine.extend(due.expect("it claims").into_iter().map(|timer| timer.id));
                }
                tx.commit().await.expect("it commits");
            }
            mine
        });
    }
    tasks.join_all().await.into_iter().flatten().collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_mail_and_no_timer_is_claimed_twice() {
    each_pool(Options::default, async |pool| {
        for _ in 0..60 {
            pool.file(&pool.wanted()).await;
        }
        for mails in [true, false] {
            let claimed = claimed(pool, mails).await;
            let distinct: BTreeSet<_> = claimed.iter().collect();
            assert_eq!(claimed.len(), distinct.len(), "claimed twice (mails: {mails})");
            assert!(!claimed.is_empty());
        }
    })
    .await;
}
