//! The operator's configuration: what is read, what wins, and what is said about mistakes.

mod documented;
mod keys;
mod problems;
mod redacted;
mod types;

use std::{fs, os::unix::fs::PermissionsExt, path::PathBuf};

use sprachpool::{
    config::{self, Config, Problem},
    ids::Ids,
};

pub const KEY: &str = "3:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// A folder of this test's own.
pub fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!(
        "sprachpool-config-{name}-{}-{:x}",
        std::process::id(),
        u64::from_be_bytes(Ids::random().bytes())
    ));
    fs::create_dir_all(&folder).unwrap();
    folder
}

pub fn complete() -> Vec<(&'static str, &'static str)> {
    vec![
        ("SPRACHPOOL_BASE_URL", "https://sprachpool.example"),
        ("SPRACHPOOL_SECRET_KEY", KEY),
        ("SPRACHPOOL_MAIL_FROM", "pool@pool.example"),
        ("SPRACHPOOL_MAIL_REPLY_TO", "Desk <desk@pool.example>"),
        ("SPRACHPOOL_SMTP_HOST", "mail.pool.example"),
    ]
}

/// The complete environment, changed in the given variables; an empty value takes one out.
pub fn load_with(changes: &[(&'static str, &str)], file: &str) -> Result<Config, Vec<Problem>> {
    let folder = folder("load");
    let path = folder.join("sprachpool.toml");
    fs::write(&path, file).unwrap();
    let mut environment: Vec<(String, String)> = complete()
        .into_iter()
        .filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    environment.extend(
        changes
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    );
    let loaded = config::load(Some(&path), environment);
    fs::remove_dir_all(folder).unwrap();
    loaded
}

#[track_caller]
pub fn problems(changes: &[(&'static str, &str)], file: &str) -> String {
    match load_with(changes, file) {
        Ok(config) => panic!("no problem was found: {config:#?}"),
        Err(problems) => problems.iter().map(|problem| format!("{problem}\n")).collect(),
    }
}

#[test]
fn the_file_is_read_and_the_environment_wins() {
    let config = load_with(
        &[("SPRACHPOOL_LISTEN", "127.0.0.1:9999"), ("SPRACHPOOL_LOG_FORMAT", "")],
        "listen = '127.0.0.1:1'\n[database]\nurl = '/tmp/x.sqlite'\nmax_connections = 3\n[logs]\nformat = 'json'\n",
    )
    .unwrap();
    assert_eq!(config.listen.port(), 9999);
    assert_eq!(config.database.max_connections, 3);
    assert_eq!(config.database.url.expose(), "/tmp/x.sqlite");
    assert_eq!(
        config.logs.format,
        config::LogFormat::Json,
        "an empty variable counts as none"
    );
    assert_eq!(config.base_url.join("/requests"), "https://sprachpool.example/requests");
}

#[test]
fn mail_settings_have_sensible_defaults() {
    let mail = load_with(&[], "").unwrap().mail;
    let config::Transport::Smtp(smtp) = &mail.transport else {
        panic!("{mail:?}")
    };
    assert_eq!((smtp.port, smtp.tls), (587, config::SmtpTls::StartTls));
    assert_eq!(mail.bounce_domain, "pool.example");
    assert_eq!(mail.reply_to.email.to_string(), "desk@pool.example");
}

#[test]
fn one_line_can_say_everything_about_the_mail_server() {
    let config = load_with(
        &[
            ("SPRACHPOOL_SMTP_URL", "smtps://pool%40x:p%2Fw@mail.example"),
            ("SPRACHPOOL_SMTP_HOST", ""),
        ],
        "",
    )
    .unwrap();
    let config::Transport::Smtp(smtp) = config.mail.transport else {
        panic!("smtp was asked for")
    };
    assert_eq!(
        (smtp.host.as_str(), smtp.port, smtp.tls),
        ("mail.example", 465, config::SmtpTls::Tls)
    );
    let (user, password) = smtp.login.unwrap();
    assert_eq!((user.as_str(), password.expose()), ("pool@x", "p/w"));
}

#[test]
fn mails_can_become_files() {
    let config = load_with(
        &[
            ("SPRACHPOOL_MAIL_TRANSPORT", "file"),
            ("SPRACHPOOL_MAIL_FOLDER", "/tmp/mails"),
        ],
        "",
    )
    .unwrap();
    assert!(matches!(config.mail.transport, config::Transport::File(folder) if folder.ends_with("mails")));
}

pub fn write_key_file(folder: &std::path::Path, text: &str, mode: u32) -> PathBuf {
    let path = folder.join("sprachpool.key");
    fs::write(&path, text).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
    path
}
