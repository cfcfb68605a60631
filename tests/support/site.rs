//! The whole service in a test: real router, real workers, a clock that stands still, a mailbox in memory.

use std::{collections::BTreeMap, sync::Mutex};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use sprachpool::{
    act::{Act, Actor},
    app::{App, Parts, Shared},
    clock::Clock,
    database::Db,
    ids::Ids,
    l10n::L10n,
    links::{self, Purpose},
    mail::{MailSettings, Transport, memory::Memory},
    settings::{self, pool_file},
    volunteers::VolunteerId,
    web::router::router,
    workers::Workers,
};
use tower::ServiceExt;

use super::{
    people::{Characters, characters, keys, monday},
    second_factor::Apps,
    words::{Mailbox, plain},
};

pub const BASE_URL: &str = "https://pool.example";

pub struct Site {
    pub app: Shared,
    pub mailbox: Mailbox,
    pub who: Characters,
    router: Router,
    apps: Apps,
}

impl Site {
    /// The model city's rules, everybody of the scenarios, Monday 1 March 2027 at 10:00.
    pub async fn new(db: Db) -> Self {
        Self::speaking(db, L10n::embedded().expect("the locales are right")).await
    }

    /// With other locales than the shipped ones.
    pub async fn speaking(db: Db, l10n: L10n) -> Self {
        let ids = Ids::random();
        let clock = Clock::manual(monday());
        let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/config/pools/muenster.toml"));
        // Three at a time: the pages' tests want to know whom they see.
        let text = text
            .expect("the model city's file")
            .replace("policy = \"waves\"", "policy = \"rolling:3\"");
        let rows = pool_file::parse(&text).expect("it is right");
        let mut tx = db.begin().await.expect("it begins");
        let act = Act {
            now: clock.now(),
            ids: &ids,
            actor: Actor::Command,
            session: None,
        };
        settings::import(&mut tx, &act, &rows, act.now)
            .await
            .expect("it imports");
        tx.commit().await.expect("it commits");
        let who = characters(&db, &ids, clock.now()).await;
        let mailbox = Memory::keeping(1000);
        let app = App::new(Parts {
            db,
            clock,
            ids,
            keys: keys(),
            l10n,
            transport: Transport::Memory(mailbox.clone()),
            mail: MailSettings {
                from_name: "Sprachpool".to_owned(),
                from_address: "sprachpool@pool.example".to_owned(),
                bounce_domain: "bounce.pool.example".to_owned(),
                reply_to: "team@pool.example".to_owned(),
                base_url: BASE_URL.to_owned(),
            },
            base_url: BASE_URL.to_owned(),
            // Requests of tests have no connection: their address is 0.0.0.0.
            trusted_proxies: vec!["0.0.0.0".parse().expect("an address")],
            demo: None,
        });
        Self {
            router: router(app.clone()),
            app,
            mailbox: Mailbox(mailbox),
            who,
            apps: Apps::default(),
        }
    }

    /// Everything that is due now, mails included.
    pub async fn work(&self) {
        Workers::new(&self.app).catch_up().await.expect("the workers work");
    }

    pub fn browser(&self) -> Browser {
        Browser {
            router: self.router.clone(),
            cookies: Mutex::default(),
        }
    }

    /// A browser in which that person has signed in by code; a coordinator has shown the second factor, too.
    pub async fn signed_in(&self, email: &str) -> Browser {
        let browser = self.signed_in_without_second_factor(email).await;
        self.apps.show_second_factor(self, &browser, email).await;
        browser
    }

    /// By the mailed code alone.
    pub async fn signed_in_without_second_factor(&self, email: &str) -> Browser {
        let browser = self.browser();
        browser
            .post("/sign-in", &[("email", email)])
            .await
            .expect(StatusCode::SEE_OTHER);
        let code = self.code_for(email).await;
        browser
            .post("/sign-in/code", &[("code", &code)])
            .await
            .expect(StatusCode::SEE_OTHER);
        browser
    }

