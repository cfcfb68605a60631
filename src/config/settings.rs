/// Where the configuration is read from when nothing else is said.
pub const DEFAULT_FILE: &str = "sprachpool.toml";
/// Names another file.
pub const CONFIG_VARIABLE: &str = "SPRACHPOOL_CONFIG";

/// One setting: its key in the file, its variable, and what holds when neither is given.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its name here and in messages; the key in the file, if it may stand there.
    pub key: &'static str,
    pub variable: &'static str,
    pub default: Option<&'static str>,
    /// Secrets for the environment only: a file is copied around too easily.
    pub in_file: bool,
}

const fn setting(key: &'static str, variable: &'static str, default: Option<&'static str>) -> Setting {
    Setting {
        key,
        variable,
        default,
        in_file: true,
    }
}

const fn secret(key: &'static str, variable: &'static str) -> Setting {
    Setting {
        key,
        variable,
        default: None,
        in_file: false,
    }
}

pub const SETTINGS: &[Setting] = &[
    setting("listen", "SPRACHPOOL_LISTEN", Some("127.0.0.1:8080")),
    setting("base_url", "SPRACHPOOL_BASE_URL", None),
    setting("locales_dir", "SPRACHPOOL_LOCALES_DIR", None),
    setting("trusted_proxies", "SPRACHPOOL_TRUSTED_PROXIES", None),
    setting("key_file", "SPRACHPOOL_KEY_FILE", None),
    secret("secret_key", "SPRACHPOOL_SECRET_KEY"),
    secret("secret_key_previous", "SPRACHPOOL_SECRET_KEY_PREVIOUS"),
    setting("database.url", "DATABASE_URL", Some("sprachpool.sqlite")),
    setting(
        "database.max_connections",
        "SPRACHPOOL_DATABASE_MAX_CONNECTIONS",
        Some("10"),
    ),
    setting("mail.transport", "SPRACHPOOL_MAIL_TRANSPORT", Some("smtp")),
    setting("mail.folder", "SPRACHPOOL_MAIL_FOLDER", None),
    setting("mail.from", "SPRACHPOOL_MAIL_FROM", None),
    setting("mail.from_name", "SPRACHPOOL_MAIL_FROM_NAME", None),
    setting("mail.reply_to", "SPRACHPOOL_MAIL_REPLY_TO", None),
    setting("mail.bounce_domain", "SPRACHPOOL_MAIL_BOUNCE_DOMAIN", None),
    secret("smtp.url", "SPRACHPOOL_SMTP_URL"),
    setting("smtp.host", "SPRACHPOOL_SMTP_HOST", None),
    setting("smtp.port", "SPRACHPOOL_SMTP_PORT", None),
    setting("smtp.tls", "SPRACHPOOL_SMTP_TLS", None),
    setting("smtp.user", "SPRACHPOOL_SMTP_USER", None),
    setting("smtp.password", "SPRACHPOOL_SMTP_PASSWORD", None),
    setting("smtp.ca_file", "SPRACHPOOL_SMTP_CA_FILE", None),
    setting("logs.format", "SPRACHPOOL_LOG_FORMAT", Some("text")),
    setting("logs.level", "SPRACHPOOL_LOG_LEVEL", Some("info")),
];
