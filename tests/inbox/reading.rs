use sprachpool::{
    inbox::{Bounce, Incoming, Kind, NotAMail, read},
    mail::Status,
};
use uuid::Uuid;

use super::{message, replaced};

const ID: Uuid = Uuid::from_u128(0x0195_4f2c_0e80_7000_8000_1234_5678_9abc);
const TOKEN: &str = "q7Zx0aPb3-Kd9_LmQ2rTf8UvWy1Ns6Hc4Je5Gi0Ok7XA";

fn incoming(name: &str) -> Incoming {
    read(&message(name, ID)).expect("it is a mail")
}

#[track_caller]
fn bounce(name: &str) -> Bounce {
    let mail = incoming(name);
    assert_eq!(mail.names.first(), Some(&ID), "{name}: {mail:?}");
    match mail.kind {
        Kind::Bounce(bounce) => bounce,
        other => panic!("{name}: {other:?}"),
    }
}

#[track_caller]
fn reply(name: &str) -> (Incoming, String) {
    let bytes = replaced(&message(name, ID), "LINK", TOKEN);
    let mail = read(&bytes).expect("it is a mail");
    match mail.kind.clone() {
        Kind::Reply(text) => (mail, text),
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn reports_of_mail_servers_name_the_mail_and_say_whether_the_address_is_dead() {
    for (name, nobody_there) in [
        ("postfix-dsn.eml", true),
        ("exchange-dsn.eml", true),
        ("forwarded-dsn.eml", true),
        ("freemailer-dsn.eml", true),
        ("qmail-letter.eml", true),
        // This mail did not arrive; the next one may.
        ("postfix-full.eml", false),
        ("postfix-expired.eml", false),
    ] {
        let bounce = bounce(name);
        assert_eq!(bounce.nobody_there, nobody_there, "{name}: {bounce:?}");
        assert!(!bounce.diagnostic.is_empty(), "{name}");
    }
    assert_eq!(
        bounce("postfix-dsn.eml").recipients,
        ["amina.rahimi@post.example", "amina.rahimi@post.example"]
    );
    assert_eq!(
        bounce("forwarded-dsn.eml").recipients,
        ["amina.elsewhere@bigmail.example"]
    );
}

#[test]
fn what_no_person_wrote_is_for_nobody() {
    for name in ["postfix-delayed.eml", "out-of-office.eml", "calendar-accepted.eml"] {
        assert!(matches!(incoming(name).kind, Kind::Automatic(_)), "{name}");
    }
    let declined = replaced(
        &message("calendar-accepted.eml", ID),
        "PARTSTAT=ACCEPTED",
        "PARTSTAT=DECLINED",
    );
    assert!(
        matches!(read(&declined).expect("a mail").kind, Kind::Reply(_)),
        "somebody does not come"
    );
    for line in [
        "Auto-Submitted: auto-replied",
        "Precedence: bulk",
        "X-Autoreply: yes",
        "Subject: Out of Office: Dari",
    ] {
        let mail = format!("From: a@b.example\r\n{line}\r\n\r\nText\r\n");
        assert!(
            matches!(read(mail.as_bytes()).expect("a mail").kind, Kind::Automatic(_)),
            "{line}"
        );
    }
    let by_hand = "From: a@b.example\r\nAuto-Submitted: no\r\nSubject: AW: Automatische Antwort: Dari\r\n\r\nText\r\n";
    assert!(matches!(read(by_hand.as_bytes()).expect("a mail").kind, Kind::Reply(_)));
}

#[test]
fn a_daemons_warning_is_no_bounce_but_for_a_person() {
    let (_, text) = reply("daemon-warning.eml");
    assert!(text.contains("WARNING MESSAGE ONLY"), "{text}");
}

#[test]
fn what_people_write_is_read_in_every_encoding() {
    for (name, dash) in [("reply-windows-1252.eml", "–"), ("reply-iso-8859-15.eml", "-")] {
        let (mail, text) = reply(name);
        assert_eq!(mail.sender, "Amina Rahimi <amina.rahimi@post.example>");
        assert_eq!(mail.subject, "AW: Können Sie kommen?");
        assert_eq!(mail.names[0], ID);
        let begins = format!(
            "Guten Tag Frau Brandt,\n\nich könnte erst ab 9:30 Uhr kommen {dash} geht das auch? Fahrgeld wären 3 €.\n<b>Bitte</b> rufen"
        );
        assert!(text.starts_with(&begins), "{text}");
        assert!(
            text.ends_with("Viele Grüße\nAmina Rahimi"),
            "quotes are left out: {text}"
        );
    }
}

#[test]
fn html_becomes_text_and_attachments_are_left_out() {
    let (mail, text) = reply("reply-html.eml");
    assert_eq!(mail.sender, "Vogt, Jana <kita@sonnenblume.example>");
    assert!(
        text.contains("ich kann nicht kommen.") && text.contains("Grüße, Jana Vogt"),
        "{text}"
    );
    for gone in ["<p", "alert(1)", "color:red", "SECRET-ATTACHMENT", "tracker", TOKEN] {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
}

#[test]
fn a_token_never_gets_through_however_it_is_quoted() {
    for written in [
        format!("Ihr Link: https://pool.example/o/{TOKEN}"),
        format!("<https://pool.example/a/{TOKEN}>"),
        format!("pool.example/o/{TOKEN}?x=1"),
        format!(
            "Geht nicht:\r\nhttps://pool.example/o/{}\r\n{}",
            &TOKEN[..20],
            &TOKEN[20..]
        ),
    ] {
        let mail = format!("From: a@b.example\r\nSubject: {TOKEN}\r\n\r\n{written}\r\nSchöne Grüße\r\n");
        let mail = read(mail.as_bytes()).expect("a mail");
        let Kind::Reply(text) = &mail.kind else {
            panic!("{mail:?}")
        };
        for part in [&TOKEN[..20], &TOKEN[20..]] {
            assert!(!text.contains(part) && !mail.subject.contains(part), "{mail:?}");
        }
        assert!(text.contains("Schöne Grüße"));
    }
    let kept = "Sprachmittler*innen-Treffen-2027 in der Kita-Sonnenblume-2027, https://kita.example/";
    let mail = read(format!("From: a@b.example\r\nSubject: x\r\n\r\n{kept}\r\n").as_bytes()).expect("a mail");
    let Kind::Reply(text) = mail.kind else {
        panic!("a reply")
    };
    assert!(
        text.starts_with("Sprachmittler*innen-Treffen-2027 in der Kita-Sonnenblume-2027"),
        "{text}"
    );
}

#[test]
fn what_misleads_or_cannot_be_stored_is_taken_out() {
    let (mail, text) = reply("reply-strange.eml");
    assert_eq!(mail.sender, "stranger@elsewhere.example");
    for text in [&text, &mail.subject] {
        assert!(!text.contains(['\0', '\u{7}', '\u{202e}', '\r']), "{text:?}");
    }
    assert!(!mail.subject.contains('\n'), "{:?}", mail.subject);
    assert!(text.contains("'); DROP TABLE inbound_mail; --"), "{text}");
    assert!(text.contains("<svg onload=alert(1)>"), "{text}");
}

#[test]
fn long_mails_are_cut_and_what_is_no_mail_is_refused() {
    let long = format!(
        "From: a@b.example\r\nSubject: {}\r\n\r\n{}",
        "s".repeat(900),
        "ü ".repeat(500_000)
    );
    let mail = read(long.as_bytes()).expect("a mail");
    let Kind::Reply(text) = mail.kind else {
        panic!("a reply")
    };
    assert_eq!(text.chars().count(), 4000);
    assert_eq!(mail.subject.chars().count(), 200);
    assert_eq!(read(b""), Err(NotAMail));
    assert_eq!(read(&message("garbage.eml", ID)), Err(NotAMail));
    // Nothing that stands in a mail makes the reader fail.
    for name in [
        "postfix-dsn.eml",
        "exchange-dsn.eml",
        "reply-html.eml",
        "qmail-letter.eml",
    ] {
        let whole = message(name, ID);
        for end in (0..whole.len()).step_by(13) {
            read(&whole[..end]).ok();
        }
    }
}

#[test]
fn only_a_number_about_the_address_says_that_nobody_is_there() {
    for (answer, dead) in [
        ("permanent error (550): 5.1.1 <a@b.example>: no such user", true),
        ("550 5.1.10 not found", true),
        ("550 5.2.1 mailbox disabled", true),
        ("550 no such user", false),
        ("550 5.1.8 sender's domain does not exist", false),
        ("550 5.7.1 relaying denied from 192.0.2.1", false),
        ("552 5.2.2 mailbox full", false),
        ("450 4.1.1 try again", false),
    ] {
        let status = Status::find_in(answer);
        assert_eq!(
            status.is_some_and(Status::says_nobody_there),
            dead,
            "{answer}: {status:?}"
        );
    }
    assert_eq!(Status::find_in("mx.post.example[192.0.2.25] said no"), None);
}
