use chrono::{DateTime, Utc};

use super::{
    Table, Value,
    words::{Words, day, time},
};
use crate::{
    database::{DbError, Tx},
    q, row,
};

const FIELDS: [&str; 14] = [
    "reference",
    "filed_on",
    "institution",
    "site",
    "sector",
    "district",
    "language",
    "mode",
    "occasion",
    "date",
    "start",
    "end",
    "places",
    "filled",
];

row! {
    struct RequestRow {
        reference: String,
        filed_at: DateTime<Utc>,
        institution: String,
        site: String,
        sector: String,
        district: String,
        language: String,
        mode: String,
        occasion: String,
        local_date: String,
        start_time: String,
        end_time: String,
        places: i64,
        filled: i64,
        cancelled: bool,
    }
}

/// What was asked for, and how much of it was found: one row for each request, with the date it is about.
pub async fn table(tx: &mut Tx, words: &Words<'_>) -> Result<Table, DbError> {
    let rows = q!(
        "SELECT r.reference, r.filed_at, i.name AS institution, t.name AS site, r.sector, r.district, r.language, r.mode,
                r.occasion, s.local_date, s.start_time, s.end_time, r.cancelled_at IS NOT NULL AS cancelled,
                (SELECT COUNT(*) FROM opening o WHERE o.request_id = r.id) AS places,
                (SELECT COUNT(*) FROM opening o WHERE o.request_id = r.id AND o.state = 'filled') AS filled
         FROM request r JOIN institution i ON i.id = r.institution_id JOIN site t ON t.id = r.site_id
         JOIN slot s ON s.request_id = r.id AND s.id = COALESCE(
             (SELECT a.slot_id FROM assignment a WHERE a.request_id = r.id AND a.ended_at IS NULL
              ORDER BY a.accepted_at, a.id LIMIT 1),
             (SELECT f.id FROM slot f WHERE f.request_id = r.id ORDER BY f.position LIMIT 1))
         ORDER BY r.reference"
    )
    .all::<RequestRow>(tx)
    .await?;
    let mut heads = words.heads(&FIELDS);
    heads.push(words.head("cancelled"));
    let line = |row: RequestRow| -> Vec<Value> {
        vec![
            row.reference.into(),
            Value::Day(words.rules.local(row.filed_at).date()),
            row.institution.into(),
            row.site.into(),
            words.sector(&row.sector).into(),
            words.district(&row.district).into(),
            words.language(&row.language).into(),
            words.word("mode", &row.mode),
            words.occasion(&row.occasion).into(),
            day(&row.local_date),
            time(&row.start_time),
            time(&row.end_time),
            Value::Number(row.places),
            Value::Number(row.filled),
            words.word("yes", if row.cancelled { "yes" } else { "no" }),
        ]
    };
    Ok(Table {
        code: "requests",
        name: words.l.t("exports-what-requests"),
        heads,
        rows: rows.into_iter().map(line).collect(),
    })
}
