//! The pages of the trail: paged, filtered, and closed to everybody else.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use chrono::Duration;
use sprachpool::q;

use crate::support::{
    databases::each_engine,
    scene::{AMINA, CORA, KITA, ask, tuesday},
    site::Site,
};

#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    pub when: String,
    pub who: String,
    pub what: String,
}

/// The lines of a page, as they read.
pub fn lines(page: &str) -> Vec<Line> {
    let body = page.split("<tbody>").nth(1).unwrap_or_default();
    let rows = body.split("</tbody>").next().unwrap_or_default().split("<tr>").skip(1);
    rows.map(|row| {
        let cells: Vec<String> = row.split("<td>").skip(1).map(plain).collect();
        let [when, who, what] = cells.try_into().expect("three cells");
        Line { when, who, what }
    })
    .collect()
}

fn plain(html: &str) -> String {
    let spaced = html.replace("<br>", " ");
    let texts = spaced
        .split('<')
        .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    texts
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn link(page: &str, part: &str) -> Option<String> {
    let mut hrefs = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    hrefs
        .find(|href| href.contains(part))
        .map(|href| href.replace("&#38;", "&"))
}

#[tokio::test]
async fn fifty_a_page_newest_first_and_none_twice() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        for _ in 0..30 {
            ask(&site, vec![tuesday()]).await;
        }
        let cora = site.signed_in(CORA).await;
        let mut tx = site.app.db.read().await.expect("it reads");
        let count = q!("SELECT COUNT(*) FROM audit WHERE object_kind = 'request'");
        let (all,) = count.one::<(i64,)>(&mut tx).await.expect("it counts");
        drop(tx);
        let mut address = Some("/desk/trail?kind=request".to_owned());
        let (mut seen, mut pages, mut total) = (BTreeSet::new(), 0, 0);
        while let Some(next) = address {
            assert!(next.contains("kind=request"), "{next}");
            let page = cora.get(&next).await.expect(StatusCode::OK).body;
            let found = lines(&page);
            assert!(found.len() <= 50 && found.iter().all(|line| line.what.contains("Anfrage: SP-2027-")));
            total += found.len();
            // Each page's first line differs from all others: pages do not repeat.
            seen.insert(page.split("<tbody>").nth(1).expect("lines").to_owned());
            pages += 1;
            address = link(&page, "after=");
        }
        assert_eq!((total as i64, pages), (all, seen.len()));
        assert!(pages > 1);
    })
    .await;
}

#[tokio::test]
async fn by_person_by_day_and_by_kind() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        site.signed_in(KITA).await;
        site.app.clock.advance(Duration::days(1));
        let cora = site.signed_in(CORA).await;
        let shown = async |query: &str| {
            let page = cora
                .get(&format!("/desk/trail?{query}"))
                .await
                .expect(StatusCode::OK)
                .body;
            (lines(&page), page)
        };
        let (found, page) = shown("name=vogt").await;
        assert_eq!(found.len(), 1, "{page}");
        assert_eq!(found[0].what, "Angemeldet Person: Jana Vogt");
        let person = link(&page, "/desk/trail?person=").expect("a link to all she did");
        let only = cora.get(&person).await.expect(StatusCode::OK).body;
        assert_eq!(lines(&only), found);
        assert!(only.contains("Nur: <bdi>Jana Vogt</bdi>"), "{only}");
        // Cora's own sign-in is on the next day; everything else on the first.
        let (found, _) = shown("day=2027-03-02").await;
        assert!(found.iter().all(|line| line.when.starts_with("02.03.2027")) && !found.is_empty());
        assert!(
            found[0].who.starts_with("Cora Brandt, Koordinator*in aus dem Netz"),
            "{found:?}"
        );
        let (found, _) = shown("day=2027-03-01&kind=institution").await;
        assert!(
            !found.is_empty() && found.iter().all(|line| line.who == "Befehlszeile"),
            "{found:?}"
        );
        for nothing in ["day=2027-02-28", "name=%25", "name=_", "name=%5C", "day=2027-03-03"] {
            let (found, page) = shown(nothing).await;
            assert!(
                found.is_empty() && page.contains("Dazu steht nichts im Protokoll."),
                "{nothing}: {page}"
            );
        }
        let (found, page) = shown("day=gestern").await;
        assert!(!found.is_empty() && page.contains("Sie sehen alle Tage."), "{page}");
        for wrong in ["kind=wetter", "person=1", "after=x"] {
            let (found, page) = shown(wrong).await;
            assert!(
                !found.is_empty() && page.contains("Er bleibt unbeachtet."),
                "{wrong}: {page}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn everything_has_its_page_and_nobody_else_reads_it() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = ask(&site, vec![tuesday()]).await;
        let cora = site.signed_in(CORA).await;
        let who = site.who;
        let pages = [
            (format!("/desk/trail/request/{request}"), "SP-2027-0001"),
            (format!("/desk/trail/volunteer/{}", who.amina), "Amina Rahimi"),
            (
                format!("/desk/trail/institution/{}", who.kita.institution),
                "Kita Sonnenblume",
            ),
            (format!("/desk/trail/contact/{}", who.kita.contact), "Jana Vogt"),
            (format!("/desk/trail/person/{}", who.cora), "Cora Brandt"),
            (
                "/desk/trail/pool/00000000-0000-0000-0000-000000000000".to_owned(),
                "Regeln des Pools",
            ),
        ];
        for (path, name) in &pages {
            let page = cora.get(path).await.expect(StatusCode::OK).body;
            assert!(page.contains(&format!("Protokoll: {name}")), "{path}: {page}");
            assert!(!lines(&page).is_empty(), "{path}: {page}");
        }
        // The thing's own page shows its newest lines and leads to all of them.
        for (own, trail) in [
            (format!("/desk/volunteers/{}", who.amina), &pages[1].0),
            (format!("/desk/institutions/{}", who.kita.institution), &pages[2].0),
            (format!("/desk/team/{}", who.cora), &pages[4].0),
        ] {
            let page = cora.get(&own).await.expect(StatusCode::OK).body;
            let last = page.split("id=\"trail\"").nth(1).expect("the last lines");
            assert!(
                last.contains(trail.as_str()) && !lines(last).is_empty(),
                "{own}: {page}"
            );
        }
        let unknown = "018f0000-0000-7000-8000-000000000000";
        for path in [
            format!("/desk/trail/request/{unknown}"),
            format!("/desk/trail/volunteer/{request}"),
            format!("/desk/trail/pool/{unknown}"),
            format!("/desk/trail/audit/{request}"),
            "/desk/trail/request/nonsense".to_owned(),
        ] {
            cora.get(&path).await.expect(StatusCode::NOT_FOUND);
        }
        for email in [KITA, AMINA] {
            let browser = site.signed_in(email).await;
            for path in pages.iter().map(|(path, _)| path.as_str()).chain(["/desk/trail"]) {
                browser.get(path).await.expect(StatusCode::NOT_FOUND);
            }
        }
        let nobody = site.browser().get("/desk/trail").await.expect(StatusCode::SEE_OTHER);
        assert!(nobody.location().starts_with("/sign-in"));
    })
    .await;
}
