//! `/desk/volunteers/{id}`: one volunteer, whole.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use chrono::Duration;

use super::{
    appointments::{self, Appointment},
    facts::{self, Part},
    open, wishes,
};
use crate::{
    database::{DbError, Tx},
    desks::coordinator::{
        back::{self, Back},
        privacy,
        qualifications::{bans, shown},
        tasks::{TaskView, Words},
        trail,
    },
    qualifications,
    requests::store::{self as requests, OfferState},
    tasks,
    volunteers::{VolunteerId, store},
    web::{Ctx, Page, WebError, html},
};

const PAST_SHOWN: i64 = 10;

#[derive(Template)]
#[template(path = "coordinator/volunteers/detail.html")]
struct DetailPage {
    page: Page,
    back: Back,
    id: VolunteerId,
    shape: &'static str,
    state: String,
    paused: bool,
    retired: bool,
    bounced: bool,
    missing: Vec<(String, String)>,
    parts: Vec<Part>,
    tasks: Vec<TaskView>,
    ahead: Vec<Appointment>,
    past: Vec<Appointment>,
    /// "3 Angebote in 7 Tagen, höchstens 5"
    asked: Vec<String>,
    shown: shown::Section,
    bans: bans::Section,
    wishes: wishes::Section,
    invited: Option<String>,
    trail: trail::Last,
    privacy: privacy::Section,
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let volunteer = open::any(&ctx, &mut tx, &id).await?;
    let id = volunteer.id;
    let holder = qualifications::store::holder(&mut tx, id)
        .await?
        .ok_or(WebError::NotFound)?;
    let facts = facts::read(&ctx, &mut tx, &volunteer).await?;
    let retired = volunteer.is_retired();
    let paused = volunteer.is_paused(ctx.now);
    let effective = match (retired, paused) {
        (true, _) => "retired",
        (false, true) => "paused",
        (false, false) => "active",
    };
    let (shape, state) = facts::state(&ctx, effective, volunteer.paused_until);
    let wishes = wishes::section(&ctx, &mut tx, &volunteer).await?;
    let page = DetailPage {
        page: ctx.page_titled(volunteer.name),
        back: back::to(&ctx, "/desk/volunteers"),
        id,
        shape,
        state,
        paused,
        retired,
        bounced: facts.bounced,
        missing: if retired { Vec::new() } else { facts.missing },
        parts: facts.parts,
        tasks: tasks_about(&ctx, &mut tx, id).await?,
        ahead: appointments::ahead(&ctx, &mut tx, id).await?,
        past: appointments::past(&ctx, &mut tx, id, PAST_SHOWN).await?,
        asked: asked(&ctx, &mut tx, id).await?,
        shown: shown::section(&ctx, &mut tx, &holder, None).await?,
        wishes,
        bans: bans::section(&ctx, &mut tx, id).await?,
        invited: invited(&ctx, &mut tx, id).await?,
        trail: trail::last(&ctx, &mut tx, "volunteer", id.0).await?,
        privacy: privacy::section(&mut tx, volunteer.person_id).await?,
    };
    tx.commit().await?;
    Ok(html(StatusCode::OK, &page))
}

async fn tasks_about(ctx: &Ctx, tx: &mut Tx, id: VolunteerId) -> Result<Vec<TaskView>, DbError> {
    let mut words = Words::default();
    let mut views = Vec::new();
    for task in tasks::open(tx).await? {
        if task.volunteer_id == Some(id) {
            let mut view = words.of(ctx, tx, &task).await?;
            // What leads here is done here.
            view.href = view.href.filter(|href| *href != open::path(id));
            views.push(view);
        }
    }
    Ok(views)
}

/// How much of their attention was asked for, and what they answered. A "no" never counts against anybody.
async fn asked(ctx: &Ctx, tx: &mut Tx, id: VolunteerId) -> Result<Vec<String>, DbError> {
    let mut lines = Vec::new();
    let most = ctx.rules.numbers().weekly_offer_cap;
    for days in [7, 30] {
        let counted = requests::offers_of_volunteer_since(tx, id, ctx.now - Duration::days(days)).await?;
        let sum = |wanted: &[OfferState]| -> i64 {
            let some = counted.iter().filter(|(state, _)| wanted.contains(state));
            some.map(|(_, number)| *number).sum()
        };
        let all: i64 = counted.iter().map(|(_, number)| *number).sum();
        let key = if days == 7 {
            "volunteer-asked-week"
        } else {
            "volunteer-asked-month"
        };
        let answered = sum(&[OfferState::Accepted, OfferState::Declined]);
        lines.push(ctx.l.with(
            key,
            &[
                ("count", all.into()),
                ("most", most.into()),
                ("yes", sum(&[OfferState::Accepted]).into()),
                ("no", sum(&[OfferState::Declined]).into()),
                ("none", (all - answered).into()),
            ],
        ));
    }
    Ok(lines)
}

/// When they were last welcomed by mail.
async fn invited(ctx: &Ctx, tx: &mut Tx, id: VolunteerId) -> Result<Option<String>, DbError> {
    let at = store::invited_at(tx, id).await?;
    Ok(at.map(|at| {
        let when = ctx.l.moment(at, ctx.rules.zone());
        ctx.l.with("volunteer-invited", &[("when", when.into())])
    }))
}
