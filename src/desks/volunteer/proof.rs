//! `/n/{token}`: what happened at an assignment that is over. Until it is settled, the same link corrects it.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{bubble::Bubble, link};
use crate::{
    act::Actor,
    database::Tx,
    desks::proof::{self, Entry, Word},
    links::Purpose,
    proofs::{
        self, ProofError, Side, State,
        store::{self, Proof},
        times::Planned,
    },
    requests::{self, AssignmentId},
    volunteers::{self, store::Volunteer},
    web::{Ctx, Fields, Page, Problems, WebError, html, see_other, unprocessable},
};

/// The proof whose link was found.
struct Held {
    dead: bool,
    proof: Proof,
    planned: Planned,
    bubble: Bubble,
    volunteer: Volunteer,
}

#[derive(Template)]
#[template(path = "volunteer/proof.html")]
struct ProofPage {
    page: Page,
    problems: Problems,
    lead: String,
    words: Vec<Word>,
    /// What counts, once settled.
    counts: Option<String>,
    bubble: Bubble,
    form: Option<Form>,
    next: Vec<String>,
}

struct Form {
    action: String,
    entry: Entry,
    planned: String,
    /// Something was said before; the form stands folded away.
    again: bool,
}

pub async fn show(mut ctx: Ctx, Path(token): Path<String>) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let held = find(&mut ctx, &mut tx, &token).await?;
    tx.commit().await?;
    if held.dead {
        return Ok(link::gone(&ctx));
    }
    Ok(html(
        StatusCode::OK,
        &page(&ctx, &token, held, None, Problems::default()),
    ))
}

pub async fn report(mut ctx: Ctx, Path(token): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let held = find(&mut ctx, &mut tx, &token).await?;
    if held.dead {
        return Ok(link::gone(&ctx));
    }
    if held.proof.state == State::Done {
        return Ok(html(
            StatusCode::OK,
            &page(&ctx, &token, held, None, Problems::default()),
        ));
    }
    let mut entry = Entry::sent(&fields);
    let mut problems = Problems::default();
    let Some(report) = entry.read(&ctx, &held.planned, &mut problems) else {
        return Ok(unprocessable(&page(&ctx, &token, held, Some(entry), problems)));
    };
    let act = ctx.act_as(Actor::Link(held.volunteer.person_id));
    let id = held.proof.assignment;
    match proofs::report(&mut tx, &act, &ctx.rules, id, Side::Volunteer, &report).await {
        Ok(_) => ctx.app.commit(tx).await?,
        // Settled in the same second: the page says what counts.
        Err(ProofError::Done | ProofError::Changed) => {}
        Err(ProofError::NotFound) => return Err(WebError::NotFound),
        Err(ProofError::Times(problem)) => {
            problems.add("end", proof::time_problem(&ctx.l, problem));
            return Ok(unprocessable(&page(&ctx, &token, held, Some(entry), problems)));
        }
        Err(ProofError::Database(error)) => return Err(error.into()),
    }
    Ok(see_other(&format!("/n/{token}")))
}

async fn find(ctx: &mut Ctx, tx: &mut Tx, token: &str) -> Result<Held, WebError> {
    let found = link::find(tx, Purpose::Proof, token).await?;
    let id = AssignmentId(found.subject_id);
    let proof = store::get(tx, id).await?.ok_or(WebError::NotFound)?;
    let assignment = requests::store::assignment(tx, id).await?.ok_or(WebError::NotFound)?;
    let request = requests::store::get(tx, assignment.request_id)
        .await?
        .ok_or(WebError::NotFound)?;
    let volunteer = volunteers::store::get(tx, assignment.volunteer_id)
        .await?
        .ok_or(WebError::NotFound)?;
    ctx.prefer(&volunteer.locale);
    let slot = request.slots.iter().find(|slot| slot.id == assignment.slot_id);
    let planned = slot.and_then(Planned::of).ok_or(WebError::NotFound)?;
    Ok(Held {
        dead: link::is_dead(&found, ctx.now),
        bubble: Bubble::new(ctx, &request, slot),
        proof,
        planned,
        volunteer,
    })
}

fn page(ctx: &Ctx, token: &str, held: Held, typed: Option<Entry>, problems: Problems) -> ProofPage {
    let l = &ctx.l;
    let person = [("person", ctx.rules.pool().desk_person.clone().into())];
    let own = held.proof.newest(Side::Volunteer);
    let (key, next): (_, &[&str]) = match (held.proof.state, own) {
        (State::Done, _) => ("report-done", &["report-done-wrong", "report-next-silence"]),
        (State::Disputed, _) => ("report-disputed", &["report-next-correct", "report-next-silence"]),
        (_, Some(_)) => ("reported", &["report-next-correct", "report-next-silence"]),
        (_, None) => (
            "report",
            &["report-next-institution", "report-next-correct", "report-next-silence"],
        ),
    };
    // What the other side says is read after one's own answer, never before it.
    let sides: &[Side] = match held.proof.state {
        State::Done => &[],
        _ if own.is_some() => &[Side::Volunteer, Side::Institution],
        _ => &[],
    };
    let words = sides.iter().filter_map(|side| {
        let version = held.proof.newest(*side)?;
        Some(Word::new(ctx, &held.planned, proof::side(l, *side), version))
    });
    let form = (held.proof.state != State::Done).then(|| Form {
        action: format!("/n/{token}"),
        entry: typed.unwrap_or_else(|| match own {
            Some(version) => Entry::of(l, &held.planned, version),
            None => Entry::planned(l, &held.planned),
        }),
        planned: proof::planned_time(l, &held.planned),
        again: own.is_some(),
    });
    ProofPage {
        page: ctx.page(&format!("{key}-title")),
        problems,
        lead: l.with(&format!("{key}-lead"), &person),
        words: words.collect(),
        counts: held.proof.counts.map(|said| proof::said(l, held.planned.zone, said)),
        bubble: held.bubble,
        form,
        next: next.iter().map(|line| l.t(line)).collect(),
    }
}
