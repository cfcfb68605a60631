//! `/me/leaving`: a volunteer stops. The page says first what that does, what is kept and how long.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use chrono::Duration;

use super::{assignment::Phone, message::Message};
use crate::{
    act::Act,
    database::Tx,
    requests::{self, AssignmentId, assignments},
    volunteers::{self, LeaveError, VolunteerId},
    web::{Ctx, Fields, Page, Problems, WebError, html, unprocessable},
};

#[derive(Template)]
#[template(path = "volunteer/leaving.html")]
struct LeavingPage {
    page: Page,
    problems: Problems,
    appointments: String,
    offers: String,
    /// These begin within the last hours: the desk has to find somebody else first.
    soon: Option<String>,
    phone: Phone,
    kept: String,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    let id = ctx.volunteer()?;
    let mut tx = ctx.app.db.read().await?;
    let page = page(&ctx, &mut tx, id, Problems::default()).await?;
    tx.commit().await?;
    Ok(html(StatusCode::OK, &page))
}

pub async fn take(ctx: Ctx, fields: Fields) -> Result<Response, WebError> {
    let id = ctx.volunteer()?;
    let choice = fields.get("choice");
    let mut problems = Problems::default();
    if !matches!(choice.as_str(), "leave" | "erase") {
        let mut tx = ctx.app.db.read().await?;
        problems.add("choice", ctx.l.t("leaving-choose"));
        return Ok(unprocessable(&page(&ctx, &mut tx, id, problems).await?));
    }
    let act = ctx.act()?;
    let mut tx = ctx.app.db.begin().await?;
    match volunteers::leave(&mut tx, &act, &ctx.rules, id).await {
        Ok(_) => {}
        Err(LeaveError::TooSoon(soon)) => {
            tx.rollback().await?;
            tell_the_desk(&ctx, &act, soon).await?;
            let mut tx = ctx.app.db.read().await?;
            problems.add("choice", ctx.l.t("leaving-too-soon"));
            return Ok(unprocessable(&page(&ctx, &mut tx, id, problems).await?));
        }
        Err(LeaveError::Changed) => return Err(WebError::Conflict),
        Err(LeaveError::Database(error)) => return Err(error.into()),
    }
    if choice == "erase" {
        volunteers::ask_for_erasure(&mut tx, &act, id).await?;
    }
    ctx.app.commit(tx).await?;
    let more = if choice == "erase" { "left-erased" } else { "left-kept" };
    Ok(html(StatusCode::OK, &Message::new(&ctx, "left", &[more, "left-back"])))
}

/// What begins within the lock makes an urgent task each: a person takes over, and calls.
async fn tell_the_desk(ctx: &Ctx, act: &Act<'_>, soon: Vec<AssignmentId>) -> Result<(), WebError> {
    let mut tx = ctx.app.db.begin().await?;
    for assignment in soon {
        match assignments::give_back(&mut tx, act, &ctx.rules, assignment).await {
            Ok(_) | Err(assignments::GiveBackError::Ended | assignments::GiveBackError::Over) => {}
            Err(assignments::GiveBackError::NotFound) => return Err(WebError::NotFound),
            Err(assignments::GiveBackError::Database(error)) => return Err(error.into()),
        }
    }
    ctx.app.commit(tx).await?;
    Ok(())
}

async fn page(ctx: &Ctx, tx: &mut Tx, id: VolunteerId, problems: Problems) -> Result<LeavingPage, WebError> {
    let numbers = ctx.rules.numbers();
    let lock = Duration::hours(numbers.volunteer_lock_hours);
    let ahead = requests::store::assignments_of_volunteer(tx, id, ctx.now).await?;
    let ahead = ahead.iter().filter(|one| one.starts_at > ctx.now);
    let (soon, later): (Vec<_>, Vec<_>) = ahead.partition(|one| one.starts_at - ctx.now < lock);
    let offers = requests::store::open_offers_of_volunteer(tx, id).await?.len();
    let l = &ctx.l;
    let title = l.t("leaving-title");
    let title = if problems.is_empty() {
        title
    } else {
        l.with("title-with-error", &[("title", title.into())])
    };
    Ok(LeavingPage {
        page: ctx.page_titled(title),
        problems,
        appointments: l.with("leaving-appointments", &[("count", later.len().into())]),
        offers: l.with("leaving-offers", &[("count", offers.into())]),
        soon: (!soon.is_empty()).then(|| {
            let hours = numbers.volunteer_lock_hours;
            l.with("leaving-soon", &[("count", soon.len().into()), ("hours", hours.into())])
        }),
        phone: Phone::new(&ctx.rules.pool().desk_phone),
        kept: l.with("leaving-kept", &[("months", numbers.keep_person_months.into())]),
    })
}
