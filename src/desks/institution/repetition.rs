//! A request once more, or its appointment on another day: the draft is filled in, only the new date is asked for.

use axum::{extract::Path, response::Response};

use super::{drafts, mine, status, writer::Writer};
use crate::{
    database::Tx,
    institutions,
    requests::{
        self, Request, RequestId,
        draft::{self, AgainAt, DraftId, GONE, Owner},
        store,
    },
    web::{Ctx, Fields, WebError, see_other},
};

/// Why a request is asked once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    Again,
    /// Gladly with the same person.
    WithTheSame,
    /// Its appointment is on another day. It stands until that day is filed.
    Moved,
}

pub async fn begin(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let request = status::own(&ctx, &mut tx, &id).await?;
    if drafts::is_paused(&mut tx, request.institution).await? {
        // The list says why.
        return Ok(see_other("/requests"));
    }
    let why = match fields.get("same").as_str() {
        "yes" => Why::WithTheSame,
        _ => Why::Again,
    };
    let owner = Owner {
        contact: mine::contact_at(&ctx, request.institution)?,
        filed_by: None,
    };
    let (draft, page) = copy(&ctx, &mut tx, &request, owner, why).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&format!("/requests/drafts/{draft}/{page}")))
}

/// The form for another day, filled in. Nothing is called off yet. A form that was begun for it is used again.
pub async fn move_on(ctx: &Ctx, mut tx: Tx, writer: &Writer, old: RequestId) -> Result<Response, WebError> {
    let request = store::get(&mut tx, old)
        .await?
        .filter(|request| request.institution == writer.institution)
        .ok_or(WebError::NotFound)?;
    if !requests::can_be_moved(&request, ctx.now) {
        // Its page says what is true.
        return Ok(see_other(&writer.request_path(old)));
    }
    let begun = draft::of_owner(&mut tx, writer.owner()).await?;
    if let Some(begun) = begun.iter().find(|draft| drafts::moves(&draft.typed) == Some(old)) {
        return Ok(see_other(&writer.path(begun.id, "when")));
    }
    let (draft, page) = copy(ctx, &mut tx, &request, writer.owner(), Why::Moved).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&writer.path(draft, page)))
}

/// The filled in form, and its page to begin with.
async fn copy(
    ctx: &Ctx,
    tx: &mut Tx,
    request: &Request,
    owner: Owner,
    why: Why,
) -> Result<(DraftId, &'static str), WebError> {
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
    let same = match why {
        Why::Again => false,
        Why::WithTheSame => true,
        // Whoever has said yes is asked first.
        Why::Moved => request.same_volunteer || !request.assignments.is_empty(),
    };
    let mut typed = draft::again(request, &ctx.rules, &at, same);
    if why == Why::Moved {
        typed.set(drafts::MOVES, request.id.to_string());
        // It is the same conversation.
        typed.set("remarks", request.remarks.as_str());
    }
    let first = GONE.iter().find(|(_, gone)| !typed.get(gone).is_empty());
    let page = match first {
        Some((field, _)) if *field != "site" => "conversation",
        _ => "when",
    };
    Ok((draft::begin(tx, &ctx.act()?, owner, typed).await?, page))
}
