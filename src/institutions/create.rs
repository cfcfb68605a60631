use super::{InstitutionId, SiteId, State};
use crate::{
    act::Act,
    database::{DbError, Tx},
    people::Name,
    q,
};

#[derive(Clone, Debug)]
pub struct NewInstitution {
    pub name: Name,
    /// A code of the pool's rules: it decides which qualifications are needed.
    pub sector: String,
    pub state: State,
    pub sites: Vec<NewSite>,
}

/// A place where appointments are. "The same address" means the same site.
#[derive(Clone, Debug)]
pub struct NewSite {
    pub name: Name,
    pub street: String,
    pub postcode: String,
    pub city: String,
    pub district: String,
}

/// The institution and its sites, in the order given.
pub async fn create_institution(
    tx: &mut Tx,
    act: &Act<'_>,
    new: &NewInstitution,
) -> Result<(InstitutionId, Vec<SiteId>), DbError> {
    let id = InstitutionId(act.uuid());
    q!(
        "INSERT INTO institution (id, name, name_sort, sector, state, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        new.name.as_str(),
        new.name.sort_key(),
        &new.sector,
        new.state.code(),
        act.now
    )
    .execute(tx)
    .await?;
    let mut sites = Vec::with_capacity(new.sites.len());
    for site in &new.sites {
        sites.push(add_site(tx, act, id, site).await?);
    }
    let params = serde_json::json!({ "state": new.state.code() });
    act.audit(tx, "institution_created", ("institution", id.0), params)
        .await?;
    Ok((id, sites))
}

async fn add_site(tx: &mut Tx, act: &Act<'_>, institution: InstitutionId, new: &NewSite) -> Result<SiteId, DbError> {
    let id = SiteId(act.uuid());
    q!(
        "INSERT INTO site (id, institution_id, name, street, postcode, city, district, active)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id,
        institution,
        new.name.as_str(),
        &new.street,
        &new.postcode,
        &new.city,
        &new.district,
        true
    )
    .execute(tx)
    .await?;
    Ok(id)
}
