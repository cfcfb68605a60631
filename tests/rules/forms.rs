//! Every kind of rule has a form that gives back what it was filled with, and takes what is new.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use sprachpool::settings::{
    kinds::{KINDS, Key, Kind},
    timeline::Timeline,
};

use super::world::*;
use crate::support::databases::each_engine;

/// Kind and key of some rules of each kind: the first, one in the middle, the last.
async fn some(desk: &Desk) -> Vec<(&'static Kind, String)> {
    let mut tx = desk.site.app.db.read().await.expect("it begins");
    let timeline = Timeline::read(&mut tx).await.expect("it reads");
    let rows = timeline.in_force(desk.site.app.clock.now());
    let mut all = vec![];
    for kind in KINDS {
        let keys: Vec<_> = rows
            .iter()
            .filter(|row| row.kind == kind.code)
            .map(|row| &row.key)
            .collect();
        assert!(!keys.is_empty(), "the model city has no {}", kind.code);
        let at: BTreeSet<_> = [0, keys.len() / 2, keys.len() - 1].into();
        all.extend(at.into_iter().map(|at| (kind, keys[at].clone())));
    }
    all
}

/// Also those with the longest lists.
#[tokio::test]
async fn no_page_is_heavy() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        let mut paths = vec!["/desk/rules".to_owned(), "/desk/rules/ambiguous/Kurdisch".to_owned()];
        for kind in KINDS {
            paths.push(format!("/desk/rules/{}", kind.code));
            if kind.key != Key::Given {
                paths.push(format!("/desk/rules/{}/new", kind.code));
            }
        }
        for path in paths {
            let page = desk.get(&path).await;
            assert!(page.len() <= 100_000, "{path}: {} bytes", page.len());
            assert_eq!(page.matches("<h1").count(), 1, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_form_shows_is_what_it_takes() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        let before = desk.lines().await;
        for (kind, key) in some(&desk).await {
            let path = match kind.code {
                // It has a form of its own.
                "late" => "/desk/rules/late".to_owned(),
                code => format!("/desk/rules/{code}/{}", encoded(&key)),
            };
            let form = desk.form(&path).await;
            let answer = desk.send(&form).await.expect(StatusCode::SEE_OTHER);
            assert!(
                answer.location().ends_with("?same=yes"),
                "{path}: {}",
                answer.location()
            );
            assert_says(&desk.get(answer.location()).await, "So galt es schon.");
        }
        assert_eq!(desk.lines().await, before);
    })
    .await;
}

/// What a form sends.
type Sent = &'static [(&'static str, &'static str)];

/// One new rule of each kind to which rules can be added: fields of its form.
const NEW: [(&str, Sent, &str); 15] = [
    (
        "language",
        &[("key", "new"), ("name-de", "Newari"), ("also", "Nepalbhasa\nNewah")],
        "new",
    ),
    (
        "neighbour",
        &[("from", "pl"), ("to", "cs"), ("strength", "40"), ("used", "yes")],
        "pl>cs",
    ),
    (
        "ambiguous",
        &[("key", "Tschechoslowakisch"), ("ask", "cs"), ("also", "")],
        "",
    ),
    (
        "sector",
        &[("key", "culture"), ("name-de", "Kultur"), ("name-en", "Culture")],
        "culture",
    ),
    (
        "qualification",
        &[("key", "first_aid"), ("name-de", "Erste Hilfe"), ("valid_months", "24")],
        "first_aid",
    ),
    (
        "topic",
        &[
            ("key", "sports"),
            ("name-de", "Sport"),
            ("verdict", "refuse"),
            ("referral-de", "Bitte fragen Sie den Verein."),
        ],
        "sports",
    ),
    (
        "occasion",
        &[
            ("key", "visit"),
            ("name-de", "Besuch"),
            ("usual_minutes", "45"),
            ("topic", "education"),
        ],
        "visit",
    ),
    ("institution_kind", &[("key", "club"), ("name-de", "Verein")], "club"),
    (
        "district",
        &[("key", "99"), ("name", "Umland"), ("borough", "west")],
        "99",
    ),
    (
        "borough",
        &[("key", "umland"), ("name", "Umland"), ("neighbours", "west")],
        "umland",
    ),
    (
        "travel_pair",
        &[("from", "98"), ("to", "11"), ("minutes", "42")],
        "11-98",
    ),
    (
        "closure",
        &[("first", "2027-05-10"), ("last", "2027-05-12"), ("name-de", "Umzug")],
        "2027-05-10",
    ),
    (
        "holiday",
        &[("key", "2029-01-01"), ("name-de", "Neujahr")],
        "2029-01-01",
    ),
    ("mode", &[("key", "fax"), ("name-de", "Per Fax")], ""),
    ("language", &[("key", "prs"), ("name-de", "Noch einmal Dari")], ""),
];

#[tokio::test]
async fn a_new_rule_of_each_kind_counts_ends_and_comes_back() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        let covered: BTreeSet<_> = NEW.iter().map(|(kind, ..)| *kind).collect();
        let addable = KINDS.iter().filter(|kind| kind.key != Key::Given).map(|kind| kind.code);
        assert_eq!(covered, addable.collect::<BTreeSet<_>>());
        for (kind, fields, key) in NEW {
            let form = fields
                .iter()
                .fold(desk.new_form(kind).await, |form, (name, value)| form.with(name, value));
            let before = desk.lines().await;
            if key.is_empty() {
                // One language to choose from, a way that the service does not know, a code that is taken.
                let answer = desk.send(&form).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
                assert!(answer.body.contains("role=\"alert\"") && answer.body.contains("-error\""));
                assert_eq!(desk.lines().await, before);
                continue;
            }
            let page = desk.saved(&form).await;
            assert_says(&page, "Gespeichert. Gilt ab: sofort.");
            assert_eq!(desk.lines().await, before + 1, "{kind}");
            let mark = if key == "new" { "~" } else { "" };
            let path = format!("/desk/rules/{kind}/{mark}{}", encoded(key));
            let list = desk.get(&format!("/desk/rules/{kind}")).await;
            assert!(list.contains(&format!("href=\"{path}\"")), "{kind}: {path}");
            let page = desk.saved(&desk.end_form(&path).await).await;
            assert_says(&page, "Gilt nicht mehr");
            let undo = form_of(&page, &format!("{path}/undo"));
            let page = desk.saved(&undo).await;
            assert_says(&page, "Neu angelegt.");
        }
        let rules = desk.rules().await;
        assert_eq!(rules.language_name("new", "de"), "Newari");
        assert_eq!(rules.travel_minutes("11", "98"), 42);
        assert!(rules.neighbours("pl").iter().any(|row| row.to == "cs"));
        assert!(rules.topic("sports").is_some() && rules.district("99").is_some());
    })
    .await;
}

/// As the pages write a key into an address.
pub fn encoded(key: &str) -> String {
    let plain = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_');
    key.bytes()
        .map(|c| {
            if plain(c) {
                char::from(c).to_string()
            } else {
                format!("%{c:02X}")
            }
        })
        .collect()
}
