//! The institution's requests: what comes next on top.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::wording;
use crate::{
    requests::{self, Request, Status, draft, store},
    web::{Ctx, Page, WebError, html},
};

const MOST: i64 = 60;

struct Line {
    href: String,
    date: String,
    iso_date: String,
    time: String,
    language: String,
    occasion: String,
    reference: String,
    tag: &'static str,
    state: String,
}

/// A request that was begun and not sent.
struct Begun {
    id: String,
    href: String,
    text: String,
    changed: String,
}

#[derive(Template)]
#[template(path = "institution/list.html")]
struct List {
    page: Page,
    /// It sees everything and files nothing.
    paused: bool,
    begun: Vec<Begun>,
    upcoming: Vec<Line>,
    past: Vec<Line>,
}

pub async fn show(ctx: Ctx) -> Result<Response, WebError> {
    let (contact, institution) = ctx.contact()?;
    let mut tx = ctx.app.db.read().await?;
    let mut all = Vec::new();
    for id in store::of_institution(&mut tx, institution, MOST).await? {
        all.extend(store::get_of(&mut tx, institution, id).await?);
    }
    let own = draft::Owner {
        contact,
        filed_by: None,
    };
    let drafts = draft::of_owner(&mut tx, own).await?;
    let (mut upcoming, mut past): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|request| !is_over(request.status(ctx.now)));
    upcoming.sort_by_key(|request| request.main_slot().map(|slot| slot.starts_at));
    past.sort_by_key(|request| std::cmp::Reverse(request.main_slot().map(|slot| slot.starts_at)));
    let page = List {
        page: ctx.page("list-title"),
        paused: super::drafts::is_paused(&mut tx, institution).await?,
        begun: drafts
            .iter()
            .filter(|draft| !draft.typed.is_empty())
            .map(|draft| begun(&ctx, draft))
            .collect(),
        upcoming: upcoming.iter().map(|request| line(&ctx, request)).collect(),
        past: past.iter().map(|request| line(&ctx, request)).collect(),
    };
    Ok(html(StatusCode::OK, &page))
}

fn is_over(status: Status) -> bool {
    matches!(status, Status::Cancelled | Status::Refused | Status::Past { .. })
}

fn line(ctx: &Ctx, request: &requests::Request) -> Line {
    let slot = request.main_slot();
    let (tag, state) = tag(request, ctx.now);
    let locale = ctx.l.code();
    Line {
        href: format!("/requests/{}", request.id),
        date: slot.map(|slot| ctx.l.date(slot.date)).unwrap_or_default(),
        iso_date: slot.map(|slot| slot.date.to_string()).unwrap_or_default(),
        time: slot
            .map(|slot| ctx.l.time_range(slot.start, slot.end))
            .unwrap_or_default(),
        language: ctx.rules.language_name(&request.language, locale).to_owned(),
        occasion: wording::occasion(&ctx.rules, &request.occasion, locale),
        reference: request.reference.clone(),
        tag,
        state: ctx.l.t(state),
    }
}

/// The state's shape and the key of its word.
pub fn tag(request: &Request, now: chrono::DateTime<chrono::Utc>) -> (&'static str, &'static str) {
    match request.status(now) {
        Status::Checking { asked: true, .. } => ("bad", "state-asked"),
        Status::Checking { .. } => ("open", "state-checking"),
        Status::Refused => ("gone", "state-refused"),
        Status::Searching { .. } => ("runs", "state-searching"),
        Status::Confirmed => ("done", "state-confirmed"),
        Status::Unfilled => ("bad", "state-unfilled"),
        Status::Cancelled => ("gone", "state-cancelled"),
        Status::Past { held: true } => ("done", "state-held"),
        Status::Past { held: false } => ("gone", "state-not-held"),
    }
}

fn begun(ctx: &Ctx, draft: &draft::Draft) -> Begun {
    let typed = draft.typed.get("language");
    Begun {
        id: draft.id.to_string(),
        href: format!("/requests/drafts/{}/check", draft.id),
        text: if typed.is_empty() {
            ctx.l.t("list-begun-unnamed")
        } else {
            typed.to_owned()
        },
        changed: ctx.l.moment(draft.updated_at, ctx.rules.zone()),
    }
}
