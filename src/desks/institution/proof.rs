//! What happened at an appointment: the institution agrees with the volunteer, or says it differently.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    filter::Asked,
    status::{self, Appointment},
};
use crate::{
    database::{DbError, Tx},
    desks::proof::{self, Entry, Word},
    proofs::{
        self, ProofError, Said, Side, State, VersionId,
        store::{self, Proof},
        times::Planned,
    },
    requests::{self, AssignmentId, Request},
    volunteers,
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

/// One assignment of the request, over and asked about.
struct Over {
    request: Request,
    proof: Proof,
    planned: Planned,
    volunteer: String,
}

#[derive(Template)]
#[template(path = "institution/proof.html")]
struct ProofPage {
    page: Page,
    problems: Problems,
    /// The request, and from there the way it was opened.
    back: String,
    reference: String,
    lead: String,
    counts: Option<String>,
    words: Vec<Word>,
    form: Option<Form>,
    next: Vec<String>,
    appointment: Appointment,
}

struct Form {
    entry: Entry,
    planned: String,
    /// The word of the volunteer that can be agreed with; empty when there is none yet.
    seen: String,
    agrees: bool,
    /// Something was said before; the form stands folded away.
    again: bool,
}

pub async fn show(ctx: Ctx, Path((id, assignment)): Path<(String, String)>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let over = match find(&ctx, &mut tx, &id, &assignment).await? {
        Ok(over) => over,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let page = page(&ctx, &mut tx, &over, None, Problems::default()).await?;
    tx.commit().await?;
    Ok(html(StatusCode::OK, &page))
}

pub async fn answer(
    ctx: Ctx,
    Path((id, assignment)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let over = match find(&ctx, &mut tx, &id, &assignment).await? {
        Ok(over) => over,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let there = address(&ctx, &over.request, over.proof.assignment);
    if over.proof.state == State::Done {
        return Ok(see_other(&there));
    }
    let mut entry = Entry::sent(&fields);
    let mut problems = Problems::default();
    let act = ctx.act()?;
    let id = over.proof.assignment;
    let said = if entry.outcome == "agree" {
        match fields.get("seen").parse::<VersionId>() {
            Ok(seen) => proofs::confirm(&mut tx, &act, &ctx.rules, id, seen).await,
            Err(_) => Err(ProofError::Changed),
        }
    } else {
        match entry.read(&ctx, &over.planned, &mut problems) {
            Some(report) => proofs::report(&mut tx, &act, &ctx.rules, id, Side::Institution, &report).await,
            None => {
                let again = page(&ctx, &mut tx, &over, Some(entry), problems).await?;
                return Ok(unprocessable(&again));
            }
        }
    };
    match said {
        Ok(_) => ctx.app.commit(tx).await?,
        // Settled in the same second: the page says what counts.
        Err(ProofError::Done) => {}
        Err(ProofError::NotFound) => return Err(WebError::NotFound),
        Err(ProofError::Database(error)) => return Err(error.into()),
        Err(ProofError::Changed) => {
            problems.add("outcome", ctx.l.t("proof-problem-changed"));
            let unchosen = Entry {
                outcome: String::new(),
                ..entry
            };
            return Ok(unprocessable(
                &page(&ctx, &mut tx, &over, Some(unchosen), problems).await?,
            ));
        }
        Err(ProofError::Times(problem)) => {
            problems.add("end", proof::time_problem(&ctx.l, problem));
            return Ok(unprocessable(&page(&ctx, &mut tx, &over, Some(entry), problems).await?));
        }
    }
    Ok(see_other(&there))
}

/// The institution's own. Before it is over, or called off, the request's page says what is true.
async fn find(ctx: &Ctx, tx: &mut Tx, id: &str, assignment: &str) -> Result<Result<Over, Response>, WebError> {
    let request = status::own(ctx, tx, id).await?;
    let assignment: AssignmentId = assignment.parse().map_err(|_| WebError::NotFound)?;
    let found = requests::store::assignment(tx, assignment)
        .await?
        .filter(|found| found.request_id == request.id)
        .ok_or(WebError::NotFound)?;
    let Some(proof) = store::get(tx, assignment).await? else {
        return Ok(Err(see_other(&Asked::of(ctx).request(request.id))));
    };
    let slot = request.slots.iter().find(|slot| slot.id == found.slot_id);
    let volunteer = volunteers::store::get(tx, found.volunteer_id)
        .await?
        .ok_or(WebError::NotFound)?;
    Ok(Ok(Over {
        planned: slot.and_then(Planned::of).ok_or(WebError::NotFound)?,
        volunteer: volunteer.name,
        request,
        proof,
    }))
}

async fn page(
    ctx: &Ctx,
    tx: &mut Tx,
    over: &Over,
    typed: Option<Entry>,
    problems: Problems,
) -> Result<ProofPage, WebError> {
    let l = &ctx.l;
    let (theirs, own) = (over.proof.newest(Side::Volunteer), over.proof.newest(Side::Institution));
    let (key, lead) = match (over.proof.state, theirs, own) {
        (State::Done, ..) => ("confirm-done", "confirm-done-lead"),
        (State::Disputed, ..) => ("confirm-disputed", "confirm-disputed-lead"),
        (_, None, Some(own)) if own.said == Said::VolunteerAbsent => ("confirmed-no-show", "confirmed-no-show-lead"),
        (_, None, Some(_)) => ("confirmed-first", "confirmed-first-lead"),
        (_, None, None) => ("confirm", "confirm-lead-first"),
        (_, Some(_), _) => ("confirm", "confirm-lead"),
    };
    let person = ctx.rules.pool().desk_person.clone();
    let args = [
        ("volunteer", over.volunteer.clone().into()),
        ("person", person.clone().into()),
    ];
    let done = over.proof.state == State::Done;
    let next = match (done, own) {
        (true, _) => vec![l.t("confirm-done-wrong")],
        (false, _) => vec![
            l.t("confirm-next-agree"),
            l.with("confirm-next-differ", &[("person", person.into())]),
        ],
    };
    let words = [Side::Volunteer, Side::Institution].into_iter().filter_map(|side| {
        let version = over.proof.newest(side).filter(|_| !done)?;
        let who = match side {
            Side::Volunteer => over.volunteer.clone(),
            _ => l.t("proof-your-word"),
        };
        Some(Word::new(ctx, &over.planned, who, version))
    });
    let entry = typed.unwrap_or_else(|| match own {
        Some(version) => Entry::of(l, &over.planned, version),
        None => Entry::planned(l, &over.planned),
    });
    Ok(ProofPage {
        page: ctx.page(&format!("{key}-title")),
        back: Asked::of(ctx).request(over.request.id),
        reference: over.request.reference.clone(),
        lead: l.with(lead, &args),
        counts: over.proof.counts.map(|said| proof::said(l, over.planned.zone, said)),
        words: words.collect(),
        form: (!done).then(|| Form {
            agrees: entry.outcome == "agree",
            entry,
            planned: proof::planned_time(l, &over.planned),
            seen: theirs.map(|version| version.id.to_string()).unwrap_or_default(),
            again: own.is_some(),
        }),
        next,
        problems,
        appointment: status::appointment(ctx, tx, &over.request).await?,
    })
}

fn address(ctx: &Ctx, request: &Request, assignment: AssignmentId) -> String {
    Asked::of(ctx).on(&format!("/requests/{}/assignments/{assignment}/proof", request.id))
}

/// What the request's page says about each volunteer who came.
pub struct Line {
    pub name: String,
    pub shape: &'static str,
    pub state: String,
    pub href: String,
    pub action: String,
    /// The first one that waits for the institution: nothing on the page comes before it.
    pub first: bool,
}

/// Of one proof, seen from the institution: the last part of its keys.
fn code(proof: &Proof) -> &'static str {
    match (proof.state, proof.newest(Side::Institution)) {
        (State::Open, _) => "waiting",
        (State::Reported, Some(_)) => "first",
        (State::Reported, None) => "confirm",
        (State::Disputed, _) => "disputed",
        (State::Done, _) => "done",
    }
}

/// It is the institution's turn to say how it was.
pub async fn is_to_confirm(tx: &mut Tx, request: &Request) -> Result<bool, DbError> {
    let proofs = store::of_request(tx, request.id).await?;
    let standing = |proof: &Proof| request.assignments.iter().any(|one| one.id == proof.assignment);
    Ok(proofs.iter().any(|proof| standing(proof) && code(proof) == "confirm"))
}

/// The lines, and what the path ends with: whatever is most for the institution to do.
pub async fn lines(ctx: &Ctx, tx: &mut Tx, request: &Request) -> Result<(Vec<Line>, Option<&'static str>), DbError> {
    let mut lines = Vec::new();
    let mut codes = Vec::new();
    for proof in store::of_request(tx, request.id).await? {
        let standing = request
            .assignments
            .iter()
            .find(|standing| standing.id == proof.assignment);
        let Some(standing) = standing else { continue };
        let Some(volunteer) = volunteers::store::get(tx, standing.volunteer).await? else {
            continue;
        };
        let code = code(&proof);
        lines.push(Line {
            name: volunteer.name,
            shape: match code {
                "done" => "done",
                "disputed" => "bad",
                _ => "runs",
            },
            state: ctx.l.t(&format!("status-proof-{code}")),
            href: address(ctx, request, proof.assignment),
            action: ctx.l.t(match code {
                "confirm" => "status-proof-action-confirm",
                "waiting" => "status-proof-action-say",
                _ => "status-proof-action-see",
            }),
            first: code == "confirm" && !codes.contains(&code),
        });
        codes.push(code);
    }
    let order = ["confirm", "disputed", "waiting", "first", "done"];
    Ok((lines, order.into_iter().find(|code| codes.contains(code))))
}
