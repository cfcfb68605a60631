use std::{path::PathBuf, str::FromStr};

use lettre::{Address, message::Mailbox};
use url::Url;

use super::{Secret, types::Unreadable, values::Values};

#[derive(Clone, Debug)]
pub struct MailConfig {
    pub transport: Transport,
    pub from: Mailbox,
    /// The desk: where people's answers go.
    pub reply_to: Mailbox,
    /// Envelope senders are made in it, one for each mail, so that a bounce names its mail.
    pub bounce_domain: String,
}

#[derive(Clone, Debug)]
pub enum Transport {
    Smtp(SmtpConfig),
    /// Each mail becomes a file in this folder (to try things out; nothing is sent).
    File(PathBuf),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmtpConfig {
    pub host: String,
    pub port: u16,
    pub tls: SmtpTls,
    pub login: Option<(String, Secret)>,
    /// PEM certificates to trust besides the public ones: for a mail server with a private CA.
    pub ca_file: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmtpTls {
    None,
    /// Starts in plain text and must become TLS before anything is said.
    StartTls,
    Tls,
}

impl FromStr for SmtpTls {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        match text {
            "none" => Ok(Self::None),
            "starttls" => Ok(Self::StartTls),
            "tls" => Ok(Self::Tls),
            _ => Err(Unreadable),
        }
    }
}

pub(super) fn mail(values: &mut Values) -> Option<MailConfig> {
    let transport = transport(values);
    let from: Option<Address> = values.require("mail.from", "write an address, such as sprachpool@pool.example");
    let name = values.text("mail.from_name");
    if name.as_deref().is_some_and(|name| name.chars().any(char::is_control)) {
        values.problem("mail.from_name", "holds control characters", "write one line");
    }
    let reply_to: Option<Mailbox> = values.require("mail.reply_to", "write the address of the desk");
    let bounce_domain = if values.is_given("mail.bounce_domain") {
        let domain = values.text("mail.bounce_domain");
        if domain
            .as_ref()
            .is_some_and(|domain| Address::new("bounce", domain).is_err())
        {
            values.problem(
                "mail.bounce_domain",
                "cannot be understood",
                "write a domain, such as pool.example",
            );
        }
        domain
    } else {
        from.as_ref().map(|from| from.domain().to_owned())
    };
    Some(MailConfig {
        transport: transport?,
        from: Mailbox::new(name, from?),
        reply_to: reply_to?,
        bounce_domain: bounce_domain?,
    })
}

fn transport(values: &mut Values) -> Option<Transport> {
    match values.text("mail.transport").as_deref() {
        Some("file") => values
            .require("mail.folder", "write the path of a folder for the mails")
            .map(Transport::File),
        Some("smtp") => smtp(values).map(Transport::Smtp),
        _ => {
            values.problem("mail.transport", "cannot be understood", "write smtp or file");
            None
        }
    }
}

fn smtp(values: &mut Values) -> Option<SmtpConfig> {
    let ca_file: Option<PathBuf> = values.parse("smtp.ca_file", "write the path of a PEM file");
    if ca_file.as_ref().is_some_and(|file| !file.is_file()) {
        values.problem("smtp.ca_file", "is no file", "check the path, or take the key out");
    }
    if let Some(url) = values.text("smtp.url") {
        for key in ["smtp.host", "smtp.port", "smtp.tls", "smtp.user", "smtp.password"] {
            if values.is_given(key) {
                values.problem(key, "is given besides SPRACHPOOL_SMTP_URL", "keep one of them");
            }
        }
        let Some(smtp) = from_url(&url, ca_file) else {
            let fix = "write smtp://user:password@host:587 (STARTTLS), smtps:// (TLS) or smtp+plain:// (none)";
            values.problem("smtp.url", "cannot be understood", fix);
            return None;
        };
        return checked(values, "smtp.url", smtp);
    }
    let host: Option<String> = values.require("smtp.host", "write the name of the mail server");
    let tls = if values.is_given("smtp.tls") {
        values.parse("smtp.tls", "write none, starttls or tls")
    } else {
        Some(SmtpTls::StartTls)
    };
    let port = if values.is_given("smtp.port") {
        values.parse("smtp.port", "write a port number")
    } else {
        tls.map(usual_port)
    };
    let login = match (values.text("smtp.user"), values.text("smtp.password")) {
        (Some(user), Some(password)) => Some((user, Secret::new(password))),
        (None, None) => None,
        (Some(_), None) => {
            values.problem(
                "smtp.password",
                "is missing",
                "set SPRACHPOOL_SMTP_PASSWORD, or take smtp.user out",
            );
            None
        }
        (None, Some(_)) => {
            values.problem("smtp.user", "is missing", "write the user, or take smtp.password out");
            None
        }
    };
    let smtp = SmtpConfig {
        host: host?,
        port: port?,
        tls: tls?,
        login,
        ca_file,
    };
    checked(values, "smtp.tls", smtp)
}

fn usual_port(tls: SmtpTls) -> u16 {
    match tls {
        SmtpTls::None => 25,
        SmtpTls::StartTls => 587,
        SmtpTls::Tls => 465,
    }
}

fn from_url(text: &str, ca_file: Option<PathBuf>) -> Option<SmtpConfig> {
    let url = Url::parse(text).ok()?;
    let tls = match url.scheme() {
        "smtp" => SmtpTls::StartTls,
        "smtps" => SmtpTls::Tls,
        "smtp+plain" => SmtpTls::None,
        _ => return None,
    };
    if !matches!(url.path(), "" | "/") || url.query().is_some() || url.fragment().is_some() {
        return None;
    }
    let decode = |part: &str| {
        percent_encoding::percent_decode_str(part)
            .decode_utf8()
            .ok()
            .map(|text| text.into_owned())
    };
    let login = match (url.username(), url.password()) {
        ("", None) => None,
        (user, Some(password)) if !user.is_empty() => Some((decode(user)?, Secret::new(decode(password)?))),
        _ => return None,
    };
    let host = url.host_str().filter(|host| !host.is_empty())?.to_owned();
    Some(SmtpConfig {
        host,
        port: url.port().unwrap_or_else(|| usual_port(tls)),
        tls,
        login,
        ca_file,
    })
}

/// A password in plain text may stay on this machine, but not cross a network.
fn checked(values: &mut Values, key: &'static str, smtp: SmtpConfig) -> Option<SmtpConfig> {
    let local = matches!(smtp.host.as_str(), "localhost" | "127.0.0.1" | "::1" | "[::1]");
    if smtp.tls == SmtpTls::None && smtp.login.is_some() && !local {
        values.problem(key, "would send the password in plain text", "use starttls or tls");
        return None;
    }
    Some(smtp)
}
