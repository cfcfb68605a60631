use crate::config::MailConfig;

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
    pub fn new(config: &MailConfig, base_url: &str) -> Self {
        Self {
            from_name: config.from.name.clone().unwrap_or_default(),
            from_address: config.from.email.to_string(),
            bounce_domain: config.bounce_domain.clone(),
            reply_to: config.reply_to.email.to_string(),
            base_url: base_url.to_owned(),
        }
    }

    /// The full URL of a path like `/o/abc`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.trim_end_matches('/'))
    }
}
