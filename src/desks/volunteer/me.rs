//! `/me`: what lies ahead for the volunteer who is signed in. Reads only; answers go through the mailed links.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use uuid::Uuid;

use super::{
    bubble::{self, Bubble},
    left, link,
    stand::Stand,
    willing,
};
use crate::{
    database::{DbError, Tx},
    desks::schedule::grid,
    links::{self, Purpose},
    proofs,
    requests::{self, Request, Slot, candidates},
    volunteers::store::{self, Volunteer},
    web::{Ctx, Page, WebError, html},
};

/// So many of the past ones stand there at once.
const NEWEST: usize = 3;
/// And so many where all were asked for.
const PAST: i64 = 50;

#[derive(Template)]
#[template(path = "volunteer/me.html")]
struct MyPage {
    page: Page,
    lead: String,
    offers: Vec<Item>,
    no_offers: Option<String>,
    reports: Vec<Item>,
    assignments: Vec<Item>,
    past: Vec<Item>,
    /// There are more of them than shown.
    more_past: bool,
    /// A line for each weekday with free times.
    week: Vec<(String, String)>,
    pause: String,
    pause_link: Option<String>,
}

pub struct Item {
    pub bubble: Bubble,
    /// Tells this one's button from the others' for those who cannot see where it stands.
    pub label: String,
    pub line: String,
    pub by: Option<String>,
    pub href: Option<String>,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    let id = match ctx.volunteer() {
        Err(WebError::NotFound) => return left::show(&ctx).await,
        found => found?,
    };
    let mut tx = ctx.app.db.read().await?;
    let volunteer = store::get(&mut tx, id).await?.ok_or(WebError::NotFound)?;
    let offers = offers(&ctx, &mut tx, &volunteer).await?;
    let assignments = assignments(&ctx, &mut tx, &volunteer).await?;
    let reports = reports(&ctx, &mut tx, &volunteer).await?;
    let mut past = past(&ctx, &mut tx, &volunteer).await?;
    let more_past = past.len() > NEWEST && ctx.query("all").is_empty();
    if more_past {
        past.truncate(NEWEST);
    }
    let windows = store::windows_of(&mut tx, id).await?;
    let pause_link = path(&ctx, &mut tx, Purpose::Pause, id.0).await?;
    tx.commit().await?;

    let l = &ctx.l;
    let paused = volunteer.is_paused(ctx.now);
    let no_offers = offers.is_empty().then(|| match (paused, windows.is_empty()) {
        (true, _) => l.t("me-no-offers-paused"),
        (false, true) => l.t("me-no-offers-no-times"),
        (false, false) => l.t("me-no-offers"),
    });
    let pause = match volunteer.paused_until.filter(|_| paused) {
        Some(until) => {
            let last = (until - chrono::Duration::seconds(1))
                .with_timezone(&ctx.rules.zone())
                .date_naive();
            l.with("paused-lead", &[("date", l.date(last).into())])
        }
        None if paused => l.t("paused-lead-open"),
        None => l.t("me-not-paused"),
    };
    let page = ctx.page("me-title");
    let lead = l.t("me-lead");
    Ok(html(
        StatusCode::OK,
        &MyPage {
            page,
            lead,
            offers,
            no_offers,
            reports,
            assignments,
            past,
            more_past,
            week: grid::lines(&ctx, &windows),
            pause,
            pause_link,
        },
    ))
}

