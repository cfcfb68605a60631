//! `/desk/team/{id}`: one coordinator, and what can be done for or about them.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::list::Member;
use crate::{
    desks::coordinator::trail,
    people::{self, PersonId, RetireError, second_factor},
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/team/member.html")]
struct MemberTemplate {
    page: Page,
    problems: Problems,
    member: Member,
    /// The reader's own page.
    own: bool,
    /// Nobody else is there: this one stays.
    last: bool,
    trail: trail::Last,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let template = member(&ctx, parse(&id)?, Problems::default()).await?;
    Ok(html(StatusCode::OK, &template))
}

pub async fn retire(ctx: Ctx, Path(id): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let person = parse(&id)?;
    let mut tx = ctx.app.db.begin().await?;
    match people::retire_coordinator(&mut tx, &ctx.act()?, person).await {
        Ok(()) => {
            ctx.app.commit(tx).await?;
            Ok(see_other("/desk/team"))
        }
        Err(RetireError::LastOne) => {
            tx.rollback().await?;
            let mut problems = Problems::default();
            problems.add("retirement", ctx.l.t("team-last-one"));
            Ok(unprocessable(&member(&ctx, person, problems).await?))
        }
        Err(RetireError::NotACoordinator) => Err(WebError::NotFound),
        Err(RetireError::Database(error)) => Err(error.into()),
    }
}

pub async fn reset(ctx: Ctx, Path(id): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let person = parse(&id)?;
    let mut tx = ctx.app.db.begin().await?;
    if !second_factor::reset(&mut tx, &ctx.act()?, person).await? {
        return Err(WebError::NotFound);
    }
    ctx.app.commit(tx).await?;
    Ok(see_other(&format!("/desk/team/{person}")))
}

fn parse(id: &str) -> Result<PersonId, WebError> {
    id.parse().map_err(|_| WebError::NotFound)
}

async fn member(ctx: &Ctx, person: PersonId, problems: Problems) -> Result<MemberTemplate, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let coordinators = people::list_coordinators(&mut tx).await?;
    let trail = trail::last(ctx, &mut tx, "person", person.0).await?;
    tx.commit().await?;
    let last = coordinators.len() == 1;
    let found = coordinators.into_iter().find(|one| one.id == person);
    let member = Member::of(ctx, found.ok_or(WebError::NotFound)?);
    Ok(MemberTemplate {
        page: ctx.page_titled(member.name.clone()),
        problems,
        own: ctx.coordinator()?.person == person,
        last,
        trail,
        member,
    })
}
