//! Taking back what an import has made, as if it had never been there.

use uuid::Uuid;

use crate::{
    database::{DbError, Tx, Value},
    people::PersonId,
    q,
};

/// Ids of institutions, sites and contacts.
#[derive(Clone, Debug, Default)]
pub struct Made {
    pub institutions: Vec<Uuid>,
    pub sites: Vec<Uuid>,
    pub contacts: Vec<Uuid>,
}

/// How many of them something hangs on by now: requests, drafts, bans, tasks, mails, other sites and contacts.
pub async fn in_use(tx: &mut Tx, made: &Made) -> Result<i64, DbError> {
    let (institutions, sites, contacts) = (
        Value::uuids(made.institutions.iter().copied()),
        Value::uuids(made.sites.iter().copied()),
        Value::uuids(made.contacts.iter().copied()),
    );
    let (count,) = q!(
        "SELECT (SELECT COUNT(*) FROM institution i WHERE i.id IN (UUIDS($1)) AND (
                   EXISTS (SELECT 1 FROM request r WHERE r.institution_id = i.id)
                   OR EXISTS (SELECT 1 FROM ban b WHERE b.institution_id = i.id)
                   OR EXISTS (SELECT 1 FROM refusal b WHERE b.institution_id = i.id)
                   OR EXISTS (SELECT 1 FROM task t WHERE t.institution_id = i.id)
                   OR EXISTS (SELECT 1 FROM site s WHERE s.institution_id = i.id AND s.id NOT IN (UUIDS($2)))
                   OR EXISTS (SELECT 1 FROM contact c WHERE c.institution_id = i.id AND c.id NOT IN (UUIDS($3)))))
              + (SELECT COUNT(*) FROM site s WHERE s.id IN (UUIDS($2))
                   AND EXISTS (SELECT 1 FROM request r WHERE r.site_id = s.id))
              + (SELECT COUNT(*) FROM contact c WHERE c.id IN (UUIDS($3)) AND (
                   EXISTS (SELECT 1 FROM request r WHERE r.contact_id = c.id)
                   OR EXISTS (SELECT 1 FROM request_draft d WHERE d.contact_id = c.id)
                   OR EXISTS (SELECT 1 FROM outbox m WHERE m.person_id = c.person_id)
                   OR EXISTS (SELECT 1 FROM session m WHERE m.person_id = c.person_id))) AS used",
        institutions,
        sites,
        contacts
    )
    .one::<(i64,)>(tx)
    .await?;
    Ok(count)
}

/// Deletes their rows and returns the people the contacts were.
pub async fn unmake(tx: &mut Tx, made: &Made) -> Result<Vec<PersonId>, DbError> {
    let people = q!(
        "DELETE FROM contact WHERE id IN (UUIDS($1)) RETURNING person_id",
        Value::uuids(made.contacts.iter().copied())
    )
    .all::<(PersonId,)>(tx)
    .await?;
    q!(
        "DELETE FROM site WHERE id IN (UUIDS($1))",
        Value::uuids(made.sites.iter().copied())
    )
    .execute(tx)
    .await?;
    q!(
        "DELETE FROM institution WHERE id IN (UUIDS($1))",
        Value::uuids(made.institutions.iter().copied())
    )
    .execute(tx)
    .await?;
    Ok(people.into_iter().map(|(person,)| person).collect())
}
