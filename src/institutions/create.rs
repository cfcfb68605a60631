use uuid::Uuid;

use super::{InstitutionId, NewSite, SiteId, State, sites::insert_site};
use crate::{
    act::Act,
    database::{DbError, Tx},
    people::Name,
    q,
};

#[derive(Clone, Debug)]
pub struct NewInstitution {
    pub name: Name,
    /// Who runs it, a code of the pool's rules. Nobody has to say it.
    pub kind: Option<String>,
    /// A code of the pool's rules: it decides which qualifications are needed.
    pub sector: String,
    pub state: State,
    pub sites: Vec<NewSite>,
}

/// The institution and its sites, in the order given.
pub async fn create_institution(
    tx: &mut Tx,
    act: &Act<'_>,
    new: &NewInstitution,
) -> Result<(InstitutionId, Vec<SiteId>), DbError> {
    let made = insert(tx, act, new, None).await?;
    made.ok_or(DbError::RowNotFound)
}

/// `None`: that form has made an institution before.
pub(super) async fn insert(
    tx: &mut Tx,
    act: &Act<'_>,
    new: &NewInstitution,
    form_key: Option<Uuid>,
) -> Result<Option<(InstitutionId, Vec<SiteId>)>, DbError> {
    let id = InstitutionId(act.uuid());
    let inserted = q!(
        "INSERT INTO institution (id, name, name_sort, kind, sector, state, created_at, state_changed_at, form_key)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (form_key) DO NOTHING",
        id,
        new.name.as_str(),
        new.name.sort_key(),
        new.kind.clone(),
        &new.sector,
        new.state.code(),
        act.now,
        act.now,
        form_key
    )
    .execute(tx)
    .await?;
    if inserted == 0 {
        return Ok(None);
    }
    let params = serde_json::json!({ "state": new.state.code() });
    act.audit(tx, "institution_created", ("institution", id.0), params)
        .await?;
    let mut sites = Vec::with_capacity(new.sites.len());
    for site in &new.sites {
        sites.push(insert_site(tx, act, id, site).await?);
    }
    Ok(Some((id, sites)))
}

/// The institution that a form has made, if it was sent before.
pub(super) async fn made_by_form(tx: &mut Tx, form_key: Uuid) -> Result<Option<InstitutionId>, DbError> {
    let row = q!("SELECT id FROM institution WHERE form_key = $1", form_key)
        .optional::<(InstitutionId,)>(tx)
        .await?;
    Ok(row.map(|(id,)| id))
}
