//! Mails that no person wrote: out of office, receipts, lists. Nobody is asked to read them.

use mail_parser::{Message, MimeHeaders};

/// Why nobody needs to read it; `None`: a person wrote it.
pub fn why(message: &Message<'_>) -> Option<&'static str> {
    let header = |name: &'static str| {
        message
            .header_raw(name)
            .map(|value| value.trim().to_lowercase())
            .filter(|value| !value.is_empty())
    };
    if header("Auto-Submitted").is_some_and(|value| !value.starts_with("no")) {
        return Some("auto-submitted");
    }
    if ["X-Autoreply", "X-Autorespond", "X-Autoresponder"]
        .into_iter()
        .any(|name| header(name).is_some_and(|value| value != "no"))
    {
        return Some("autoreply");
    }
    if header("Precedence").is_some_and(|value| matches!(value.as_str(), "bulk" | "auto_reply" | "junk" | "list")) {
        return Some("precedence");
    }
    let subject = message.subject().unwrap_or_default().trim().to_lowercase();
    let away = [
        "automatische antwort:",
        "automatic reply:",
        "abwesenheitsnotiz",
        "out of office",
    ];
    if away.iter().any(|start| subject.starts_with(start)) {
        return Some("out of office");
    }
    if report_type(message).is_some_and(|kind| kind == "disposition-notification") {
        return Some("read receipt");
    }
    accepts_an_invitation(message).then_some("calendar answer")
}

pub fn report_type(message: &Message<'_>) -> Option<String> {
    let kind = message.content_type()?;
    let report = kind.ctype().eq_ignore_ascii_case("multipart")
        && kind
            .subtype()
            .is_some_and(|subtype| subtype.eq_ignore_ascii_case("report"));
    report.then(|| kind.attribute("report-type").unwrap_or_default().to_lowercase())
}

/// A calendar that says "accepted" only repeats what the pool knows. "Declined" is for a person to read.
fn accepts_an_invitation(message: &Message<'_>) -> bool {
    message.parts.iter().any(|part| {
        let calendar = part.content_type().is_some_and(|kind| {
            kind.ctype().eq_ignore_ascii_case("text")
                && kind
                    .subtype()
                    .is_some_and(|subtype| subtype.eq_ignore_ascii_case("calendar"))
        });
        let text = part.text_contents().unwrap_or_default();
        calendar && text.contains("METHOD:REPLY") && !text.contains("PARTSTAT=DECLINED")
    })
}
