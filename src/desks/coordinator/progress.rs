//! What a running search has tried, and what it does next: "3 gefragt, 1 abgesagt. Heute, 14:30 Uhr …"

use chrono::{DateTime, Utc};

use crate::{
    matching::Reason,
    requests::{
        Next, OpeningState, Outlook, Request,
        candidates::Assessed,
        store::{Offer, OfferState},
    },
    wall,
    web::Ctx,
};

pub struct Progress {
    pub tried: String,
    pub next: String,
}

/// How many offers stand how, in the order in which they are told.
const ANSWERS: [&str; 9] = [
    "accepted",
    "willing",
    "given-back",
    "declined",
    "silent",
    "waiting",
    "queued",
    "bounced",
    "closed",
];

pub fn of(ctx: &Ctx, request: &Request, offers: &[Offer], outlook: &Outlook, assessed: &[Assessed]) -> Progress {
    Progress {
        tried: tried(ctx, request, offers),
        next: next(
            ctx,
            outlook,
            capped(assessed),
            of_round(request, offers).next().is_none(),
        ),
    }
}

fn of_round<'a>(request: &'a Request, offers: &'a [Offer]) -> impl Iterator<Item = &'a Offer> {
    let round = request.search.as_ref().map(|search| search.id);
    offers.iter().filter(move |offer| round == Some(offer.search))
}

fn tried(ctx: &Ctx, request: &Request, offers: &[Offer]) -> String {
    let l = &ctx.l;
    let round = request.search.as_ref();
    let of_round: Vec<_> = of_round(request, offers).collect();
    let mut sentences = Vec::new();
    if of_round.is_empty() {
        sentences.push(l.t("desk-tried-nobody"));
    } else {
        let asked = l.with("desk-tried-asked", &[("count", of_round.len().into())]);
        let asked = match round.map_or(1, |search| search.round) {
            1 => asked,
            round => l.with("desk-tried-round", &[("round", round.into()), ("what", asked.into())]),
        };
        let answers = ANSWERS.into_iter().filter_map(|code| {
            let standing = of_round.iter().filter(|offer| answer(request, offer, ctx.now) == code);
            let count = standing.count();
            (count > 0).then(|| l.with(&format!("desk-tried-{code}"), &[("count", count.into())]))
        });
        let answers = answers.collect::<Vec<_>>().join(", ");
        let args = [("asked", asked.into()), ("answers", answers.into())];
        sentences.push(l.with("desk-tried-whole", &args));
    }
    let places = request.openings.iter();
    let places = places
        .filter(|opening| opening.state != OpeningState::Cancelled)
        .count();
    if places > 1 {
        let coming = request.assignments.len();
        let args = [("coming", coming.into()), ("places", places.into())];
        sentences.push(l.with("desk-tried-places", &args));
    }
    sentences.join(" ")
}

/// One of `ANSWERS`.
fn answer(request: &Request, offer: &Offer, now: DateTime<Utc>) -> &'static str {
    let comes = || request.assignments.iter().any(|held| held.volunteer == offer.volunteer);
    match offer.state {
        OfferState::Accepted if comes() => "accepted",
        OfferState::Accepted => "given-back",
        OfferState::Declined => "declined",
        OfferState::Sent if offer.is_willing() => "willing",
        OfferState::Sent if offer.answer_by.is_some_and(|by| by <= now) => "silent",
        OfferState::Sent => "waiting",
        OfferState::Queued => "queued",
        OfferState::Bounced => "bounced",
        OfferState::Closed => "closed",
    }
}

/// How many could be asked, had they not had enough offers.
fn capped(assessed: &[Assessed]) -> usize {
    let only_capped = |one: &&Assessed| matches!(one.assessment.reasons(), [Reason::OfferCap { .. }]);
    assessed.iter().filter(only_capped).count()
}

/// "Heute, 14:30 Uhr. Dann fragen wir 2 weitere Personen."
fn next(ctx: &Ctx, outlook: &Outlook, capped: usize, first: bool) -> String {
    let l = &ctx.l;
    let at = ("when", when(ctx, outlook.at).into());
    let mut sentences = Vec::new();
    match outlook.next {
        Next::Asks(count) => {
            let key = if first {
                "desk-next-asks-first"
            } else {
                "desk-next-asks"
            };
            sentences.push(l.with(key, &[at, ("count", count.into())]));
        }
        Next::Chooses => sentences.push(l.with("desk-next-chooses", &[at])),
        Next::Ends(_) => {
            if outlook.unasked == 0 {
                let key = if first {
                    "desk-next-nobody"
                } else {
                    "desk-next-everybody"
                };
                sentences.push(l.t(key));
            }
            sentences.push(if outlook.at <= ctx.now {
                l.t("desk-next-ends-now")
            } else {
                l.with("desk-next-ends", &[at])
            });
        }
    }
    if outlook.after_night && outlook.asks() > 0 {
        sentences.push(l.t("desk-next-night"));
    }
    if outlook.unasked == 0 && capped > 0 {
        sentences.push(l.with("desk-next-capped", &[("count", capped.into())]));
        if let Some(at) = outlook.free_again_at {
            sentences.push(l.with("desk-next-free", &[("when", when(ctx, at).into())]));
        }
    }
    sentences.join(" ")
}

fn when(ctx: &Ctx, at: DateTime<Utc>) -> String {
    let (l, zone) = (&ctx.l, ctx.rules.zone());
    if at <= ctx.now {
        return l.t("desk-next-now");
    }
    if wall::day_of(zone, at) == wall::day_of(zone, ctx.now) {
        let time = l.time(at.with_timezone(&zone).time());
        return l.with("desk-next-today", &[("time", time.into())]);
    }
    l.moment(at, zone)
}
