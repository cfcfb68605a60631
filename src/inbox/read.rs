//! From a mail's bytes to what it means. Pure: no database, no clock.

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};
use uuid::Uuid;

use super::{
    automatic,
    bounce::{self, Bounce, Report},
    text,
};

/// So much of a returned mail is looked through for its Message-ID.
const HEAD_OF_RETURNED: usize = 64 * 1024;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    pub kind: Kind,
    /// "Amina Rahimi <amina@post.example>", on one line.
    pub sender: String,
    /// The address alone.
    pub address: String,
    pub subject: String,
    /// Mails of ours that it names: by Message-ID, or by the envelope sender that each has for itself.
    pub names: Vec<Uuid>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Bounce(Bounce),
    /// A person wrote this.
    Reply(String),
    /// Nobody needs to read it; why.
    Automatic(&'static str),
}

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("this is no mail: it has no sender and no subject")]
pub struct NotAMail;

pub fn read(bytes: &[u8]) -> Result<Incoming, NotAMail> {
    let message = MessageParser::default().parse(bytes).ok_or(NotAMail)?;
    if message.from().is_none() && message.subject().is_none() {
        return Err(NotAMail);
    }
    let from = message.from().and_then(|from| from.first());
    let address = from.and_then(|from| from.address()).unwrap_or_default();
    let name = from.and_then(|from| from.name()).unwrap_or_default();
    let line = |text: &str, longest: usize| {
        let words = text::visible(&text.replace(['\r', '\n'], " "));
        words
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .chars()
            .take(longest)
            .collect::<String>()
    };
    let sender = if name.is_empty() {
        address.to_owned()
    } else {
        format!("{name} <{address}>")
    };
    let mut names = named_in_headers(&message);
    let kind = match bounce::report(&message) {
        Some(report) => {
            names.extend(named_in_returned(&message));
            match report {
                Report::Failed(bounce) => Kind::Bounce(bounce),
                Report::NotYet => Kind::Automatic("delayed or relayed"),
            }
        }
        None => other(&message, &mut names),
    };
    names.dedup();
    Ok(Incoming {
        kind,
        sender: line(&sender, 300),
        address: line(address, 200),
        subject: text::own_words(&line(message.subject().unwrap_or_default(), 200)),
        names,
    })
}

fn other(message: &Message<'_>, names: &mut Vec<Uuid>) -> Kind {
    if let Some(bounce) = bounce::letter_of_a_daemon(message) {
        let words = message.body_text(0).unwrap_or_default();
        let named: Vec<Uuid> = our_ids(&words).chain(named_in_returned(message)).collect();
        if !named.is_empty() || !names.is_empty() {
            names.extend(named);
            return Kind::Bounce(bounce);
        }
        // Not about a mail of ours, as far as anybody can tell: a person reads it.
        return Kind::Reply(text::own_words(&words));
    }
    match automatic::why(message) {
        Some(why) => Kind::Automatic(why),
        // HTML alone becomes text; attachments are left out.
        None => Kind::Reply(text::own_words(&message.body_text(0).unwrap_or_default())),
    }
}

/// Which mail is answered stands in these; a server's pipe adds the last three.
fn named_in_headers(message: &Message<'_>) -> Vec<Uuid> {
    const TELLING: [&str; 7] = [
        "in-reply-to",
        "references",
        "to",
        "cc",
        "delivered-to",
        "x-original-to",
        "envelope-to",
    ];
    message
        .headers_raw()
        .filter(|(name, _)| TELLING.contains(&name.to_lowercase().as_str()))
        .flat_map(|(_, value)| our_ids(value).collect::<Vec<_>>())
        .collect()
}

/// The mail that came back, or its headers alone.
fn named_in_returned<'x>(message: &'x Message<'x>) -> impl Iterator<Item = Uuid> + 'x {
    message.parts.iter().skip(1).flat_map(|part| {
        let headers_only = part
            .content_type()
            .and_then(|kind| kind.subtype())
            .is_some_and(|subtype| subtype.to_ascii_lowercase().ends_with("rfc822-headers"));
        let bytes = match &part.body {
            PartType::Message(returned) => returned.raw_message(),
            _ if headers_only => part.contents(),
            _ => &[],
        };
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD_OF_RETURNED)]).into_owned();
        our_ids(&head).collect::<Vec<_>>()
    })
}

/// Our Message-IDs are "<id@domain>", our envelope senders "bounce+id@domain". An id has 48 bits of chance: who
/// names one has seen the mail.
fn our_ids(text: &str) -> impl Iterator<Item = Uuid> + '_ {
    text.match_indices('@').filter_map(move |(at, _)| {
        let before = text.get(at.checked_sub(33)?..at)?;
        let id = before.strip_prefix(['<', '+'])?;
        Uuid::try_parse(id).ok()
    })
}
