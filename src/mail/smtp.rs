//! Handing a mail to an SMTP server, step by step, so that we know which step failed:
//! a "no" to the recipient is about the mail, a "no" to us or our password is not.

use std::{io, time::Duration};

use lettre::{
    address::Envelope,
    transport::smtp::{
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{AsyncSmtpConnection, Certificate, TlsParameters, TlsParametersBuilder},
        commands::{Data, Mail, Rcpt},
        extension::{ClientId, Extension, MailParameter},
    },
};

use super::HandOver;
use crate::config::{SmtpConfig, SmtpTls};

/// Shorter than a lease of the outbox.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Smtp {
    host: String,
    port: u16,
    tls: Option<(SmtpTls, TlsParameters)>,
    credentials: Option<Credentials>,
    hello: ClientId,
}

#[derive(Debug, thiserror::Error)]
pub enum SmtpError {
    #[error("the file of the mail server's authority cannot be read: {0}")]
    CaFile(#[from] io::Error),
    #[error("encryption to the mail server cannot be set up: {0}")]
    Tls(#[from] lettre::transport::smtp::Error),
}

impl Smtp {
    pub fn new(config: &SmtpConfig) -> Result<Self, SmtpError> {
        let tls = match config.tls {
            SmtpTls::None => None,
            kind => {
                let mut builder = TlsParametersBuilder::new(config.host.clone());
                if let Some(path) = &config.ca_file {
                    builder = builder.add_root_certificate(Certificate::from_pem(&std::fs::read(path)?)?);
                }
                Some((kind, builder.build()?))
            }
        };
        let login = config.login.as_ref();
        let credentials = login.map(|(user, password)| Credentials::new(user.clone(), password.expose().to_owned()));
        Ok(Self {
            host: config.host.clone(),
            port: config.port,
            tls,
            credentials,
            hello: ClientId::default(),
        })
    }

    pub(super) async fn send(&self, envelope: &Envelope, bytes: &[u8]) -> HandOver {
        let conversation = async {
            let mut connection = self.connect().await.map_err(|error| error.to_string())?;
            let outcome = hand_over(&mut connection, envelope, bytes).await;
            Ok::<_, String>((connection, outcome))
        };
        match tokio::time::timeout(PATIENCE, conversation).await {
            Ok(Ok((mut connection, outcome))) => {
                // What the server has accepted stays accepted, however the goodbye goes.
                let _ = tokio::time::timeout(Duration::from_secs(1), connection.quit()).await;
                outcome
            }
            Ok(Err(why)) => HandOver::TryAgain(why),
            Err(_) => HandOver::TryAgain("the mail server did not answer in time".into()),
        }
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, lettre::transport::smtp::Error> {
        let wrapped = self
            .tls
            .as_ref()
            .filter(|(kind, _)| *kind == SmtpTls::Tls)
            .map(|(_, tls)| tls.clone());
        let server = (self.host.as_str(), self.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(server, Some(PATIENCE), &self.hello, wrapped, None).await?;
        if let Some((SmtpTls::StartTls, tls)) = &self.tls {
            connection.starttls(tls.clone(), &self.hello).await?;
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(connection)
    }
}

async fn hand_over(connection: &mut AsyncSmtpConnection, envelope: &Envelope, bytes: &[u8]) -> HandOver {
    let mut parameters = Vec::new();
    let addresses = envelope.from().into_iter().chain(envelope.to());
    if addresses
        .into_iter()
        .any(|address| !AsRef::<str>::as_ref(address).is_ascii())
    {
        if !connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            return HandOver::Refused("the mail server takes plain addresses only".into());
        }
        parameters.push(MailParameter::SmtpUtfEight);
    }
    if let Err(error) = connection
        .command(Mail::new(envelope.from().cloned(), parameters))
        .await
    {
        return HandOver::TryAgain(error.to_string());
    }
    for to in envelope.to() {
        if let Err(error) = connection.command(Rcpt::new(to.clone(), Vec::new())).await {
            return about_the_mail(&error);
        }
    }
    if let Err(error) = connection.command(Data).await {
        return about_the_mail(&error);
    }
    match connection.message(bytes).await {
        Ok(_) => HandOver::Accepted,
        Err(error) => about_the_mail(&error),
    }
}

fn about_the_mail(error: &lettre::transport::smtp::Error) -> HandOver {
    // 530: sign in first. That is our mistake, not the recipient's.
    let ours = error.status().is_some_and(|code| u16::from(code) == 530);
    if error.is_permanent() && !ours {
        HandOver::Refused(error.to_string())
    } else {
        HandOver::TryAgain(error.to_string())
    }
}
