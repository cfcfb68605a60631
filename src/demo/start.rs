//! Starting the demo: a database of its own in the temporary folder, gone when it stops.

use std::{net::SocketAddr, path::PathBuf, sync::Arc};

use chrono::{DateTime, TimeZone, Utc};
use tokio::net::TcpListener;

use super::{Demo, year};
use crate::{
    app::{App, Parts, Shared},
    clock::Clock,
    database::{self, Db, Durability},
    ids::Ids,
    keys::Keys,
    l10n::L10n,
    mail::{MailSettings, Transport},
    serve::{self, ServeError},
};

/// Tuesday, 9 March 2027, 10:00 in Münster: the demo opens then.
pub(super) fn opening() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2027, 3, 9, 9, 0, 0).single().unwrap_or_default()
}

/// Serves at once; the year is made meanwhile, and a page says how far it is.
pub async fn run(listen: SocketAddr, stop: impl Future<Output = ()>) -> Result<(), ServeError> {
    let folder = Folder::new(listen.port())?;
    let listener = TcpListener::bind(listen).await?;
    let base_url = format!("http://{}", listener.local_addr()?);
    let file = folder.0.join("demo.sqlite");
    let db = Db::open(&file.to_string_lossy(), 4, Durability::Relaxed).await?;
    database::migrate(&db).await?;
    let app = application(db, base_url.clone())?;
    let seeding = app.clone();
    tokio::spawn(async move {
        if let Err(error) = year::make(&seeding).await {
            tracing::error!(%error, "the demo's year could not be made");
        }
    });
    println!("The demo is at {base_url} (Ctrl-C ends it; nothing is kept).");
    serve::run(app, listener, stop).await?;
    drop(folder);
    Ok(())
}

pub(super) fn application(db: Db, base_url: String) -> Result<Shared, ServeError> {
    let demo = Arc::new(Demo::new());
    Ok(App::new(Parts {
        db,
        clock: Clock::held_at(year::beginning()),
        ids: Ids::seeded(20_270_309),
        // Invented data on the own machine: the same links every time.
        keys: Keys::new(1, vec![42; 32], None),
        l10n: L10n::embedded()?,
        transport: Transport::Memory(demo.mailbox.clone()),
        mail: MailSettings {
            from_name: "Sprachpool Münster".into(),
            from_address: "sprachpool@sprachpool.example".into(),
            bounce_domain: "sprachpool.example".into(),
            reply_to: "desk@sprachpool.example".into(),
            base_url: base_url.clone(),
        },
        base_url,
        trusted_proxies: Vec::new(),
        demo: Some(demo),
    }))
}

/// A folder that is removed when the demo ends.
struct Folder(PathBuf);

impl Folder {
    fn new(port: u16) -> std::io::Result<Self> {
        let path = std::env::temp_dir().join(format!("sprachpool-demo-{port}-{}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Nothing of value is lost when the system's own cleaning has to do it.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
