use chrono::{DateTime, Utc};

use super::{
    Table, Value,
    words::{Words, day, time},
};
use crate::{
    database::{DbError, Tx},
    q, row,
};

const FIELDS: [&str; 15] = [
    "reference",
    "date",
    "start",
    "end",
    "institution",
    "site",
    "language",
    "occasion",
    "mode",
    "volunteer",
    "volunteer_email",
    "outcome",
    "real_start",
    "real_end",
    "filed_on",
];

row! {
    struct PlaceRow {
        reference: String,
        filed_at: DateTime<Utc>,
        institution: String,
        site: String,
        language: String,
        mode: String,
        occasion: String,
        local_date: String,
        start_time: String,
        end_time: String,
        state: String,
        volunteer: Option<String>,
        email: Option<String>,
        outcome: Option<String>,
        real_start: Option<DateTime<Utc>>,
        real_end: Option<DateTime<Utc>>,
        ends_at: DateTime<Utc>,
    }
}

/// One row for each place: who came, and what came of it. Nothing where nobody knows yet.
pub async fn table(tx: &mut Tx, words: &Words<'_>, now: DateTime<Utc>) -> Result<Table, DbError> {
    let rows = q!(
        "SELECT r.reference, r.filed_at, i.name AS institution, t.name AS site, r.language, r.mode, r.occasion,
                s.local_date, s.start_time, s.end_time, s.ends_at, o.state, p.name AS volunteer, d.email,
                f.outcome, f.started_at AS real_start, f.ended_at AS real_end
         FROM opening o JOIN request r ON r.id = o.request_id
         JOIN institution i ON i.id = r.institution_id JOIN site t ON t.id = r.site_id
         LEFT JOIN assignment a ON a.opening_id = o.id AND a.ended_at IS NULL
         JOIN slot s ON s.id = COALESCE(a.slot_id,
             (SELECT f.id FROM slot f WHERE f.request_id = r.id ORDER BY f.position LIMIT 1))
         LEFT JOIN volunteer v ON v.id = a.volunteer_id LEFT JOIN person p ON p.id = v.person_id
         LEFT JOIN person_address pa ON pa.person_id = p.id AND pa.position = 0
         LEFT JOIN address d ON d.id = pa.address_id
         LEFT JOIN proof f ON f.assignment_id = a.id AND f.state = 'done'
         ORDER BY s.starts_at, r.reference, o.position"
    )
    .all::<PlaceRow>(tx)
    .await?;
    let line = |row: PlaceRow| -> Vec<Value> {
        let outcome = match (row.state.as_str(), row.outcome.as_deref()) {
            ("cancelled", _) => "cancelled",
            (_, Some(outcome)) => outcome,
            ("unfilled" | "open", _) if row.ends_at <= now => "unfilled",
            _ => "",
        };
        let local = |at: Option<DateTime<Utc>>| Value::from(at.map(|at| words.rules.local(at).time()));
        vec![
            row.reference.into(),
            day(&row.local_date),
            time(&row.start_time),
            time(&row.end_time),
            row.institution.into(),
            row.site.into(),
            words.language(&row.language).into(),
            words.occasion(&row.occasion).into(),
            words.word("mode", &row.mode),
            row.volunteer.into(),
            row.email.into(),
            words.word("outcome", outcome),
            local(row.real_start),
            local(row.real_end),
            Value::Day(words.rules.local(row.filed_at).date()),
        ]
    };
    Ok(Table {
        code: "appointments",
        name: words.l.t("exports-what-appointments"),
        heads: words.heads(&FIELDS),
        rows: rows.into_iter().map(line).collect(),
    })
}
