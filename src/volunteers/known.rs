use super::VolunteerId;
use crate::{
    database::{DbError, Tx},
    q, row,
};

row! {
    /// Enough to tell whether somebody in a table is known.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct KnownVolunteer {
        pub id: VolunteerId,
        pub name: String,
        pub name_sort: String,
        /// Their first address; empty where there is none.
        pub email_key: String,
    }
}

/// Everybody who is or was a volunteer: who has left is known too.
pub async fn known(tx: &mut Tx) -> Result<Vec<KnownVolunteer>, DbError> {
    q!(
        "SELECT v.id, p.name, p.name_sort, COALESCE(a.email_key, '') AS email_key
         FROM volunteer v JOIN person p ON p.id = v.person_id
         LEFT JOIN person_address pa ON pa.person_id = p.id AND pa.position =
             (SELECT MIN(first.position) FROM person_address first WHERE first.person_id = p.id)
         LEFT JOIN address a ON a.id = pa.address_id
         ORDER BY p.name_sort, v.id"
    )
    .all(tx)
    .await
}
