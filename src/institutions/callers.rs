use super::{ContactId, InstitutionId};
use crate::{
    database::{DbError, Tx},
    people::PersonId,
    q, row,
};

row! {
    /// A contact who may be on the phone, and whether their institution may ask.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Caller {
        pub contact: ContactId,
        pub person: PersonId,
        pub name: String,
        pub name_sort: String,
        pub phone: Option<String>,
        pub institution: InstitutionId,
        pub institution_name: String,
        pub institution_sort: String,
        /// A code of [`super::State`].
        pub state: String,
    }
}

/// Everybody who speaks for an institution now, by institution and name.
pub async fn callers(tx: &mut Tx) -> Result<Vec<Caller>, DbError> {
    q!(
        "SELECT c.id AS contact, p.id AS person, p.name, p.name_sort, c.phone, i.id AS institution,
                i.name AS institution_name, i.name_sort AS institution_sort, i.state
         FROM contact c JOIN person p ON p.id = c.person_id JOIN institution i ON i.id = c.institution_id
         WHERE c.active AND i.state <> 'retired' ORDER BY i.name_sort, i.id, p.name_sort, c.id"
    )
    .all(tx)
    .await
}

pub async fn caller(tx: &mut Tx, contact: ContactId) -> Result<Option<Caller>, DbError> {
    q!(
        "SELECT c.id AS contact, p.id AS person, p.name, p.name_sort, c.phone, i.id AS institution,
                i.name AS institution_name, i.name_sort AS institution_sort, i.state
         FROM contact c JOIN person p ON p.id = c.person_id JOIN institution i ON i.id = c.institution_id
         WHERE c.id = $1 AND c.active AND i.state <> 'retired'",
        contact
    )
    .optional(tx)
    .await
}
