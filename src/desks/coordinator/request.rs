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
    back::{self, Back},
    candidates::{self, Candidate, Wanted, WhyNot},
    checks::section::{self as check_section, CheckView},
    ended,
    facts::{self, Fact},
    history::{self, Event},
    list_page::shape,
    progress::{self, Progress},
    proofs::section::{self, ProofView},
    said,
    steps::{
        answer,
        find::{self, Choice},
        picks::{self, Picks},
        sections::{self, Coming, Ways},
    },
    tasks::{TaskView, Words},
};
use crate::{
    database::{DbError, Tx},
    desks::{
        institution::moving::{self, Other},
        volunteer::bubble::BubbleDate,
    },
    institutions::{self, State},
    requests::{self, Request, Status, candidates::Assessed, store::Offer},
    tasks,
    volunteers::{self, VolunteerId},
    web::{Ctx, Page, Problems, WebError, html},
};

#[derive(Template)]
#[template(path = "coordinator/request.html")]
pub struct RequestPage {
    page: Page,
    back: Back,
    problems: Problems,
    step: String,
    state: String,
    state_shape: &'static str,
    path: String,
    dates: Vec<BubbleDate>,
    facts: Vec<Fact>,
    tasks: Vec<Job>,
    /// What the search has done, and what it does next.
    progress: Option<Progress>,
    /// What is in doubt, and what can be done about it.
    check: Option<CheckView>,
    coming: Vec<Coming>,
    asked: Vec<Asked>,
    /// How it asks, and whom to pick.
    picks: Picks,
    /// What can be said on the phone now.
    answers: Vec<Choice>,
    ways: Ways,
    /// Where the appointment is moved for the contact, as a form; none: nobody can ask for it now.
    mover: Option<String>,
    id: String,
    /// The same appointment on another day, before or after.
    moved: Vec<Other>,
    search: Option<SearchView>,
    history: Vec<Event>,
    /// What happened, said by both sides.
    proofs: Vec<ProofView>,
    trail: String,
    /// Why nobody is looked for any more.
    over: String,
}

struct Job {
    by: String,
    task: TaskView,
    /// Where its one action is.
    place: Option<String>,
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
    let mut tx = ctx.app.db.read().await?;
    let request = find::request(&ctx, &mut tx, &id).await?;
    let page = read(&ctx, &mut tx, &request, &pairs, Problems::default()).await?;
    tx.commit().await?;
    Ok(html(StatusCode::OK, &page))
}

/// The whole page; also when something that was sent from it is wrong.
pub async fn read(
    ctx: &Ctx,
    tx: &mut Tx,
    request: &Request,
    pairs: &[(String, String)],
    problems: Problems,
) -> Result<RequestPage, WebError> {
    let facts = facts::read(ctx, tx, request).await?;
    let offers = requests::store::offers_of(tx, request.id).await?;
    let ranks = requests::store::ranks_of(tx, request.id).await?;
    let by_hand = requests::store::by_hand_of(tx, request.id).await?;
    let assessed = requests::candidates::assess_all(tx, &ctx.rules, request, ctx.now).await?;
    let names = names(tx, request, &assessed, &offers).await?;
    let phones = volunteers::store::phones(tx, &reached(request, &assessed)).await?;
    let named = history::Names {
        volunteers: &names,
        offers: &offers,
        by_hand: &by_hand,
    };
    let history = history::read(ctx, tx, request, &named).await?;
    let proofs = section::read(ctx, tx, request).await?;
    let outlook = requests::outlook(tx, &ctx.rules, request, ctx.now).await?;
    let picks = picks::read(ctx, tx, request, &offers, &names).await?;
    let tasks = jobs(ctx, tx, request).await?;
    let ended = ended::read(tx, request).await?;
    let said = said::of(ctx, tx, request).await?;
    let check = check_section::read(ctx, tx, request).await?;
    let l = &ctx.l;
    let status = request.status(ctx.now);
    let state = state(status);
    let language = ctx.rules.language_name(&request.language, l.code()).to_owned();
    let date = request
        .main_slot()
        .map(|slot| l.date_short(slot.date))
        .unwrap_or_default();
    let heading = l.with(
        "desk-request-heading",
        &[("language", language.into()), ("date", date.into())],
    );
    let over = matches!(status, Status::Cancelled | Status::Past { .. } | Status::Refused);
    let undecided = matches!(status, Status::Checking { .. });
    let name = |volunteer| names.get(&volunteer).cloned().unwrap_or_else(|| l.t("task-somebody"));
    Ok(RequestPage {
        page: {
            let mut page = ctx.page_titled(heading);
            page.receipt = said.or(page.receipt);
            page
        },
        back: back::to(ctx, "/desk/requests"),
        problems,
        step: l.with(
            "desk-request-step",
            &[
                ("reference", request.reference.clone().into()),
                ("institution", facts.institution.into()),
            ],
        ),
        state: if request.is_closed() && status == Status::Unfilled {
            l.t("desk-request-state-closed")
        } else {
            l.t(&format!("desk-request-state-{state}"))
        },
        state_shape: shape(state),
        path: find::path(request),
        dates: request.possible_slots().map(|slot| BubbleDate::new(l, slot)).collect(),
        facts: facts.rows,
        tasks,
        progress: outlook.map(|outlook| progress::of(ctx, request, &offers, &outlook, &assessed)),
        proofs,
        check,
        picks,
        coming: sections::coming(ctx, request, (&names, &phones), &by_hand),
        asked: asked::rows(ctx, request, &offers, &names, (&ranks, &ended)),
        answers: if over || undecided {
            Vec::new()
        } else {
            answer::choices(ctx, request, &offers, name)
        },
        ways: sections::ways(ctx, request, !over),
        mover: mover(tx, request).await?,
        id: request.id.to_string(),
        moved: moving::others(ctx, tx, request, "/desk/requests").await?,
        search: search(ctx, request, &assessed, &phones, wanted(pairs)),
        history,
        trail: format!("/desk/trail/request/{}", request.id),
        over: l.t(match status {
            Status::Cancelled => "desk-request-over-cancelled",
            Status::Past { .. } => "desk-request-over-past",
            _ => "desk-request-over-closed",
        }),
    })
}

