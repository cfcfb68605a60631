//! Where everything is put together: handed to every handler and worker.

use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::Notify;

use crate::{
    act::{Act, Actor},
    clock::Clock,
    config::Network,
    database::{Db, DbError, Tx},
    ids::Ids,
    keys::Keys,
    l10n::L10n,
    mail::{MailSettings, Transport},
    q,
    settings::{self, Rules},
};

pub type Shared = Arc<App>;

pub struct App {
    pub db: Db,
    pub clock: Clock,
    pub ids: Ids,
    pub keys: Keys,
    /// The program's own words; pages and mails read them with [`App::rules_and_words`].
    pub l10n: L10n,
    pub transport: Transport,
    pub mail: MailSettings,
    /// Links are built from this only, never from a request's headers.
    pub base_url: String,
    /// Only these may say in `X-Forwarded-For` who the client is.
    pub trusted_proxies: Vec<Network>,
    /// Present when this is the demo.
    pub demo: Option<Arc<crate::demo::Demo>>,
    /// Rung after each commit, so that workers look at once.
    pub wake: Notify,
    in_force: RwLock<Option<InForce>>,
}

/// The rules of a moment, and the words that they make of the program's own.
#[derive(Clone)]
struct InForce {
    version: i64,
    rules: Arc<Rules>,
    l10n: L10n,
}

/// What [`App::new`] needs.
pub struct Parts {
    pub db: Db,
    pub clock: Clock,
    pub ids: Ids,
    pub keys: Keys,
    pub l10n: L10n,
    pub transport: Transport,
    pub mail: MailSettings,
    pub base_url: String,
    pub trusted_proxies: Vec<Network>,
    pub demo: Option<Arc<crate::demo::Demo>>,
}

impl App {
    pub fn new(parts: Parts) -> Shared {
        Arc::new(Self {
            db: parts.db,
            clock: parts.clock,
            ids: parts.ids,
            keys: parts.keys,
            l10n: parts.l10n,
            transport: parts.transport,
            mail: parts.mail,
            base_url: parts.base_url,
            trusted_proxies: parts.trusted_proxies,
            demo: parts.demo,
            wake: Notify::new(),
            in_force: RwLock::new(None),
        })
    }

    /// The rules in force, read again when one was recorded or came into force.
    pub async fn rules(&self, tx: &mut Tx) -> Result<Arc<Rules>, settings::LoadError> {
        Ok(self.rules_and_words(tx).await?.0)
    }

    /// The same with the words of pages and mails, as coordinators have changed them.
    pub async fn rules_and_words(&self, tx: &mut Tx) -> Result<(Arc<Rules>, L10n), settings::LoadError> {
        let now = self.clock.now();
        let (version,) = q!("SELECT COUNT(*) FROM pool_rule WHERE valid_from <= $1", now)
            .one::<(i64,)>(tx)
            .await?;
        let cached = self.in_force.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(known) = cached
            && known.version == version
        {
            return Ok((known.rules, known.l10n));
        }
        let rules = Arc::new(settings::load(tx, now).await?);
        let l10n = self.l10n.with_texts(rules.texts());
        *self.in_force.write().unwrap_or_else(PoisonError::into_inner) = Some(InForce {
            version,
            rules: rules.clone(),
            l10n: l10n.clone(),
        });
        Ok((rules, l10n))
    }

    pub fn act(&self, actor: Actor) -> Act<'_> {
        Act {
            now: self.clock.now(),
            ids: &self.ids,
            actor,
            session: None,
        }
    }

    /// Commits and wakes the workers.
    pub async fn commit(&self, tx: Tx) -> Result<(), DbError> {
        tx.commit().await?;
        self.wake.notify_waiters();
        Ok(())
    }

    /// Cookies are marked `Secure` when the service is reached by https.
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https:")
    }
}
