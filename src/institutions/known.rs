use std::collections::HashMap;

use super::{ContactId, InstitutionId, SiteId};
use crate::{
    database::{DbError, Tx},
    people::{PersonId, sort_key},
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
    struct ContactRow {
        id: ContactId,
        person_id: PersonId,
        institution_id: InstitutionId,
    }
}

impl KnownInstitution {
    pub fn has_site(&self, name: &str, street: &str) -> bool {
        let same =
            |site: &KnownSite| sort_key(&site.name) == sort_key(name) && sort_key(&site.street) == sort_key(street);
        self.sites.iter().any(same)
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
    let contacts = q!("SELECT id, person_id, institution_id FROM contact ORDER BY active DESC, id")
        .all::<ContactRow>(tx)
        .await?;
    let mut sites_of: HashMap<InstitutionId, Vec<KnownSite>> = HashMap::new();
    for site in sites {
        sites_of.entry(site.institution_id).or_default().push(site);
    }
    let mut contact_of = HashMap::new();
    for contact in contacts {
        contact_of
            .entry(contact.institution_id)
            .or_insert((contact.id, contact.person_id));
    }
    Ok(names
        .into_iter()
        .map(|row| KnownInstitution {
            sites: sites_of.remove(&row.id).unwrap_or_default(),
            contact: contact_of.get(&row.id).copied(),
            id: row.id,
            name: row.name,
            name_sort: row.name_sort,
            sector: row.sector,
        })
        .collect())
}
