//! The institution's pages, driven through the router.

mod bad_input;
mod callers;
mod filing;
mod locales;
mod owners;
mod states;

use axum::http::StatusCode;
use sprachpool::requests::RequestId;

use crate::support::site::{Browser, Site};

pub const KITA: &str = "kita@sonnenblume.example";
pub const KLINIK: &str = "held@klinik-am-park.example";

/// Three steps that are right: Dari, Tuesday 16 March 2027, 9:00 to 10:00, on site.
pub const CONVERSATION: &[(&str, &str)] = &[
    ("language", "Dari"),
    ("occasion", "parent_talk"),
    ("gender_wish", "none"),
];
pub const WHEN: &[(&str, &str)] = &[
    ("day", "16"),
    ("month", "3"),
    ("year", "2027"),
    ("start", "9:00"),
    ("end", "10:00"),
    ("mode", "on_site"),
];

pub fn place(site: &str) -> Vec<(&'static str, String)> {
    vec![
        ("site", site.to_owned()),
        ("meeting_point", "Haupteingang, bitte klingeln".to_owned()),
        ("openings", "1".to_owned()),
        ("remarks", "Es geht um die ersten Tage.".to_owned()),
    ]
}

/// The same fields, some of them typed otherwise.
pub fn but<'a>(fields: &[(&'a str, &'a str)], other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let replaced = |name: &str| other.iter().any(|(known, _)| *known == name);
    let kept = fields.iter().filter(|(name, _)| !replaced(name));
    kept.chain(other).copied().collect()
}

/// A fresh draft; the path of its pages without the last part.
pub async fn draft(browser: &Browser) -> String {
    let answer = browser
        .post("/requests/drafts", &[])
        .await
        .expect(StatusCode::SEE_OTHER);
    let path = answer.location().to_owned();
    path.strip_suffix("/conversation").expect("the first step").to_owned()
}

/// A draft with all steps done.
pub async fn filled(site: &Site, browser: &Browser) -> String {
    filled_but(site, browser, &[]).await
}

/// The same with another date.
pub async fn filled_but(site: &Site, browser: &Browser, when: &[(&str, &str)]) -> String {
    let when = but(WHEN, when);
    let draft = draft(browser).await;
    let place = place(&site.who.kita.site.to_string());
    let place: Vec<_> = place.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for (step, fields, next) in [
        ("conversation", CONVERSATION, "when"),
        ("when", when.as_slice(), "where"),
        ("where", place.as_slice(), "check"),
    ] {
        let answer = browser
            .post(&format!("{draft}/{step}"), fields)
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(answer.location(), format!("{draft}/{next}"));
    }
    draft
}

/// A filed request of the Kita; the path of its page.
pub async fn filed(site: &Site, browser: &Browser) -> String {
    let draft = filled(site, browser).await;
    let answer = browser
        .post(&format!("{draft}/check"), &[("rules", "yes")])
        .await
        .expect(StatusCode::SEE_OTHER);
    answer.location().to_owned()
}

pub fn id_of(path: &str) -> RequestId {
    let path = path.split('?').next().unwrap_or(path);
    path.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id")
}

/// What a person reads: without tags.
pub fn text(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<').skip(1) {
        text.push_str(piece.split_once('>').map_or("", |(_, after)| after));
        text.push(' ');
    }
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
}

#[track_caller]
pub fn says(html: &str, words: &str) {
    let text = text(html);
    assert!(text.contains(words), "{words:?} does not stand in: {text}");
}
