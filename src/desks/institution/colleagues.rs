//! `/requests/contacts`: who asks for an institution, and how a colleague joins.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{
    filter::Asked,
    mine::{self, Own},
};
use crate::{
    database::Tx,
    desks::institution_form::{Typed, title},
    institutions::{self, ContactId, JoinError, NewContact, State, store::Contact},
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

struct Group {
    institution: String,
    people: Vec<Contact>,
}

#[derive(Template)]
#[template(path = "institution/contacts.html")]
struct Contacts {
    page: Page,
    /// The list as it was.
    back: String,
    problems: Problems,
    groups: Vec<Group>,
    /// For which institutions somebody can join: those that may ask now.
    own: Vec<(ContactId, String, bool)>,
    typed: Fields,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    mine::roles(&ctx)?;
    let mut tx = ctx.app.db.read().await?;
    let page = template(&ctx, &mut tx, Fields::default(), Problems::default()).await?;
    Ok(html(StatusCode::OK, &page))
}

pub async fn invite(ctx: Ctx, fields: Fields) -> Result<Response, WebError> {
    mine::roles(&ctx)?;
    let mut tx = ctx.app.db.begin().await?;
    let own = mine::all(&ctx, &mut tx).await?;
    let named = fields.get("contact");
    let asked = own.iter().filter(|one| may_invite(one));
    let found = asked.clone().find(|one| one.contact.to_string() == named);
    let mut typed = Typed::new(&ctx, &fields);
    let new = typed.colleague();
    let mut problems = typed.problems;
    let Some(one) = found.or_else(|| asked.clone().next()) else {
        problems.add("contact_name", ctx.l.t("problem-not-approved"));
        return Ok(unprocessable(&template(&ctx, &mut tx, fields, problems).await?));
    };
    if let Some(new) = new {
        match join(&ctx, &mut tx, one, &new).await? {
            Ok(()) => {
                ctx.app.commit(tx).await?;
                return Ok(see_other(&Asked::of(&ctx).on("/requests/contacts")));
            }
            Err(key) => problems.add("email", ctx.l.t(key)),
        }
        // What was tried is given back.
        drop(tx);
        tx = ctx.app.db.begin().await?;
    }
    Ok(unprocessable(&template(&ctx, &mut tx, fields, problems).await?))
}

/// The key of why not.
async fn join(ctx: &Ctx, tx: &mut Tx, one: &Own, new: &NewContact) -> Result<Result<(), &'static str>, WebError> {
    match institutions::join(tx, &ctx.act()?, one.institution.id, new).await {
        Ok(_) => Ok(Ok(())),
        Err(JoinError::Known) => Ok(Err("contacts-problem-known")),
        Err(JoinError::Left) => Ok(Err("contacts-problem-left")),
        Err(JoinError::TooMany) => Ok(Err("contacts-problem-many")),
        Err(JoinError::Database(error)) => Err(error.into()),
    }
}

fn may_invite(one: &Own) -> bool {
    one.institution.state.parse() == Ok(State::Approved)
}

async fn template(ctx: &Ctx, tx: &mut Tx, typed: Fields, problems: Problems) -> Result<Contacts, WebError> {
    let own = mine::all(ctx, tx).await?;
    let chosen = typed.get("contact");
    let mut groups = Vec::new();
    for one in &own {
        groups.push(Group {
            institution: one.institution.name.clone(),
            people: institutions::store::contacts_of(tx, one.institution.id).await?,
        });
    }
    let able = own.iter().filter(|one| may_invite(one));
    Ok(Contacts {
        page: ctx.page_titled(title(ctx, "contacts-title", &problems)),
        back: Asked::of(ctx).back(),
        problems,
        groups,
        own: able
            .map(|one| {
                let is_chosen = one.contact.to_string() == chosen;
                (one.contact, one.institution.name.clone(), is_chosen)
            })
            .collect(),
        typed,
    })
}
