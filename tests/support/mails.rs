//! Mails as they arrived: files in a folder, read by an independent parser.

use std::{
    fs,
    path::PathBuf,
    thread,
    time::{Duration, Instant},
};

use mail_parser::{Message, MessageParser, MimeHeaders};

use super::words::plain;

pub struct Mails {
    folder: PathBuf,
}

/// One mail, with what the server wrote before its header.
#[derive(Clone, Debug)]
pub struct Mail {
    pub raw: String,
    pub to: String,
    pub subject: String,
    /// The text part.
    pub text: String,
    pub calendar: Option<String>,
}

impl Mails {
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// In the order in which they came.
    pub fn all(&self) -> Vec<Mail> {
        let files = fs::read_dir(&self.folder).expect("the folder is there");
        let mut names: Vec<PathBuf> = files
            .map(|entry| entry.expect("it is read").path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "eml"))
            .collect();
        names.sort();
        names
            .iter()
            .map(|name| read(&fs::read(name).expect("the mail is read")))
            .collect()
    }

    /// The newest mail to this address that has these words in it; waits for it.
    #[track_caller]
    pub fn wait_for(&self, to: &str, words: &str) -> Mail {
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            let found = self
                .all()
                .into_iter()
                .rev()
                .find(|mail| mail.to.contains(to) && (mail.subject.contains(words) || mail.text.contains(words)));
            if let Some(mail) = found {
                return mail;
            }
            if Instant::now() > until {
                let all: Vec<_> = self
                    .all()
                    .iter()
                    .map(|mail| (mail.to.clone(), mail.subject.clone()))
                    .collect();
                panic!("no mail to {to} with {words:?} among {all:#?}");
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Mail {
    /// The path of the first link that begins like this, such as `/o/`.
    #[track_caller]
    pub fn link(&self, base: &str, path: &str) -> String {
        let begin = format!("{base}{path}");
        let at = self
            .text
            .find(&begin)
            .unwrap_or_else(|| panic!("no link {begin} in:\n{}", self.text));
        let url = &self.text[at..];
        let end = url
            .find(|c: char| c.is_whitespace() || "<>\"".contains(c))
            .unwrap_or(url.len());
        url[base.len()..end].to_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.raw.lines().take_while(|line| !line.is_empty()).find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }
}

fn read(bytes: &[u8]) -> Mail {
    let message = MessageParser::default().parse(bytes).expect("it is a mail");
    Mail {
        raw: String::from_utf8_lossy(bytes).into_owned(),
        to: message
            .to()
            .and_then(|to| to.first()?.address().map(str::to_owned))
            .unwrap_or_default(),
        subject: plain(message.subject().unwrap_or_default()),
        text: plain(&message.body_text(0).unwrap_or_default()),
        calendar: calendar(&message),
    }
}

fn calendar(message: &Message<'_>) -> Option<String> {
    let part = message.parts.iter().find(|part| {
        part.content_type()
            .is_some_and(|kind| kind.ctype() == "text" && kind.subtype() == Some("calendar"))
    })?;
    part.text_contents()
        .map(str::to_owned)
        .or_else(|| Some(String::from_utf8_lossy(part.contents()).into_owned()))
}
