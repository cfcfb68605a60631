//! A request once more: its draft is filled in, only the new date is asked for.

use axum::{extract::Path, response::Response};

use super::{drafts, mine, status};
use crate::{
    database::Tx,
    institutions,
    requests::{
        Request,
        draft::{self, AgainAt, GONE, Owner},
    },
    web::{Ctx, Fields, WebError, see_other},
};

/// Why a request is asked once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Again,
    /// Gladly with the same person.
    WithTheSame,
    /// The old one was called off: its appointment is on another day.
    Moved,
}

pub async fn begin(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let request = status::own(&ctx, &mut tx, &id).await?;
    let why = match fields.get("same").as_str() {
        "yes" => Why::WithTheSame,
        _ => Why::Again,
    };
    let Some(form) = copy(&ctx, &mut tx, &request, why).await? else {
        // The list says why.
        return Ok(see_other("/requests"));
    };
    ctx.app.commit(tx).await?;
    Ok(see_other(&form))
}

/// Where the filled in form is. `None`: the institution pauses, and asks for nothing.
pub async fn copy(ctx: &Ctx, tx: &mut Tx, request: &Request, why: Why) -> Result<Option<String>, WebError> {
    if drafts::is_paused(tx, request.institution).await? {
        return Ok(None);
    }
    let institution = institutions::store::get(tx, request.institution)
        .await?
        .ok_or(WebError::NotFound)?;
    let sites = institutions::store::sites_of(tx, request.institution).await?;
    let old_site = institutions::store::site(tx, request.institution, request.site).await?;
    let at = AgainAt {
        sector: &institution.sector,
        sites: &sites.iter().map(|site| site.id).collect::<Vec<_>>(),
        site_name: old_site.as_ref().map_or("", |site| site.name.as_str()),
        locale: ctx.l.code(),
    };
    let mut typed = draft::again(request, &ctx.rules, &at, why == Why::WithTheSame);
    if why == Why::Moved {
        typed.set(drafts::MOVED, "yes");
        // It is the same conversation.
        typed.set("remarks", request.remarks.as_str());
    }
    let first = GONE.iter().find(|(_, gone)| !typed.get(gone).is_empty());
    let page = match first {
        Some((field, _)) if *field != "site" => "conversation",
        _ => "when",
    };
    let owner = Owner {
        contact: mine::contact_at(ctx, request.institution)?,
        filed_by: None,
    };
    let draft = draft::begin(tx, &ctx.act()?, owner, typed).await?;
    Ok(Some(format!("/requests/drafts/{draft}/{page}")))
}
