//! Somebody stops. The page says first what that does; appointments go back to a search with the same step.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    appointments::{self, Appointment},
    open,
};
use crate::{
    database::Tx,
    desks::coordinator::undo,
    requests::store,
    volunteers::{self, LeaveError, store::Volunteer},
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/volunteers/retirement.html")]
struct RetirementPage {
    page: Page,
    back: String,
    name: String,
    problems: Problems,
    offers: String,
    given_back: Vec<Appointment>,
    /// These begin within the last hours: somebody else has to be found first.
    too_soon: Vec<Appointment>,
    too_soon_text: String,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let volunteer = open::any(&ctx, &mut tx, &id).await?;
    if volunteer.is_retired() {
        return Ok(see_other(&open::path(volunteer.id)));
    }
    let page = page(&ctx, &mut tx, &volunteer, Problems::default()).await?;
    tx.commit().await?;
    Ok(html(StatusCode::OK, &page))
}

pub async fn take(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let volunteer = open::any(&ctx, &mut tx, &id).await?;
    let mut problems = Problems::default();
    if fields.get("choice") != "retire" {
        problems.add("choice", ctx.l.t("retire-choose"));
        return Ok(unprocessable(&page(&ctx, &mut tx, &volunteer, problems).await?));
    }
    let act = ctx.act()?;
    let mut there = open::path(volunteer.id);
    match volunteers::leave(&mut tx, &act, &ctx.rules, volunteer.id).await {
        Ok(_) => {
            there = undo::saved(&mut tx, &act, volunteer.id.0, &there).await?;
            ctx.app.commit(tx).await?;
        }
        Err(LeaveError::TooSoon(_)) => {
            drop(tx);
            problems.add("choice", ctx.l.t("retire-problem-soon"));
            let mut tx = ctx.app.db.read().await?;
            return Ok(unprocessable(&page(&ctx, &mut tx, &volunteer, problems).await?));
        }
        Err(LeaveError::Changed) => return Err(WebError::Conflict),
        Err(LeaveError::Database(error)) => return Err(error.into()),
    }
    Ok(see_other(&there))
}

/// Back with what is still known, and welcomed by mail. Whoever was erased is nobody, and cannot come back.
pub async fn come_back(ctx: Ctx, Path(id): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let volunteer = open::any(&ctx, &mut tx, &id).await?;
    let act = ctx.act()?;
    if volunteers::come_back(&mut tx, &act, volunteer.id).await? {
        volunteers::invite(&mut tx, &act, &ctx.app.keys, volunteer.id).await?;
        ctx.app.commit(tx).await?;
    }
    Ok(see_other(&open::path(volunteer.id)))
}

async fn page(ctx: &Ctx, tx: &mut Tx, volunteer: &Volunteer, problems: Problems) -> Result<RetirementPage, WebError> {
    let offers = store::open_offers_of_volunteer(tx, volunteer.id).await?.len();
    let ahead = appointments::ahead(ctx, tx, volunteer.id).await?;
    let ahead = ahead.into_iter().filter(|appointment| appointment.starts_at > ctx.now);
    let hours = ctx.rules.numbers().volunteer_lock_hours;
    let lock = ctx.now + chrono::Duration::hours(hours);
    let (given_back, too_soon) = ahead.partition(|appointment| appointment.starts_at >= lock);
    let title = ctx.l.with("retire-title", &[("name", volunteer.name.as_str().into())]);
    Ok(RetirementPage {
        page: ctx.page_titled(open::title(ctx, title, &problems)),
        back: open::path(volunteer.id),
        name: volunteer.name.clone(),
        problems,
        offers: ctx.l.with("retire-offers", &[("count", offers.into())]),
        given_back,
        too_soon,
        too_soon_text: ctx.l.with("retire-soon-text", &[("hours", hours.into())]),
    })
}
