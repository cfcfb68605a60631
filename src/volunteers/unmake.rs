//! Taking back what an import has made, as if it had never been there.

use uuid::Uuid;

use crate::{
    database::{DbError, Tx, Value},
    people::PersonId,
    q,
};

/// How many of these volunteers something hangs on by now: offers, appointments, bans, wishes, tasks, links.
pub async fn in_use(tx: &mut Tx, volunteers: &[Uuid]) -> Result<i64, DbError> {
    let (count,) = q!(
        "SELECT COUNT(*) FROM volunteer v WHERE v.id IN (UUIDS($1)) AND (
             EXISTS (SELECT 1 FROM offer o WHERE o.volunteer_id = v.id)
             OR EXISTS (SELECT 1 FROM assignment a WHERE a.volunteer_id = v.id)
             OR EXISTS (SELECT 1 FROM ban b WHERE b.volunteer_id = v.id)
             OR EXISTS (SELECT 1 FROM refusal r WHERE r.volunteer_id = v.id)
             OR EXISTS (SELECT 1 FROM task t WHERE t.volunteer_id = v.id)
             OR EXISTS (SELECT 1 FROM link l WHERE l.subject_id = v.id)
             OR EXISTS (SELECT 1 FROM session s WHERE s.person_id = v.person_id)
             OR EXISTS (SELECT 1 FROM outbox m WHERE m.person_id = v.person_id))",
        Value::uuids(volunteers.iter().copied())
    )
    .one::<(i64,)>(tx)
    .await?;
    Ok(count)
}

/// Deletes their rows and returns the people they were.
pub async fn unmake(tx: &mut Tx, volunteers: &[Uuid]) -> Result<Vec<PersonId>, DbError> {
    let ids = || Value::uuids(volunteers.iter().copied());
    q!(
        "DELETE FROM timer WHERE kind = 'qualification_runs_out' AND subject_id IN (
             SELECT id FROM qualification WHERE volunteer_id IN (UUIDS($1)))",
        ids()
    )
    .execute(tx)
    .await?;
    q!("DELETE FROM qualification WHERE volunteer_id IN (UUIDS($1))", ids())
        .execute(tx)
        .await?;
    q!("DELETE FROM availability WHERE volunteer_id IN (UUIDS($1))", ids())
        .execute(tx)
        .await?;
    q!("DELETE FROM absence WHERE volunteer_id IN (UUIDS($1))", ids())
        .execute(tx)
        .await?;
    q!(
        "DELETE FROM volunteer_district WHERE volunteer_id IN (UUIDS($1))",
        ids()
    )
    .execute(tx)
    .await?;
    q!("DELETE FROM volunteer_sector WHERE volunteer_id IN (UUIDS($1))", ids())
        .execute(tx)
        .await?;
    q!(
        "DELETE FROM volunteer_language WHERE volunteer_id IN (UUIDS($1))",
        ids()
    )
    .execute(tx)
    .await?;
    q!(
        "DELETE FROM forecast_volunteer WHERE volunteer_id IN (UUIDS($1))",
        ids()
    )
    .execute(tx)
    .await?;
    let people = q!(
        "DELETE FROM volunteer WHERE id IN (UUIDS($1)) RETURNING person_id",
        ids()
    )
    .all::<(PersonId,)>(tx)
    .await?;
    Ok(people.into_iter().map(|(person,)| person).collect())
}
