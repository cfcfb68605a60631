//! The one table of every loop and timer.
//!
//! | what | when | does |
//! |---|---|---|
//! | timer `search` | an offer's time to answer ends, an answer or bounce came, a search began | `requests::search::step` |
//! | timer `search_target` | the institution was promised to hear by now, and the search goes on | `requests::promise::keep` |
//! | timer `request_check` | a doubtful request waits, and nobody has decided by the promised time | `requests::check::step` |
//! | timer `proof` | an appointment ended, or somebody owes their word about it | `proofs::step` |
//! | timer `qualification_runs_out` | four weeks before a qualification ends, and the day after it | `qualifications::runs_out` |
//! | timer `qualifications_review` | rules of the pool were imported | `qualifications::review_everybody` |
//! | timer `forecast_learning` | some hours after an offer, while there is one to learn from | `requests::forecast::learn` |
//! | timer `retention` | every night | `privacy::retention::run` |
//! | timer `import` | a file is to be checked, written or taken back | `imports::work`, in a task and transactions of its own |
//! | timer `import_ends` | nobody has confirmed an import for some days | `imports::expire` |
//! | outbox | a mail is due | `mail::deliver_due`: render, hand over, record |
//!
//! One loop does timers and mails, another one what takes long, so that a long file holds nobody up. Both are woken by every commit of this instance and at least once a second, so that the work of
//! another instance is seen. Leases keep two instances from doing anything twice.

mod long;
mod mails;
mod timers;

use std::{sync::Arc, time::Duration};

use tokio::{sync::watch, task::JoinSet};
use uuid::Uuid;

use crate::{
    act::Actor, app::Shared, database::DbError, mail::delivery::Courier, privacy, settings::LoadError, timers::Lane,
};

const LOOK_AT_LEAST: Duration = Duration::from_secs(1);

#[derive(Debug, thiserror::Error)]
pub enum WorkError {
    #[error(transparent)]
    Database(#[from] DbError),
    #[error(transparent)]
    Rules(#[from] LoadError),
}

/// The workers of one instance.
#[derive(Clone)]
pub struct Workers {
    app: Shared,
    courier: Courier,
    id: Uuid,
}

impl Workers {
    pub fn new(app: &Shared) -> Self {
        let id = app.ids.uuid(app.clock.now());
        let courier = Courier {
            db: app.db.clone(),
            ids: app.ids.clone(),
            keys: app.keys.clone(),
            l10n: app.l10n.clone(),
            settings: Arc::new(app.mail.clone()),
            transport: app.transport.clone(),
            owner: id,
        };
        Self {
            app: app.clone(),
            courier,
            id,
        }
    }

    /// Does everything that is due now, and what becomes due by that. How many things that were.
    pub async fn catch_up(&self) -> Result<usize, WorkError> {
        let mut total = 0;
        loop {
            let short = self.round().await?;
            match short + long::run_due(&self.app, self.id, std::future::pending()).await? {
                0 => return Ok(total),
                done => total += done,
            }
        }
    }

    /// What no verb ever sets going.
    async fn begin(&self) -> Result<(), WorkError> {
        let mut tx = self.app.db.begin().await?;
        let act = self.app.act(Actor::Service);
        privacy::retention::begin(&mut tx, &act).await?;
        self.app.commit(tx).await?;
        Ok(())
    }

    async fn round(&self) -> Result<usize, WorkError> {
        let timers = timers::run_due(&self.app, self.id).await?;
        let mails = mails::deliver(&self.app, &self.courier).await?;
        Ok(timers + mails)
    }

    /// Works until `stop` turns true; what is under way is finished first, but for what takes long.
    pub async fn run(self, stop: watch::Receiver<bool>) {
        if let Err(error) = self.begin().await {
            tracing::error!(%error, "the nightly timer could not be set; the next start tries again");
        }
        tokio::join!(self.lasting(stop.clone()), self.repeat(Lane::Short, stop.clone()));
    }

    /// In a task of its own. A panic there ends the task and never the service.
    async fn lasting(&self, stop: watch::Receiver<bool>) {
        loop {
            let (own, stop) = (self.clone(), stop.clone());
            // A set, since its tasks end with it.
            let mut task = JoinSet::new();
            task.spawn(async move { own.repeat(Lane::Long, stop).await });
            let Some(Err(error)) = task.join_next().await else {
                return;
            };
            tracing::error!(%error, "what takes long broke off; it is tried again");
            tokio::time::sleep(LOOK_AT_LEAST).await;
        }
    }

    async fn repeat(&self, lane: Lane, mut stop: watch::Receiver<bool>) {
        loop {
            let woken = self.app.wake.notified();
            let done = match (self.rests(), lane) {
                (true, _) => Ok(0),
                (false, Lane::Short) => self.round().await,
                (false, Lane::Long) => long::run_due(&self.app, self.id, stopped(stop.clone())).await,
            };
            let done = done.unwrap_or_else(|error| {
                tracing::error!(%error, "the workers could not do their work; they try again");
                0
            });
            // Asked between two rounds too: with many mails due, stopping does not wait for all of them.
            if *stop.borrow() {
                return;
            }
            if done > 0 {
                continue;
            }
            tokio::select! {
                _ = woken => {}
                () = tokio::time::sleep(LOOK_AT_LEAST) => {}
                _ = stop.changed() => {}
            }
        }
    }

    /// While the demo makes its year, the clock jumps over every lease: only who makes the year may work then,
    /// or mails would be handed over twice.
    fn rests(&self) -> bool {
        self.app.demo.as_ref().is_some_and(|demo| !demo.is_ready())
    }
}

async fn stopped(mut stop: watch::Receiver<bool>) {
    // The sender going away means the same.
    let _ = stop.wait_for(|stop| *stop).await;
}
