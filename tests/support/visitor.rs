//! Somebody with a plain browser, over real HTTP: cookies, redirects, forms; no JavaScript.

use std::{
    collections::BTreeMap,
    io::{self, Read, Write},
    net::TcpStream,
    time::Duration,
};

use super::{forms::Form, words::plain};

pub struct Visitor {
    address: String,
    cookies: BTreeMap<String, String>,
}

#[derive(Clone, Debug)]
pub struct Page {
    pub status: u16,
    /// Where it was found in the end, after redirects.
    pub path: String,
    pub head: String,
    pub body: String,
}

impl Page {
    /// The form of the page (not of its frame) that is sent to an address with this in it, as the page fills it.
    #[track_caller]
    pub fn form(&self, action: &str) -> Form {
        Form::find(
            self.body.split_once("<main").map_or("", |(_, main)| main),
            action,
            &self.path,
        )
        .unwrap_or_else(|| panic!("no form for {action} on {}:\n{}", self.path, self.text()))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }

    /// What a person reads: without tags.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for piece in self.body.split('<').skip(1) {
            text.push_str(piece.split_once('>').map_or("", |(_, after)| after));
            text.push(' ');
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    pub fn expect(self, status: u16, words: &str) -> Self {
        assert_eq!(self.status, status, "{}: {}", self.path, self.text());
        assert!(
            self.text().contains(words),
            "{words:?} does not stand on {}: {}",
            self.path,
            self.text()
        );
        self
    }
}

impl Visitor {
    pub fn to(address: &str) -> Self {
        Self {
            address: address.to_owned(),
            cookies: BTreeMap::new(),
        }
    }

    #[track_caller]
    pub fn get(&mut self, path: &str) -> Page {
        self.try_get(path).expect("the service answers")
    }

    pub fn try_get(&mut self, path: &str) -> io::Result<Page> {
        self.follow("GET", path, "")
    }

    #[track_caller]
    pub fn send(&mut self, form: &Form) -> Page {
        self.follow(&form.method, &form.action, &form.encoded())
            .expect("the service answers")
    }

    fn follow(&mut self, method: &str, path: &str, body: &str) -> io::Result<Page> {
        let mut page = self.ask(method, path, body)?;
        for _ in 0..5 {
            let Some(to) = page.header("location").filter(|_| (300..400).contains(&page.status)) else {
                break;
            };
            let origin = format!("http://{}", self.address);
            let to = to.strip_prefix(&origin).unwrap_or(to).to_owned();
            page = self.ask("GET", &to, "")?;
        }
        Ok(page)
    }

    fn ask(&mut self, method: &str, path: &str, body: &str) -> io::Result<Page> {
        let mut stream = TcpStream::connect(&self.address)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n",
            self.address
        )?;
        write!(
            stream,
            "Sec-Fetch-Site: same-origin\r\nAccept-Language: de\r\nCookie: {}\r\n",
            cookies.join("; ")
        )?;
        if method != "GET" {
            write!(
                stream,
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
                body.len()
            )?;
        }
        write!(stream, "\r\n{}", if method == "GET" { "" } else { body })?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = plain(&String::from_utf8_lossy(&answer));
        let (head, body) = answer.split_once("\r\n\r\n").ok_or(io::ErrorKind::UnexpectedEof)?;
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok())
            .unwrap_or(0);
        for line in head.lines() {
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("set-cookie")
                && let Some((name, value)) = value.trim().split(';').next().and_then(|pair| pair.split_once('='))
            {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        Ok(Page {
            status,
            path: path.to_owned(),
            head: head.to_owned(),
            body: body.to_owned(),
        })
    }
}
