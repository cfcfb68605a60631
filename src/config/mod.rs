//! What the operator decides: a TOML file and the environment, which wins.
//! The rules of the pool are not here: they live in the database (`crate::settings`).
//!
//! [`SETTINGS`] is the one list of keys; `config/default.toml` documents each of them.

mod key_file;
mod mail;
mod problem;
mod settings;
mod types;
mod values;

pub use key_file::{new_key_line, parse_keys};
pub use mail::{MailConfig, SmtpConfig, SmtpTls, Transport};
pub use problem::{Place, Problem};
pub use settings::{CONFIG_VARIABLE, DEFAULT_FILE, SETTINGS, Setting};
pub use types::{BaseUrl, DatabaseUrl, LogFormat, Network, Secret};

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use crate::keys::Keys;
use values::Values;

/// A checked configuration. Its `Debug` shows no secret.
#[derive(Clone, Debug)]
pub struct Config {
    pub listen: SocketAddr,
    /// Every link in every mail begins with it; no header of a request can change that.
    pub base_url: BaseUrl,
    /// Locale files here are used besides the built-in ones.
    pub locales_dir: Option<PathBuf>,
    /// Only these may say in `X-Forwarded-For` who the client is.
    pub trusted_proxies: Vec<Network>,
    pub database: DatabaseConfig,
    pub keys: Keys,
    pub mail: MailConfig,
    pub logs: LogConfig,
}

#[derive(Clone, Debug)]
pub struct DatabaseConfig {
    pub url: DatabaseUrl,
    pub max_connections: u32,
}

#[derive(Clone, Debug)]
pub struct LogConfig {
    pub format: LogFormat,
    pub level: tracing::Level,
}

/// Reads the file (`None`: `SPRACHPOOL_CONFIG`, else `sprachpool.toml` if there is one) and the environment.
/// Finds every problem before it gives up.
pub fn load(
    file: Option<&Path>,
    environment: impl IntoIterator<Item = (String, String)>,
) -> Result<Config, Vec<Problem>> {
    let mut values = Values::read(file, environment);
    let config = build(&mut values);
    match config {
        Some(config) if values.problems.is_empty() => Ok(config),
        _ => Err(values.problems),
    }
}

/// Only what `migrate`, `backup` and the like need: the database. The rest may still be unfinished.
pub fn load_database(
    file: Option<&Path>,
    environment: impl IntoIterator<Item = (String, String)>,
) -> Result<DatabaseConfig, Vec<Problem>> {
    let mut values = Values::read(file, environment);
    match database(&mut values) {
        Some(database) if values.problems.is_empty() => Ok(database),
        _ => Err(values.problems),
    }
}

fn build(values: &mut Values) -> Option<Config> {
    // Every part is read before any `?`, so that one missing value does not hide the problems of the others.
    let listen = values.parse("listen", "write an address and a port, such as 127.0.0.1:8080");
    let base_url = values.require(
        "base_url",
        "write the address people type, such as https://sprachpool.example",
    );
    let locales_dir = locales_dir(values);
    let trusted_proxies = values.parse_list("trusted_proxies", "write addresses or networks, such as 10.0.0.0/8");
    let database = database(values);
    let keys = key_file::keys(values);
    let mail = mail::mail(values);
    let format = values.parse("logs.format", "write text or json");
    let level = values.parse("logs.level", "write error, warn, info, debug or trace");
    Some(Config {
        listen: listen?,
        base_url: base_url?,
        locales_dir,
        trusted_proxies,
        database: database?,
        keys: keys?,
        mail: mail?,
        logs: LogConfig {
            format: format?,
            level: level?,
        },
    })
}

fn database(values: &mut Values) -> Option<DatabaseConfig> {
    let url = values.parse(
        "database.url",
        "write the path of a SQLite file, or postgres://user:password@host/name",
    );
    let max_connections: Option<u32> = values.parse("database.max_connections", "write a number from 1 to 200");
    if max_connections.is_some_and(|number| !(1..=200).contains(&number)) {
        values.problem(
            "database.max_connections",
            "is out of range",
            "write a number from 1 to 200",
        );
    }
    Some(DatabaseConfig {
        url: url?,
        max_connections: max_connections?,
    })
}

fn locales_dir(values: &mut Values) -> Option<PathBuf> {
    let dir: PathBuf = values.parse("locales_dir", "write the path of a folder")?;
    if !dir.is_dir() {
        values.problem("locales_dir", "is no folder", "make the folder, or take the key out");
    }
    Some(dir)
}
