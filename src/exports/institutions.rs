use std::collections::HashMap;

use super::{Table, Value, words::Words};
use crate::{
    database::{DbError, Tx},
    institutions::InstitutionId,
    q, row,
};

const FIELDS: [&str; 13] = [
    "institution",
    "institution_kind",
    "sector",
    "institution_state",
    "site",
    "street",
    "postcode",
    "city",
    "district",
    "contact",
    "email",
    "phone",
    "locale",
];

row! {
    struct InstitutionRow {
        id: InstitutionId,
        name: String,
        kind: Option<String>,
        sector: String,
        state: String,
    }
}

row! {
    struct SiteRow {
        institution_id: InstitutionId,
        name: String,
        street: String,
        postcode: String,
        city: String,
        district: String,
    }
}

row! {
    struct ContactRow {
        institution_id: InstitutionId,
        name: String,
        email: Option<String>,
        phone: Option<String>,
        locale: String,
    }
}

/// One row for each site, and beside it one contact: as many rows as there are of either.
pub async fn table(tx: &mut Tx, words: &Words<'_>) -> Result<Table, DbError> {
    let institutions = q!("SELECT id, name, kind, sector, state FROM institution ORDER BY name_sort, id")
        .all::<InstitutionRow>(tx)
        .await?;
    let sites = q!(
        "SELECT institution_id, name, street, postcode, city, district FROM site WHERE active
         ORDER BY institution_id, name, street, id"
    )
    .all::<SiteRow>(tx)
    .await?;
    let contacts = q!(
        "SELECT c.institution_id, p.name, a.email, c.phone, p.locale FROM contact c
         JOIN person p ON p.id = c.person_id
         LEFT JOIN person_address pa ON pa.person_id = p.id AND pa.position = 0
         LEFT JOIN address a ON a.id = pa.address_id WHERE c.active ORDER BY c.institution_id, p.name_sort, c.id"
    )
    .all::<ContactRow>(tx)
    .await?;
    let mut sites_of: HashMap<InstitutionId, Vec<SiteRow>> = HashMap::new();
    for site in sites {
        sites_of.entry(site.institution_id).or_default().push(site);
    }
    let mut contacts_of: HashMap<InstitutionId, Vec<ContactRow>> = HashMap::new();
    for contact in contacts {
        contacts_of.entry(contact.institution_id).or_default().push(contact);
    }
    let mut rows = Vec::new();
    for one in institutions {
        let sites = sites_of.remove(&one.id).unwrap_or_default();
        let contacts = contacts_of.remove(&one.id).unwrap_or_default();
        for at in 0..sites.len().max(contacts.len()).max(1) {
            let mut cells: Vec<Value> = vec![
                one.name.clone().into(),
                one.kind.as_deref().map(|code| words.institution_kind(code)).into(),
                words.sector(&one.sector).into(),
                words.word("institution-state", &one.state),
            ];
            cells.extend(site(sites.get(at), words));
            cells.extend(contact(contacts.get(at), words));
            rows.push(cells);
        }
    }
    Ok(Table {
        code: "institutions",
        name: words.l.t("exports-what-institutions"),
        heads: words.heads(&FIELDS),
        rows,
    })
}

fn site(site: Option<&SiteRow>, words: &Words<'_>) -> Vec<Value> {
    let Some(site) = site else {
        return vec![Value::Nothing; 5];
    };
    let texts = [&site.name, &site.street, &site.postcode, &site.city];
    let mut cells: Vec<Value> = texts.into_iter().map(|text| text.clone().into()).collect();
    cells.push(words.district(&site.district).into());
    cells
}

fn contact(contact: Option<&ContactRow>, words: &Words<'_>) -> Vec<Value> {
    let Some(contact) = contact else {
        return vec![Value::Nothing; 4];
    };
    vec![
        contact.name.clone().into(),
        contact.email.clone().into(),
        contact.phone.clone().into(),
        words.word("locale", &contact.locale),
    ]
}
