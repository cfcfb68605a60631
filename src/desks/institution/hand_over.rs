//! `/requests/{id}/handover`: a colleague takes over one request, or all that are open.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    filter::Asked,
    status::{self, Appointment},
};
use crate::{
    database::Tx,
    institutions::{self, ContactId},
    requests::{self, HandOverError, Request, Status},
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

pub struct Colleague {
    pub id: String,
    pub name: String,
    pub phone: String,
    pub chosen: bool,
}

#[derive(Template)]
#[template(path = "institution/handover.html")]
struct HandOver {
    page: Page,
    /// The request, and from there the way it was opened.
    back: String,
    reference: String,
    problems: Problems,
    /// Who has it now.
    now: String,
    colleagues: Vec<Colleague>,
    /// How many are open that the same person has, this one among them.
    open: usize,
    all: bool,
    appointment: Appointment,
}

pub async fn ask(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let request = status::own(&ctx, &mut tx, &id).await?;
    if matches!(request.status(ctx.now), Status::Cancelled | Status::Refused) {
        return Ok(see_other(&Asked::of(&ctx).request(request.id)));
    }
    let page = template(&ctx, &mut tx, &request, &Fields::default(), Problems::default()).await?;
    Ok(html(StatusCode::OK, &page))
}

pub async fn take(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let request = status::own(&ctx, &mut tx, &id).await?;
    let there = Asked::of(&ctx).request(request.id);
    let act = ctx.act()?;
    let done = match fields.get("contact").parse::<ContactId>() {
        Ok(to) if fields.get("all") == "yes" => {
            // All in one mail; this one too, if it is not open any more.
            match requests::hand_over_all(&mut tx, &act, request.contact, to).await {
                Ok(_) => requests::hand_over(&mut tx, &act, request.id, to).await,
                Err(refused) => Err(refused),
            }
        }
        Ok(to) => requests::hand_over(&mut tx, &act, request.id, to).await,
        Err(_) => Err(HandOverError::NoSuchContact),
    };
    match done {
        Ok(()) => ctx.app.commit(tx).await?,
        // The status page says what is true.
        Err(HandOverError::Cancelled) => {}
        Err(HandOverError::NotFound) => return Err(WebError::NotFound),
        Err(HandOverError::NoSuchContact) => {
            let mut problems = Problems::default();
            problems.add("contact", ctx.l.t("handover-problem"));
            let page = template(&ctx, &mut tx, &request, &fields, problems).await?;
            return Ok(unprocessable(&page));
        }
        Err(HandOverError::Database(error)) => return Err(error.into()),
    }
    Ok(see_other(&there))
}

async fn template(
    ctx: &Ctx,
    tx: &mut Tx,
    request: &Request,
    fields: &Fields,
    problems: Problems,
) -> Result<HandOver, WebError> {
    let now = institutions::store::contact(tx, request.institution, request.contact).await?;
    let open = requests::open_of_contact(tx, request.contact, ctx.now).await?;
    Ok(HandOver {
        page: ctx.page_titled(super::drafts::title(ctx, "handover-title", &problems)),
        back: Asked::of(ctx).request(request.id),
        reference: request.reference.clone(),
        problems,
        now: now.map(|contact| contact.name).unwrap_or_default(),
        colleagues: colleagues(tx, request, &fields.get("contact")).await?,
        open: open.len(),
        all: fields.get("all") == "yes",
        appointment: status::appointment(ctx, tx, request).await?,
    })
}

async fn colleagues(tx: &mut Tx, request: &Request, chosen: &str) -> Result<Vec<Colleague>, WebError> {
    let contacts = institutions::store::contacts_of(tx, request.institution).await?;
    let others = contacts.into_iter().filter(|contact| contact.id != request.contact);
    Ok(others
        .map(|contact| Colleague {
            id: contact.id.to_string(),
            chosen: contact.id.to_string() == chosen,
            name: contact.name,
            phone: contact.phone.unwrap_or_default(),
        })
        .collect())
}
