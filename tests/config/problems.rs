//! Every mistake is found at once, with its place and what to do.

use sprachpool::config;

use super::{load_with, problems};

#[test]
fn an_empty_configuration_lists_all_that_is_missing() {
    let empty = std::env::temp_dir().join(format!("sprachpool-empty-{}.toml", std::process::id()));
    std::fs::write(&empty, "").unwrap();
    let problems = config::load(Some(&empty), []).unwrap_err();
    std::fs::remove_file(empty).unwrap();
    let places: Vec<String> = problems.iter().map(|problem| problem.place.to_string()).collect();
    for missing in ["base_url", "key_file", "mail.from", "mail.reply_to", "smtp.host"] {
        assert!(
            places.contains(&missing.to_owned()),
            "{missing} is not among {places:?}"
        );
    }
    assert!(problems.iter().all(|problem| !problem.fix.is_empty()));
}

#[test]
fn all_problems_come_at_once_from_file_and_environment() {
    let text = problems(
        &[("SPRACHPOOL_LISTEN", "nowhere"), ("SPRACHPOOL_COLOUR", "red")],
        "colour = 'red'\n[smtp]\nprot = 25\n[logs]\nlevel = 'loud'\n",
    );
    for part in [
        "environment variable SPRACHPOOL_LISTEN: cannot be understood; write an address and a port",
        "environment variable SPRACHPOOL_COLOUR: is no variable",
        "colour: is no key",
        "smtp.prot: is no key",
        "logs.level: cannot be understood; write error, warn",
    ] {
        assert!(text.contains(part), "{part:?} is missing in\n{text}");
    }
}

#[test]
fn each_mistake_is_found() {
    for (variable, value) in [
        ("SPRACHPOOL_BASE_URL", "sprachpool.example"),
        ("SPRACHPOOL_BASE_URL", "ftp://sprachpool.example"),
        ("SPRACHPOOL_BASE_URL", "https://sprachpool.example/pool"),
        ("SPRACHPOOL_BASE_URL", "https://sprachpool.example/?x=1"),
        ("SPRACHPOOL_BASE_URL", "https://user@sprachpool.example"),
        ("DATABASE_URL", "mysql://localhost/x"),
        ("DATABASE_URL", "sqlite::memory:"),
        ("SPRACHPOOL_DATABASE_MAX_CONNECTIONS", "0"),
        ("SPRACHPOOL_DATABASE_MAX_CONNECTIONS", "many"),
        ("SPRACHPOOL_TRUSTED_PROXIES", "10.0.0.0/33"),
        ("SPRACHPOOL_TRUSTED_PROXIES", "localhost"),
        ("SPRACHPOOL_MAIL_TRANSPORT", "pigeon"),
        ("SPRACHPOOL_MAIL_FROM", "nobody"),
        ("SPRACHPOOL_MAIL_FROM_NAME", "a\nBcc: all"),
        ("SPRACHPOOL_MAIL_BOUNCE_DOMAIN", "bounces@pool.example"),
        ("SPRACHPOOL_SMTP_TLS", "perhaps"),
        ("SPRACHPOOL_SMTP_PORT", "70000"),
        ("SPRACHPOOL_SMTP_USER", "only-a-user"),
        ("SPRACHPOOL_SMTP_CA_FILE", "/nowhere/ca.pem"),
        ("SPRACHPOOL_LOCALES_DIR", "/nowhere"),
        ("SPRACHPOOL_LOG_FORMAT", "xml"),
        ("SPRACHPOOL_SECRET_KEY", "1:abcd"),
    ] {
        assert!(
            load_with(&[(variable, value)], "").is_err(),
            "{variable}={value} was taken"
        );
    }
}

#[test]
fn a_password_does_not_cross_the_network_in_plain_text() {
    let url = |url| load_with(&[("SPRACHPOOL_SMTP_URL", url), ("SPRACHPOOL_SMTP_HOST", "")], "");
    assert!(url("smtp+plain://a:b@mail.example").is_err());
    assert!(url("smtp+plain://mail.example").is_ok());
    assert!(url("smtp+plain://a:b@127.0.0.1:2525").is_ok());
}

#[test]
fn a_missing_file_and_a_broken_line_are_named() {
    let missing = config::load(Some("/nowhere/sprachpool.toml".as_ref()), []).unwrap_err();
    assert_eq!(missing[0].place.to_string(), "file /nowhere/sprachpool.toml");
    let text = problems(&[], "listen = '127.0.0.1:1'\n[smtp]\npassword = hunter2\n");
    assert!(text.contains("line 3"), "{text}");
    assert!(!text.contains("hunter2"), "{text}");
}

#[test]
fn secrets_for_the_environment_are_refused_in_the_file() {
    let text = problems(&[], "secret_key = 'x'\n");
    assert!(text.contains("set SPRACHPOOL_SECRET_KEY instead"), "{text}");
}
