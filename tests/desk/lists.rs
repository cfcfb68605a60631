//! Long lists: each page goes on after a row, and the last one costs what the first does.

use std::collections::BTreeSet;

use sprachpool::{
    database::{
        Db, QUERIES, engine_text,
        paging::{Paged, Position},
    },
    institutions::list as institutions,
    search::{self, Wish},
    volunteers::list as volunteers,
};
use sqlx::{AssertSqlSafe, Row};

use super::page;
use crate::support::{databases::each_engine, scene::CORA, site::Site};

const MANY: usize = 20_000;

/// So many volunteers, institutions and requests that reading all of them for a page would be seen.
async fn fill(db: &Db) {
    let n = format!("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MANY})");
    let (id, time, zeros) = match db {
        Db::Sqlite { .. } => ("randomblob(16)", "'2027-02-01T09:00:00.000000Z'", "printf('%05d', i)"),
        Db::Postgres(_) => (
            "gen_random_uuid()",
            "timestamptz '2027-02-01T09:00:00Z' + i * interval '1 second'",
            "lpad(CAST(i AS text), 5, '0')",
        ),
    };
    let names = "CASE i % 4 WHEN 0 THEN 'nilofar' WHEN 1 THEN 'olga' WHEN 2 THEN 'pavel' ELSE 'quynh' END";
    for text in [
        format!(
            "{n} INSERT INTO person (id, name, name_sort, locale, created_at)
             SELECT {id}, 'Person ' || i, {names} || ' ' || {zeros}, 'xx', {time} FROM n"
        ),
        format!(
            "INSERT INTO volunteer (id, person_id, state, gender, phone_consent, german_level, on_site, by_phone,
                 by_video, version, created_at)
             SELECT {id}, id, 'active', 'female', true, 'c1', true, true, true, 1, created_at FROM person
             WHERE locale = 'xx'"
        ),
        format!(
            "{n} INSERT INTO institution (id, name, name_sort, sector, state, created_at)
             SELECT {id}, 'Haus ' || i, 'haus ' || {zeros}, 'kita', 'approved', {time} FROM n"
        ),
        format!(
            "{n} INSERT INTO request (id, form_key, reference, institution_id, site_id, contact_id, filed_by, filed_at,
                 sector, district, language, mode, occasion, topic, gender_wish, same_volunteer, meeting_point, remarks,
                 version)
             SELECT {id}, {id}, 'XX-2026-' || {zeros}, s.institution_id, s.id, c.id, c.person_id, {time},
                 'kita', '51', 'ar', 'phone', 'parent_talk', 'education', 'none', false, '', '', 1
             FROM n CROSS JOIN (SELECT id, institution_id FROM site ORDER BY id LIMIT 1) s
             JOIN contact c ON c.institution_id = s.institution_id"
        ),
        "ANALYZE".to_owned(),
    ] {
        match db {
            Db::Sqlite { write, .. } => drop(sqlx::query(AssertSqlSafe(text)).execute(write).await.expect("it fills")),
            Db::Postgres(pool) => drop(sqlx::query(AssertSqlSafe(text)).execute(pool).await.expect("it fills")),
        }
    }
}

/// How the engine would answer the query of that file that holds these words.
async fn plan(db: &Db, file: &str, words: &str, values: &[&str]) -> String {
    let query = QUERIES
        .iter()
        .find(|query| query.file.ends_with(file) && query.text.contains(words));
    let mut text = engine_text(query.expect("such a query").text, db.engine()).into_owned();
    for (number, value) in values.iter().enumerate().rev() {
        text = text.replace(&format!("${}", number + 1), value);
    }
    let explain = match db {
        Db::Sqlite { .. } => format!("EXPLAIN QUERY PLAN {text}"),
        Db::Postgres(_) => format!("EXPLAIN {text}"),
    };
    let lines: Vec<String> = match db {
        Db::Sqlite { read, .. } => {
            let rows = sqlx::query(AssertSqlSafe(explain))
                .fetch_all(read)
                .await
                .expect("a plan");
            rows.iter().map(|row| row.get("detail")).collect()
        }
        Db::Postgres(pool) => {
            let rows = sqlx::query(AssertSqlSafe(explain))
                .fetch_all(pool)
                .await
                .expect("a plan");
            rows.iter().map(|row| row.get(0)).collect()
        }
    };
    lines.join("\n")
}

