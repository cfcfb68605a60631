//! What the operator says about mail; built from the configuration.

use std::{fmt, path::PathBuf};

/// How the service presents itself in every mail.
#[derive(Clone, Debug)]
pub struct MailSettings {
    pub from_name: String,
    pub from_address: String,
    /// The domain of envelope senders and Message-IDs: `bounce+<id>@domain`.
    pub bounce_domain: String,
    /// The desk's own mailbox, where answers arrive.
    pub reply_to: String,
    /// Every link starts with it; nothing of a visitor's request ever does.
    pub base_url: String,
}

impl MailSettings {
    /// The full URL of a path like `/o/abc`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.trim_end_matches('/'))
    }
}

/// How to reach the mail server.
#[derive(Clone)]
pub struct SmtpSettings {
    pub host: String,
    pub port: u16,
    pub tls: Tls,
    pub user: Option<String>,
    pub password: Option<String>,
    /// A PEM file that is trusted beside the usual authorities.
    pub ca_file: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tls {
    /// Only for a server on the same machine.
    None,
    StartTls,
    Tls,
}

impl fmt::Debug for SmtpSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SmtpSettings")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("tls", &self.tls)
            .field("user", &self.user.as_ref().map(|_| "redacted"))
            .field("password", &self.password.as_ref().map(|_| "redacted"))
            .field("ca_file", &self.ca_file)
            .finish()
    }
}
