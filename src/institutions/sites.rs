use super::{InstitutionId, SiteId, lock};
use crate::{
    act::Act,
    database::{DbError, Tx},
    people::{Name, sort_key},
    q,
};

/// A place where appointments are. "The same address" means the same site.
#[derive(Clone, Debug)]
pub struct NewSite {
    pub name: Name,
    pub street: String,
    pub postcode: String,
    pub city: String,
    pub district: String,
}

impl NewSite {
    /// Found by its name and by its street.
    fn sort_key(&self) -> String {
        sort_key(&format!("{} {}", self.name.as_str(), self.street))
    }
}

#[derive(Debug, thiserror::Error)]
pub enum CloseError {
    #[error("no such site")]
    NotFound,
    /// An institution without a site cannot say where.
    #[error("the only site that is left")]
    TheOnlyOne,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// One more site. `None`: no such institution.
pub async fn add_site(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    new: &NewSite,
) -> Result<Option<SiteId>, DbError> {
    if lock(tx, institution).await?.is_none() {
        return Ok(None);
    }
    let id = insert_site(tx, act, institution, new).await?;
    let params = serde_json::json!({ "site": id });
    act.audit(tx, "site_added", ("institution", institution.0), params)
        .await?;
    Ok(Some(id))
}

pub(super) async fn insert_site(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    new: &NewSite,
) -> Result<SiteId, DbError> {
    let id = SiteId(act.uuid());
    q!(
        "INSERT INTO site (id, institution_id, name, street, postcode, city, district, active, name_sort)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id,
        institution,
        new.name.as_str(),
        &new.street,
        &new.postcode,
        &new.city,
        &new.district,
        true,
        new.sort_key()
    )
    .execute(tx)
    .await?;
    Ok(id)
}

/// Corrects a site. Requests that are filed keep their district; everybody reads the new address from now on.
/// `false`: no such site.
pub async fn change_site(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    site: SiteId,
    new: &NewSite,
) -> Result<bool, DbError> {
    let changed = q!(
        "UPDATE site SET name = $1, street = $2, postcode = $3, city = $4, district = $5, name_sort = $8
         WHERE id = $6 AND institution_id = $7 AND active",
        new.name.as_str(),
        &new.street,
        &new.postcode,
        &new.city,
        &new.district,
        site,
        institution,
        new.sort_key()
    )
    .execute(tx)
    .await?;
    if changed == 1 {
        let params = serde_json::json!({ "site": site });
        act.audit(tx, "site_changed", ("institution", institution.0), params)
            .await?;
    }
    Ok(changed == 1)
}

/// Nobody chooses it any more. Appointments that are there already stay there. Twice is as good as once.
pub async fn close_site(
    tx: &mut Tx,
    act: &Act<'_>,
    institution: InstitutionId,
    site: SiteId,
) -> Result<(), CloseError> {
    // Two who close one site each would leave none.
    lock(tx, institution).await?.ok_or(CloseError::NotFound)?;
    let (active,) = q!(
        "SELECT active FROM site WHERE id = $1 AND institution_id = $2",
        site,
        institution
    )
    .optional::<(bool,)>(tx)
    .await?
    .ok_or(CloseError::NotFound)?;
    if !active {
        return Ok(());
    }
    let (left,) = q!(
        "SELECT COUNT(*) FROM site WHERE institution_id = $1 AND active AND id <> $2",
        institution,
        site
    )
    .one::<(i64,)>(tx)
    .await?;
    if left == 0 {
        return Err(CloseError::TheOnlyOne);
    }
    q!("UPDATE site SET active = $1 WHERE id = $2", false, site)
        .execute(tx)
        .await?;
    let params = serde_json::json!({ "site": site });
    act.audit(tx, "site_closed", ("institution", institution.0), params)
        .await?;
    Ok(())
}
