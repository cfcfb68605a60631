//! Reports of mail servers about a mail that did not arrive (RFC 3464), and the other ways to say so.

use mail_parser::{Message, MimeHeaders};

use super::{automatic, text};
use crate::mail::Status;

/// A mail of ours will never arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// To whom it was, as the report says it; forwarded mails name another one than we wrote to.
    pub recipients: Vec<String>,
    /// Nobody gets mail at this address: no use writing again.
    pub nobody_there: bool,
    /// The server's words, for a person to read.
    pub diagnostic: String,
}

pub enum Report {
    Failed(Bounce),
    /// Still on its way, or passed on: nothing to do.
    NotYet,
}

/// What a mail server reports about one mail. `None`: this is no such report.
pub fn report(message: &Message<'_>) -> Option<Report> {
    automatic::report_type(message)?;
    let status = message.parts.iter().find(|part| {
        part.content_type().is_some_and(|kind| {
            kind.ctype().eq_ignore_ascii_case("message")
                && kind
                    .subtype()
                    .is_some_and(|subtype| subtype.to_ascii_lowercase().ends_with("delivery-status"))
        })
    })?;
    let fields = String::from_utf8_lossy(status.contents()).into_owned();
    Some(delivery_status(&fields).map_or(Report::NotYet, Report::Failed))
}

/// The first recipient whose delivery failed: our mails have one each.
fn delivery_status(text: &str) -> Option<Bounce> {
    let text = unfolded(text);
    let group = text
        .split("\n\n")
        .find(|group| field(group, "action").is_some_and(|action| action.to_lowercase().starts_with("failed")))?;
    let diagnostic = field(group, "diagnostic-code").unwrap_or_default();
    let status = field(group, "status").and_then(|status| Status::find_in(&status));
    // Some servers say "5.0.0" in the field and more in their words.
    let more = Status::find_in(&diagnostic).filter(|more| more.says_nobody_there());
    let nobody_there = more
        .or(status)
        .is_some_and(|status| status.says_nobody_there_with(&diagnostic));
    let recipients = ["original-recipient", "final-recipient"]
        .into_iter()
        .filter_map(|name| field(group, name))
        .map(|value| address(&value))
        .collect();
    Some(Bounce {
        recipients,
        nobody_there,
        diagnostic: text::own_words(&diagnostic),
    })
}

/// A daemon's letter to people that names a mail of ours and a final "5.x.x" or "55x". Without a number a person
/// reads it: it may be a warning that the mail is late.
pub fn letter_of_a_daemon(message: &Message<'_>) -> Option<Bounce> {
    let sender = message
        .from()
        .and_then(|from| from.first())
        .and_then(|from| from.address())?;
    let name = sender.split('@').next().unwrap_or_default().to_lowercase();
    if !matches!(name.as_str(), "mailer-daemon" | "postmaster" | "maildaemon") {
        return None;
    }
    let words = message.body_text(0)?;
    // What follows is our own mail.
    let words = words.split("--- Below this line").next().unwrap_or_default();
    let status = Status::find_in(words).filter(|status| status.class == 5);
    let code = words
        .split(|c: char| !c.is_ascii_digit())
        .any(|word| matches!(word, "550" | "551" | "552" | "553" | "554"));
    if status.is_none() && !code {
        return None;
    }
    let failed = message
        .header_raw("X-Failed-Recipients")
        .map(|value| value.trim().to_owned());
    Some(Bounce {
        recipients: failed.into_iter().collect(),
        nobody_there: status.is_some_and(Status::says_nobody_there),
        diagnostic: text::own_words(words),
    })
}

/// Line ends as one sign, folded lines as one line.
fn unfolded(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    text.trim_start().to_owned()
}

fn field(group: &str, name: &str) -> Option<String> {
    group.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    })
}

/// "rfc822; amina@post.example"
fn address(value: &str) -> String {
    let address = value.split_once(';').map_or(value, |(_, address)| address);
    address.trim().trim_matches(['<', '>']).to_owned()
}
