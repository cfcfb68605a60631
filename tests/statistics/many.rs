//! Twenty thousand requests: the page is made from a handful of queries, not from one for each.

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use sprachpool::database::{Db, Engine};
use sqlx::AssertSqlSafe;

use crate::support::{
    databases::each_engine,
    scene::{CORA, ask, tuesday},
    site::Site,
};

const COUNT: usize = 20_000;

#[tokio::test]
async fn twenty_thousand_requests_are_a_page_like_any_other() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        ask(&site, vec![tuesday()]).await;
        multiply(&db).await;
        let cora = site.signed_in(CORA).await;
        for by in ["month", "institution"] {
            let address = format!("/desk/figures?from=2027-01&to=2027-12&by={by}");
            let begin = Instant::now();
            let page = cora.get(&address).await.expect(StatusCode::OK).body;
            let took = begin.elapsed();
            println!("{:?} by {by}: {took:?}", db.engine());
            assert!(
                page.contains(&format!("wurden 0 von {} Anfragen besetzt.", COUNT + 1)),
                "{page}"
            );
            // Unoptimised, on a busy machine; one query for each request would take minutes.
            assert!(took < Duration::from_secs(20), "{took:?}");
        }
    })
    .await;
}

/// Copies the one request, on other days, each with a place that stayed empty and two offers.
async fn multiply(db: &Db) {
    let (id, day, instant) = match db.engine() {
        Engine::Sqlite => (
            "randomblob(16)",
            "date('2027-01-01', '+' || (CAST(substr(reference, 3) AS INTEGER) % 365) || ' days')",
            "T09:00:00.000000Z'",
        ),
        Engine::Postgres => (
            "gen_random_uuid()",
            "to_char(date '2027-01-01' + CAST(substr(reference, 3) AS INTEGER) % 365, 'YYYY-MM-DD')",
            "T09:00:00Z' AS TIMESTAMPTZ)",
        ),
    };
    let at = |day: &str| match db.engine() {
        Engine::Sqlite => format!("{day} || '{instant}"),
        Engine::Postgres => format!("CAST({day} || '{instant}"),
    };
    let starts = at(day);
    let statements = [
        format!(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {COUNT})
             INSERT INTO request (id, form_key, reference, institution_id, site_id, contact_id, filed_by, filed_at,
               sector, district, language, mode, occasion, topic, gender_wish, same_volunteer, meeting_point, remarks,
               version)
             SELECT {id}, {id}, 'X-' || n.i, r.institution_id, r.site_id, r.contact_id, r.filed_by, r.filed_at,
               r.sector, r.district, r.language, r.mode, r.occasion, r.topic, r.gender_wish, r.same_volunteer, '', '', 1
             FROM request r CROSS JOIN n"
        ),
        format!(
            "INSERT INTO slot (id, request_id, position, local_date, start_time, end_time, zone, starts_at, ends_at)
             SELECT {id}, id, 0, {day}, '10:00', '11:00', 'Europe/Berlin', {starts}, {starts}
             FROM request WHERE reference LIKE 'X-%'"
        ),
        format!(
            "INSERT INTO opening (id, request_id, position, state, changed_at)
             SELECT {id}, id, 0, 'unfilled', filed_at FROM request WHERE reference LIKE 'X-%'"
        ),
        format!(
            "INSERT INTO search (id, request_id, round, policy, started_at, deadline, ended_at, outcome)
             SELECT {id}, id, 1, '{{}}', filed_at, filed_at, filed_at, 'nobody'
             FROM request WHERE reference LIKE 'X-%'"
        ),
        format!(
            "INSERT INTO offer (id, search_id, request_id, volunteer_id, state, created_at, sent_at)
             SELECT {id}, s.id, s.request_id, v.id, 'expired', s.started_at, s.started_at
             FROM search s CROSS JOIN volunteer v WHERE s.outcome = 'nobody'"
        ),
    ];
    for sql in statements {
        let sql = AssertSqlSafe(sql);
        match db {
            Db::Sqlite { write, .. } => drop(sqlx::query(sql).execute(write).await.expect("it is copied")),
            Db::Postgres(pool) => drop(sqlx::query(sql).execute(pool).await.expect("it is copied")),
        }
    }
}
