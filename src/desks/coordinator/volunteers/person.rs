//! Who somebody is and how they are reached.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    open,
    person_form::{self, Offered},
};
use crate::{
    people, qualifications,
    requests::offers,
    volunteers::{self, store::Volunteer},
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/volunteers/person.html")]
struct PersonPage {
    page: Page,
    back: String,
    name: String,
    problems: Problems,
    typed: Fields,
    offered: Offered,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let volunteer = open::present(&ctx, &mut tx, &id).await?;
    let email = people::store::first_address(&mut tx, volunteer.person_id).await?;
    tx.commit().await?;
    let typed = person_form::filled(&volunteer, email.map(|(email, _)| email));
    Ok(html(
        StatusCode::OK,
        &page(&ctx, &volunteer, typed, Problems::default()),
    ))
}

pub async fn take(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let volunteer = open::present(&ctx, &mut tx, &id).await?;
    let new = match person_form::read(&ctx, &fields) {
        Ok(new) => new,
        Err(problems) => return Ok(unprocessable(&page(&ctx, &volunteer, fields, problems))),
    };
    let act = ctx.act()?;
    // Read first: it holds requests, and these come before volunteers.
    let lost = offers::not_arrived(&mut tx, volunteer.id).await?;
    let before = people::store::first_address(&mut tx, volunteer.person_id).await?;
    volunteers::change_person(&mut tx, &act, volunteer.id, &new).await?;
    // What somebody has to show may depend on the year of birth.
    qualifications::review(&mut tx, &act, &ctx.rules, volunteer.id).await?;
    let mut said = Done::Saved;
    if before != people::store::first_address(&mut tx, volunteer.person_id).await?
        && offers::send_again(&mut tx, &act, &ctx.rules, &lost).await? > 0
    {
        said = Done::AskedAgain;
    }
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&open::path(volunteer.id), said)))
}

fn page(ctx: &Ctx, volunteer: &Volunteer, typed: Fields, problems: Problems) -> PersonPage {
    PersonPage {
        page: ctx.page_titled(open::title(ctx, ctx.l.t("volunteer-person-title"), &problems)),
        back: open::path(volunteer.id),
        name: volunteer.name.clone(),
        problems,
        typed,
        offered: person_form::offered(ctx),
    }
}
