use std::collections::HashMap;

use super::{ContactId, InstitutionId, SiteId};
use crate::{
    database::{DbError, Tx},
    people::{EmailAddress, Name, PersonId, sort_key},
    q, row,
};

/// Enough to recognise an institution in a table, and to record an appointment of its past.
#[derive(Clone, Debug)]
pub struct KnownInstitution {
    pub id: InstitutionId,
    pub name: String,
    pub name_sort: String,
    pub sector: String,
    pub sites: Vec<KnownSite>,
    /// The first person who could have asked for it.
    pub contact: Option<(ContactId, PersonId)>,
    /// Everybody who speaks or spoke for it.
    pub contacts: Vec<KnownContact>,
}

row! {
    #[derive(Clone, Debug)]
    pub struct KnownSite {
        pub id: SiteId,
        pub institution_id: InstitutionId,
        pub name: String,
        pub street: String,
        pub district: String,
    }
}

row! {
    struct NameRow {
        id: InstitutionId,
        name: String,
        name_sort: String,
        sector: String,
    }
}

row! {
    #[derive(Clone, Debug)]
    pub struct KnownContact {
        pub id: ContactId,
        pub person_id: PersonId,
        pub institution_id: InstitutionId,
        pub phone: Option<String>,
        pub active: bool,
        pub name: String,
        /// Their first address; empty where there is none.
        pub email_key: String,
    }
}

impl KnownInstitution {
    pub fn has_site(&self, name: &str, street: &str) -> bool {
        let same =
            |site: &KnownSite| sort_key(&site.name) == sort_key(name) && sort_key(&site.street) == sort_key(street);
        self.sites.iter().any(same)
    }

    /// Somebody who speaks, or spoke, for it.
    pub fn contact_called(&self, name: &Name, email: &EmailAddress) -> Option<&KnownContact> {
        let key = email.key();
        self.contacts
            .iter()
            .find(|one| one.name == name.as_str() && one.email_key == key)
    }
}

/// Everybody who speaks or spoke for it.
pub async fn contact_ids(tx: &mut Tx, institution: InstitutionId) -> Result<Vec<ContactId>, DbError> {
    let rows = q!("SELECT id FROM contact WHERE institution_id = $1", institution)
        .all::<(ContactId,)>(tx)
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Every institution there is, with its open sites.
pub async fn known(tx: &mut Tx) -> Result<Vec<KnownInstitution>, DbError> {
    let names = q!("SELECT id, name, name_sort, sector FROM institution ORDER BY name_sort, id")
        .all::<NameRow>(tx)
        .await?;
    let sites = q!("SELECT id, institution_id, name, street, district FROM site WHERE active ORDER BY id")
        .all::<KnownSite>(tx)
        .await?;
    let contacts = q!(
        "SELECT c.id, c.person_id, c.institution_id, c.phone, c.active, p.name, COALESCE(a.email_key, '') AS email_key
         FROM contact c JOIN person p ON p.id = c.person_id
         LEFT JOIN person_address pa ON pa.person_id = p.id AND pa.position =
             (SELECT MIN(first.position) FROM person_address first WHERE first.person_id = p.id)
         LEFT JOIN address a ON a.id = pa.address_id
         ORDER BY c.active DESC, c.id"
    )
    .all::<KnownContact>(tx)
    .await?;
    let mut sites_of: HashMap<InstitutionId, Vec<KnownSite>> = HashMap::new();
    for site in sites {
        sites_of.entry(site.institution_id).or_default().push(site);
    }
    let mut contacts_of: HashMap<InstitutionId, Vec<KnownContact>> = HashMap::new();
    for contact in contacts {
        contacts_of.entry(contact.institution_id).or_default().push(contact);
    }
    Ok(names
        .into_iter()
        .map(|row| {
            let contacts = contacts_of.remove(&row.id).unwrap_or_default();
            KnownInstitution {
                sites: sites_of.remove(&row.id).unwrap_or_default(),
                contact: contacts.first().map(|first| (first.id, first.person_id)),
                contacts,
                id: row.id,
                name: row.name,
                name_sort: row.name_sort,
                sector: row.sector,
            }
        })
        .collect())
}
