//! `/p/{token}`: no offers for a while. The one click of RFC 8058 pauses at once; whoever opens the page chooses.

use axum::{
    body::Bytes,
    extract::{FromRequest, Path, Request},
    http::{StatusCode, header},
    response::Response,
};
use chrono::{DateTime, Duration, Utc};

use super::{
    choice::{Choice, ChoiceForm},
    link,
    message::Message,
    pause_form::{self, Chosen},
};
use crate::{
    act::Actor,
    app::Shared,
    database::Tx,
    links::{self, Link, Purpose},
    volunteers::{self, VolunteerId, store::Volunteer},
    web::{Ctx, Done, Fields, WebError, done, html, see_other, unprocessable},
};

/// A pause is not decided weeks later; the receipt brings its own link.
const OWN_LINK: Duration = Duration::days(30);

pub async fn show(mut ctx: Ctx, Path(token): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let (found, volunteer) = find(&mut ctx, &mut tx, &token).await?;
    tx.commit().await?;
    Ok(page(&ctx, &token, &found, &volunteer))
}

pub async fn start(mut ctx: Ctx, Path(token): Path<String>, request: Request) -> Result<Response, WebError> {
    let fields = fields(&ctx.app.clone(), request).await?;
    let mut tx = ctx.app.db.begin().await?;
    let (found, volunteer) = find(&mut ctx, &mut tx, &token).await?;
    if link::is_dead(&found, ctx.now) || volunteer.is_retired() {
        return Ok(page(&ctx, &token, &found, &volunteer));
    }
    let one_click = fields.get("List-Unsubscribe") == "One-Click";
    let until = if one_click {
        pause_form::after_days(&ctx)
    } else {
        match pause_form::read(&ctx, &fields) {
            Ok(until) => until,
            Err(problems) => {
                let chosen = Chosen {
                    choice: fields.get("choice"),
                    until: fields.get("until"),
                };
                return Ok(unprocessable(&pause_form::form(&ctx, &token, problems, chosen)));
            }
        }
    };
    let act = ctx.act_as(Actor::Link(volunteer.person_id));
    volunteers::pause_by_link(&mut tx, &act, volunteer.id, until).await?;
    ctx.app.commit(tx).await?;
    if one_click {
        // Mail programs do not follow redirects here (RFC 8058, 3.1).
        return Ok(html(StatusCode::OK, &paused(&ctx, &token, Some(until))));
    }
    Ok(see_other(&format!("/p/{token}")))
}

pub async fn undo(mut ctx: Ctx, Path(token): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let (found, volunteer) = find(&mut ctx, &mut tx, &token).await?;
    if link::is_dead(&found, ctx.now) || volunteer.is_retired() {
        return Ok(page(&ctx, &token, &found, &volunteer));
    }
    if volunteer.is_paused(ctx.now) && fields.get("choice") != "resume" {
        let mut again = paused(&ctx, &token, volunteer.paused_until);
        again.problems.add("choice", ctx.l.t("paused-choose"));
        return Ok(unprocessable(&again));
    }
    let act = ctx.act_as(Actor::Link(volunteer.person_id));
    volunteers::unpause(&mut tx, &act, volunteer.id).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(&format!("/p/{token}"), Done::Resumed)))
}

/// From their own page: the page of a mailed link, also for whoever never got such a mail.
pub async fn begin(ctx: Ctx, _fields: Fields) -> Result<Response, WebError> {
    let id = ctx.volunteer()?;
    let mut tx = ctx.app.db.begin().await?;
    let (act, until) = (ctx.act()?, ctx.now + OWN_LINK);
    links::create(&mut tx, &act, &ctx.app.keys, Purpose::Pause, id.0, until).await?;
    let link = links::of_subject(&mut tx, Purpose::Pause, id.0).await?;
    let path = link.and_then(|link| link.path(&ctx.app.keys, Purpose::Pause));
    ctx.app.commit(tx).await?;
    Ok(see_other(path.as_deref().unwrap_or("/me")))
}

async fn find(ctx: &mut Ctx, tx: &mut Tx, token: &str) -> Result<(Link, Volunteer), WebError> {
    let found = link::find(tx, Purpose::Pause, token).await?;
    let id = VolunteerId(found.subject_id);
    let volunteer = volunteers::store::get(tx, id).await?.ok_or(WebError::NotFound)?;
    ctx.prefer(&volunteer.locale);
    Ok((found, volunteer))
}

fn page(ctx: &Ctx, token: &str, found: &Link, volunteer: &Volunteer) -> Response {
    if volunteer.is_retired() {
        let status = link::status(link::is_dead(found, ctx.now));
        return html(status, &Message::new(ctx, "offer-left", &["offer-left-more"]));
    }
    if link::is_dead(found, ctx.now) {
        return link::gone(ctx);
    }
    if volunteer.is_paused(ctx.now) {
        return html(StatusCode::OK, &paused(ctx, token, volunteer.paused_until));
    }
    html(
        StatusCode::OK,
        &pause_form::form(ctx, token, Default::default(), Chosen::default()),
    )
}

fn paused(ctx: &Ctx, token: &str, until: Option<DateTime<Utc>>) -> Message {
    let l = &ctx.l;
    let lines: &[&str] = if until.is_some() {
        &["paused-assignments", "paused-after"]
    } else {
        &["paused-assignments"]
    };
    let mut message = Message::new(ctx, "paused", lines);
    message.lead = match until {
        Some(until) => {
            // An instant at midnight belongs to the day before: the last one of the pause.
            let last = (until - Duration::seconds(1))
                .with_timezone(&ctx.rules.zone())
                .date_naive();
            l.with("paused-lead", &[("date", l.date(last).into())])
        }
        None => l.t("paused-lead-open"),
    };
    message.form = Some(ChoiceForm {
        action: format!("/p/{token}/undo"),
        name: "choice",
        legend: l.t("paused-choice"),
        choices: vec![Choice::new("resume".into(), l.t("paused-resume"))],
        button: l.t("paused-undo"),
        after: None,
    });
    message
}

/// The page's form, or the one click: RFC 8058 sends that as `multipart/form-data` too.
async fn fields(app: &Shared, request: Request) -> Result<Fields, WebError> {
    let kind = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    if !kind.starts_with("multipart/form-data") {
        return Fields::from_request(request, app).await;
    }
    let body = Bytes::from_request(request, app)
        .await
        .map_err(|_| WebError::TooLarge)?;
    let body = String::from_utf8_lossy(&body);
    let clicked = body.contains("name=\"List-Unsubscribe\"") && body.lines().any(|line| line.trim() == "One-Click");
    let pair = clicked.then(|| ("List-Unsubscribe".to_owned(), "One-Click".to_owned()));
    Ok(Fields::from_pairs(pair.into_iter().collect()))
}
