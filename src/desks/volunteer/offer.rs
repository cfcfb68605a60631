//! `/o/{token}`: an offer. GET says what is true now; a POST with a choice answers.

use axum::{
    extract::{Path, State},
    http::request::Parts,
    response::Response,
};

use super::{link, offer_page, stand::Stand};
use crate::{
    act::Actor,
    app::Shared,
    database::Tx,
    links::{Link, Purpose},
    matching::RankPart,
    requests::{
        self, OfferId, Request, SlotId, candidates,
        offers::{AcceptError, DeclineError},
        store::Offer,
    },
    volunteers,
    web::{Ctx, Fields, WebError, see_other},
};

/// Everything about an offer that its page needs.
pub struct Seen {
    pub dead: bool,
    pub offer: Offer,
    pub request: Request,
    pub stand: Stand,
    /// Why this person was asked.
    pub why: Vec<RankPart>,
    /// Nobody else is asked at the moment.
    pub alone: bool,
    /// A no came after the yes, from a page left open: it changed nothing.
    pub unheard: bool,
}

pub async fn show(mut ctx: Ctx, Path(token): Path<String>) -> Result<Response, WebError> {
    let (_, seen) = look_now(&mut ctx, &token).await?;
    Ok(offer_page::of(&ctx, &token, &seen, None))
}

enum Answer {
    /// A yes that a coordinator may pick stays as it is.
    Keep,
    Yes(Option<SlotId>),
    No,
    /// Knows the people concerned.
    NoSinceKnown,
}

/// The verb itself finds out whether the answer can stand. Only a page needs to know more: it is made when there is
/// one to show, so that a yes waits for nothing else. And it is one transaction: on PostgreSQL each more costs four
/// round trips.
pub async fn answer(
    State(app): State<Shared>,
    Path(token): Path<String>,
    parts: Parts,
    fields: Fields,
) -> Result<Response, WebError> {
    let mut tx = app.db.begin().await?;
    let mut ctx = Ctx::read(&app, &mut tx, parts).await?;
    let found = link::find(&mut tx, Purpose::Offer, &token).await?;
    let offer = OfferId(found.subject_id);
    let asked = requests::store::asked(&mut tx, offer)
        .await?
        .ok_or(WebError::NotFound)?;
    ctx.prefer(&asked.locale);
    let definite =
        chosen(&fields, usize::try_from(asked.dates).unwrap_or(usize::MAX)).filter(|_| !link::is_dead(&found, ctx.now));
    let answer = match definite {
        Some(answer) => answer,
        None => {
            tx.rollback().await?;
            let (_, seen) = look_now(&mut ctx, &token).await?;
            // Of several dates only one may fit this volunteer.
            match chosen(&fields, seen.stand.slots().len()) {
                Some(answer) if !seen.dead => {
                    tx = app.db.begin().await?;
                    answer
                }
                _ => {
                    let problem = (!seen.dead).then_some("answer");
                    return Ok(offer_page::of(&ctx, &token, &seen, problem));
                }
            }
        }
    };
    let act = ctx.act_as(Actor::Link(asked.person));
    let impossible = match answer {
        Answer::Keep => None,
        Answer::No | Answer::NoSinceKnown => {
            let declined = match answer {
                Answer::NoSinceKnown => requests::offers::decline_as_known(&mut tx, &act, offer).await,
                _ => requests::offers::decline(&mut tx, &act, offer).await,
            };
            match declined {
                Ok(()) => return taken(&ctx, tx, &token).await,
                Err(DeclineError::Closed(_)) => None,
                Err(DeclineError::NotFound) => return Err(WebError::NotFound),
                Err(DeclineError::Database(error)) => return Err(error.into()),
            }
        }
        Answer::Yes(slot) => {
            match requests::offers::accept(&mut tx, &act, &ctx.rules, &ctx.app.keys, offer, slot).await {
                Ok(_) => return taken(&ctx, tx, &token).await,
                Err(AcceptError::NoLongerPossible(reasons)) => Some(Stand::impossible(reasons)),
                Err(AcceptError::Taken | AcceptError::Closed(_)) => None,
                Err(AcceptError::NotFound) => return Err(WebError::NotFound),
                Err(AcceptError::Database(error)) => return Err(error.into()),
            }
        }
    };
    tx.rollback().await?;
    // Nothing was changed: the page says what is true instead.
    let mut tx = ctx.app.db.read().await?;
    let mut seen = look(&mut ctx, &mut tx, &found).await?;
    tx.commit().await?;
    let said_no = matches!(answer, Answer::No | Answer::NoSinceKnown);
    seen.unheard = said_no && seen.stand == Stand::Accepted;
    if let Some(stand) = impossible
        && !seen.stand.slots().is_empty()
    {
        seen.stand = stand;
    }
    Ok(offer_page::of(&ctx, &token, &seen, None))
}

/// On one consistent snapshot: between two statements of a writing transaction somebody else may say yes, and the
/// page would mix both truths.
async fn look_now(ctx: &mut Ctx, token: &str) -> Result<(Link, Seen), WebError> {
    let mut tx = ctx.app.db.read().await?;
    let found = link::find(&mut tx, Purpose::Offer, token).await?;
    let seen = look(ctx, &mut tx, &found).await?;
    tx.commit().await?;
    Ok((found, seen))
}

async fn taken(ctx: &Ctx, tx: Tx, token: &str) -> Result<Response, WebError> {
    ctx.app.commit(tx).await?;
    Ok(see_other(&format!("/o/{token}")))
}

/// `answer` is "no", "known" (a no, too), "yes", or "yes:" and the date's id; a date may also come as `slot`.
/// A yes to several dates has to name one.
fn chosen(fields: &Fields, dates: usize) -> Option<Answer> {
    let answer = fields.get("answer");
    let (word, date) = match answer.split_once(':') {
        Some((word, date)) => (word.to_owned(), date.to_owned()),
        None => (answer, fields.get("slot")),
    };
    match (word.as_str(), date.as_str()) {
        ("no", _) => Some(Answer::No),
        ("known", _) => Some(Answer::NoSinceKnown),
        ("keep", _) => Some(Answer::Keep),
        ("yes", "") if dates > 1 => None,
        ("yes", "") => Some(Answer::Yes(None)),
        // A date that no longer fits goes to the verb, which knows why.
        ("yes", date) => date.parse().ok().map(|slot| Answer::Yes(Some(slot))),
        _ => None,
    }
}

async fn look(ctx: &mut Ctx, tx: &mut Tx, found: &Link) -> Result<Seen, WebError> {
    let offer = requests::store::offer(tx, OfferId(found.subject_id))
        .await?
        .ok_or(WebError::NotFound)?;
    let request = requests::store::get(tx, offer.request)
        .await?
        .ok_or(WebError::NotFound)?;
    let volunteer = volunteers::store::get(tx, offer.volunteer)
        .await?
        .ok_or(WebError::NotFound)?;
    ctx.prefer(&volunteer.locale);
    let assessment = candidates::assess_one(tx, &ctx.rules, &request, offer.volunteer, ctx.now).await?;
    let assessment = assessment.ok_or(WebError::NotFound)?;
    let stand = Stand::of(&request, &offer, &assessment, ctx.now);
    let why = requests::offers::why(tx, offer.id).await?;
    let alone = requests::offers::is_alone(tx, offer.id).await?;
    Ok(Seen {
        dead: link::is_dead(found, ctx.now),
        offer,
        request,
        stand,
        why,
        alone,
        unheard: false,
    })
}