/// Through the index, in its order: neither the whole table nor all that is left is sorted.
fn follows_the_index(plan: &str, index: &str, table: &str) {
    let whole = [format!("Seq Scan on {table}"), format!("SCAN {}", &table[..1])];
    let read_whole = whole
        .iter()
        .any(|words| plan.contains(words) && !plan.contains(&format!("{words} USING")));
    assert!(plan.contains(index), "{index} is not used:\n{plan}");
    assert!(!read_whole, "{table} is read whole:\n{plan}");
    assert!(
        !plan.contains("USE TEMP B-TREE FOR ORDER BY"),
        "all of it is sorted:\n{plan}"
    );
    assert!(
        !plan.contains("  ->  Sort") && !plan.starts_with("Sort"),
        "all of it is sorted:\n{plan}"
    );
}

#[tokio::test]
async fn twenty_thousand_rows_are_followed_along_an_index() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        fill(&db).await;
        let day = "'2027-02-01T09:00:00.000000Z'";
        let id = match &db {
            Db::Sqlite { .. } => "x'80000000000000000000000000000000'",
            Db::Postgres(_) => "CAST('80000000-0000-0000-0000-000000000000' AS uuid)",
        };
        for name in ["''", "'olga 10000'", "'quynh 19999'"] {
            let values = [day, name, id, "''", "''", "''", "''", "51", "''", "''", "''", "''"];
            for (words, index) in [("p.name_sort >=", "person_name"), ("p.name_sort <=", "person_name")] {
                let plan = plan(&db, "volunteers/list/follow.rs", words, &values).await;
                follows_the_index(&plan, index, "person");
            }
            let values = [name, id, "''", "''", "''", "''", "51", "''", "''", "''", "''"];
            for words in ["i.name_sort >=", "i.name_sort <="] {
                let plan = plan(&db, "institutions/list/follow.rs", words, &values).await;
                follows_the_index(&plan, "institution_name", "institution");
            }
        }
        for words in ["filed_at >=", "filed_at <="] {
            let null = match &db {
                Db::Sqlite { .. } => "NULL",
                Db::Postgres(_) => "CAST(NULL AS uuid)",
            };
            let plan = plan(&db, "coordinator/list.rs", words, &[day, id, "''", null, "51"]).await;
            follows_the_index(&plan, "request_filed", "request");
        }
        let range = ["'person'", "'olga'", "'olgaz'"];
        let nothing = ["''"; 8];
        let values: Vec<&str> = range.into_iter().chain(nothing).chain(["84"]).collect();
        let words = "SELECT w.subject_id FROM search_word w WHERE w.kind = $1";
        let found = plan(&db, "search/find.rs", words, &values).await;
        assert!(
            found.contains("search_word_pkey") || found.contains("USING PRIMARY KEY (kind=? AND word>? AND word<?)"),
            "{found}"
        );
        reads_every_page_once(&site).await;
        finds_one_of_many(&site).await;
    })
    .await;
}

async fn volunteers_at(site: &Site, at: Position<volunteers::Key>) -> Paged<volunteers::Listed, volunteers::Key> {
    let mut tx = site.app.db.read().await.expect("it reads");
    let filter = volunteers::Filter {
        at,
        ..Default::default()
    };
    volunteers::list(&mut tx, &filter, site.app.clock.now())
        .await
        .expect("it lists")
}

