//! From a rendered mail to the bytes that go over the wire.

use std::time::SystemTime;

use chrono::{DateTime, Utc};
use lettre::{
    Address, Message,
    address::Envelope,
    message::{
        Attachment, Mailbox, MultiPart, MultiPartBuilder, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};
use uuid::Uuid;

use super::{MailSettings, calendar::Invite};

/// A mail in words, not yet in MIME.
#[derive(Clone, Debug)]
pub struct Rendered {
    pub to_name: String,
    pub to_address: String,
    pub locale: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// Usually none or one; a cancelled request with two places takes back two.
    pub invites: Vec<Invite>,
    /// One click there pauses the volunteer's offers.
    pub list_unsubscribe: Option<String>,
}

/// A rendered mail on its way: which row of the outbox it is and when it goes.
#[derive(Clone, Debug)]
pub struct Outgoing {
    pub id: Uuid,
    pub kind: &'static str,
    pub at: DateTime<Utc>,
    pub mail: Rendered,
}

/// A mail that cannot be put on the wire, whatever the server: its address is no address.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NotAMail(String);

/// One line without control characters or marks that turn the direction of what follows.
pub fn one_line(text: &str) -> String {
    let cleaned: String = text
        .chars()
        .map(|c| match c {
            '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => ' ',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect();
    cleaned
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Everything in it follows from the row, its mail and the instant: a retry differs in its date only.
pub fn compose(outgoing: &Outgoing, settings: &MailSettings) -> Result<(Envelope, Vec<u8>), NotAMail> {
    let Outgoing { id, at, mail, .. } = outgoing;
    let to = address(&mail.to_address)?;
    let bounce = address(&format!("bounce+{}@{}", id.simple(), settings.bounce_domain))?;
    let envelope = Envelope::new(Some(bounce), vec![to.clone()]).map_err(|error| NotAMail(error.to_string()))?;

    let mut message = Message::builder()
        .envelope(envelope)
        .date(SystemTime::from(*at))
        .message_id(Some(format!("<{}@{}>", id.simple(), settings.bounce_domain)))
        .from(Mailbox::new(
            name(&settings.from_name),
            address(&settings.from_address)?,
        ))
        .reply_to(Mailbox::new(None, address(&settings.reply_to)?))
        .to(Mailbox::new(name(&mail.to_name), to))
        .subject(one_line(&mail.subject))
        .raw_header(ascii("Auto-Submitted", "auto-generated"))
        .raw_header(ascii("Content-Language", &mail.locale));
    if let Some(url) = &mail.list_unsubscribe {
        message = message
            .raw_header(ascii("List-Unsubscribe", &format!("<{url}>")))
            .raw_header(ascii("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    let message = message
        .multipart(body(outgoing))
        .map_err(|error| NotAMail(error.to_string()))?;
    Ok((message.envelope().clone(), message.formatted()))
}

/// Text, HTML and the invitation as alternatives (so that clients offer "accept"), and the invitation once more
/// as a file for those that do not.
fn body(Outgoing { id, mail, .. }: &Outgoing) -> MultiPart {
    let mut alternatives = part(MultiPart::alternative(), *id, "a")
        .singlepart(SinglePart::plain(mail.text.clone()))
        .singlepart(SinglePart::html(mail.html.clone()));
    if let Some(invite) = mail.invites.first() {
        let kind = format!("text/calendar; method={}; charset=utf-8", invite.method.name());
        alternatives =
            alternatives.singlepart(SinglePart::builder().header(media_type(&kind)).body(invite.ics.clone()));
    }
    if mail.invites.is_empty() {
        return alternatives;
    }
    let mut mixed = part(MultiPart::mixed(), *id, "m").multipart(alternatives);
    for (number, invite) in mail.invites.iter().enumerate() {
        let file = if number == 0 {
            "invite.ics".to_owned()
        } else {
            format!("invite-{}.ics", number + 1)
        };
        mixed = mixed
            .singlepart(Attachment::new(file).body(invite.ics.clone().into_bytes(), media_type("application/ics")));
    }
    mixed
}

/// The boundary comes from the row, not from chance.
fn part(builder: MultiPartBuilder, id: Uuid, level: &str) -> MultiPart {
    builder.boundary(format!("{level}-{}", id.simple())).build()
}

fn media_type(text: &str) -> ContentType {
    ContentType::parse(text).expect("the media types here are constants")
}

fn address(text: &str) -> Result<Address, NotAMail> {
    text.parse()
        .map_err(|error| NotAMail(format!("not an address: {error}")))
}

fn name(text: &str) -> Option<String> {
    let name = one_line(text);
    (!name.is_empty()).then_some(name)
}

/// A header whose value needs no encoding; lettre would break a long URL into encoded words.
fn ascii(header: &'static str, value: &str) -> HeaderValue {
    let value = one_line(value);
    HeaderValue::dangerous_new_pre_encoded(HeaderName::new_from_ascii_str(header), value.clone(), value)
}
