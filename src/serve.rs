//! Serving: the site and the workers of one instance, until asked to stop.

use std::{collections::BTreeMap, net::SocketAddr, time::Duration};

use tokio::{net::TcpListener, sync::watch};

use crate::{
    app::{App, Parts, Shared},
    clock::Clock,
    config::Config,
    database::{self, Db, Durability},
    ids::Ids,
    l10n::L10n,
    mail::{MailSettings, Transport, smtp::SmtpError},
    web::router::router,
    workers::Workers,
};

/// After being asked to stop, open connections and work under way have so long.
const GRACE: Duration = Duration::from_secs(20);

#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error("cannot open the database: {0}")]
    Database(#[from] database::DbError),
    #[error("cannot bring the database to this program's schema: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    #[error("{0}")]
    Locale(#[from] crate::l10n::LocaleError),
    #[error("mail: {0}")]
    Mail(#[from] SmtpError),
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

/// `sprachpool serve`: the service for real, until `stop` is ready.
pub async fn serve(config: Config, stop: impl Future<Output = ()>) -> Result<(), ServeError> {
    let db = Db::open(
        config.database.url.expose(),
        config.database.max_connections,
        Durability::Full,
    )
    .await?;
    database::migrate(&db).await?;
    let app = App::new(Parts {
        db,
        clock: Clock::system(),
        ids: Ids::random(),
        keys: config.keys.clone(),
        l10n: L10n::with_extra(&extra_locales(&config)?)?,
        transport: Transport::open(&config.mail)?,
        mail: MailSettings::new(&config.mail, config.base_url.as_str()),
        base_url: config.base_url.as_str().to_owned(),
        trusted_proxies: config.trusted_proxies.clone(),
        demo: None,
    });
    let listener = TcpListener::bind(config.listen).await?;
    tracing::info!(listen = %config.listen, "serving");
    run(app, listener, stop).await
}

/// Serves an application that is put together already.
pub async fn run(app: Shared, listener: TcpListener, stop: impl Future<Output = ()>) -> Result<(), ServeError> {
    let (ask, asked) = watch::channel(false);
    let workers = tokio::spawn(Workers::new(&app).run(asked.clone()));
    let site = router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let mut no_more = asked.clone();
    let server = tokio::spawn(
        axum::serve(listener, site)
            .with_graceful_shutdown(async move {
                // The sender going away means the same.
                let _ = no_more.wait_for(|stop| *stop).await;
            })
            .into_future(),
    );
    stop.await;
    ask.send_replace(true);
    let done = async {
        let _ = workers.await;
        let _ = server.await;
    };
    if tokio::time::timeout(GRACE, done).await.is_err() {
        tracing::warn!("stopped before everything was finished; the rest is done at the next start");
    }
    app.db.close().await;
    Ok(())
}

/// `<code>.ftl` files of the operator, beside the embedded locales.
fn extra_locales(config: &Config) -> Result<BTreeMap<String, String>, ServeError> {
    let mut extra = BTreeMap::new();
    let Some(folder) = &config.locales_dir else {
        return Ok(extra);
    };
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ftl")
            && let Some(code) = path.file_stem().and_then(|stem| stem.to_str())
        {
            extra.insert(code.to_owned(), std::fs::read_to_string(&path)?);
        }
    }
    Ok(extra)
}
