//! What does not fit together is refused: by a page as by a file, now and at every later moment.

use axum::http::StatusCode;
use serde_json::json;
use sprachpool::{
    act::Actor,
    settings::{
        change::{Change, ChangeError, prepare, record},
        check, pool_file,
        timeline::Timeline,
    },
};

use super::world::*;
use crate::support::{databases::each_engine, site::Site};

/// What a form sends.
type Sent = &'static [(&'static str, &'static str)];

#[test]
fn file_and_page_ask_the_same_check() {
    let text = include_str!("../../config/pools/muenster.toml");
    let mut rows = pool_file::parse(text).expect("it is right");
    assert!(check::problems(&rows).is_empty());
    rows.retain(|row| !(row.kind == "qualification" && row.key == "measles"));
    let found = check::problems(&rows);
    let places: Vec<_> = found
        .iter()
        .map(|it| (it.kind.as_str(), it.key.as_str(), it.field))
        .collect();
    let sectors = ["kita", "school", "health"].map(|sector| ("sector", sector, "needs"));
    assert_eq!(places, sectors);
    let said = pool_file::parse(&text.replacen("code = \"measles\"", "code = \"masern\"", 1)).unwrap_err();
    assert!(
        said.to_string()
            .contains("sectors.kita.needs: \"measles\" is not in qualifications"),
        "{said}"
    );
}

#[tokio::test]
async fn a_rule_that_names_what_is_not_there() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        let before = desk.lines().await;
        // kind and key, or none for a new one; what is sent; the field at which it is said
        let cases: [(&str, Sent, &str, &str); 7] = [
            (
                "neighbour",
                &[("from", "pl"), ("to", "xx-ZZ"), ("strength", "10")],
                "to-error",
                "„xx-ZZ“",
            ),
            (
                "neighbour",
                &[("from", "pl"), ("to", "pl"), ("strength", "10")],
                "to-error",
                "nicht ihre eigene",
            ),
            (
                "neighbour",
                &[("from", "pl"), ("to", "cs"), ("strength", "101")],
                "strength-error",
                "0 bis 100",
            ),
            (
                "district",
                &[("key", "99"), ("name", "Hier"), ("borough", "moon")],
                "borough-error",
                "„moon“",
            ),
            (
                "sector",
                &[
                    ("key", "arts"),
                    ("name-de", "Kunst"),
                    ("needs", "diploma"),
                    ("position", "9"),
                ],
                "needs-error",
                "„diploma“",
            ),
            (
                "closure",
                &[("first", "2027-05-10"), ("last", "2027-05-09"), ("name-de", "Nie")],
                "last-error",
                "vor dem ersten",
            ),
            (
                "language",
                &[("key", "xyz"), ("name-de", "Neu"), ("also", "Mandarin")],
                "also-error",
                "steht schon bei einer anderen Sprache",
            ),
        ];
        let cases = cases.into_iter().chain([(
            "language",
            &[("key", "kri"), ("name-de", "dari")] as &[(&str, &str)],
            "also-error",
            "„Dari“ ist schon eine andere Sprache.",
        )]);
        for (kind, fields, place, words) in cases {
            let path = format!("/desk/rules/{kind}");
            let answer = desk
                .cora
                .post(&path, fields)
                .await
                .expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(
                answer.body.contains(&format!("id=\"{place}\"")),
                "{fields:?}: {}",
                answer.body
            );
            assert_says(&answer.body, words);
        }
        assert_eq!(desk.lines().await, before);
    })
    .await;
}

/// The new language begins in April: until then no neighbour can name it, and after that it cannot go.
#[tokio::test]
async fn it_has_to_fit_at_every_later_moment() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        let language = desk.new_form("language").await;
        let language = language
            .with("key", "xyz")
            .with("name-de", "Neu")
            .with("from_day", "2027-04-01");
        desk.saved(&language).await;
        let neighbour = [("from", "pl"), ("to", "xyz"), ("strength", "10"), ("used", "yes")];
        let now = desk.cora.post("/desk/rules/neighbour", &neighbour).await;
        now.expect(StatusCode::UNPROCESSABLE_ENTITY);
        let mut later = neighbour.to_vec();
        later.push(("from_day", "2027-04-15"));
        desk.cora
            .post("/desk/rules/neighbour", &later)
            .await
            .expect(StatusCode::SEE_OTHER);
        // Polish may not end before the row that names it does.
        let end = desk
            .end_form("/desk/rules/language/pl")
            .await
            .with("from_day", "2027-03-20");
        let answer = desk.send(&end).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_says(&answer.body, "Hier steht „Polnisch“, und das gibt es dann nicht.");
        desk.until("2027-04-16");
        assert!(desk.rules().await.neighbours("pl").iter().any(|row| row.to == "xyz"));
    })
    .await;
}

/// One ends a language while another one makes it a neighbour: both cannot be.
#[tokio::test]
async fn two_at_once_are_one_after_the_other() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let change = async |kind: &str, key: &str, value: Option<serde_json::Value>| {
            let mut tx = site.app.db.begin().await?;
            let timeline = Timeline::read(&mut tx).await?;
            let change = Change {
                kind: kind.to_owned(),
                key: key.to_owned(),
                value,
                valid_from: site.app.clock.now(),
                seen: timeline.of(kind, key).first().map(|newest| newest.id),
                takes_back: None,
            };
            let act = site.app.act(Actor::Person(site.who.cora));
            let prepared = prepare(&mut tx, &act, change).await?;
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            record(&mut tx, &act, &prepared).await?;
            site.app.commit(tx).await.map_err(ChangeError::from)
        };
        let neighbour = json!({ "from": "pl", "to": "th", "strength": 10, "used": true });
        let (ended, named) = tokio::join!(
            change("language", "th", None),
            change("neighbour", "pl>th", Some(neighbour))
        );
        let refused = [&ended, &named].map(|done| matches!(done, Err(ChangeError::Inconsistent(_))));
        assert!(
            refused == [true, false] || refused == [false, true],
            "{ended:?} {named:?}"
        );
        assert_eq!([&ended, &named].iter().filter(|done| done.is_ok()).count(), 1);
    })
    .await;
}
