//! The notes beside what was said; the words themselves say who, when and how long, and stay.

use chrono::{DateTime, Utc};

use crate::{
    database::{DbError, Tx},
    people::PersonId,
    q,
};

/// Of requests whose last date ended before then.
pub async fn empty_notes_before(tx: &mut Tx, ended: DateTime<Utc>, most: i64) -> Result<u64, DbError> {
    q!(
        "UPDATE proof_version SET note = '' WHERE id IN (SELECT p.id FROM proof_version p
             JOIN assignment a ON a.id = p.assignment_id WHERE p.note <> ''
               AND NOT EXISTS (SELECT 1 FROM slot s WHERE s.request_id = a.request_id AND s.ends_at >= $1)
             ORDER BY p.id LIMIT $2)",
        ended,
        most
    )
    .execute(tx)
    .await
}

/// What somebody noted, and what others noted about an appointment of theirs.
pub async fn erase_notes(tx: &mut Tx, person: PersonId) -> Result<u64, DbError> {
    q!(
        "UPDATE proof_version SET note = '' WHERE note <> '' AND (recorded_by = $1 OR assignment_id IN (
             SELECT a.id FROM assignment a JOIN volunteer v ON v.id = a.volunteer_id WHERE v.person_id = $1))",
        person
    )
    .execute(tx)
    .await
}
