//! Texts as tests compare them: one test looks at the spaces that hold dates together, all others at the words.

use std::sync::Arc;

use sprachpool::{
    l10n::NO_BREAK,
    mail::memory::{KeptMail, Memory},
};

pub fn plain(text: &str) -> String {
    text.replace(NO_BREAK, " ")
}

/// The mailbox in memory, its mails with plain spaces.
pub struct Mailbox(pub Memory);

impl Mailbox {
    /// The newest first.
    pub fn all(&self) -> Vec<Arc<KeptMail>> {
        self.0.all().iter().map(|mail| plainly(mail)).collect()
    }

    /// The newest first.
    pub fn to(&self, address: &str) -> Vec<Arc<KeptMail>> {
        self.0.to(address).iter().map(|mail| plainly(mail)).collect()
    }
}

fn plainly(mail: &KeptMail) -> Arc<KeptMail> {
    Arc::new(KeptMail {
        id: mail.id,
        kind: mail.kind,
        at: mail.at,
        to_name: mail.to_name.clone(),
        to_address: mail.to_address.clone(),
        subject: plain(&mail.subject),
        text: plain(&mail.text),
        html: plain(&mail.html),
        calendar: mail.calendar.clone(),
    })
}
