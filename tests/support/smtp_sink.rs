//! A small mail server inside the test: takes mails, or does what it is told instead.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use mail_parser::{Message, MessageParser, PartType};
use sprachpool::config::{SmtpConfig, SmtpTls};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

use super::words::plain;

#[derive(Clone, Debug)]
pub enum Mood {
    Accepting,
    /// Says this instead of the greeting, and hangs up.
    Greeting(&'static str),
    /// Says this to MAIL FROM.
    Sender(&'static str),
    /// Says this when it has read the mail.
    AfterData(&'static str),
    /// Hangs up at once, as a server that is down.
    HangUp,
    /// Never says a word.
    Silent,
}

#[derive(Clone)]
pub struct Sink(Arc<Inner>);

struct Inner {
    at: SocketAddr,
    mood: Mutex<Mood>,
    /// What it says to RCPT TO of an address.
    refused: Mutex<BTreeMap<String, &'static str>>,
    mails: Mutex<Vec<Received>>,
}

#[derive(Clone, Debug)]
pub struct Received {
    pub from: String,
    pub to: String,
    pub raw: Vec<u8>,
}

impl Sink {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let sink = Self(Arc::new(Inner {
            at: listener.local_addr().expect("it has an address"),
            mood: Mutex::new(Mood::Accepting),
            refused: Mutex::default(),
            mails: Mutex::default(),
        }));
        let serving = sink.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let sink = serving.clone();
                tokio::spawn(async move { sink.talk(stream).await.ok() });
            }
        });
        sink
    }

    pub fn config(&self) -> SmtpConfig {
        SmtpConfig {
            host: self.0.at.ip().to_string(),
            port: self.0.at.port(),
            tls: SmtpTls::None,
            login: None,
            ca_file: None,
        }
    }

    pub fn be(&self, mood: Mood) {
        *self.0.mood.lock().expect("no panic") = mood;
    }

    pub fn refuse(&self, address: &str, answer: &'static str) {
        self.0
            .refused
            .lock()
            .expect("no panic")
            .insert(address.to_owned(), answer);
    }

    pub fn mails(&self) -> Vec<Received> {
        self.0.mails.lock().expect("no panic").clone()
    }

    async fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        let mood = self.0.mood.lock().expect("no panic").clone();
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read);
        match &mood {
            Mood::HangUp => return Ok(()),
            Mood::Silent => std::future::pending::<()>().await,
            Mood::Greeting(answer) => return write.write_all(format!("{answer}\r\n").as_bytes()).await,
            _ => write.write_all(b"220 sink.example ESMTP\r\n").await?,
        }
        let (mut from, mut to) = (String::new(), String::new());
        let mut line = Vec::new();
        loop {
            line.clear();
            if lines.read_until(b'\n', &mut line).await? == 0 {
                return Ok(());
            }
            let said = String::from_utf8_lossy(&line).trim_end().to_owned();
            let verb = said.to_uppercase();
            let answer = if verb.starts_with("EHLO") {
                "250-sink.example\r\n250 SMTPUTF8"
            } else if verb.starts_with("MAIL FROM") {
                from = between(&said);
                match mood {
                    Mood::Sender(answer) => answer,
                    _ => "250 ok",
                }
            } else if verb.starts_with("RCPT TO") {
                to = between(&said);
                self.0
                    .refused
                    .lock()
                    .expect("no panic")
                    .get(&to)
                    .copied()
                    .unwrap_or("250 ok")
            } else if verb == "DATA" {
                write.write_all(b"354 go on\r\n").await?;
                let raw = read_mail(&mut lines).await?;
                match mood {
                    Mood::AfterData(answer) => answer,
                    _ => {
                        let mail = Received {
                            from: from.clone(),
                            to: to.clone(),
                            raw,
                        };
                        self.0.mails.lock().expect("no panic").push(mail);
                        "250 taken"
                    }
                }
            } else if verb == "QUIT" {
                return write.write_all(b"221 bye\r\n").await;
            } else {
                "502 what?"
            };
            write.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
    }
}

fn between(said: &str) -> String {
    let inside = said.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map_or("", |(address, _)| address).to_owned()
}

async fn read_mail(lines: &mut (impl AsyncBufReadExt + Unpin)) -> std::io::Result<Vec<u8>> {
    let mut raw = Vec::new();
    loop {
        let start = raw.len();
        if lines.read_until(b'\n', &mut raw).await? == 0 || &raw[start..] == b".\r\n" {
            raw.truncate(start);
            return Ok(raw);
        }
        if raw[start] == b'.' {
            raw.remove(start);
        }
    }
}

impl Received {
    pub fn parsed(&self) -> Message<'_> {
        MessageParser::default().parse(&self.raw).expect("a mail")
    }

    pub fn subject(&self) -> String {
        plain(self.parsed().subject().expect("a subject"))
    }

    pub fn text(&self) -> String {
        plain(&self.parsed().body_text(0).expect("a text part"))
    }

    pub fn html(&self) -> String {
        let message = self.parsed();
        message
            .parts
            .iter()
            .find_map(|part| match &part.body {
                PartType::Html(html) => Some(plain(html)),
                _ => None,
            })
            .expect("an HTML part")
    }

    /// Unfolded, as written.
    pub fn header(&self, name: &str) -> Option<String> {
        let message = self.parsed();
        let value = message.header_raw(name.to_owned())?;
        Some(value.replace("\r\n", "").trim().to_owned())
    }

    /// The row of the outbox that this mail says it is.
    pub fn id(&self) -> String {
        let id = self.header("Message-ID").expect("a Message-ID");
        id.trim_matches(['<', '>'])
            .split_once('@')
            .expect("id@domain")
            .0
            .to_owned()
    }

    /// The calendar file that mail programs act on: its media type and text.
    pub fn calendar(&self) -> Option<(String, String)> {
        let message = self.parsed();
        message.parts.iter().find_map(|part| {
            let kind = part
                .headers
                .iter()
                .find(|header| header.name.as_str() == "Content-Type")?;
            let kind = kind.value.as_content_type()?;
            if kind.subtype() != Some("calendar") {
                return None;
            }
            let method = kind.attribute("method").unwrap_or_default().to_owned();
            Some((method, String::from_utf8_lossy(part.contents()).into_owned()))
        })
    }

    /// Everything a reader may see of it, decoded.
    pub fn everything(&self) -> String {
        let calendar = self.calendar().map(|(_, text)| text).unwrap_or_default();
        format!("{}\n{}\n{}\n{calendar}", self.subject(), self.text(), self.html())
    }
}