/// From the first page to the last and one back.
async fn reads_every_page_once(site: &Site) {
    let mut seen = BTreeSet::new();
    let mut page = volunteers_at(site, Position::Start).await;
    let mut pages = 1;
    loop {
        for row in &page.rows {
            assert!(seen.insert(row.id), "{} stands twice", row.name);
        }
        let Some(next) = page.next.take() else { break };
        page = volunteers_at(site, Position::After(next)).await;
        pages += 1;
    }
    assert_eq!(seen.len(), MANY + 2, "{pages} pages");
    let back = volunteers_at(site, Position::Before(page.previous.expect("a page before"))).await;
    assert_eq!(back.rows.len(), volunteers::PAGE);
    assert!(back.next.is_some() && back.previous.is_some());
    let mut tx = site.app.db.read().await.expect("it reads");
    let all = institutions::list(&mut tx, &institutions::Filter::default())
        .await
        .expect("it lists");
    assert!(all.rows.len() == institutions::PAGE && all.next.is_some());
}

async fn finds_one_of_many(site: &Site) {
    let mut tx = site.app.db.read().await.expect("it reads");
    let (found, more) = search::people(&mut tx, &Wish::read("olga 10001"))
        .await
        .expect("it finds");
    assert!(found.len() == 1 && !more, "{found:?}");
    let (many, more) = search::people(&mut tx, &Wish::read("olg")).await.expect("it finds");
    assert!(many.len() == search::MOST && more);
    drop(tx);
    let cora = site.signed_in(CORA).await;
    for (path, words) in [
        ("/desk/volunteers?name=quynh+19999", "Person 19999"),
        ("/desk/volunteers?name=quynh", "name=quynh&#38;after="),
        ("/desk/institutions?name=haus+00017", "Haus 17"),
        ("/desk/requests?language=ar", "language=ar&#38;after="),
        ("/desk/requests?order=oldest", "order=oldest&#38;after="),
        ("/desk/search?q=19999", "XX-2026-19999"),
        ("/desk/qualifications", "Der Pool ist groß."),
        ("/desk/qualifications?attention=yes", "attention=yes&#38;after="),
        ("/desk/trail?name=cora", "Cora Brandt"),
    ] {
        let found = page(&cora, path).await;
        assert!(found.contains(words), "{path}: {words}: {found}");
        assert!(found.len() < 100_000, "{path}: {} bytes", found.len());
    }
}

#[tokio::test]
async fn the_pages_of_requests_meet_and_keep_the_filter() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        fill(&db).await;
        let cora = site.signed_in(CORA).await;
        for order in ["", "&order=oldest"] {
            let first = page(&cora, &format!("/desk/requests?language=ar{order}")).await;
            let second = page(&cora, &link(&first, "rel=\"next\"")).await;
            let third = page(&cora, &link(&second, "rel=\"next\"")).await;
            let back = page(&cora, &link(&third, "rel=\"prev\"")).await;
            assert_eq!(references(&back), references(&second));
            let begin = page(&cora, &link(&back, "rel=\"prev\"")).await;
            assert_eq!(references(&begin), references(&first));
            assert!(references(&first).is_disjoint(&references(&second)));
            assert!(link(&second, "rel=\"next\"").contains("language=ar"));
        }
        let none = page(&cora, "/desk/requests?state=searching").await;
        assert!(none.contains("Zu diesem Filter gibt es keine Anfrage."), "{none}");
    })
    .await;
}

/// The address of the link with that attribute.
fn link(page: &str, attribute: &str) -> String {
    let (before, _) = page.split_once(&format!("\" {attribute}")).expect("such a link");
    let (_, href) = before.rsplit_once("href=\"").expect("it has an address");
    href.replace("&#38;", "&")
}

fn references(page: &str) -> BTreeSet<String> {
    let found = page.split("XX-2026-").skip(1).map(|rest| rest[..5].to_owned());
    found.collect()
}
