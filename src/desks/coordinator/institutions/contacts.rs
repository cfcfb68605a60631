//! Contacts: add, reach otherwise, invite again, end.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::orphans;
use crate::{
    database::Tx,
    desks::{
        coordinator::undo,
        institution_form::{Choices, Typed, title},
    },
    institutions::{
        self, ChangeContactError, State,
        store::{Contact, Institution},
    },
    people, requests,
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/institutions/contact.html")]
struct ContactPage {
    page: Page,
    back: String,
    action: String,
    institution: String,
    title: String,
    hint: String,
    send: String,
    problems: Problems,
    typed: Fields,
    choices: Choices,
}

pub async fn show_new(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    let typed = Fields::from_pairs(vec![("locale".to_owned(), crate::l10n::FIRST.to_owned())]);
    let page = template(&ctx, &institution, None, typed, Problems::default());
    Ok(html(StatusCode::OK, &page))
}

pub async fn add(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    let mut typed = Typed::new(&ctx, &fields);
    let Some(new) = typed.contact() else {
        let problems = typed.problems;
        return Ok(unprocessable(&template(&ctx, &institution, None, fields, problems)));
    };
    let act = ctx.act()?;
    let contact = institutions::add_contact(&mut tx, &act, institution.id, &new).await?;
    // Who waits for a decision is invited by it.
    institutions::invite(&mut tx, &act, institution.id, contact).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&there(&institution), Done::Invited)))
}

pub async fn show(ctx: Ctx, Path((id, contact)): Path<(String, String)>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    let contact = find(&mut tx, &institution, &contact).await?;
    let email = people::store::mail_address(&mut tx, contact.person_id).await?;
    tx.commit().await?;
    let typed = Fields::from_pairs(vec![
        ("contact_name".to_owned(), contact.name.clone()),
        ("email".to_owned(), email.unwrap_or_default()),
        ("phone".to_owned(), contact.phone.clone().unwrap_or_default()),
        ("locale".to_owned(), contact.locale.clone()),
    ]);
    let page = template(&ctx, &institution, Some(&contact), typed, Problems::default());
    Ok(html(StatusCode::OK, &page))
}

pub async fn change(
    ctx: Ctx,
    Path((id, contact)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    let contact = find(&mut tx, &institution, &contact).await?;
    let mut typed = Typed::new(&ctx, &fields);
    let new = typed.contact();
    let mut problems = typed.problems;
    if let Some(new) = new {
        match institutions::change_contact(&mut tx, &ctx.act()?, institution.id, contact.id, &new).await {
            Ok(()) => {
                ctx.app.commit(tx).await?;
                return Ok(see_other(&done(&there(&institution), Done::Invited)));
            }
            Err(ChangeContactError::Coordinator) => {
                problems.add("email", ctx.l.t("institution-address-of-coordinator"));
            }
            Err(ChangeContactError::NotFound) => return Err(WebError::NotFound),
            Err(ChangeContactError::Database(error)) => return Err(error.into()),
        }
    }
    Ok(unprocessable(&template(
        &ctx,
        &institution,
        Some(&contact),
        fields,
        problems,
    )))
}

pub async fn end(ctx: Ctx, Path((id, contact)): Path<(String, String)>, _fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    let contact = known(&mut tx, &institution, &contact).await?;
    let act = ctx.act()?;
    institutions::end_contact(&mut tx, &act, institution.id, contact.id).await?;
    let open = requests::open_of_contact(&mut tx, contact.id, ctx.now).await?;
    let next = if open.is_empty() {
        there(&institution)
    } else {
        // Somebody has to look after them now.
        orphans::path(institution.id, contact.id)
    };
    let next = undo::saved(&mut tx, &act, institution.id.0, &next).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&next))
}

pub async fn invite(
    ctx: Ctx,
    Path((id, contact)): Path<(String, String)>,
    _fields: Fields,
) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let institution = super::find(&ctx, &mut tx, &id).await?;
    let contact = find(&mut tx, &institution, &contact).await?;
    institutions::invite(&mut tx, &ctx.act()?, institution.id, contact.id).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&there(&institution), Done::Invited)))
}

fn there(institution: &Institution) -> String {
    format!("{}#contacts", super::path(institution.id))
}

/// Also a former one.
async fn known(tx: &mut Tx, institution: &Institution, contact: &str) -> Result<Contact, WebError> {
    let id = contact.parse().map_err(|_| WebError::NotFound)?;
    let contact = institutions::store::contact(tx, institution.id, id).await?;
    contact.ok_or(WebError::NotFound)
}

async fn find(tx: &mut Tx, institution: &Institution, contact: &str) -> Result<Contact, WebError> {
    let contact = known(tx, institution, contact).await?;
    Some(contact).filter(|contact| contact.active).ok_or(WebError::NotFound)
}

fn template(
    ctx: &Ctx,
    institution: &Institution,
    contact: Option<&Contact>,
    typed: Fields,
    problems: Problems,
) -> ContactPage {
    let back = super::path(institution.id);
    let pending = institution.state.parse() == Ok(State::Pending);
    let (key, hint, send, action) = match contact {
        Some(contact) => (
            "contact-edit-title",
            "contact-edit-hint",
            "institution-save",
            format!("{back}/contacts/{}", contact.id),
        ),
        None if pending => (
            "contact-add-title",
            "contact-add-pending",
            "institution-contact-add",
            format!("{back}/contacts"),
        ),
        None => (
            "contact-add-title",
            "contact-add-invited",
            "contact-add-send",
            format!("{back}/contacts"),
        ),
    };
    ContactPage {
        page: ctx.page_titled(title(ctx, key, &problems)),
        back,
        action,
        institution: institution.name.clone(),
        title: ctx.l.t(key),
        hint: ctx.l.t(hint),
        send: ctx.l.t(send),
        problems,
        typed,
        choices: Choices::of(ctx),
    }
}
