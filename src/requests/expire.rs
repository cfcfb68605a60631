//! Free text goes when its appointment is long over, or when its writer is erased. What the statistics count stays.

use chrono::{DateTime, Utc};

use crate::{
    database::{DbError, Tx},
    links::{self, Purpose},
    people::{Counted, PersonId},
    q,
    volunteers::VolunteerId,
};

/// Of requests whose last date ended before then.
pub async fn empty_texts_before(tx: &mut Tx, ended: DateTime<Utc>, most: i64) -> Result<u64, DbError> {
    let requests = q!(
        "UPDATE request SET urgent_reason = NULL, meeting_point = '', remarks = '', joining = '', cancel_reason = NULL,
             closed_note = NULL, policy_reason = NULL, check_referral = NULL
         WHERE id IN (SELECT r.id FROM request r
             WHERE (COALESCE(r.urgent_reason, '') <> '' OR r.meeting_point <> '' OR r.remarks <> '' OR r.joining <> ''
                 OR COALESCE(r.cancel_reason, '') <> '' OR COALESCE(r.closed_note, '') <> ''
                 OR COALESCE(r.policy_reason, '') <> '' OR COALESCE(r.check_referral, '') <> '')
               AND NOT EXISTS (SELECT 1 FROM slot s WHERE s.request_id = r.id AND s.ends_at >= $1)
             ORDER BY r.id LIMIT $2)",
        ended,
        most
    )
    .execute(tx)
    .await?;
    let assignments = q!(
        "UPDATE assignment SET override_reason = NULL WHERE id IN (SELECT a.id FROM assignment a
             WHERE a.override_reason IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM slot s WHERE s.request_id = a.request_id AND s.ends_at >= $1)
             ORDER BY a.id LIMIT $2)",
        ended,
        most
    )
    .execute(tx)
    .await?;
    let offers = q!(
        "UPDATE offer SET known_to_me = NULL WHERE id IN (SELECT o.id FROM offer o
             WHERE o.known_to_me IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM slot s WHERE s.request_id = o.request_id AND s.ends_at >= $1)
             ORDER BY o.id LIMIT $2)",
        ended,
        most
    )
    .execute(tx)
    .await?;
    let questions = q!(
        "UPDATE check_question SET question = '', answer = CASE WHEN answer IS NULL THEN answer ELSE '' END
         WHERE id IN (SELECT x.id FROM check_question x WHERE (x.question <> '' OR COALESCE(x.answer, '') <> '')
               AND NOT EXISTS (SELECT 1 FROM slot s WHERE s.request_id = x.request_id AND s.ends_at >= $1)
             ORDER BY x.id LIMIT $2)",
        ended,
        most
    )
    .execute(tx)
    .await?;
    Ok(requests + assignments + offers + questions)
}

pub async fn delete_drafts_before(tx: &mut Tx, changed: DateTime<Utc>, most: i64) -> Result<u64, DbError> {
    q!(
        "DELETE FROM request_draft WHERE id IN (SELECT id FROM request_draft WHERE updated_at < $1
             ORDER BY updated_at, id LIMIT $2)",
        changed,
        most
    )
    .execute(tx)
    .await
}

/// What somebody wrote as a contact or a coordinator, and their drafts.
pub async fn erase_words_of(tx: &mut Tx, person: PersonId) -> Result<Counted, DbError> {
    let mut texts = q!(
        "UPDATE request SET urgent_reason = NULL, meeting_point = '', remarks = '', joining = ''
         WHERE (filed_by = $1 OR contact_id IN (SELECT id FROM contact WHERE person_id = $1))
           AND (COALESCE(urgent_reason, '') <> '' OR meeting_point <> '' OR remarks <> '' OR joining <> '')",
        person
    )
    .execute(tx)
    .await?;
    texts += q!(
        "UPDATE request SET cancel_reason = NULL WHERE cancelled_by = $1 AND cancel_reason IS NOT NULL",
        person
    )
    .execute(tx)
    .await?;
    texts += q!(
        "UPDATE request SET closed_note = NULL WHERE closed_by = $1 AND closed_note IS NOT NULL",
        person
    )
    .execute(tx)
    .await?;
    texts += q!(
        "UPDATE request SET policy_reason = NULL WHERE policy_by = $1 AND policy_reason IS NOT NULL",
        person
    )
    .execute(tx)
    .await?;
    texts += q!(
        "UPDATE assignment SET override_reason = NULL WHERE assigned_by = $1 AND override_reason IS NOT NULL",
        person
    )
    .execute(tx)
    .await?;
    texts += q!(
        "UPDATE request SET check_referral = NULL WHERE check_decided_by = $1 AND check_referral IS NOT NULL",
        person
    )
    .execute(tx)
    .await?;
    texts += q!(
        "UPDATE check_question SET question = '' WHERE asked_by = $1 AND question <> ''",
        person
    )
    .execute(tx)
    .await?;
    texts += q!(
        "UPDATE check_question SET answer = '' WHERE answered_by = $1 AND answer <> ''",
        person
    )
    .execute(tx)
    .await?;
    let drafts = q!(
        "DELETE FROM request_draft WHERE filed_by = $1
            OR contact_id IN (SELECT id FROM contact WHERE person_id = $1)",
        person
    )
    .execute(tx)
    .await?;
    Ok(vec![("texts", texts), ("drafts", drafts)])
}

/// What stands about a volunteer beside what they did: why they were assigned, whom they know, their mailed links.
pub async fn erase_words_about(tx: &mut Tx, volunteer: VolunteerId) -> Result<Counted, DbError> {
    let mut texts = q!(
        "UPDATE assignment SET override_reason = NULL WHERE volunteer_id = $1 AND override_reason IS NOT NULL",
        volunteer
    )
    .execute(tx)
    .await?;
    texts += q!(
        "UPDATE offer SET known_to_me = NULL WHERE volunteer_id = $1 AND known_to_me IS NOT NULL",
        volunteer
    )
    .execute(tx)
    .await?;
    let mut taken = 0;
    for (purpose, subjects) in [
        (Purpose::Offer, offers_of(tx, volunteer).await?),
        (Purpose::Assignment, assignments_of(tx, volunteer).await?),
        (Purpose::Proof, assignments_of(tx, volunteer).await?),
    ] {
        for subject in subjects {
            taken += links::delete(tx, purpose, subject).await?;
        }
    }
    Ok(vec![("texts", texts), ("links", taken)])
}

async fn offers_of(tx: &mut Tx, volunteer: VolunteerId) -> Result<Vec<uuid::Uuid>, DbError> {
    let rows = q!("SELECT id FROM offer WHERE volunteer_id = $1", volunteer)
        .all::<(uuid::Uuid,)>(tx)
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

async fn assignments_of(tx: &mut Tx, volunteer: VolunteerId) -> Result<Vec<uuid::Uuid>, DbError> {
    let rows = q!("SELECT id FROM assignment WHERE volunteer_id = $1", volunteer)
        .all::<(uuid::Uuid,)>(tx)
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
