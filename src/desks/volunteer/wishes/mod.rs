//! What a volunteer wants to be asked: from an offer (`/o/{token}/wishes`), by the link of a receipt
//! (`/p/{token}/wishes`) and signed in (`/me/wishes`). GET shows; a POST with a choice decides.

mod form;
mod words;

use axum::{extract::Path, http::StatusCode, response::Response};

use super::{link, message::Message};
use crate::{
    act::{Act, Actor},
    database::Tx,
    links::{Link, Purpose},
    requests::{self, OfferId, Request},
    volunteers::{self, VolunteerId, store::Volunteer},
    web::{Ctx, Done, Fields, WebError, done, html, see_other, unprocessable},
};
use form::{Choice, WishesPage};
pub use words::{refused, theirs};

/// Through which door somebody came in.
struct Door {
    volunteer: Volunteer,
    /// The request of the offer from which they came.
    request: Option<Request>,
    base: String,
    link: Option<Link>,
}

pub async fn from_offer(mut ctx: Ctx, Path(token): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let door = by_offer(&mut ctx, &mut tx, &token).await?;
    show(&ctx, tx, &door).await
}

pub async fn take_from_offer(mut ctx: Ctx, Path(token): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let door = by_offer(&mut ctx, &mut tx, &token).await?;
    take(&ctx, tx, &door, &fields).await
}

pub async fn from_receipt(mut ctx: Ctx, Path(token): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let door = by_receipt(&mut ctx, &mut tx, &token).await?;
    show(&ctx, tx, &door).await
}

pub async fn take_from_receipt(mut ctx: Ctx, Path(token): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let door = by_receipt(&mut ctx, &mut tx, &token).await?;
    take(&ctx, tx, &door, &fields).await
}

pub async fn mine(ctx: Ctx) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let door = own(&ctx, &mut tx).await?;
    show(&ctx, tx, &door).await
}

pub async fn take_mine(ctx: Ctx, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let door = own(&ctx, &mut tx).await?;
    take(&ctx, tx, &door, &fields).await
}

async fn by_offer(ctx: &mut Ctx, tx: &mut Tx, token: &str) -> Result<Door, WebError> {
    let found = link::find(tx, Purpose::Offer, token).await?;
    let offer = requests::store::offer(tx, OfferId(found.subject_id)).await?;
    let offer = offer.ok_or(WebError::NotFound)?;
    let request = requests::store::get(tx, offer.request).await?;
    let volunteer = volunteers::store::get(tx, offer.volunteer).await?;
    let volunteer = volunteer.ok_or(WebError::NotFound)?;
    ctx.prefer(&volunteer.locale);
    Ok(Door {
        volunteer,
        request,
        base: format!("/o/{token}"),
        link: Some(found),
    })
}

async fn by_receipt(ctx: &mut Ctx, tx: &mut Tx, token: &str) -> Result<Door, WebError> {
    let found = link::find(tx, Purpose::Pause, token).await?;
    let volunteer = volunteers::store::get(tx, VolunteerId(found.subject_id)).await?;
    let volunteer = volunteer.ok_or(WebError::NotFound)?;
    ctx.prefer(&volunteer.locale);
    Ok(Door {
        volunteer,
        request: None,
        base: format!("/p/{token}"),
        link: Some(found),
    })
}

async fn own(ctx: &Ctx, tx: &mut Tx) -> Result<Door, WebError> {
    let volunteer = volunteers::store::get(tx, ctx.volunteer()?).await?;
    Ok(Door {
        volunteer: volunteer.ok_or(WebError::NotFound)?,
        request: None,
        base: "/me".to_owned(),
        link: None,
    })
}

/// Nothing can be said through this door any more.
fn shut(ctx: &Ctx, door: &Door) -> Option<Response> {
    let dead = door.link.as_ref().is_some_and(|link| link::is_dead(link, ctx.now));
    if door.volunteer.is_retired() {
        let left = Message::new(ctx, "offer-left", &["offer-left-more"]);
        return Some(html(link::status(dead), &left));
    }
    dead.then(|| link::gone(ctx))
}

async fn show(ctx: &Ctx, mut tx: Tx, door: &Door) -> Result<Response, WebError> {
    if let Some(shut) = shut(ctx, door) {
        return Ok(shut);
    }
    let page = WishesPage::of(ctx, &mut tx, door).await?;
    tx.commit().await?;
    Ok(html(StatusCode::OK, &page))
}

async fn take(ctx: &Ctx, mut tx: Tx, door: &Door, fields: &Fields) -> Result<Response, WebError> {
    if let Some(shut) = shut(ctx, door) {
        return Ok(shut);
    }
    let Some(choice) = Choice::read(ctx, door, &fields.get("choice")) else {
        let mut again = WishesPage::of(ctx, &mut tx, door).await?;
        again.problems.add("choice", ctx.l.t("wishes-choose"));
        return Ok(unprocessable(&again));
    };
    let act = act(ctx, door)?;
    let id = door.volunteer.id;
    let changed = match choice {
        Choice::AtMost(cap) => volunteers::set_offer_cap(&mut tx, &act, id, cap).await?,
        Choice::Refuse(refused) => volunteers::refuse(&mut tx, &act, id, &refused).await?,
        // Taken back a moment ago: so it is as they wish.
        Choice::TakeBack(refusal) => volunteers::take_back_refusal(&mut tx, &act, id, refusal).await?,
    };
    if changed && door.link.is_some() {
        volunteers::confirm_wishes(&mut tx, &act, &ctx.app.keys, id).await?;
    }
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&format!("{}/wishes", door.base), Done::WishesSaved)))
}

fn act<'a>(ctx: &'a Ctx, door: &Door) -> Result<Act<'a>, WebError> {
    match door.link {
        Some(_) => Ok(ctx.act_as(Actor::Link(door.volunteer.person_id))),
        None => ctx.act(),
    }
}
