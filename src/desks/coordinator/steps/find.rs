//! The request that a page of the desk is about.

use axum::response::Response;

use crate::{
    database::Tx,
    matching::GenderWish,
    requests::{OpeningState, Request, RequestId, Slot, Status, store},
    web::{Ctx, Done, WebError, done, see_other},
};

/// Coordinators only; whatever is unknown is the same plain 404.
pub async fn request(ctx: &Ctx, tx: &mut Tx, id: &str) -> Result<Request, WebError> {
    ctx.coordinator()?;
    let id: RequestId = id.parse().map_err(|_| WebError::NotFound)?;
    store::get(tx, id).await?.ok_or(WebError::NotFound)
}

pub fn path(request: &Request) -> String {
    format!("/desk/requests/{}", request.id)
}

/// Back to the request, which says that nothing was changed and why.
pub fn unchanged(request: &Request) -> Response {
    see_other(&done(&path(request), Done::Unchanged))
}

/// There is a place without anybody, and a person may still do something about it.
pub fn has_an_empty_place(ctx: &Ctx, request: &Request) -> bool {
    let over = matches!(
        request.status(ctx.now),
        Status::Cancelled | Status::Past { .. } | Status::Checking { .. } | Status::Refused
    );
    let empty = |state| matches!(state, OpeningState::Open | OpeningState::Unfilled);
    !over && !request.is_closed() && request.openings.iter().any(|opening| empty(opening.state))
}

/// "Anfrage SP-2027-0001"
pub fn step(ctx: &Ctx, request: &Request) -> String {
    ctx.l
        .with("steps-request", &[("reference", request.reference.clone().into())])
}

/// "Dienstag, 16. März, 9:00 bis 10:00 Uhr"
pub fn date(ctx: &Ctx, slot: &Slot) -> String {
    let (date, time) = (ctx.l.date_short(slot.date), ctx.l.time_range(slot.start, slot.end));
    ctx.l
        .with("steps-date", &[("date", date.into()), ("time", time.into())])
}

/// The code of a wish in the form of the search.
pub fn wish_code(wish: GenderWish) -> &'static str {
    match wish {
        GenderWish::None => "none",
        GenderWish::Preferred(_) => "preferred",
        GenderWish::Required(_) => "required",
    }
}

/// A choice of a group of radio buttons or check boxes.
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: String,
    pub chosen: bool,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: String, chosen: &str) -> Self {
        let value = value.into();
        Self {
            chosen: value == chosen,
            value,
            label,
            hint: String::new(),
        }
    }
}
