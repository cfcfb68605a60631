//! `/desk/requests/{id}/assignments/{aid}/proof`: decide what counts, or write down a call.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    choice::{self, Choice, Line},
    section::{self, ProofView},
};
use crate::{
    database::Tx,
    desks::proof::{self, Entry},
    proofs::{
        self, ProofError, Side,
        store::{self, Proof},
        times::Planned,
    },
    requests::{self, AssignmentId, Request, RequestId},
    web::{Ctx, Done, Fields, Page, Problems, WebError, done, html, see_other, unprocessable},
};

/// One assignment that is over, of that request.
struct Over {
    request: Request,
    proof: Proof,
    planned: Planned,
}

#[derive(Template)]
#[template(path = "coordinator/proofs/page.html")]
struct ProofPage {
    page: Page,
    problems: Problems,
    back: String,
    reference: String,
    proof: ProofView,
    choices: Vec<Line>,
    entry: Entry,
    planned: String,
}

pub async fn show(ctx: Ctx, Path((id, assignment)): Path<(String, String)>) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.read().await?;
    let over = find(&mut tx, &id, &assignment).await?;
    let page = page(&ctx, &mut tx, &over, "", None, Problems::default()).await?;
    tx.commit().await?;
    Ok(html(StatusCode::OK, &page))
}

pub async fn save(
    ctx: Ctx,
    Path((id, assignment)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, WebError> {
    ctx.coordinator()?;
    let mut tx = ctx.app.db.begin().await?;
    let over = find(&mut tx, &id, &assignment).await?;
    let (chosen, mut entry) = (fields.get("choice"), Entry::sent(&fields));
    let mut problems = Problems::default();
    let choice = Choice::from_code(&chosen);
    let report = match choice {
        None => {
            problems.add("choice", ctx.l.t("desk-proof-problem-choice"));
            None
        }
        Some(Choice::Follow(side)) => {
            entry.check_note(&ctx, &mut problems);
            let followed = choice::followed(&over.proof, side, entry.note.clone());
            if followed.is_none() {
                problems.add("choice", ctx.l.t("proof-problem-word"));
            }
            followed.filter(|_| problems.is_empty())
        }
        Some(Choice::Own | Choice::Phone(_)) => entry.read(&ctx, &over.planned, &mut problems),
    };
    let (Some(choice), Some(report)) = (choice, report) else {
        let again = page(&ctx, &mut tx, &over, &chosen, Some(entry), problems).await?;
        return Ok(unprocessable(&again));
    };
    let act = ctx.act()?;
    let id = over.proof.assignment;
    let said = match choice {
        Choice::Follow(_) | Choice::Own => proofs::decide(&mut tx, &act, id, &report).await,
        Choice::Phone(side) => {
            let said = proofs::report(&mut tx, &act, &ctx.rules, id, side, &report).await;
            said.map(|_| ())
        }
    };
    match said {
        Ok(()) => ctx.app.commit(tx).await?,
        // Settled before: the request's page says what counts.
        Err(ProofError::Done | ProofError::Changed) => {}
        Err(ProofError::NotFound) => return Err(WebError::NotFound),
        Err(ProofError::Times(problem)) => {
            problems.add("end", proof::time_problem(&ctx.l, problem));
            let again = page(&ctx, &mut tx, &over, &chosen, Some(entry), problems).await?;
            return Ok(unprocessable(&again));
        }
        Err(ProofError::Database(error)) => return Err(error.into()),
    }
    Ok(see_other(&done(
        &format!("/desk/requests/{}#proof", over.request.id),
        Done::Saved,
    )))
}

async fn find(tx: &mut Tx, id: &str, assignment: &str) -> Result<Over, WebError> {
    let id: RequestId = id.parse().map_err(|_| WebError::NotFound)?;
    let assignment: AssignmentId = assignment.parse().map_err(|_| WebError::NotFound)?;
    let found = requests::store::assignment(tx, assignment)
        .await?
        .filter(|found| found.request_id == id)
        .ok_or(WebError::NotFound)?;
    let request = requests::store::get(tx, id).await?.ok_or(WebError::NotFound)?;
    let proof = store::get(tx, assignment).await?.ok_or(WebError::NotFound)?;
    let slot = request.slots.iter().find(|slot| slot.id == found.slot_id);
    Ok(Over {
        planned: slot.and_then(Planned::of).ok_or(WebError::NotFound)?,
        request,
        proof,
    })
}

async fn page(
    ctx: &Ctx,
    tx: &mut Tx,
    over: &Over,
    chosen: &str,
    typed: Option<Entry>,
    problems: Problems,
) -> Result<ProofPage, WebError> {
    let l = &ctx.l;
    let href = section::href(&over.request, over.proof.assignment);
    let views = section::read(ctx, tx, &over.request).await?;
    let view = views
        .into_iter()
        .find(|view| view.href == href)
        .ok_or(WebError::NotFound)?;
    let entry = typed.unwrap_or_else(|| match over.proof.newest(Side::Volunteer) {
        Some(version) => Entry {
            // A decision has a reason of its own.
            note: String::new(),
            ..Entry::of(l, &over.planned, version)
        },
        None => Entry::planned(l, &over.planned),
    });
    Ok(ProofPage {
        page: ctx.page_titled(l.with("desk-proof-title", &[("volunteer", view.volunteer.clone().into())])),
        problems,
        back: format!("/desk/requests/{}#proof", over.request.id),
        reference: over.request.reference.clone(),
        choices: choice::lines(ctx, &over.proof, &view.volunteer, chosen),
        proof: view,
        entry,
        planned: proof::planned_time(l, &over.planned),
    })
}
