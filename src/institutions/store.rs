//! Reads. Whatever belongs to an institution is looked up through it.

use chrono::{DateTime, Utc};

use super::{ContactId, InstitutionId, SiteId};
use crate::{
    database::{DbError, Tx},
    people::PersonId,
    q, row,
};

row! {
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Institution {
        pub id: InstitutionId,
        pub name: String,
        /// Who runs it, a code of the pool's rules.
        pub kind: Option<String>,
        pub sector: String,
        /// A code of [`super::State`].
        pub state: String,
        pub created_at: DateTime<Utc>,
        pub state_changed_at: Option<DateTime<Utc>>,
        /// Why an application was refused.
        pub refusal_reason: Option<String>,
        /// Since then its doubtful topics are not checked.
        pub trusted_since: Option<DateTime<Utc>>,
    }
}

row! {
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Site {
        pub id: SiteId,
        pub institution_id: InstitutionId,
        pub name: String,
        pub street: String,
        pub postcode: String,
        pub city: String,
        pub district: String,
        pub active: bool,
    }
}

row! {
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Contact {
        pub id: ContactId,
        pub person_id: PersonId,
        pub institution_id: InstitutionId,
        pub name: String,
        pub locale: String,
        pub phone: Option<String>,
        pub active: bool,
    }
}

pub async fn get(tx: &mut Tx, institution: InstitutionId) -> Result<Option<Institution>, DbError> {
    q!(
        "SELECT id, name, kind, sector, state, created_at, state_changed_at, refusal_reason, trusted_since
         FROM institution WHERE id = $1",
        institution
    )
    .optional(tx)
    .await
}

/// By name, as people sort.
pub async fn all(tx: &mut Tx) -> Result<Vec<Institution>, DbError> {
    q!(
        "SELECT id, name, kind, sector, state, created_at, state_changed_at, refusal_reason, trusted_since
         FROM institution ORDER BY name_sort, id"
    )
    .all(tx)
    .await
}

/// The sites that can still be chosen.
pub async fn sites_of(tx: &mut Tx, institution: InstitutionId) -> Result<Vec<Site>, DbError> {
    q!(
        "SELECT id, institution_id, name, street, postcode, city, district, active FROM site
         WHERE institution_id = $1 AND active ORDER BY name, id",
        institution
    )
    .all(tx)
    .await
}

/// Those that were closed.
pub async fn former_sites_of(tx: &mut Tx, institution: InstitutionId) -> Result<Vec<Site>, DbError> {
    q!(
        "SELECT id, institution_id, name, street, postcode, city, district, active FROM site
         WHERE institution_id = $1 AND NOT active ORDER BY name, id",
        institution
    )
    .all(tx)
    .await
}

/// A site of that institution, also one that is no longer used.
pub async fn site(tx: &mut Tx, institution: InstitutionId, site: SiteId) -> Result<Option<Site>, DbError> {
    q!(
        "SELECT id, institution_id, name, street, postcode, city, district, active FROM site
         WHERE id = $1 AND institution_id = $2",
        site,
        institution
    )
    .optional(tx)
    .await
}

pub async fn contacts_of(tx: &mut Tx, institution: InstitutionId) -> Result<Vec<Contact>, DbError> {
    q!(
        "SELECT c.id, c.person_id, c.institution_id, p.name, p.locale, c.phone, c.active
         FROM contact c JOIN person p ON p.id = c.person_id
         WHERE c.institution_id = $1 AND c.active ORDER BY p.name_sort, c.id",
        institution
    )
    .all(tx)
    .await
}

/// Whether that person may ask for this institution, or once could.
pub async fn is_or_was_contact(tx: &mut Tx, institution: InstitutionId, person: PersonId) -> Result<bool, DbError> {
    let found = q!(
        "SELECT id FROM contact WHERE institution_id = $1 AND person_id = $2 LIMIT 1",
        institution,
        person
    )
    .optional::<(ContactId,)>(tx)
    .await?;
    Ok(found.is_some())
}

/// Those who may not ask any more.
pub async fn former_contacts_of(tx: &mut Tx, institution: InstitutionId) -> Result<Vec<Contact>, DbError> {
    q!(
        "SELECT c.id, c.person_id, c.institution_id, p.name, p.locale, c.phone, c.active
         FROM contact c JOIN person p ON p.id = c.person_id
         WHERE c.institution_id = $1 AND NOT c.active ORDER BY p.name_sort, c.id",
        institution
    )
    .all(tx)
    .await
}

/// A contact of that institution, also a former one.
pub async fn contact(tx: &mut Tx, institution: InstitutionId, id: ContactId) -> Result<Option<Contact>, DbError> {
    q!(
        "SELECT c.id, c.person_id, c.institution_id, p.name, p.locale, c.phone, c.active
         FROM contact c JOIN person p ON p.id = c.person_id
         WHERE c.id = $1 AND c.institution_id = $2",
        id,
        institution
    )
    .optional(tx)
    .await
}
