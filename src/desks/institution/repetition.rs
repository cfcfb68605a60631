//! A request once more: its draft is filled in, only the new date is asked for.

use axum::{extract::Path, response::Response};

use super::{drafts, mine, status};
use crate::{
    institutions,
    requests::draft::{self, AgainAt, GONE, Owner},
    web::{Ctx, Fields, WebError, see_other},
};

pub async fn begin(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let request = status::own(&ctx, &mut tx, &id).await?;
    if drafts::is_paused(&mut tx, request.institution).await? {
        // The list says why.
        return Ok(see_other("/requests"));
    }
    let institution = institutions::store::get(&mut tx, request.institution)
        .await?
        .ok_or(WebError::NotFound)?;
    let sites = institutions::store::sites_of(&mut tx, request.institution).await?;
    let old_site = institutions::store::site(&mut tx, request.institution, request.site).await?;
    let at = AgainAt {
        sector: &institution.sector,
        sites: &sites.iter().map(|site| site.id).collect::<Vec<_>>(),
        site_name: old_site.as_ref().map_or("", |site| site.name.as_str()),
        locale: ctx.l.code(),
    };
    let typed = draft::again(&request, &ctx.rules, &at, fields.get("same") == "yes");
    let first = GONE.iter().find(|(_, gone)| !typed.get(gone).is_empty());
    let page = match first {
        Some((field, _)) if *field != "site" => "conversation",
        _ => "when",
    };
    let owner = Owner {
        contact: mine::contact_at(&ctx, request.institution)?,
        filed_by: None,
    };
    let draft = draft::begin(&mut tx, &ctx.act()?, owner, typed).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&format!("/requests/drafts/{draft}/{page}")))
}
