//! `/desk/requests/{id}`: one request, whole. Who was asked, who would be next, and why not the others.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};

use super::{
    asked::{self, Asked},
    candidates::{self, Candidate, Wanted, WhyNot},
    facts::{self, Fact},
    history::{self, Event},
    list_page::shape,
    tasks::{TaskView, Words},
};
use crate::{
    database::{DbError, Tx},
    desks::volunteer::bubble::BubbleDate,
    requests::{self, Request, RequestId, Status, candidates::Assessed, store::Offer},
    tasks,
    volunteers::{self, VolunteerId},
    web::{Ctx, Page, WebError, html},
};

#[derive(Template)]
#[template(path = "coordinator/request.html")]
struct RequestPage {
    page: Page,
    step: String,
    state: String,
    state_shape: &'static str,
    dates: Vec<BubbleDate>,
    facts: Vec<Fact>,
    tasks: Vec<(String, TaskView)>,
    asked: Vec<Asked>,
    search: Option<SearchView>,
    history: Vec<Event>,
}

/// Left out when the request is over: nobody is looked for.
struct SearchView {
    action: String,
    count: String,
    /// The search asks them by itself.
    runs: bool,
    fitting: Vec<Candidate>,
    why_not: Vec<WhyNot>,
    why_not_count: String,
    /// Those who do not even speak the language, folded away.
    strangers: Vec<WhyNot>,
    strangers_count: String,
    /// Somebody in particular was asked for.
    narrowed: bool,
    name: String,
}

pub async fn show(
    ctx: Ctx,
    Path(id): Path<String>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let id: RequestId = id.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = ctx.app.db.read().await?;
    let request = requests::store::get(&mut tx, id).await?.ok_or(WebError::NotFound)?;
    let facts = facts::read(&ctx, &mut tx, &request).await?;
    let offers = requests::store::offers_of(&mut tx, id).await?;
    let assessed = requests::candidates::assess_all(&mut tx, &ctx.rules, &request, ctx.now).await?;
    let names = names(&mut tx, &assessed, &offers).await?;
    let history = history::read(&ctx, &mut tx, &request, &offers, &names).await?;
    let mut words = Words::default();
    let mut open = Vec::new();
    for task in tasks::of_request(&mut tx, id).await? {
        let when = ctx.l.moment(task.due_at, ctx.rules.zone());
        let by = ctx.l.with("desk-request-task-by", &[("when", when.into())]);
        open.push((by, words.of(&ctx, &mut tx, &task).await?));
    }
    tx.commit().await?;

    let l = &ctx.l;
    let state = state(request.status(ctx.now));
    let language = ctx.rules.language_name(&request.language, l.code()).to_owned();
    let date = request
        .main_slot()
        .map(|slot| l.date_short(slot.date))
        .unwrap_or_default();
    let fixed = request.fixed_slot();
    let slots = request
        .slots
        .iter()
        .filter(|slot| fixed.is_none_or(|fixed| fixed == slot.id));
    let template = RequestPage {
        page: ctx.page_titled(l.with(
            "desk-request-heading",
            &[("language", language.into()), ("date", date.into())],
        )),
        step: l.with(
            "desk-request-step",
            &[
                ("reference", request.reference.clone().into()),
                ("institution", facts.institution.into()),
            ],
        ),
        state: l.t(&format!("desk-request-state-{state}")),
        state_shape: shape(state),
        dates: slots.map(|slot| BubbleDate::new(l, slot)).collect(),
        facts: facts.rows,
        tasks: open,
        asked: asked::rows(&ctx, &request, &offers, &names),
        search: search(&ctx, &request, &assessed, wanted(&pairs)),
        history,
    };
    Ok(html(StatusCode::OK, &template))
}

fn state(status: Status) -> &'static str {
    match status {
        Status::Searching { .. } => "searching",
        Status::Confirmed => "confirmed",
        Status::Unfilled => "unfilled",
        Status::Cancelled => "cancelled",
        Status::Past { .. } => "past",
    }
}

fn search(ctx: &Ctx, request: &Request, assessed: &[Assessed], wanted: Wanted) -> Option<SearchView> {
    let status = request.status(ctx.now);
    if matches!(status, Status::Cancelled | Status::Past { .. }) {
        return None;
    }
    let l = &ctx.l;
    let fitting = candidates::fitting(ctx, assessed);
    let why_not = candidates::why_not(ctx, request, assessed, &wanted);
    let narrowed = wanted.volunteer.is_some() || !wanted.name.is_empty();
    let (why_not, strangers): (Vec<_>, Vec<_>) = why_not.into_iter().partition(|one| one.speaks || narrowed);
    Some(SearchView {
        action: format!("/desk/requests/{}", request.id),
        count: l.with("desk-request-candidates-count", &[("count", fitting.len().into())]),
        runs: matches!(status, Status::Searching { .. }) && !fitting.is_empty(),
        why_not_count: l.with("desk-request-why-not-count", &[("count", why_not.len().into())]),
        strangers_count: l.with("desk-request-why-not-strangers", &[("count", strangers.len().into())]),
        strangers,
        narrowed,
        name: wanted.name,
        fitting,
        why_not,
    })
}

fn wanted(pairs: &[(String, String)]) -> Wanted {
    let value = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
    Wanted {
        volunteer: value("why").and_then(|text| text.parse().ok()),
        name: value("name").unwrap_or_default().to_owned(),
    }
}

/// Also of those who have left since.
async fn names(tx: &mut Tx, assessed: &[Assessed], offers: &[Offer]) -> Result<HashMap<VolunteerId, String>, DbError> {
    let mut names: HashMap<_, _> = assessed.iter().map(|one| (one.volunteer, one.name.clone())).collect();
    for offer in offers {
        if !names.contains_key(&offer.volunteer)
            && let Some(volunteer) = volunteers::store::get(tx, offer.volunteer).await?
        {
            names.insert(offer.volunteer, volunteer.name);
        }
    }
    Ok(names)
}