async fn offers(ctx: &Ctx, tx: &mut Tx, volunteer: &Volunteer) -> Result<Vec<Item>, DbError> {
    let mut items = Vec::new();
    for offer in requests::store::open_offers_of_volunteer(tx, volunteer.id).await? {
        let Some(request) = requests::store::get(tx, offer.request).await? else {
            continue;
        };
        let Some(assessment) = candidates::assess_one(tx, &ctx.rules, &request, volunteer.id, ctx.now).await? else {
            continue;
        };
        // What its own page would not let them answer is no open offer.
        let stand = Stand::of(&request, &offer, &assessment, ctx.now);
        let slots = match &stand {
            Stand::Willing { slot } => std::slice::from_ref(slot),
            other => other.slots(),
        };
        if slots.is_empty() {
            continue;
        }
        let fitting = request.slots.iter().filter(|slot| slots.contains(&slot.id));
        let mut item = item(ctx, &request, fitting);
        item.by = if matches!(stand, Stand::Willing { .. }) {
            let when = willing::heard_by(ctx, &request);
            Some(ctx.l.with("me-willing", &[("when", when.into())]))
        } else {
            offer.answer_by.filter(|by| *by > ctx.now).map(|by| {
                let when = ctx.l.moment(by, ctx.rules.zone());
                ctx.l.with("me-answer-by", &[("when", when.into())])
            })
        };
        item.href = path(ctx, tx, Purpose::Offer, offer.id.0).await?;
        items.push(item);
    }
    Ok(items)
}

async fn assignments(ctx: &Ctx, tx: &mut Tx, volunteer: &Volunteer) -> Result<Vec<Item>, DbError> {
    let mut items = Vec::new();
    for assignment in requests::store::assignments_of_volunteer(tx, volunteer.id, ctx.now).await? {
        let Some(request) = requests::store::get(tx, assignment.request_id).await? else {
            continue;
        };
        let slot = request.slots.iter().filter(|slot| slot.id == assignment.slot_id);
        let mut item = item(ctx, &request, slot);
        item.href = path(ctx, tx, Purpose::Assignment, assignment.id.0).await?;
        items.push(item);
    }
    Ok(items)
}

/// The last ones that took place.
async fn past(ctx: &Ctx, tx: &mut Tx, volunteer: &Volunteer) -> Result<Vec<Item>, DbError> {
    let mut items = Vec::new();
    let limit = if ctx.query("all").is_empty() {
        i64::try_from(NEWEST).unwrap_or(PAST) + 1
    } else {
        PAST
    };
    for assignment in requests::store::past_assignments_of_volunteer(tx, volunteer.id, ctx.now, limit).await? {
        let Some(request) = requests::store::get(tx, assignment.request_id).await? else {
            continue;
        };
        let slot = request.slots.iter().filter(|slot| slot.id == assignment.slot_id);
        items.push(item(ctx, &request, slot));
    }
    Ok(items)
}

/// Appointments that are over and wait for this volunteer's word.
pub async fn reports(ctx: &Ctx, tx: &mut Tx, volunteer: &Volunteer) -> Result<Vec<Item>, DbError> {
    let mut items = Vec::new();
    for (assignment, request) in proofs::store::unreported_of(tx, volunteer.id).await? {
        let Some(request) = requests::store::get(tx, request).await? else {
            continue;
        };
        let standing = request.assignments.iter().find(|standing| standing.id == assignment);
        let slot = request
            .slots
            .iter()
            .filter(|slot| standing.is_some_and(|standing| standing.slot == slot.id));
        let mut item = item(ctx, &request, slot);
        item.href = path(ctx, tx, Purpose::Proof, assignment.0).await?;
        items.push(item);
    }
    Ok(items)
}

fn item<'a>(ctx: &Ctx, request: &Request, slots: impl Iterator<Item = &'a Slot>) -> Item {
    let (l, rules) = (&ctx.l, &*ctx.rules);
    let bubble = Bubble::new(ctx, request, slots);
    let label = bubble
        .dates
        .first()
        .map(|date| format!("{}, {}", date.day, date.time))
        .unwrap_or_default();
    let (language, place) = (bubble::languages(l, rules, request), bubble::place(l, rules, request));
    let line = l.with("me-line", &[("language", language.into()), ("place", place.into())]);
    Item {
        bubble,
        label,
        line,
        by: None,
        href: None,
    }
}

/// The mailed link's own path, while it lives.
async fn path(ctx: &Ctx, tx: &mut Tx, purpose: Purpose, subject: Uuid) -> Result<Option<String>, DbError> {
    let found = links::of_subject(tx, purpose, subject).await?;
    Ok(found
        .filter(|found| !link::is_dead(found, ctx.now))
        .and_then(|found| found.path(&ctx.app.keys, purpose)))
}
