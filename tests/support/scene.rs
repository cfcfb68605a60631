//! A request of Kita Sonnenblume on its way, with the words that only its volunteer may read.

use chrono::{NaiveDate, NaiveTime};
use sprachpool::{
    act::{Act, Actor},
    database::Db,
    matching::{GenderWish, Mode},
    requests::{NewRequest, NewSlot, RequestId, cancel, submit},
};

use super::{people::Asker, site::Site};

pub const CORA: &str = "cora.brandt@sprachpool.example";
pub const AMINA: &str = "amina.rahimi@post.example";
pub const BASIR: &str = "basir.noori@post.example";
pub const KITA: &str = "kita@sonnenblume.example";

/// What no page of an offer ever shows: street, meeting point, remarks, contact, phone, institution, volunteer.
pub const SECRETS: [&str; 8] = [
    "Parkweg",
    "48149",
    "Eingang Süd",
    "Bitte leise klingeln",
    "Jana Vogt",
    "555 0142",
    "Sonnenblume",
    "Rahimi",
];

pub fn slot(date: &str, start: &str, end: &str) -> NewSlot {
    let time = |text| NaiveTime::parse_from_str(text, "%H:%M").expect("a time");
    NewSlot {
        date: date.parse::<NaiveDate>().expect("a date"),
        start: time(start),
        end: time(end),
    }
}

/// Tuesday, 16 March 2027, 9:00 to 10:00.
pub fn tuesday() -> NewSlot {
    slot("2027-03-16", "09:00", "10:00")
}

/// Filed, and its first offers handed over: they go to Amina and to Basir.
pub async fn ask(site: &Site, slots: Vec<NewSlot>) -> RequestId {
    ask_for(site, site.who.kita, slots).await
}

pub async fn ask_for(site: &Site, asker: Asker, slots: Vec<NewSlot>) -> RequestId {
    ask_about(site, asker, "education", slots).await
}

pub async fn ask_about(site: &Site, asker: Asker, topic: &str, slots: Vec<NewSlot>) -> RequestId {
    let mut tx = site.app.db.begin().await.expect("it begins");
    let act = service(site);
    let rules = site.app.rules(&mut tx).await.expect("rules");
    let new = NewRequest {
        form_key: act.uuid(),
        institution: asker.institution,
        site: asker.site,
        contact: asker.contact,
        filed_by: site.who.cora,
        language: "prs".to_owned(),
        mode: Mode::OnSite,
        occasion: "parent_talk".to_owned(),
        topic: topic.to_owned(),
        gender: GenderWish::None,
        same_volunteer: false,
        openings: 1,
        urgent_reason: None,
        meeting_point: "Eingang Süd".to_owned(),
        remarks: "Bitte leise klingeln <b>danke</b>".to_owned(),
        slots,
    };
    let filed = submit(&mut tx, &act, &rules, &new).await.expect("it is taken");
    site.app.commit(tx).await.expect("it commits");
    site.work().await;
    filed.id
}

pub async fn call_off(site: &Site, request: RequestId) {
    let mut tx = site.app.db.begin().await.expect("it begins");
    cancel(&mut tx, &service(site), request, "")
        .await
        .expect("it is cancelled");
    site.app.commit(tx).await.expect("it commits");
    site.work().await;
}

pub fn service(site: &Site) -> Act<'_> {
    site.app.act(Actor::Service)
}

/// The volunteer's link to the newest offer.
pub async fn offer_link(site: &Site, email: &str) -> String {
    site.link_for(email, "offer", "/o/").await
}

/// Says yes by the link and gives the assignment's link back.
pub async fn accepts(site: &Site, email: &str) -> String {
    let link = offer_link(site, email).await;
    let browser = site.browser();
    let answer = browser.post(&link, &[("answer", "yes")]).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    site.link_for(email, "assignment_confirmed", "/a/").await
}

/// Every row of every table, to see that nothing changed.
pub async fn dump(db: &Db) -> Vec<String> {
    let mut rows = Vec::new();
    match db {
        Db::Sqlite { read, .. } => {
            let tables: Vec<(String,)> =
                sqlx::query_as("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
                    .fetch_all(read)
                    .await
                    .expect("the tables");
            for (table,) in tables {
                let columns: Vec<(String,)> = sqlx::query_as("SELECT name FROM pragma_table_info($1) ORDER BY cid")
                    .bind(&table)
                    .fetch_all(read)
                    .await
                    .expect("the columns");
                let all = columns
                    .iter()
                    .map(|(name,)| format!("quote(\"{name}\")"))
                    .collect::<Vec<_>>()
                    .join("||','||");
                let sql = format!("SELECT {all} FROM \"{table}\" ORDER BY 1");
                let found: Vec<(Option<String>,)> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
                    .fetch_all(read)
                    .await
                    .expect("the rows");
                rows.extend(
                    found
                        .into_iter()
                        .map(|(row,)| format!("{table}: {}", row.unwrap_or_default())),
                );
            }
        }
        Db::Postgres(pool) => {
            let tables: Vec<(String,)> = sqlx::query_as(
                "SELECT CAST(table_name AS TEXT) FROM information_schema.tables
                 WHERE table_schema = 'public' ORDER BY 1",
            )
            .fetch_all(pool)
            .await
            .expect("the tables");
            for (table,) in tables {
                let sql = format!("SELECT CAST(t AS TEXT) FROM \"{table}\" t ORDER BY 1");
                let found: Vec<(String,)> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
                    .fetch_all(pool)
                    .await
                    .expect("the rows");
                rows.extend(found.into_iter().map(|(row,)| format!("{table}: {row}")));
            }
        }
    }
    rows
}
