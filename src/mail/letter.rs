//! What every mail is made of, and its two faces: HTML and plain text, in the same order.

use askama::Template;

use super::{message::one_line, plain};
use crate::{l10n::Locale, phone, settings::Rules};

#[derive(Clone, Debug, Default)]
pub struct Letter {
    pub subject: String,
    pub title: String,
    pub greeting: String,
    pub lead: Vec<String>,
    /// The sentence with the date by which something happens.
    pub by: Option<String>,
    /// The six digits of a sign-in.
    pub code: Option<String>,
    /// The appointment: the one warm thing in a mail.
    pub bubble: Option<Bubble>,
    pub details: Vec<Row>,
    pub button: Option<Button>,
    pub after: Vec<String>,
    pub footer: Vec<String>,
    pub pause: Option<Button>,
    /// Where to say what one wants to be asked.
    pub wishes: Option<Button>,
    /// The way to a volunteer's own page.
    pub own_page: Option<Button>,
}

#[derive(Clone, Debug)]
pub struct Bubble {
    pub date: String,
    pub time: String,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug)]
pub struct Row {
    pub label: String,
    pub value: String,
    pub phone: bool,
}

#[derive(Clone, Debug)]
pub struct Button {
    pub label: String,
    pub url: String,
}

impl Row {
    pub fn new(label: String, value: impl AsRef<str>) -> Self {
        Self {
            label,
            value: one_line(value.as_ref()),
            phone: false,
        }
    }

    pub fn phone(label: String, number: &str) -> Self {
        Self {
            phone: true,
            ..Self::new(label, number)
        }
    }

    pub fn phone_link(&self) -> String {
        phone::link(&self.value)
    }
}

impl Button {
    /// As people read it aloud: without the scheme.
    pub fn shown(&self) -> &str {
        self.url.split_once("://").map_or(&self.url, |(_, rest)| rest)
    }
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    letter: &'a Letter,
    lang: &'a str,
    dir: &'a str,
    start: &'a str,
    end: &'a str,
    corners: &'a str,
    leading: &'a str,
    pool: &'a str,
    or_open: String,
    regards: String,
    desk: &'a str,
    phone_label: String,
    phone: &'a str,
    phone_link: String,
    pause_question: String,
}

impl Letter {
    pub fn html(&self, l: &Locale, rules: &Rules) -> Result<String, askama::Error> {
        let right_to_left = l.direction() == "rtl";
        let pool = rules.pool();
        Html {
            letter: self,
            lang: l.code(),
            dir: l.direction(),
            start: if right_to_left { "right" } else { "left" },
            end: if right_to_left { "left" } else { "right" },
            corners: if right_to_left {
                "20px 20px 3px 20px"
            } else {
                "20px 20px 20px 3px"
            },
            // Arabic script needs more room between lines.
            leading: if right_to_left { "1.75" } else { "1.5" },
            pool: &pool.name,
            or_open: l.t("mail-or-open"),
            regards: l.t("mail-regards"),
            desk: &pool.desk_person,
            phone_label: l.t("mail-phone"),
            phone: &pool.desk_phone,
            phone_link: phone::link(&pool.desk_phone),
            pause_question: l.t("mail-footer-pause"),
        }
        .render()
    }

    pub fn text(&self, l: &Locale, rules: &Rules) -> String {
        plain::text(self, l, rules)
    }
}
