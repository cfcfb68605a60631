//! `/desk/volunteers/new`: somebody joins. Their page then says what is still missing.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{
    open,
    person_form::{self, Offered},
};
use crate::{
    people,
    volunteers::{self, ChangedPerson, NewVolunteer, VolunteerId},
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/volunteers/new.html")]
struct NewPage {
    page: Page,
    problems: Problems,
    typed: Fields,
    offered: Offered,
    /// Whoever has this name at this address already.
    known: Option<VolunteerId>,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let typed = person_form::empty(&ctx);
    Ok(html(StatusCode::OK, &page(&ctx, typed, Problems::default(), None)))
}

pub async fn take(ctx: Ctx, fields: Fields) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let new = match person_form::read(&ctx, &fields) {
        Ok(new) => new,
        Err(problems) => return Ok(unprocessable(&page(&ctx, fields, problems, None))),
    };
    let act = ctx.act()?;
    let mut tx = ctx.app.db.begin().await?;
    let person = people::find_or_create(&mut tx, &act, &new.name, &new.email, &new.locale).await?;
    if let Some(known) = volunteers::store::of_person(&mut tx, person).await? {
        let mut problems = Problems::default();
        problems.add("name", ctx.l.t("person-problem-known"));
        return Ok(unprocessable(&page(&ctx, fields, problems, Some(known))));
    }
    let id = volunteers::create_volunteer(&mut tx, &act, &volunteer(new)).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&open::path(id), Done::Saved)))
}

/// Without languages, times and modes nobody asks them yet.
fn volunteer(new: ChangedPerson) -> NewVolunteer {
    NewVolunteer {
        name: new.name,
        email: new.email,
        locale: new.locale,
        gender: new.gender,
        birth_year: new.birth_year,
        phone: new.phone,
        phone_consent: new.phone_consent,
        home_district: new.home_district,
        german: new.german,
        modes: Vec::new(),
        max_travel_minutes: None,
        weekly_cap: None,
        languages: Vec::new(),
        districts: Vec::new(),
        sectors: Vec::new(),
        availability: Vec::new(),
        absences: Vec::new(),
        qualifications: Vec::new(),
    }
}

fn page(ctx: &Ctx, typed: Fields, problems: Problems, known: Option<VolunteerId>) -> NewPage {
    NewPage {
        page: ctx.page_titled(open::title(ctx, ctx.l.t("volunteer-new-title"), &problems)),
        problems,
        typed,
        offered: person_form::offered(ctx),
        known,
    }
}
