//! Where mails go: to a mail server, into a folder, or into memory.

use std::{path::PathBuf, sync::Arc};

use super::{
    memory::Memory,
    message::{Outgoing, compose},
    smtp::{Smtp, SmtpError},
};
use crate::config;

pub use super::settings::MailSettings;

#[derive(Clone)]
pub enum Transport {
    Smtp(Arc<Smtp>),
    /// One `.eml` file a mail.
    File(PathBuf),
    /// The demo's mailbox, and tests.
    Memory(Memory),
}

/// What became of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandOver {
    /// The server has it in its hands.
    Accepted,
    /// Nothing is wrong with the mail: the server is away, busy, or will not talk to us now.
    TryAgain(String),
    /// This mail will never arrive at this address.
    Refused(String),
}

impl Transport {
    /// The one that the operator has chosen.
    pub fn open(config: &config::MailConfig) -> Result<Self, SmtpError> {
        match &config.transport {
            config::Transport::Smtp(smtp) => Ok(Self::Smtp(Arc::new(Smtp::new(smtp)?))),
            config::Transport::File(folder) => Ok(Self::File(folder.clone())),
        }
    }

    pub async fn hand_over(&self, outgoing: Outgoing, settings: &MailSettings) -> HandOver {
        let (envelope, bytes) = match self {
            Transport::Memory(memory) => {
                memory.keep(outgoing);
                return HandOver::Accepted;
            }
            Transport::Smtp(_) | Transport::File(_) => match compose(&outgoing, settings) {
                Ok(composed) => composed,
                Err(error) => return HandOver::Refused(error.to_string()),
            },
        };
        match self {
            Transport::Smtp(smtp) => smtp.send(&envelope, &bytes).await,
            Transport::File(folder) => {
                let name = format!("{}-{}.eml", outgoing.at.format("%Y%m%dT%H%M%S"), outgoing.id.simple());
                match write(folder.join(name), bytes).await {
                    Ok(()) => HandOver::Accepted,
                    Err(error) => HandOver::TryAgain(error.to_string()),
                }
            }
            Transport::Memory(_) => HandOver::Accepted,
        }
    }
}

async fn write(path: PathBuf, bytes: Vec<u8>) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        tokio::fs::create_dir_all(folder).await?;
    }
    // First beside it: a mailbox that watches the folder never sees half a mail.
    let part = path.with_extension("part");
    tokio::fs::write(&part, bytes).await?;
    tokio::fs::rename(part, path).await
}
