//! Several people share the proved address: who is it?

use askama::Template;
use axum::{
    http::{HeaderMap, StatusCode},
    response::Response,
};

use super::{carry, enter, link};
use crate::{
    act::Actor,
    people::{
        PersonId,
        sign_in::{self, Proof},
        store::RoleHolder,
    },
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "people/who.html")]
struct WhoTemplate {
    page: Page,
    problems: Problems,
    people: Vec<Choice>,
}

struct Choice {
    id: PersonId,
    name: String,
    role: String,
}

pub async fn page(ctx: Ctx, headers: HeaderMap) -> Result<Response, WebError> {
    let Some(proof) = carry::proof(&headers) else {
        return Ok(see_other("/sign-in"));
    };
    let people = choices(&ctx, &proof).await?;
    if people.is_empty() {
        return Ok(link::expired(&ctx));
    }
    let page = ctx.page("sign-in-who-title");
    Ok(html(
        StatusCode::OK,
        &WhoTemplate {
            page,
            problems: Problems::default(),
            people,
        },
    ))
}

pub async fn choose(ctx: Ctx, headers: HeaderMap, fields: Fields) -> Result<Response, WebError> {
    let Some(proof) = carry::proof(&headers) else {
        return Ok(see_other("/sign-in"));
    };
    let people = choices(&ctx, &proof).await?;
    if people.is_empty() {
        return Ok(link::expired(&ctx));
    }
    let chosen = fields
        .get("person")
        .parse()
        .ok()
        .filter(|id| people.iter().any(|choice| choice.id == *id));
    let Some(person) = chosen else {
        let mut problems = Problems::default();
        problems.add("person", ctx.l.t("sign-in-who-empty"));
        return Ok(unprocessable(&WhoTemplate {
            page: ctx.page("sign-in-who-title"),
            problems,
            people,
        }));
    };
    let tx = ctx.app.db.begin().await?;
    enter::as_person(&ctx, &headers, tx, &proof, person).await
}

async fn choices(ctx: &Ctx, proof: &Proof) -> Result<Vec<Choice>, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let people = sign_in::people_of(&mut tx, &ctx.act_as(Actor::Service), &ctx.app.keys, proof).await?;
    tx.commit().await?;
    let choice = |person: RoleHolder| Choice {
        role: roles(ctx, &person),
        id: person.id,
        name: person.name,
    };
    Ok(people.unwrap_or_default().into_iter().map(choice).collect())
}

/// "Koordination, Sprachmittler*in"
fn roles(ctx: &Ctx, person: &RoleHolder) -> String {
    let held = [
        (person.coordinator, "sign-in-role-coordinator"),
        (person.contact, "sign-in-role-contact"),
        (person.volunteer, "sign-in-role-volunteer"),
    ];
    let names: Vec<String> = held
        .into_iter()
        .filter(|(has, _)| *has)
        .map(|(_, key)| ctx.l.t(key))
        .collect();
    names.join(", ")
}