    /// The code in the newest sign-in mail to that address.
    pub async fn code_for(&self, email: &str) -> String {
        self.work().await;
        let mail = self
            .mailbox
            .to(email)
            .into_iter()
            .find(|mail| mail.kind == "sign_in")
            .expect("a sign-in mail");
        let is_code = |word: &&str| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit());
        let words = mail
            .text
            .split(|c: char| !c.is_alphanumeric())
            .filter(is_code)
            .collect::<Vec<_>>();
        words
            .first()
            .unwrap_or_else(|| panic!("no code in {}", mail.text))
            .to_string()
    }

    /// The path of a volunteer's private calendar.
    pub async fn calendar_of(&self, volunteer: VolunteerId) -> String {
        let mut tx = self.app.db.read().await.expect("it reads");
        let link = links::of_subject(&mut tx, Purpose::Calendar, volunteer.0).await;
        let link = link.expect("it reads").expect("a calendar");
        let path = link.path(&self.app.keys, Purpose::Calendar).expect("its key is there");
        format!("{path}.ics")
    }

    /// The path of the first link to `start` in the newest mail of that kind to that address.
    pub async fn link_for(&self, email: &str, kind: &str, start: &str) -> String {
        self.work().await;
        let mail = self
            .mailbox
            .to(email)
            .into_iter()
            .find(|mail| mail.kind == kind)
            .expect("such a mail");
        let url = format!("{BASE_URL}{start}");
        let at = mail
            .text
            .find(&url)
            .unwrap_or_else(|| panic!("no {url} in {}", mail.text));
        let path = &mail.text[at + BASE_URL.len()..];
        path.split(|c: char| c.is_whitespace() || c == '>' || c == ')')
            .next()
            .expect("a path")
            .to_owned()
    }
}

/// Keeps cookies; follows nothing by itself.
pub struct Browser {
    router: Router,
    cookies: Mutex<BTreeMap<String, String>>,
}

#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    #[track_caller]
    pub fn expect(self, status: StatusCode) -> Self {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }

    pub fn location(&self) -> &str {
        self.headers
            .get(header::LOCATION)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }
}

impl Browser {
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None, &[]).await
    }

    /// Posts a form. Signed in, it carries the form's token, as the pages' forms do.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut fields: Vec<(String, String)> = fields
            .iter()
            .map(|(key, value)| (key.to_string(), value.to_string()))
            .collect();
        if let Some(token) = self.form_token().await {
            fields.push(("form_token".to_owned(), token));
        }
        let body = serde_urlencoded::to_string(fields).expect("a form");
        self.send(Method::POST, path, Some(body), &[]).await
    }

    /// Posts a form with a file, as browsers do.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], name: &str, file: &[u8]) -> Answer {
        const MARK: &str = "----between-the-parts";
        let token = self.form_token().await.unwrap_or_default();
        let mut body = Vec::new();
        for (field, value) in fields.iter().copied().chain([("form_token", token.as_str())]) {
            let part = format!("--{MARK}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
            body.extend(part.into_bytes());
        }
        let head = format!(
            "--{MARK}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend(head.into_bytes());
        body.extend(file);
        body.extend(format!("\r\n--{MARK}--\r\n").into_bytes());
        let kind = format!("multipart/form-data; boundary={MARK}");
        self.send_body(Method::POST, path, Body::from(body), &[("content-type", &kind)])
            .await
    }

    pub async fn send(&self, method: Method, path: &str, form: Option<String>, headers: &[(&str, &str)]) -> Answer {
        let kind = [("content-type", "application/x-www-form-urlencoded")];
        let own = kind.iter().filter(|_| form.is_some());
        let headers: Vec<(&str, &str)> = own.chain(headers).copied().collect();
        self.send_body(method, path, Body::from(form.unwrap_or_default()), &headers)
            .await
    }

    async fn send_body(&self, method: Method, path: &str, body: Body, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        let cookies = self
            .cookies()
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect::<Vec<_>>();
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("a whole answer").to_bytes();
        self.take_cookies(&parts.headers);
        let body = String::from_utf8_lossy(&body).into_owned();
        assert!(!body.contains('⟦'), "a text is missing on {path}: {body}");
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: plain(&body),
        }
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies().get(name).cloned()
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies().insert(name.to_owned(), value.to_owned());
    }

    async fn form_token(&self) -> Option<String> {
        self.cookie("sprachpool_session")?;
        // Any page has one in its "sign out" form.
        let page = Box::pin(self.send(Method::GET, "/no-such-page", None, &[])).await.body;
        let after = page.split_once("name=\"form_token\" value=\"")?.1;
        Some(after.split_once('"')?.0.to_owned())
    }

    fn take_cookies(&self, headers: &HeaderMap) {
        for cookie in headers.get_all(header::SET_COOKIE) {
            let text = cookie.to_str().expect("readable");
            let (name, rest) = text.split_once('=').expect("name=value");
            let (value, flags) = rest.split_once(';').expect("flags");
            if flags.contains("Max-Age=0;") || flags.ends_with("Max-Age=0") {
                self.cookies().remove(name);
            } else {
                self.cookies().insert(name.to_owned(), value.to_owned());
            }
        }
    }

    fn cookies(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, String>> {
        self.cookies.lock().expect("nobody panicked")
    }
}
