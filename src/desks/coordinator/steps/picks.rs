//! On a request's page: how it asks, who has said yes, and the choice among them.

use std::collections::HashMap;

use axum::{extract::Path, response::Response};

use super::{asking, find};
use crate::{
    database::{DbError, Tx},
    desks::coordinator::{
        candidates::{Part, parts, signed},
        reasons, request as page,
    },
    requests::{
        OfferId, Request, candidates,
        picks::{self, ChooseError},
        store::{self, Offer},
    },
    volunteers::VolunteerId,
    web::{Ctx, Done, Fields, Problems, WebError, done, see_other, unprocessable},
};

pub struct Picks {
    /// "Es wird so gefragt: …, weil …"
    pub asks: String,
    /// What happens if nobody picks; empty when there is nobody to pick.
    pub otherwise: String,
    pub willing: Vec<Willing>,
}

/// Somebody who has said yes.
pub struct Willing {
    pub name: String,
    pub date: String,
    pub points: String,
    pub parts: Vec<Part>,
    /// Where the choice is sent; none: it is not possible any more.
    pub action: Option<String>,
    pub why_not: Vec<String>,
}

pub async fn read(
    ctx: &Ctx,
    tx: &mut Tx,
    request: &Request,
    offers: &[Offer],
    names: &HashMap<VolunteerId, String>,
) -> Result<Picks, DbError> {
    let mut ranked = Vec::new();
    for offer in picks::willing_among(request, offers) {
        let assessed = candidates::assess_one(tx, &ctx.rules, request, offer.volunteer, ctx.now).await?;
        let name = names.get(&offer.volunteer).cloned().unwrap_or_default();
        let slot = request.slots.iter().find(|slot| Some(slot.id) == offer.willing_slot);
        let fits = |slot: uuid::Uuid| assessed.as_ref().is_some_and(|one| one.fitting_slots().contains(&slot));
        let possible = slot.is_some_and(|slot| fits(slot.id.0));
        let rank = assessed.as_ref().and_then(|one| one.rank());
        let reasons = assessed.as_ref().map(|one| one.reasons()).unwrap_or_default();
        let sentence = |reason| reasons::sentence(&ctx.l, &ctx.rules, request.mode, reason);
        let points = rank.map_or(i32::MIN, |rank| rank.points());
        let view = Willing {
            name,
            date: slot.map(|slot| find::date(ctx, slot)).unwrap_or_default(),
            points: rank.map_or_else(String::new, |rank| {
                ctx.l
                    .with("desk-request-points", &[("points", signed(rank.points()).into())])
            }),
            parts: rank.map(|rank| parts(&ctx.l, &rank.parts)).unwrap_or_default(),
            action: possible.then(|| format!("{}/offers/{}/choice", find::path(request), offer.id)),
            why_not: reasons.iter().map(sentence).collect(),
        };
        ranked.push((points, view));
    }
    // Stable: equals in the order in which they were asked.
    ranked.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
    let running = request.search.as_ref().filter(|search| search.ended_at.is_none());
    let otherwise = match running {
        Some(search) if !ranked.is_empty() => {
            let when = ctx.l.moment(search.deadline, ctx.rules.zone());
            ctx.l.with("picks-otherwise", &[("when", when.into())])
        }
        _ => String::new(),
    };
    Ok(Picks {
        asks: asks(ctx, request),
        otherwise,
        willing: ranked.into_iter().map(|(_, view)| view).collect(),
    })
}

/// A running search goes on as it began; else as the next one will.
fn asks(ctx: &Ctx, request: &Request) -> String {
    let pools = ctx.rules.dispatch().policy;
    let running = request.search.as_ref().filter(|search| search.ended_at.is_none());
    let policy = running.map(|search| search.policy).or(request.policy).unwrap_or(pools);
    let way = asking::words(&ctx.l, policy);
    match &request.policy_reason {
        Some(why) if request.policy == Some(policy) => ctx.l.with(
            "picks-asks-because",
            &[("way", way.into()), ("why", why.clone().into())],
        ),
        _ => ctx.l.with("picks-asks", &[("way", way.into())]),
    }
}

/// `POST /desk/requests/{id}/offers/{offer}/choice`
pub async fn choose(
    ctx: Ctx,
    Path((id, offer)): Path<(String, String)>,
    _fields: Fields,
) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let request = find::request(&ctx, &mut tx, &id).await?;
    let offer: OfferId = offer.parse().map_err(|_| WebError::NotFound)?;
    let chosen = picks::choose(&mut tx, &ctx.act()?, &ctx.rules, &ctx.app.keys, request.id, offer).await;
    let why = match chosen {
        Ok(_) => {
            ctx.app.commit(tx).await?;
            return Ok(see_other(&done(&find::path(&request), Done::Picked)));
        }
        Err(ChooseError::Taken) => ctx.l.t("picks-problem-taken"),
        Err(ChooseError::Over) => ctx.l.t("picks-problem-over"),
        Err(ChooseError::NotWilling) => ctx.l.t("picks-problem-not-willing"),
        Err(ChooseError::NoLongerPossible(reasons)) => {
            let sentence = |reason| reasons::sentence(&ctx.l, &ctx.rules, request.mode, reason);
            let why: Vec<_> = reasons.iter().map(sentence).collect();
            ctx.l.with("picks-problem-impossible", &[("why", why.join(" ").into())])
        }
        Err(ChooseError::NotFound) => return Err(WebError::NotFound),
        Err(ChooseError::Database(error)) => return Err(error.into()),
    };
    // What was true when the page was asked for may not be any more.
    let request = store::get(&mut tx, request.id).await?.ok_or(WebError::NotFound)?;
    let mut problems = Problems::default();
    problems.add("choose", why);
    let page = page::read(&ctx, &mut tx, &request, &[], problems).await?;
    tx.rollback().await?;
    Ok(unprocessable(&page))
}