/// Whoever could call and ask can have it moved.
async fn mover(tx: &mut Tx, request: &Request) -> Result<Option<String>, DbError> {
    let caller = institutions::caller(tx, request.contact).await?;
    let caller = caller.filter(|caller| caller.state == State::Approved.code());
    Ok(caller.map(|caller| format!("/desk/callers/{}/drafts", caller.contact)))
}

async fn jobs(ctx: &Ctx, tx: &mut Tx, request: &Request) -> Result<Vec<Job>, DbError> {
    let mut words = Words::default();
    let mut open = Vec::new();
    for task in tasks::of_request(tx, request.id).await? {
        let when = ctx.l.moment(task.due_at, ctx.rules.zone());
        open.push(Job {
            by: ctx.l.with("desk-request-task-by", &[("when", when.into())]),
            place: sections::place_of(&task),
            task: words.of(ctx, tx, &task).await?,
        });
    }
    Ok(open)
}

fn state(status: Status) -> &'static str {
    match status {
        Status::Checking { .. } => "checking",
        Status::Refused => "refused",
        Status::Searching { .. } => "searching",
        Status::Confirmed => "confirmed",
        Status::Unfilled => "unfilled",
        Status::Cancelled => "cancelled",
        Status::Past { .. } => "past",
    }
}

fn search(
    ctx: &Ctx,
    request: &Request,
    assessed: &[Assessed],
    phones: &HashMap<VolunteerId, String>,
    wanted: Wanted,
) -> Option<SearchView> {
    let status = request.status(ctx.now);
    let nobody_asked = matches!(
        status,
        Status::Cancelled | Status::Past { .. } | Status::Checking { .. } | Status::Refused
    );
    if nobody_asked || request.is_closed() {
        return None;
    }
    let l = &ctx.l;
    let fitting = candidates::fitting(ctx, request, assessed, phones);
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

/// Whom somebody may want to call: who comes, and who fits.
fn reached(request: &Request, assessed: &[Assessed]) -> Vec<VolunteerId> {
    let fitting = assessed.iter().filter(|one| one.assessment.reasons().is_empty());
    let coming = request.assignments.iter().map(|held| held.volunteer);
    coming.chain(fitting.map(|one| one.volunteer)).collect()
}

/// Also of those who have left since.
async fn names(
    tx: &mut Tx,
    request: &Request,
    assessed: &[Assessed],
    offers: &[Offer],
) -> Result<HashMap<VolunteerId, String>, DbError> {
    let mut names: HashMap<_, _> = assessed.iter().map(|one| (one.volunteer, one.name.clone())).collect();
    let coming = request.assignments.iter().map(|assignment| assignment.volunteer);
    for volunteer in offers.iter().map(|offer| offer.volunteer).chain(coming) {
        if !names.contains_key(&volunteer)
            && let Some(found) = volunteers::store::get(tx, volunteer).await?
        {
            names.insert(volunteer, found.name);
        }
    }
    Ok(names)
}
