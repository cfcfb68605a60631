//! Requests whose contact has left: somebody else of the institution takes them over.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use crate::{
    database::{DbError, Tx},
    institutions::{
        self, ContactId, InstitutionId,
        store::{Contact, Institution},
    },
    requests::{self, HandOverError},
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

/// A former contact with open requests.
pub struct Orphans {
    pub text: String,
    pub href: String,
}

pub async fn of_institution(ctx: &Ctx, tx: &mut Tx, institution: InstitutionId) -> Result<Vec<Orphans>, DbError> {
    let mut found = Vec::new();
    for contact in institutions::store::former_contacts_of(tx, institution).await? {
        let open = requests::open_of_contact(tx, contact.id, ctx.now).await?;
        if !open.is_empty() {
            let args = [("name", contact.name.into()), ("count", open.len().into())];
            found.push(Orphans {
                text: ctx.l.with("orphans-text", &args),
                href: path(institution, contact.id),
            });
        }
    }
    Ok(found)
}

pub fn path(institution: InstitutionId, contact: ContactId) -> String {
    format!("{}/contacts/{contact}/handover", super::path(institution))
}

struct Choice {
    id: String,
    name: String,
}

#[derive(Template)]
#[template(path = "coordinator/institutions/orphans.html")]
struct OrphansPage {
    page: Page,
    back: String,
    action: String,
    institution: String,
    problems: Problems,
    lead: String,
    choices: Vec<Choice>,
}

pub async fn show(ctx: Ctx, Path((id, contact)): Path<(String, String)>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    let contact = contact_of(&mut tx, &institution, &contact).await?;
    let page = template(&ctx, &mut tx, &institution, &contact, Problems::default()).await?;
    Ok(html(StatusCode::OK, &page))
}

pub async fn take(ctx: Ctx, Path((id, contact)): Path<(String, String)>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    let contact = contact_of(&mut tx, &institution, &contact).await?;
    let done = match fields.get("contact").parse::<ContactId>() {
        Ok(to) if to != contact.id => requests::hand_over_all(&mut tx, &ctx.act()?, contact.id, to).await,
        _ => Err(HandOverError::NoSuchContact),
    };
    match done {
        Ok(_) => {
            ctx.app.commit(tx).await?;
            Ok(see_other(&format!("{}#contacts", super::path(institution.id))))
        }
        Err(HandOverError::Database(error)) => Err(error.into()),
        Err(HandOverError::NotFound) => Err(WebError::NotFound),
        Err(HandOverError::NoSuchContact | HandOverError::Cancelled) => {
            let mut problems = Problems::default();
            problems.add("contact", ctx.l.t("handover-problem"));
            let page = template(&ctx, &mut tx, &institution, &contact, problems).await?;
            Ok(unprocessable(&page))
        }
    }
}

async fn contact_of(tx: &mut Tx, institution: &Institution, contact: &str) -> Result<Contact, WebError> {
    let id: ContactId = contact.parse().map_err(|_| WebError::NotFound)?;
    let contact = institutions::store::contact(tx, institution.id, id).await?;
    contact.ok_or(WebError::NotFound)
}

async fn template(
    ctx: &Ctx,
    tx: &mut Tx,
    institution: &Institution,
    contact: &Contact,
    problems: Problems,
) -> Result<OrphansPage, WebError> {
    let open = requests::open_of_contact(tx, contact.id, ctx.now).await?;
    let others = institutions::store::contacts_of(tx, institution.id).await?;
    let key = if contact.active {
        "orphans-lead-active"
    } else {
        "orphans-lead"
    };
    Ok(OrphansPage {
        page: ctx.page_titled(crate::desks::institution_form::title(ctx, "orphans-title", &problems)),
        back: super::path(institution.id),
        action: path(institution.id, contact.id),
        institution: institution.name.clone(),
        problems,
        lead: ctx.l.with(
            key,
            &[("name", contact.name.clone().into()), ("count", open.len().into())],
        ),
        choices: others
            .into_iter()
            .filter(|other| other.id != contact.id)
            .map(|other| Choice {
                id: other.id.to_string(),
                name: other.name,
            })
            .collect(),
    })
}
