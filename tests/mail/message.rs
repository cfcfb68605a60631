//! Names and subjects as people have them, over the wire and back.

use std::collections::BTreeMap;

use sprachpool::{
    ids::Ids,
    l10n::L10n,
    mail::{
        HandOver, Transport,
        letter::{Bubble, Button, Letter, Row},
        memory::Memory,
        message::{Outgoing, Rendered},
        smtp::Smtp,
    },
    settings::{Rules, pool_file::parse},
};

use super::world::{MUENSTER, settings};
use crate::support::{
    people::monday,
    smtp_sink::{Received, Sink},
};

pub fn outgoing(name: &str, subject: &str) -> Outgoing {
    Outgoing {
        id: Ids::seeded(1).uuid(monday()),
        kind: "offer",
        at: monday(),
        mail: Rendered {
            to_name: name.into(),
            to_address: "amina.rahimi@post.example".into(),
            locale: "de".into(),
            subject: subject.into(),
            text: "Grüße\n.\nEnde\n".into(),
            html: "<p>Grüße</p>".into(),
            invites: vec![],
            list_unsubscribe: None,
        },
    }
}

async fn over_the_wire(outgoing: Outgoing) -> Received {
    let sink = Sink::start().await;
    let transport = Transport::Smtp(Smtp::new(&sink.config()).expect("no TLS").into());
    assert_eq!(transport.hand_over(outgoing, &settings()).await, HandOver::Accepted);
    sink.mails().remove(0)
}

fn to_name(mail: &Received) -> String {
    let message = mail.parsed();
    let name = message
        .to()
        .expect("a recipient")
        .first()
        .expect("one")
        .name()
        .expect("a name");
    name.to_owned()
}

#[tokio::test]
async fn names_and_subjects_come_back_as_they_were() {
    let long = "Haben Sie am Donnerstag, 18. März, um 9:00 Uhr Zeit? ".repeat(4) + "(Kurmancî, ქართული, አማርኛ)";
    for name in [
        "Nguyễn Thị Ánh",
        "O'Brien-Łukaszewicz",
        "Ø",
        "أمينة رحيمي",
        "Müller, \"Resi\" (Desk)",
    ] {
        let mail = over_the_wire(outgoing(name, &long)).await;
        assert_eq!(to_name(&mail), name);
        assert_eq!(mail.subject(), long);
        assert!(mail.raw.is_ascii());
        assert!(
            mail.raw.split(|b| *b == b'\n').all(|line| line.len() <= 998),
            "no line is too long for SMTP"
        );
        assert!(mail.text().contains("Grüße\r\n.\r\nEnde") || mail.text().contains("Grüße\n.\nEnde"));
    }
}

#[tokio::test]
async fn no_name_or_subject_adds_a_header() {
    let evil = "Amina\r\nBcc: all@evil.example\r\n\r\n<b>\u{202e}x\u{0}";
    let mail = over_the_wire(outgoing(evil, evil)).await;
    assert_eq!(mail.header("Bcc"), None);
    assert_eq!(mail.subject(), "Amina Bcc: all@evil.example <b> x");
    assert_eq!(to_name(&mail), "Amina Bcc: all@evil.example <b> x");
    assert!(mail.text().starts_with("Grüße"));
}

#[tokio::test]
async fn a_retry_is_the_same_mail() {
    let first = over_the_wire(outgoing("Amina", "Termin")).await;
    let second = over_the_wire(outgoing("Amina", "Termin")).await;
    assert_eq!(first.raw, second.raw);
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_before_any_server_sees_it() {
    let sink = Sink::start().await;
    let transport = Transport::Smtp(Smtp::new(&sink.config()).expect("no TLS").into());
    for address in ["", "amina", "amina@@x", "a@b.example\r\nRCPT TO:<x@evil.example>"] {
        let mut outgoing = outgoing("Amina", "Termin");
        outgoing.mail.to_address = address.into();
        let outcome = transport.hand_over(outgoing, &settings()).await;
        assert!(matches!(outcome, HandOver::Refused(_)), "{address}: {outcome:?}");
    }
    assert!(sink.mails().is_empty());
}

#[tokio::test]
async fn memory_keeps_the_html_of_the_newest_and_a_folder_keeps_all() {
    let memory = Memory::keeping(2);
    let transport = Transport::Memory(memory.clone());
    for subject in ["eins", "zwei", "drei"] {
        transport.hand_over(outgoing("Amina", subject), &settings()).await;
    }
    let kept: Vec<String> = memory.all().iter().map(|mail| mail.subject.clone()).collect();
    assert_eq!(kept, ["drei", "zwei", "eins"]);
    let whole: Vec<bool> = memory.all().iter().map(|mail| !mail.html.is_empty()).collect();
    assert_eq!(whole, [true, true, false]);
    assert!(memory.all().iter().all(|mail| !mail.text.is_empty()));
    assert_eq!(memory.to("amina.rahimi@post.example").len(), 3);

    let folder = std::env::temp_dir().join(format!("sprachpool-mails-{}", Ids::random().uuid(monday()).simple()));
    let transport = Transport::File(folder.clone());
    assert_eq!(
        transport.hand_over(outgoing("Amina", "eins"), &settings()).await,
        HandOver::Accepted
    );
    let files: Vec<_> = std::fs::read_dir(&folder).expect("the folder").flatten().collect();
    assert_eq!(files.len(), 1);
    assert!(files[0].path().extension().is_some_and(|end| end == "eml"));
    std::fs::remove_dir_all(folder).ok();
}

#[test]
fn a_right_to_left_letter_mirrors_and_escapes() {
    let extra = BTreeMap::from([("ar".to_owned(), "locale-direction = rtl\n".to_owned())]);
    let l10n = L10n::with_extra(&extra).expect("it is well formed");
    let rules = Rules::from_rows(&parse(MUENSTER).expect("it is well formed")).expect("they fit together");
    let letter = Letter {
        title: "<svg onload=alert(1)>".into(),
        bubble: Some(Bubble {
            date: "16".into(),
            time: "9:00".into(),
            rows: vec![
                Row::new("Wo".into(), "<b>Kita"),
                Row::phone("Telefon".into(), "0251 555 0142"),
            ],
        }),
        button: Some(Button {
            label: "Ansehen".into(),
            url: "https://pool.example/o/x".into(),
        }),
        ..Letter::default()
    };
    let right = letter.html(&l10n.locale("ar"), &rules).expect("it renders");
    assert!(right.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(right.contains("text-align:right") && right.contains("padding-left:16px"));
    assert!(right.contains("border-radius:20px 20px 3px 20px"));
    assert!(right.contains("<bdi dir=\"ltr\">0251 555 0142</bdi>"));
    assert!(!right.contains("<svg") && !right.contains("<b>Kita"));
    let left = letter.html(&l10n.locale("de"), &rules).expect("it renders");
    assert!(left.contains("dir=\"ltr\"") && left.contains("border-radius:20px 20px 20px 3px"));
}
