//! `POST /desk/requests/{id}/answers`: a yes or a no that came by phone.

use axum::{extract::Path, response::Response};

use super::find::{self, Choice};
use crate::{
    desks::coordinator::{reasons, request as page},
    requests::{
        OfferId, Request, SlotId,
        offers::{self, AcceptError, DeclineError},
        store::{self, Offer, OfferState},
    },
    volunteers::VolunteerId,
    web::{Ctx, Done, Fields, Problems, WebError, done, see_other, unprocessable},
};

#[derive(Clone, Copy)]
enum Answer {
    Yes(OfferId, SlotId),
    No(OfferId),
}

/// "yes:offer:slot", "no:offer"
fn read(text: &str) -> Option<Answer> {
    match text.split(':').collect::<Vec<_>>()[..] {
        ["yes", offer, slot] => Some(Answer::Yes(offer.parse().ok()?, slot.parse().ok()?)),
        ["no", offer] => Some(Answer::No(offer.parse().ok()?)),
        _ => None,
    }
}

/// What can be said on the phone: for each offer that waits, yes to each date, and no.
pub fn choices(ctx: &Ctx, request: &Request, offers: &[Offer], name: impl Fn(VolunteerId) -> String) -> Vec<Choice> {
    let running = request.search.as_ref().filter(|search| search.ended_at.is_none());
    let Some(running) = running else {
        return Vec::new();
    };
    let waits = |state| matches!(state, OfferState::Queued | OfferState::Sent);
    let open = offers
        .iter()
        .filter(|offer| offer.search == running.id && waits(offer.state));
    let slots: Vec<_> = request
        .possible_slots()
        .filter(|slot| slot.starts_at > ctx.now)
        .collect();
    let mut choices = Vec::new();
    for offer in open {
        let volunteer = name(offer.volunteer);
        // Whoever has said yes already can take it back only.
        for slot in slots.iter().filter(|_| !offer.is_willing()) {
            let args = [
                ("volunteer", volunteer.clone().into()),
                ("when", find::date(ctx, slot).into()),
            ];
            let key = if slots.len() > 1 {
                "steps-said-yes-on"
            } else {
                "steps-said-yes"
            };
            choices.push(Choice::new(
                format!("yes:{}:{}", offer.id, slot.id),
                ctx.l.with(key, &args),
                "",
            ));
        }
        let no = ctx.l.with("steps-said-no", &[("volunteer", volunteer.into())]);
        choices.push(Choice::new(format!("no:{}", offer.id), no, ""));
    }
    choices
}

pub async fn take(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let request = find::request(&ctx, &mut tx, &id).await?;
    let text = fields.get("answer");
    let mut problems = Problems::default();
    if text.is_empty() {
        problems.add("answer", ctx.l.t("steps-problem-answer"));
        return Ok(unprocessable(
            &page::read(&ctx, &mut tx, &request, &[], problems).await?,
        ));
    }
    let answer = read(&text).ok_or(WebError::NotFound)?;
    let (Answer::Yes(offer, _) | Answer::No(offer)) = answer;
    let known = store::offer(&mut tx, offer).await?.ok_or(WebError::NotFound)?;
    if known.request != request.id {
        return Err(WebError::NotFound);
    }
    let act = ctx.act()?;
    let (rules, keys) = (&ctx.rules, &ctx.app.keys);
    match answer {
        Answer::No(offer) => match offers::decline(&mut tx, &act, offer).await {
            Ok(()) => {}
            Err(DeclineError::Closed(_)) => problems.add("answer", ctx.l.t("steps-problem-closed")),
            Err(DeclineError::NotFound) => return Err(WebError::NotFound),
            Err(DeclineError::Database(error)) => return Err(error.into()),
        },
        Answer::Yes(offer, slot) => match offers::accept(&mut tx, &act, rules, keys, offer, Some(slot)).await {
            Ok(_) => {}
            Err(AcceptError::NoLongerPossible(why)) => {
                let sentence = |reason| reasons::sentence(&ctx.l, rules, request.mode, reason);
                let why: Vec<_> = why.iter().map(sentence).collect();
                let args = [("why", why.join(" ").into())];
                problems.add("answer", ctx.l.with("steps-problem-impossible", &args));
            }
            Err(AcceptError::Taken | AcceptError::Closed(_)) => {
                problems.add("answer", ctx.l.t("steps-problem-closed"));
            }
            Err(AcceptError::NotFound) => return Err(WebError::NotFound),
            Err(AcceptError::Database(error)) => return Err(error.into()),
        },
    }
    if problems.is_empty() {
        ctx.app.commit(tx).await?;
        return Ok(see_other(&done(&find::path(&request), Done::Answered)));
    }
    Ok(unprocessable(
        &page::read(&ctx, &mut tx, &request, &[], problems).await?,
    ))
}
