//! Versions of a text: from when each counts, and on which instance.

use chrono::Duration;
use sprachpool::{
    act::Actor,
    app::{App, Parts, Shared},
    database::Db,
    l10n::L10n,
    mail::{Transport, memory::Memory},
    settings::{self, text_versions},
};

use crate::support::{databases::each_engine, people::keys, pool::mail_settings, site::Site};

const KEY: (&str, &str) = ("de", "mail-regards");

async fn set(app: &App, text: Option<&str>, after: Duration) {
    let mut tx = app.db.begin().await.expect("it begins");
    let act = app.act(Actor::Command);
    settings::set_text(&mut tx, &act, KEY, text, act.now + after)
        .await
        .expect("it is recorded");
    app.commit(tx).await.expect("it commits");
}

async fn read(app: &App) -> String {
    let mut tx = app.db.read().await.expect("it reads");
    let (_, l10n) = app.rules_and_words(&mut tx).await.expect("rules");
    l10n.locale("de").t(KEY.1)
}

/// Another instance over the same database.
fn second(site: &Site, db: Db) -> Shared {
    App::new(Parts {
        db,
        clock: site.app.clock.clone(),
        ids: site.app.ids.clone(),
        keys: keys(),
        l10n: L10n::embedded().expect("the locales are whole"),
        transport: Transport::Memory(Memory::keeping(10)),
        mail: mail_settings(),
        base_url: "https://pool.example".to_owned(),
        trusted_proxies: Vec::new(),
        demo: None,
    })
}

#[tokio::test]
async fn a_text_counts_from_its_day_on_every_instance_and_without_a_restart() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let other = second(&site, db);
        for app in [&site.app, &other] {
            assert_eq!(read(app).await, "Herzliche Grüße");
        }
        set(&site.app, Some("Bis bald"), Duration::zero()).await;
        set(&site.app, Some("Frohe Ostern"), Duration::days(3)).await;
        for app in [&site.app, &other] {
            assert_eq!(read(app).await, "Bis bald");
        }
        site.app.clock.advance(Duration::days(3));
        assert_eq!(read(&other).await, "Frohe Ostern");
        site.app.clock.advance(Duration::seconds(1));
        set(&other, None, Duration::zero()).await;
        for app in [&site.app, &other] {
            assert_eq!(read(app).await, "Herzliche Grüße");
        }
        let mut tx = site.app.db.read().await.expect("it reads");
        let versions = text_versions(&mut tx, KEY.0, KEY.1).await.expect("it reads");
        let texts: Vec<_> = versions.iter().map(|version| version.text.as_deref()).collect();
        assert_eq!(texts, [None, Some("Frohe Ostern"), Some("Bis bald")]);
    })
    .await;
}

#[tokio::test]
async fn an_import_of_rules_leaves_the_texts_alone() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        set(&site.app, Some("Bis bald"), Duration::zero()).await;
        let file = include_str!("../../config/pools/muenster.toml").replace("max_hours = 3", "max_hours = 4");
        let rows = settings::pool_file::parse(&file).expect("it is right");
        let mut tx = site.app.db.begin().await.expect("it begins");
        let act = site.app.act(Actor::Command);
        settings::import(&mut tx, &act, &rows, act.now)
            .await
            .expect("it imports");
        site.app.commit(tx).await.expect("it commits");
        assert_eq!(read(&site.app).await, "Bis bald");
    })
    .await;
}
