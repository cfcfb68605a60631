//! Assigning by hand: what speaks against it is read first, then decided in writing.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};

use super::{find, text};
use crate::{
    database::Tx,
    desks::coordinator::{reasons, tasks::Phone},
    matching::Reason,
    requests::{
        Request,
        assignments::{self, AssignError, ByHand},
        candidates,
    },
    volunteers::{self, VolunteerId},
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

#[derive(Template)]
#[template(path = "coordinator/assignment.html")]
struct Confirmation {
    page: Page,
    problems: Problems,
    step: String,
    back: String,
    action: String,
    volunteer: String,
    phone: Option<Phone>,
    dates: Vec<DateChoice>,
    /// Something speaks against some date: a reason has to be written.
    asks_why: bool,
    /// One date at least is possible, perhaps with a reason.
    possible: bool,
    why: String,
}

struct DateChoice {
    slot: String,
    label: String,
    against: Vec<String>,
    /// Nobody may override all of it.
    barred: bool,
    chosen: bool,
}

pub async fn ask(
    ctx: Ctx,
    Path(id): Path<String>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let request = find::request(&ctx, &mut tx, &id).await?;
    let volunteer = pairs.iter().find(|(key, _)| key == "volunteer");
    let volunteer: VolunteerId = volunteer
        .and_then(|(_, text)| text.parse().ok())
        .ok_or(WebError::NotFound)?;
    if !find::has_an_empty_place(&ctx, &request) {
        return Ok(find::unchanged(&request));
    }
    let typed = Fields::default();
    let template = template(&ctx, &mut tx, &request, volunteer, &typed, Problems::default()).await?;
    Ok(html(StatusCode::OK, &template))
}

pub async fn assign(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let request = find::request(&ctx, &mut tx, &id).await?;
    let volunteer: VolunteerId = fields.get("volunteer").parse().map_err(|_| WebError::NotFound)?;
    let mut problems = Problems::default();
    let why = fields.get("why");
    text::check(&ctx, &mut problems, "why", &why);
    let slot = fields.get("slot");
    if slot.is_empty() {
        problems.add("slot", ctx.l.t("steps-problem-date"));
    }
    if !problems.is_empty() {
        let template = template(&ctx, &mut tx, &request, volunteer, &fields, problems).await?;
        return Ok(unprocessable(&template));
    }
    let wish = ByHand {
        request: request.id,
        volunteer,
        slot: slot.parse().map_err(|_| WebError::NotFound)?,
        why: Some(why),
    };
    match assignments::assign(&mut tx, &ctx.act()?, &ctx.rules, &ctx.app.keys, &wish).await {
        Ok(_) => {
            ctx.app.commit(tx).await?;
            return Ok(see_other(&done(&find::path(&request), Done::Assigned)));
        }
        Err(AssignError::NeedsReason(_)) => problems.add("why", ctx.l.t("steps-problem-why")),
        Err(AssignError::Refused(_)) => problems.add("slot", ctx.l.t("steps-problem-barred")),
        Err(AssignError::Taken | AssignError::Over) => return Err(WebError::Conflict),
        Err(AssignError::NotFound) => return Err(WebError::NotFound),
        Err(AssignError::Database(error)) => return Err(error.into()),
    }
    let template = template(&ctx, &mut tx, &request, volunteer, &fields, problems).await?;
    Ok(unprocessable(&template))
}

async fn template(
    ctx: &Ctx,
    tx: &mut Tx,
    request: &Request,
    volunteer: VolunteerId,
    typed: &Fields,
    problems: Problems,
) -> Result<Confirmation, WebError> {
    let person = volunteers::store::get(tx, volunteer).await?.ok_or(WebError::NotFound)?;
    let chosen = typed.get("slot");
    let mut dates = Vec::new();
    for slot in request.possible_slots() {
        let against = candidates::against(tx, &ctx.rules, request, volunteer, slot.id, ctx.now).await?;
        let against = against.ok_or(WebError::NotFound)?;
        let sentence = |reason| reasons::sentence(&ctx.l, &ctx.rules, request.mode, reason);
        dates.push(DateChoice {
            slot: slot.id.to_string(),
            label: find::date(ctx, slot),
            barred: against.iter().any(|reason: &Reason| !reason.may_be_overridden()),
            against: against.iter().map(sentence).collect(),
            chosen: slot.id.to_string() == chosen,
        });
    }
    // With one date there is nothing to choose.
    if let [only] = dates.as_mut_slice() {
        only.chosen = true;
    }
    let title = ctx
        .l
        .with("steps-assign-title", &[("volunteer", person.name.clone().into())]);
    Ok(Confirmation {
        page: ctx.page_titled(title),
        problems,
        step: find::step(ctx, request),
        back: find::path(request),
        action: format!("{}/assignments", find::path(request)),
        volunteer: volunteer.to_string(),
        phone: Phone::new(String::new(), person.phone),
        asks_why: dates.iter().any(|date| !date.against.is_empty() && !date.barred),
        possible: dates.iter().any(|date| !date.barred),
        dates,
        why: typed.get("why"),
    })
}
